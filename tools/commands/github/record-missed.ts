/** What happened and has no record yet, because a workflow failed or never ran. */
import { nameOf } from '../../ledger/names.ts';
import { commentFacts, pullRequestFacts } from '../../review/facts.ts';
import type { CommentFacts, PullRequestFacts } from '../../review/types.ts';
import type { CommentWork } from './comment-work.ts';
import type { GitHubContext } from './context.ts';
import { ledgerAt } from './ledger-at.ts';

export interface Missed {
  /** Merged into main; the earliest first. */
  readonly pullRequests: readonly PullRequestFacts[];
  /** Ids of comments with commands, the earliest first. */
  readonly comments: readonly number[];
}

/**
 * @param since ISO 8601
 * @param known numbers of pull requests that are looked after already
 */
export async function missedSince(
  { repository, github }: GitHubContext,
  since: string,
  known: ReadonlySet<number>,
  work?: CommentWork,
): Promise<Missed> {
  const { files } = await ledgerAt(repository, await repository.fetch());
  const recorded = new Set(files.map(({ record }) => nameOf(record)));
  const start = Date.parse(since);
  const pullRequests = (await github.pullRequests({ state: 'closed', since }))
    .map(pullRequestFacts)
    .filter(({ mergedAt, base }) => Date.parse(mergedAt ?? '') >= start && base.ref === repository.mainBranch)
    .filter(({ number }) => !recorded.has(`pr-${number}`) && !known.has(number))
    .sort((a, b) => Date.parse(a.mergedAt ?? '') - Date.parse(b.mergedAt ?? '') || a.number - b.number);
  const written = work ? (await github.commentsSince(since)).map(commentFacts) : [];
  const comments = written
    .filter((comment) => Date.parse(comment.at) >= start && !isRecorded(comment, recorded) && work?.isCommand(comment))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id - b.id);
  return { pullRequests, comments: comments.map(({ id }) => id) };
}

const isRecorded = ({ id }: CommentFacts, recorded: ReadonlySet<string>): boolean =>
  recorded.has(`review-${id}`) || recorded.has(`adjust-${id}`);

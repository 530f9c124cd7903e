/** Every event that the ledger speaks of, found on GitHub and made a record of, in the order in which they happened. */
import pLimit from 'p-limit';
import { nameOf, pathOf } from '../../ledger/names.ts';
import { byEvent } from '../../ledger/order.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { commentFacts, pullRequestFacts } from '../../review/facts.ts';
import type { CommentFacts } from '../../review/types.ts';
import { languageFolder, readWorkspace } from '../workspace.ts';
import type { CommentWork } from './comment-work.ts';
import type { GitHubContext } from './context.ts';
import { factsOf, type SaidOfPullRequest, saidOf } from './facts-of.ts';
import { commitsNamed, type Gathered, gather } from './facts-of-git.ts';
import type { Remade } from './ledger-rebuild-compare.ts';
import { recordFrom } from './record-pull-request.ts';

/** Calls to GitHub at a time. */
const atOnce = pLimit(4);
/** GitHub lists so many commits of a pull request at most. */
const LISTED = 250;

type Happened = { readonly at: string } & ({ readonly pull: SaidOfPullRequest } | { readonly comment: CommentFacts });

export async function remakeLedger(
  context: GitHubContext,
  main: string,
  work?: CommentWork,
): Promise<readonly Remade[]> {
  const { repository, github } = context;
  const folder = languageFolder(readWorkspace(context.root).project);
  const merged = (await github.pullRequests({ state: 'closed' }))
    .map(pullRequestFacts)
    .filter(({ mergedAt, base }) => mergedAt !== undefined && base.ref === repository.mainBranch);
  const said = await Promise.all(
    merged.map((facts) =>
      atOnce(async () => {
        const listed = await saidOf(context, facts);
        // Only the pull request itself tells how many commits it has.
        if (listed.commits.length < LISTED) return listed;
        return { ...listed, facts: (await factsOf(context, facts.number)) ?? facts };
      }),
    ),
  );
  const written = work ? (await github.commentsSince('1970-01-01T00:00:00Z')).map(commentFacts) : [];
  const comments = written.filter((comment) => work?.isCommand(comment));
  await repository.fetch(...said.flatMap(commitsNamed));
  const events: Happened[] = [
    ...said.map((pull) => ({ at: pull.facts.mergedAt ?? '', pull })),
    ...comments.map((comment) => ({ at: comment.at, comment })),
  ];
  const remade: Remade[] = [];
  const ledger: LedgerFile[] = [];
  for (const event of events.sort(inOrder)) {
    const made = 'pull' in event ? await pullOf(event.pull) : await commentOf(event.comment);
    remade.push(made);
    if (made.record) ledger.push({ name: made.name, path: pathOf(made.record), record: made.record });
  }
  return remade;

  async function pullOf(pull: SaidOfPullRequest): Promise<Remade> {
    const name = `pr-${pull.facts.number}`;
    const found = await gather(repository, pull, main, folder);
    if (typeof found === 'string') return { name, record: undefined, isWhole: false, notes: [found] };
    const { record, notes } = await recordFrom(context, found, ledger);
    return { name: nameOf(record), record, isWhole: isWhole(found), notes };
  }

  async function commentOf(comment: CommentFacts): Promise<Remade> {
    const { record, notes = [] } = (await work?.recordOf(context, comment, ledger.toSorted(byEvent))) ?? {};
    const name = record ? nameOf(record) : `review-${comment.id}`;
    return { name, record, isWhole: comment.at === comment.editedAt, notes };
  }
}

/** By moment; of the same second pull requests first, as byEvent has records. */
function inOrder(a: Happened, b: Happened): number {
  const number = (event: Happened) => ('pull' in event ? event.pull.facts.number : event.comment.id);
  const kind = (event: Happened) => ('pull' in event ? 0 : 1);
  return Date.parse(a.at) - Date.parse(b.at) || kind(a) - kind(b) || number(a) - number(b);
}

/** Whether everything that the record is made of can still be read. */
function isWhole({ input: { facts, commits, reviews, textsAt } }: Gathered): boolean {
  return (
    facts.author !== undefined &&
    commits.every(({ parents }) => parents !== undefined) &&
    reviews.every(({ author, commit }) => author !== undefined && commit !== undefined) &&
    [...textsAt.values()].every((texts) => texts !== undefined)
  );
}

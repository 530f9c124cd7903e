/** `/reviewed` and `/accept`: which texts of main a comment speaks of, and the record that comes of it. */
import { entriesByKey } from '../../catalog/entries.ts';
import { entryStatus } from '../../catalog/entry-status.ts';
import { nearest } from '../../check/nearest.ts';
import { Failure } from '../../failure.ts';
import { reviewsOf } from '../../ledger/reviews.ts';
import type { CommitId, LedgerFile, ReviewRecord } from '../../ledger/types.ts';
import type { AcceptCommand, ReviewedCommand } from '../../review/command.ts';
import type { Answer } from '../../review/command-words.ts';
import { type ReviewedPage, reviewRecord } from '../../review/review-record.ts';
import type { CommentFacts } from '../../review/types.ts';
import { pageOfPath } from '../workspace.ts';
import type { GitHubContext } from './context.ts';
import type { MainThen } from './on-comment-moment.ts';

export interface ReviewPlan {
  readonly record: ReviewRecord | undefined;
  /** Keys whose stale flags are to be lifted, by page. */
  readonly accepted: ReadonlyMap<string, readonly string[]>;
  /** Of these, as `page:key`, the translations that the person wrote. */
  readonly own: readonly string[];
  /** Any: then nothing is done. */
  readonly refusals: readonly Answer[];
}

/** @param ledger what had been recorded of what happened before the comment */
export async function planReview(
  context: GitHubContext,
  then: MainThen,
  comment: CommentFacts,
  commands: readonly (ReviewedCommand | AcceptCommand)[],
  ledger: readonly LedgerFile[],
): Promise<ReviewPlan> {
  const refusals: Answer[] = [];
  const reviewed = commands.filter((command) => command.type === 'reviewed');
  const accepted = commands.filter((command) => command.type === 'accept');
  const commits = new Set<CommitId>(accepted.length > 0 ? [then.commit] : []);
  for (const { at } of reviewed) {
    const commit = at === undefined ? then.commit : await commitOf(context, then, at);
    if (commit === undefined) refusals.push({ name: 'no-commit', values: { commit: at ?? '' } });
    else commits.add(commit);
  }
  if (commits.size > 1) refusals.push({ name: 'several-commits' });
  const [commit = then.commit] = commits;
  const wanted = await pagesOfKeys(then, accepted, refusals);
  if (refusals.length > 0) return { record: undefined, accepted: new Map(), own: [], refusals };

  const shared = { comment, commit, reviewers: then.reviewers, reviews: reviewsOf(ledger) };
  const texts = await then.texts(commit);
  const pageOf = ({ page, keys, except = [] }: Omit<ReviewedCommand, 'type'>): ReviewedPage => {
    const path = [...texts.keys()].find((each) => pageOfPath(each) === page);
    const near = path === undefined ? nearest(page, [...texts.keys()].map(pageOfPath)) : undefined;
    return { page, file: path === undefined ? undefined : { path, text: texts.get(path) ?? '' }, near, keys, except };
  };
  const answers = [
    ...(reviewed.length > 0 ? [reviewRecord({ ...shared, kind: 'reviewed', pages: reviewed.map(pageOf) })] : []),
    ...(wanted.size > 0
      ? [reviewRecord({ ...shared, kind: 'accept', pages: [...wanted].map(([page, keys]) => pageOf({ page, keys })) })]
      : []),
  ];
  const records = answers.flatMap(({ record }) => record ?? []);
  const folders = new Set(records.map(({ entitledBy }) => entitledBy));
  const several: Answer[] = folders.size > 1 ? [{ name: 'several-folders', values: { folders: [...folders] } }] : [];
  const all = [...answers.flatMap((answer) => answer.refusals), ...several];
  return {
    record: all.length > 0 ? undefined : joined(records),
    accepted: wanted,
    own: wanted.size > 0 ? (answers.at(-1)?.own ?? []) : [],
    refusals: all,
  };
}

/** One comment is one record; a text that is named twice is in it once. */
function joined(records: readonly ReviewRecord[]): ReviewRecord | undefined {
  const [first] = records;
  if (!first) return undefined;
  const rows = records.flatMap(({ segments }) => segments);
  return { ...first, segments: [...new Map(rows.map((row) => [`${row.page}:${row.key}`, row])).values()] };
}

/** A commit that main had when the comment was written, by its id or the beginning of it. */
async function commitOf({ repository }: GitHubContext, then: MainThen, name: string): Promise<CommitId | undefined> {
  try {
    const { sha } = await repository.commit(name);
    return sha.startsWith(name) && (await repository.isAncestor(sha, then.commit)) ? sha : undefined;
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return undefined;
    throw error;
  }
}

/** Keys by page; those that are named without a page have to stand on one only, or be stale on one only. */
async function pagesOfKeys(then: MainThen, commands: readonly AcceptCommand[], refusals: Answer[]) {
  const found = new Map<string, string[]>();
  const add = (page: string, key: string) => {
    const keys = found.get(page) ?? [];
    found.set(page, keys.includes(key) ? keys : [...keys, key]);
  };
  for (const { page, keys } of commands)
    for (const key of keys) {
      if (page !== undefined) {
        add(page, key);
        continue;
      }
      const { files } = await then.catalogs();
      const entries = files.flatMap(({ catalog }) => {
        const entry = entriesByKey(catalog).get(key);
        return entry ? [{ page: catalog.page, isStale: entryStatus(entry) === 'stale' }] : [];
      });
      const stale = entries.filter(({ isStale }) => isStale);
      const [one, ...others] = stale.length > 0 ? stale : entries;
      if (!one) refusals.push({ name: 'no-key-anywhere', values: { key } });
      else if (others.length === 0) add(one.page, key);
      else refusals.push({ name: 'key-on-pages', values: { key, pages: [one, ...others].map((each) => each.page) } });
    }
  return found;
}

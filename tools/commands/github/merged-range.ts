/**
 * What main was before and after a pull request was merged, by the way that was taken.
 * https://docs.github.com/pull-requests/collaborating-with-pull-requests/incorporating-changes-from-a-pull-request/about-pull-request-merges
 */
import type { Commit } from '../../io/repository/types.ts';
import type { CommitFacts } from '../../review/types.ts';

export interface MergedRange {
  readonly way: 'merge' | 'squash' | 'rebase';
  /** Commits of main. */
  readonly before: string;
  readonly after: string;
}

type Signed = Pick<CommitFacts, 'authorName' | 'authorEmail' | 'authoredAt' | 'message'>;
type Own = Signed & Pick<CommitFacts, 'parents'>;

/**
 * @param merge the commit of main that stands for the merge
 * @param own commits of the pull request, in order
 * @param commit reads a commit of main; asked for as many as look like the pull request's own
 * @returns undefined when nothing was before
 */
export async function mergedRange(
  merge: Commit,
  own: readonly Own[],
  commit: (sha: string) => Promise<Commit>,
): Promise<MergedRange | undefined> {
  const [before] = merge.parents;
  if (before === undefined) return undefined;
  if (merge.parents.length > 1) return { way: 'merge', before, after: merge.sha };
  // Rebasing leaves merge commits away.
  const wanted = own.filter(({ parents }) => parents.length < 2);
  let start = merge;
  for (const [at, each] of [...wanted.entries()].reverse()) {
    const [parent] = start.parents;
    if (!isLike(start, each) || start.parents.length > 1 || parent === undefined) break;
    if (at === 0) return { way: 'rebase', before: parent, after: merge.sha };
    start = await commit(parent);
  }
  return { way: 'squash', before, after: merge.sha };
}

const isLike = (a: Signed, b: Signed): boolean =>
  a.authorName === b.authorName &&
  a.authorEmail === b.authorEmail &&
  Date.parse(a.authoredAt) === Date.parse(b.authoredAt) &&
  a.message.trimEnd() === b.message.trimEnd();

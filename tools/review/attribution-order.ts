/** The order in which commits were made: parents first. */
import type { CommitFacts } from './types.ts';

/** Ancestors before what stands on them; what stands apart, by the author's date, then by id. */
export function byAncestry<T extends { readonly commit: CommitFacts }>(commits: readonly T[]): T[] {
  const sorted = [...new Map(commits.map((each) => [each.commit.sha, each])).values()].sort((a, b) => {
    const [left, right] = [rank(a.commit), rank(b.commit)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const open = new Map(sorted.map((each) => [each.commit.sha, each]));
  const ordered: T[] = [];
  for (const each of sorted) {
    // Deep chains are walked without recursion.
    const path = open.has(each.commit.sha) ? [each] : [];
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const parent = last.commit.parents.map((sha) => open.get(sha)).find((found) => found && !path.includes(found));
      if (parent) path.push(parent);
      else {
        path.pop();
        open.delete(last.commit.sha);
        ordered.push(last);
      }
    }
  }
  return ordered;
}

const rank = ({ authoredAt, sha }: CommitFacts): string => `${authoredAt} ${sha}`;

/** Which recorded pull requests a merged one takes back whole. */

import type { FileChange } from '../../io/repository/types.ts';
import { nameOf } from '../../ledger/names.ts';
import { byEvent } from '../../ledger/order.ts';
import type { LedgerFile, PullRequestRecord } from '../../ledger/types.ts';
import { commitFacts } from '../../review/facts.ts';
import { claimedReverts, restoredBy } from '../../review/reverts.ts';
import type { GitHubContext } from './context.ts';
import { type Gathered, rangeOf } from './facts-of-git.ts';

/**
 * @param ledger all that is recorded; what happened later is left out of account
 * @returns what of each it restores, by name such as `pr-12`
 */
export async function reversesOf(
  context: GitHubContext,
  { input, range }: Gathered,
  ledger: readonly LedgerFile[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { repository, github, name } = context;
  const { facts, merged, commits, files } = input;
  const message = (await repository.commit(merged.commit)).message;
  const texts = [facts.title, facts.body, message, ...commits.map(({ commit }) => commit.message)];
  const isEarlier = ({ record }: LedgerFile) =>
    record.type === 'pull-request' && record.number !== facts.number && record.mergedAt <= merged.at;
  const reverses = new Map<string, readonly string[]>();
  for (const record of claimedReverts(texts, name, ledger.filter(isEarlier).toSorted(byEvent))) {
    const original = await originalOf(record);
    if (original === undefined) continue;
    const restored = restoredBy(original.files, await statesOf(original, files));
    if (restored !== undefined) reverses.set(nameOf(record), restored);
  }
  return reverses;

  async function originalOf({ mergeCommit, number }: PullRequestRecord) {
    if (!(await repository.has(mergeCommit))) return undefined;
    const own = async () => (await github.commits(number)).map(commitFacts);
    const then = await rangeOf(repository, mergeCommit, own);
    if (then === undefined) return undefined;
    return { after: then.after, files: await repository.changes(then.before, then.after, 'translations', 'docs') };
  }

  /** The same paths, and those that this one changes, on main before it and after it. */
  async function statesOf(
    original: { readonly after: string; readonly files: readonly FileChange[] },
    own: readonly FileChange[],
  ): Promise<readonly FileChange[]> {
    const changed = new Set(own.map(({ path }) => path));
    const rest = original.files.filter(({ path }) => !changed.has(path));
    if (rest.length === 0) return own;
    const paths = rest.map(({ path }) => path);
    const later = new Map(
      (await repository.changes(original.after, range.before, ...paths)).map(({ path, after }) => [path, after]),
    );
    const texts = rest.map(({ path, after }) => ({ path, text: later.has(path) ? later.get(path) : after }));
    return [...own, ...texts.map(({ path, text }) => ({ path, before: text, after: text }))];
  }
}

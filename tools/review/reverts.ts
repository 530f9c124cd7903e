/**
 * Whether a pull request takes back whole what an earlier one did. That it says so finds the earlier one, and that the
 * texts are as they were before proves it. Pure.
 */
import { entryStatus } from '../catalog/entry-status.ts';
import type { Entry } from '../catalog/types.ts';
import type { LedgerFile, PullRequestRecord } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { segmentChanges } from './changes.ts';
import { entriesIn } from './changes-pages.ts';
import type { FileChange } from './types.ts';

const BY_NUMBER = /\breverts[ \t]+(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,14})\b/gi;
const BY_COMMIT = /\bthis reverts commit[ \t]+([0-9a-f]{10,40})\b/gi;

/**
 * The recorded pull requests that texts say they revert, by number: `Reverts owner/name#12`, as GitHub writes it, or
 * `This reverts commit SHA`, as git does, of the merge.
 *
 * @param texts body and messages of the pull request and of its merge
 * @param repository `owner/name`
 */
export function claimedReverts(
  texts: readonly string[],
  repository: string,
  ledger: readonly LedgerFile[],
): readonly PullRequestRecord[] {
  const { numbers, commits } = revertsNamed(texts, repository);
  const claimed = ledger.flatMap(({ record }) =>
    record.type === 'pull-request' &&
    (numbers.has(record.number) || commits.some((sha) => record.mergeCommit.startsWith(sha)))
      ? [record]
      : [],
  );
  return claimed.toSorted((a, b) => a.number - b.number);
}

/** What such texts name: numbers of pull requests of the repository, and beginnings of commit ids. */
export function revertsNamed(
  texts: readonly string[],
  repository: string,
): { readonly numbers: ReadonlySet<number>; readonly commits: readonly string[] } {
  const numbers = new Set<number>();
  const commits: string[] = [];
  for (const text of texts) {
    for (const [, name, number] of text.matchAll(BY_NUMBER))
      if (name === undefined || name.toLowerCase() === repository.toLowerCase()) numbers.add(Number(number));
    for (const [, sha = ''] of text.matchAll(BY_COMMIT)) commits.push(sha.toLowerCase());
  }
  return { numbers, commits };
}

/**
 * What of an earlier change is taken back, if all of it is that main still had as that change left it: texts as
 * `page:key`, and paths of pages of docs/.
 *
 * @param original what the earlier one changed: main before it and after it
 * @param now the same paths, and those that the later one changes, as main has them before and after it
 * @returns undefined when something of it stays, or nothing of it was left to be taken back
 */
export function restoredBy(original: readonly FileChange[], now: readonly FileChange[]): readonly string[] | undefined {
  const [before, after] = [entriesIn(now, 'before'), entriesIn(now, 'after')];
  const restored: string[] = [];
  for (const { page, key, target, old, from, to } of segmentChanges(original).changes) {
    const [was, is] = [before.get(page)?.get(key), after.get(page)?.get(key)];
    if (!was || !stands(was, target, to)) continue;
    if (!is || !stands(is, targetHash(old), from)) return undefined;
    restored.push(`${page}:${key}`);
  }
  const states = new Map(now.map((file) => [file.path, file]));
  for (const { path, before: old, after: left } of original) {
    const state = states.get(path);
    if (!path.startsWith('docs/') || old === left || !state || state.before !== left) continue;
    if (state.after !== old) return undefined;
    restored.push(path);
  }
  return restored.length > 0 ? restored.sort() : undefined;
}

const stands = (entry: Entry, hash: string, status: ReturnType<typeof entryStatus>): boolean =>
  targetHash(entry.target) === hash && entryStatus(entry) === status;

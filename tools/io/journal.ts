/**
 * The journal of a transaction, and the second half of one: the staged files are renamed over the old ones. It may be
 * begun again however often it was cut short, and ends in the same bytes.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { diskFailure } from './disk-failure.ts';
import { moveInto, syncFolder } from './durable.ts';
import { readBytes } from './files.ts';
import { safeJoin } from './safe-join.ts';
import { digestOf } from './snapshot.ts';

/** One file of a transaction. */
export interface Planned {
  readonly path: string;
  /** Name of the staged file; null removes. */
  readonly staged: string | null;
  /** Digests of the file as it was and shall be; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReplayOptions {
  /** Called before each step that touches the disk, with its name. */
  readonly onStep?: (step: string) => void;
}

/** Where new contents are staged, relative to the workspace. */
export const TRANSACTION = '.cache/transaction';
/** The file in it that says that all is staged. */
export const JOURNAL = 'journal';

/** Whether a transaction was cut short after its point of no return: some files may be old and others new. */
export function hasUnfinished(root: string): boolean {
  return existsSync(join(safeJoin(root, TRANSACTION), JOURNAL));
}

/**
 * Finishes or drops a transaction that was cut short, so that the files are as if it had run whole or not at all.
 *
 * @returns the paths of the one that was finished; none when there was none
 * @throws Failure(2) if a file was edited since, or cannot be written: neither the edit nor the unfinished work is lost
 */
export async function recover(
  root: string,
  { onStep: step = () => {} }: ReplayOptions = {},
): Promise<readonly string[]> {
  const folder = safeJoin(root, TRANSACTION);
  const journal = join(folder, JOURNAL);
  if (!existsSync(folder)) return [];
  const planned = existsSync(journal) ? readJournal(journal) : [];
  const isLeft = ({ staged }: Planned) => staged === null || existsSync(join(folder, staged));
  requireUnedited(root, planned.filter(isLeft));

  const touched = new Set<string>();
  // Removals first: a file may make way for a folder of its name.
  const inOrder = [
    ...planned.filter(({ staged }) => staged === null),
    ...planned.filter(({ staged }) => staged !== null),
  ];
  for (const each of inOrder) {
    if (!isLeft(each)) continue;
    step(`${each.staged === null ? 'remove' : 'apply'} ${each.path}`);
    try {
      touched.add(await put(root, folder, each));
    } catch (error) {
      throw diskFailure(error, each.path, 'The rest is kept: mend that, and the next run finishes it');
    }
  }
  await Promise.all([...touched].map(syncFolder));
  step('forget');
  await rm(journal, { force: true });
  step('clean');
  await rm(folder, { recursive: true, force: true });
  return planned.map(({ path }) => path);
}

/** @returns the folder that was changed */
async function put(root: string, folder: string, planned: Planned): Promise<string> {
  const { path, staged } = planned;
  const target = safeJoin(root, path);
  if (staged !== null) await mkdir(dirname(target), { recursive: true });
  // The files before it took their time.
  requireUnedited(root, [planned]);
  if (staged === null) await removeFile(root, path);
  else {
    await moveInto(join(folder, staged), target);
  }
  return dirname(target);
}

/** A journal that no pgdoc wrote, say one that came with a checkout, must not move files from elsewhere. */
function readJournal(journal: string): readonly Planned[] {
  let planned: unknown;
  try {
    planned = JSON.parse(readFileSync(journal, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  const isPlanned = ({ path, staged }: Partial<Planned>) =>
    typeof path === 'string' && (staged === null || (typeof staged === 'string' && /^[0-9]+$/.test(staged)));
  if (Array.isArray(planned) && planned.every(isPlanned)) return planned;
  throw new Failure(2, `${journal}: not written by pgdoc; remove the folder it is in`);
}

/** An edit made after the kill would be overwritten without a word. */
function requireUnedited(root: string, planned: readonly Planned[]): void {
  const edited = planned.filter(({ path, staged, before, after }) => {
    if (staged === null && isFolder(root, path)) return false;
    const now = digestOf(readBytes(root, path));
    return now !== before && now !== after;
  });
  if (edited.length === 0) return;
  const lines = edited.map(({ path, staged }) => {
    const unfinished = staged === null ? 'it was to be removed' : `its new text is ${TRANSACTION}/${staged}`;
    return `${path}: edited after a run that was cut short; ${unfinished}`;
  });
  throw new Failure(2, `${lines.join('\n')}\nCopy your edit elsewhere, restore the file (git checkout), and run again`);
}

/** A folder that stands where a file was removed is the transaction's own, which refuses to write into any other. */
function isFolder(root: string, path: string): boolean {
  return statSync(safeJoin(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function removeFile(root: string, path: string): Promise<void> {
  if (isFolder(root, path)) return;
  rmSync(safeJoin(root, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      await rmdir(safeJoin(root, parent));
    } catch {
      // Not empty, or gone already.
      return;
    }
  }
}

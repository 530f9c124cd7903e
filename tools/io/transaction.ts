/**
 * Writes many files as one: all or none, even if the process is killed at any moment.
 *
 * New contents are staged in <root>/.cache/transaction; a journal renamed into place is the point of no return;
 * then the staged files are renamed over the old ones. `recover` finishes what has a journal and drops what has none.
 * The caller holds the workspace's lock.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, type Stats, statSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { Failure } from '../failure.ts';
import { moveInto, syncFolder, writeDurably } from './durable.ts';
import { readBytes } from './files.ts';
import { safeJoin } from './safe-join.ts';

export interface Change {
  /** Relative to the workspace. */
  readonly path: string;
  /** What the file shall hold; null removes it, and folders that become empty with it. */
  readonly content: string | Uint8Array | null;
}

export interface WriteOptions {
  /** Called before each step that touches the disk, with its name. */
  readonly onStep?: (step: string) => void;
}

interface Planned {
  readonly path: string;
  /** Name of the staged file; null removes. */
  readonly staged: string | null;
  /** Digests of the file as it was and shall be; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

const FOLDER = '.cache/transaction';
const atOnce = pLimit(16);

/**
 * Writes the changes that differ from what is there, after finishing what an earlier process left undone.
 *
 * @returns the paths that were changed, in the order given
 * @throws Failure(2) if a path leads out of the workspace or a folder stands in its place; nothing is written then
 */
export async function writeAll(
  root: string,
  changes: readonly Change[],
  options: WriteOptions = {},
): Promise<readonly string[]> {
  const step = options.onStep ?? (() => {});
  await recover(root, options);
  const folder = safeJoin(root, FOLDER);
  const contents = new Map(changes.map(({ path, content }) => [path, content]));
  if (contents.size < changes.length) throw new Error('a transaction changes each file once');

  const differing = changes.flatMap(({ path, content }, index) => {
    const before = digestOf(readBytes(root, path));
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const after = digestOf(bytes ?? undefined);
    if (before === after) return [];
    if (bytes !== null) requirePlace(root, path, contents);
    const planned: Planned = { path, staged: bytes === null ? null : String(index), before, after };
    return [{ planned, bytes }];
  });
  if (differing.length === 0) return [];

  step('stage');
  await mkdir(folder, { recursive: true });
  const stage = async (name: string, bytes: Uint8Array): Promise<void> => {
    step(`stage ${name}`);
    await writeDurably(join(folder, name), bytes);
  };
  await Promise.all(
    differing.flatMap(({ planned, bytes }) => (bytes === null ? [] : [atOnce(() => stage(planned.staged!, bytes))])),
  );
  const journal = JSON.stringify(differing.map(({ planned }) => planned));
  await stage('journal.new', Buffer.from(journal));
  await syncFolder(folder);
  step('commit');
  await rename(join(folder, 'journal.new'), join(folder, 'journal'));
  await syncFolder(folder);
  await recover(root, options);
  return differing.map(({ planned }) => planned.path);
}

/**
 * Finishes or drops a transaction that was cut short, so that the files are as if it had run whole or not at all.
 *
 * @returns whether there was one to finish
 * @throws Failure(2) if a file was edited since: neither the edit nor the unfinished work is thrown away
 */
export async function recover(root: string, options: WriteOptions = {}): Promise<boolean> {
  const step = options.onStep ?? (() => {});
  const folder = safeJoin(root, FOLDER);
  const journal = join(folder, 'journal');
  if (!existsSync(folder)) return false;
  const planned = existsSync(journal) ? readJournal(journal) : [];
  requireUnedited(root, folder, planned);

  // Removals first: a file may make way for a folder of its name.
  for (const { path } of planned.filter(({ staged }) => staged === null)) {
    step(`remove ${path}`);
    await removeFile(root, path);
  }
  const touched = new Set<string>();
  for (const { path, staged } of planned) {
    if (staged === null || !existsSync(join(folder, staged))) continue;
    const target = safeJoin(root, path);
    step(`apply ${path}`);
    await mkdir(dirname(target), { recursive: true });
    await moveInto(join(folder, staged), target);
    touched.add(dirname(target));
  }
  await Promise.all([...touched].map((changed) => atOnce(() => syncFolder(changed))));
  step('forget');
  await rm(journal, { force: true });
  step('clean');
  await rm(folder, { recursive: true, force: true });
  return planned.length > 0;
}

/** A journal that no pgdoc wrote, say one that came with a checkout, must not move files from elsewhere. */
function readJournal(journal: string): readonly Planned[] {
  const planned = JSON.parse(readFileSync(journal, 'utf8')) as readonly Planned[];
  if (planned.every(({ staged }) => staged === null || /^[0-9]+$/.test(staged))) return planned;
  throw new Failure(2, `${journal}: not written by pgdoc; remove the folder it is in`);
}

/** An edit made after the kill would be overwritten without a word. */
function requireUnedited(root: string, folder: string, planned: readonly Planned[]): void {
  const edited = planned.filter(({ path, staged, before, after }) => {
    if (staged !== null && !existsSync(join(folder, staged))) return false;
    const now = digestOf(readBytes(root, path));
    return now !== before && now !== after;
  });
  if (edited.length === 0) return;
  const lines = edited.map(({ path, staged }) => {
    const unfinished = staged === null ? 'it was to be removed' : `its new text is ${FOLDER}/${staged}`;
    return `${path}: edited after a run that was cut short; ${unfinished}`;
  });
  throw new Failure(2, `${lines.join('\n')}\nCopy your edit elsewhere, restore the file (git checkout), and run again`);
}

/** A folder in the file's place, or a file in its folder's place, would stop the transaction after its commit. */
function requirePlace(root: string, path: string, contents: ReadonlyMap<string, Change['content']>): void {
  if (lookAt(safeJoin(root, path))?.isDirectory()) {
    throw new Failure(2, `${path}: a folder stands where the file is to be written`);
  }
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const content = contents.get(parent);
    const isFile = content === undefined ? lookAt(safeJoin(root, parent))?.isFile() : content !== null;
    if (isFile) throw new Failure(2, `${path}: ${parent} is a file where a folder is to be made`);
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

async function removeFile(root: string, path: string): Promise<void> {
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

function digestOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
}

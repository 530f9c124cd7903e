/**
 * Writes many files as one: all or none, even if the process is killed at any moment.
 *
 * New contents are staged in <root>/.cache/transaction; a journal renamed into place is the point of no return;
 * then the staged files are renamed over the old ones. `recover` finishes what has a journal and drops what has none.
 * The caller holds the workspace's lock, which stops no editor: a file is never replaced that holds what nobody read.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { Failure } from '../failure.ts';
import { diskFailure } from './disk-failure.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { readBytes } from './files.ts';
import { JOURNAL, type Planned, recover, TRANSACTION } from './journal.ts';
import { safeJoin } from './safe-join.ts';
import { digestIn, digestOf, type Snapshot } from './snapshot.ts';
import { requirePlace, requireWritable } from './writable.ts';

export { hasUnfinished, recover } from './journal.ts';

export interface Change {
  /** Relative to the workspace. */
  readonly path: string;
  /** What the file shall hold; null removes it, and folders that become empty with it. */
  readonly content: string | Uint8Array | null;
}

export interface WriteOptions {
  /** The files that the changes were planned on, and what planned them, for messages: `sync`. */
  readonly planned?: { readonly on: Snapshot; readonly by: string };
  /** Files that are not written alone: when nothing else differs, they stay as they are. */
  readonly notAlone?: ReadonlySet<string>;
  /** Called before each step that touches the disk, with its name. */
  readonly onStep?: (step: string) => void;
}

interface Staged extends Planned {
  readonly bytes: Uint8Array | null;
}

const atOnce = pLimit(16);
const SHOWN = 10;

/**
 * Writes the changes that differ from what is there, after finishing what an earlier process left undone.
 *
 * @returns the paths that were changed, in the order given
 * @throws Failure(2) if a path leads out of the workspace, has no place or may not be written, if a file was edited
 *   since the plan was made, or if the disk is full; nothing is written then
 */
export async function writeAll(
  root: string,
  changes: readonly Change[],
  options: WriteOptions = {},
): Promise<readonly string[]> {
  await recover(root, options);
  const differing = differences(root, changes, options.planned);
  if (differing.every(({ path }) => options.notAlone?.has(path))) return [];
  const folder = safeJoin(root, TRANSACTION);
  try {
    await stage(folder, differing, options);
    // Staging takes a while; from here on to the last rename it is milliseconds.
    refuseEdited(
      differing.filter(({ path, before }) => digestOf(readBytes(root, path)) !== before),
      options.planned,
    );
    options.onStep?.('commit');
    await rename(join(folder, 'journal.new'), join(folder, JOURNAL));
  } catch (error) {
    // With a journal the next run finishes the work, whatever went wrong here.
    if (!existsSync(join(folder, JOURNAL))) await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw diskFailure(error, folder, 'Nothing was written');
  }
  await syncFolder(folder);
  await recover(root, options);
  return differing.map(({ path }) => path);
}

/** @throws Failure(2) if one of them cannot be written */
function differences(root: string, changes: readonly Change[], planned: WriteOptions['planned']): readonly Staged[] {
  const contents = new Map(changes.map(({ path, content }) => [path, content]));
  if (contents.size < changes.length) throw new Error('a transaction changes each file once');
  const willBeFile = (path: string) => {
    const content = contents.get(path);
    return content === undefined ? undefined : content !== null;
  };
  const edited: Staged[] = [];
  const differing = changes.flatMap(({ path, content }, index) => {
    const before = digestOf(readBytes(root, path));
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const after = digestOf(bytes ?? undefined);
    if (before === after) return [];
    if (bytes !== null) requirePlace(root, path, willBeFile);
    requireWritable(root, path);
    const staged: Staged = { path, staged: bytes === null ? null : String(index), before, after, bytes };
    const read = planned && digestIn(planned.on, path);
    if (read !== undefined && read !== before) edited.push(staged);
    return [staged];
  });
  refuseEdited(edited, planned);
  return differing;
}

async function stage(folder: string, differing: readonly Staged[], { onStep }: WriteOptions): Promise<void> {
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    onStep?.(`stage ${name}`);
    await writeDurably(join(folder, name), bytes);
  };
  onStep?.('stage');
  await mkdir(folder, { recursive: true });
  const written = await Promise.allSettled(
    differing.flatMap(({ staged, bytes }) => {
      if (staged === null || bytes === null) return [];
      return [atOnce(() => write(staged, bytes))];
    }),
  );
  for (const each of written) if (each.status === 'rejected') throw each.reason;
  const journal: Planned[] = differing.map(({ path, staged, before, after }) => ({ path, staged, before, after }));
  await write('journal.new', Buffer.from(JSON.stringify(journal)));
  await syncFolder(folder);
}

function refuseEdited(edited: readonly Staged[], planned: WriteOptions['planned']): void {
  if (edited.length === 0) return;
  const by = planned?.by ?? 'pgdoc';
  const lines = edited.slice(0, SHOWN).map(({ path }) => `${path} was changed while ${by} was at work`);
  const more = edited.length > SHOWN ? [`… and ${edited.length - SHOWN} more`] : [];
  throw new Failure(2, `${[...lines, ...more].join('\n')}\nNothing was written; run it again.`);
}

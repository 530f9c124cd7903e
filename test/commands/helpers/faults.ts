/** Commands on a disk that fails, or killed at a step, and what is left of a workspace then. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { recover } from '../../../tools/io/transaction.ts';
import type { Harm } from '../../io/helpers/faulty-disk.ts';
import { pgdoc, type Run } from './cli.ts';
import { digestOf, temporary } from './folder.ts';

const preload = fileURLToPath(new URL('../../io/helpers/faulty-disk.ts', import.meta.url));

/** Processes at a time. */
export const atOnce = pLimit(3);

/** Where commands write; what is done for the lock and for upstream's cache is left out. */
export const WRITTEN = ['.cache/transaction', 'translations'] as const;

export interface Faulty extends Run {
  /** What was done to files, `operation path`; the last one may not have been. */
  readonly steps: readonly string[];
}

/** Runs the command line with `--root`, with harm to be done at a step. */
export async function onFaultyDisk(
  root: string,
  args: readonly string[],
  { below = WRITTEN, ...harm }: Partial<Omit<Harm, 'root' | 'log'>>,
): Promise<Faulty> {
  const log = join(temporary(), 'steps');
  const told: Harm = { root, below, log, reads: false, at: 0, what: 'none', ...harm };
  const env = {
    FAULTY_DISK: JSON.stringify(told),
    NODE_OPTIONS: `--import=${import.meta.resolve('tsx')} --import=${preload}`,
  };
  const run = await pgdoc([...args, '--root', root], { env });
  const steps = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  return { ...run, steps };
}

export function copyOf(folder: string): string {
  const copy = temporary();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** What the workspace would be if nothing but the unfinished write were finished or dropped. */
export async function recovered(root: string): Promise<readonly string[]> {
  const copy = copyOf(root);
  await recover(copy);
  return digestOf(copy);
}

/** Names of files that hold neither what they held before nor what they are to hold. */
export function mixed(now: readonly string[], before: readonly string[], after: readonly string[]): readonly string[] {
  return now.filter((line) => !before.includes(line) && !after.includes(line));
}

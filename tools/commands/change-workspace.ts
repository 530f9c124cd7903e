/** What every command that writes into a workspace does around its work: lock, finish what was cut short, apply. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { withLock } from '../io/lock.ts';
import { safeJoin } from '../io/safe-join.ts';
import { takeSnapshot } from '../io/snapshot.ts';
import { type Change, hasUnfinished, recover, writeAll } from '../io/transaction.ts';
import type { Context } from './context.ts';

/** What people edit. */
const FOLDER = 'translations';

/** Writes all or nothing, and says which files it changed; in a dry run it does nothing. */
export type Apply = (changes: readonly Change[]) => Promise<readonly string[]>;

export interface Purpose {
  /** The command, for messages. */
  readonly purpose: string;
  /** Milliseconds to wait for another process that holds the workspace; none by default. */
  readonly wait?: number;
  /** Where the command will write its report, as a person typed it: looked at before anything else is done. */
  readonly report?: string | undefined;
}

/**
 * Runs work that reads the workspace, plans, and applies its plan.
 *
 * @throws Failure(2) for a report that would stand outside the workspace or among what people edit; when another
 *   process is at work; from `apply`, when a file below translations/ that it would replace was edited after the work
 *   began, or cannot be written: nothing is written then
 */
export async function changeWorkspace<T>(
  { root, dryRun, tell }: Context,
  { purpose, wait = 0, report }: Purpose,
  work: (apply: Apply) => Promise<T>,
): Promise<T> {
  if (report !== undefined) requireReport(root, report);
  return withLock(root, { name: 'workspace', purpose, wait }, async () => {
    if (dryRun) {
      if (hasUnfinished(root))
        tell('A run that was cut short is not finished: some files may be old and others new. The next run ends it.');
      return work(async () => []);
    }
    const finished = await recover(root);
    if (finished.length > 0) tell(`A run that was cut short was finished first: ${finished.length} files written.`);
    const on = await takeSnapshot(root, FOLDER);
    // The finished run's report says what was done; that of a run with nothing left to do would say: nothing.
    const notAlone = new Set(finished.filter((path) => !path.startsWith(`${FOLDER}/`)));
    return work((changes) => writeAll(root, changes, { planned: { on, by: purpose }, notAlone }));
  });
}

/** By the folder that it really lies in: a link, or another case of letters, may lead there too. */
function requireReport(root: string, report: string): void {
  const path = safeJoin(root, report);
  const guarded = resolve(realpathSync(root), FOLDER).toLowerCase();
  if (`${realFolder(dirname(path))}${sep}`.toLowerCase().startsWith(`${guarded}${sep}`))
    throw new Failure(
      2,
      `--report ${report}: expected a file outside ${FOLDER}/, where it could take a catalog's place`,
    );
}

/** The real path of a folder, as far as it exists. */
function realFolder(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : join(realFolder(dirname(folder)), basename(folder));
}

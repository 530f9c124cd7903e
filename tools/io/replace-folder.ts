/**
 * Puts a freshly built folder in the place of an earlier output, so that nobody ever sees half of it and a page
 * that is gone is gone. A folder that pgdoc did not make is never touched.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

/** A file of this name in a folder says that pgdoc made the folder and may replace it. */
export const MARKER = '.pgdoc-site';

/**
 * Makes an empty folder beside `out` to build in, on the same disk. One left by a killed build is emptied.
 *
 * @throws Failure(2) if `out` may not be replaced, so that nobody builds in vain
 */
export async function stageBeside(out: string): Promise<string> {
  const target = await requireReplaceable(out);
  const staged = beside(target, 'new');
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true });
  await writeFile(join(staged, MARKER), '');
  return staged;
}

/**
 * Renames the old folder away, the built one into its place, and removes the old one.
 *
 * @param built a complete folder on the same disk, as `stageBeside` makes it
 * @throws Failure(2) if `out` is a file, or a folder with contents that bear no mark of pgdoc
 */
export async function replaceFolder(built: string, out: string): Promise<void> {
  const target = await requireReplaceable(out);
  const old = beside(target, 'old');
  await writeFile(join(built, MARKER), '');
  await rm(old, { recursive: true, force: true });
  try {
    if (existsSync(target)) await rename(target, old);
    await rename(built, target);
  } catch (cause) {
    if (!existsSync(target) && existsSync(old)) await rename(old, target);
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new Failure(2, `${out}: the built site could not be put there (${reason}); it is left in ${built}`, {
      cause,
    });
  }
  await rm(old, { recursive: true, force: true });
}

/** Returns where `out` really is. A build that was killed between two renames is undone first. */
async function requireReplaceable(out: string): Promise<string> {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const old = beside(target, 'old');
  if (!existsSync(target) && existsSync(join(old, MARKER))) await rename(old, target);
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return target;
  if (!found.isDirectory()) throw new Failure(2, `${out}: a folder to build into expected, found a file`);
  if (readdirSync(target).length > 0 && !existsSync(join(target, MARKER))) {
    throw new Failure(
      2,
      `${out}: holds files that pgdoc did not make (no ${MARKER} in it); give an empty or a new folder`,
    );
  }
  return target;
}

function beside(target: string, what: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.pgdoc-${what}`);
}

/** Joins a folder and a path that came from a file or a person, so that it cannot lead anywhere else. */
import { lstatSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Failure } from '../failure.ts';

/**
 * @param root an existing folder
 * @param relative a path below it with `/` between its names; nothing has to be there yet
 * @returns the absolute path
 * @throws Failure(2) for an absolute path, `..`, `.git`, a backslash, a control character, or a symbolic link on
 *   the way (or at its end) that leads out of the folder or nowhere
 */
export function safeJoin(root: string, relative: string): string {
  const names = relative.split('/');
  const refused = names.some((name) => /^(?:|\.|\.\.|\.git|.*[\\\x00-\x1f\x7f].*)$/is.test(name));
  if (refused || /^[a-z]:/i.test(relative)) {
    throw new Failure(
      2,
      `${JSON.stringify(relative)}: a path below ${root} expected, without "..", ".git" or a leading "/"`,
    );
  }
  const realRoot = realpathSync(root);
  let path = resolve(root);
  for (const name of names) {
    path = join(path, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) break;
    if (found.isSymbolicLink() && !leadsInside(path, realRoot)) {
      throw new Failure(2, `${relative}: ${path} is a symbolic link that leads out of ${root}`);
    }
    if (found.isFile()) break;
  }
  return join(resolve(root), ...names);
}

function leadsInside(link: string, realRoot: string): boolean {
  try {
    return realpathSync(link).startsWith(realRoot + sep);
  } catch {
    return false;
  }
}

/**
 * The sample's releases as files: 3.1 lies whole in upstream/3.1, every other one as an overlay of the files that
 * differ from it, beside a list of those that it lacks (NAME.removed, one path a line).
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** `master` is what comes after 3.1. */
export const releases = ['2.1', '3.0', '3.1', 'master'] as const;
export type Release = (typeof releases)[number];

const WHOLE: Release = '3.1';
const folder = join(import.meta.dirname, 'upstream');

/** Content of every file of a release, by path from the repository's root, in the order of the paths. */
export async function releaseFiles(release: Release): Promise<ReadonlyMap<string, Buffer>> {
  const files = await read(join(folder, WHOLE));
  if (release !== WHOLE) {
    for (const [path, content] of await read(join(folder, release))) files.set(path, content);
    for (const path of await removed(release)) {
      if (!files.delete(path)) throw new Error(`upstream/${release}.removed names ${path}, which is not in ${WHOLE}`);
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function read(root: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join('/'), await readFile(path));
  }
  return files;
}

async function removed(release: Release): Promise<readonly string[]> {
  const list = join(folder, `${release}.removed`);
  if (!existsSync(list)) return [];
  return (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '');
}

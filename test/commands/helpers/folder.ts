/** Folders of tests: temporary ones, and what a folder holds. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from 'vitest';

/** A new empty folder, removed when the tests of the file are done. */
export function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pgdoc-commands-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Paths of all files in order, without the cache, which commands may write at any time. */
export function listOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').includes('.cache'))
    .sort();
}

/** Contents of those files by path. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(listOf(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** One line a file: two folders with the same lines hold the same bytes. */
export function digestOf(folder: string): readonly string[] {
  return listOf(folder).map((path) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, path)));
    return `${path} ${hash.digest('hex').slice(0, 16)}`;
  });
}

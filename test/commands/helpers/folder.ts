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

/** Contents of all files by path, without the cache, which commands may write at any time. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').includes('.cache'))
    .sort();
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** One line a file: two folders with the same lines hold the same bytes. */
export function digestOf(folder: string): readonly string[] {
  return [...contentsOf(folder)].map(
    ([path, content]) => `${path} ${createHash('sha256').update(content, 'latin1').digest('hex').slice(0, 16)}`,
  );
}

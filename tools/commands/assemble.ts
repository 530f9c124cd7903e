/**
 * `pgdoc assemble`: joins parts of a site, each built with `build --version`, into one. The same bytes come out as of
 * one build of all versions, so that versions can be built on machines of their own.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readSitemapIndex, writeSitemapIndexOf } from '../../.vitepress/sitemap.ts';
import { Failure } from '../failure.ts';
import { MARKER, replaceFolder, stageBeside } from '../io/replace-folder.ts';
import { compareVersions } from '../project/lock-file.ts';
import type { Context, Outcome } from './context.ts';

export interface AssembleOptions {
  readonly parts: readonly string[];
  readonly out: string;
}

const INDEX = 'sitemap.xml';

/**
 * @throws Failure(2) for a part that pgdoc has not built
 * @throws Failure(1) when two parts differ in a file that they share: they were not built from the same workspace
 */
export async function assemble(context: Context, { parts, out }: AssembleOptions): Promise<Outcome> {
  for (const part of parts)
    if (!existsSync(join(part, MARKER)))
      throw new Failure(2, `${part} is no part of a site; \`pgdoc build --version 18 --out DIR\` makes one`);
  const staged = await stageBeside(out);
  const origin = new Map<string, string>();
  const sitemaps = new Set<string>();
  for (const part of parts) {
    for (const url of await readSitemapIndex(join(part, INDEX))) sitemaps.add(url);
    for (const path of await filesOf(part)) {
      if (path === MARKER || path === INDEX) continue;
      const first = origin.get(path);
      if (first === undefined) {
        origin.set(path, part);
        await mkdir(dirname(join(staged, path)), { recursive: true });
        await copyFile(join(part, path), join(staged, path));
      } else if (!(await isSame(join(first, path), join(part, path))))
        throw new Failure(
          1,
          `${path} differs between ${first} and ${part}; build both from the same state of the workspace`,
        );
    }
  }
  await writeSitemapIndexOf(join(staged, INDEX), [...sitemaps].sort(bySite));
  await replaceFolder(staged, out);
  const versions = (await readdir(join(out, 'docs')))
    .filter((name) => /^\d/.test(name))
    .sort(compareVersions)
    .reverse();
  context.print(
    context.json
      ? JSON.stringify({ out, versions, files: origin.size })
      : `${origin.size} files in ${out}: ${versions.join(', ')}`,
  );
  return 0;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function isSame(a: string, b: string): Promise<boolean> {
  return (await readFile(a)).equals(await readFile(b));
}

/** The site's own pages first, then versions, the newest first. */
function bySite(a: string, b: string): number {
  const version = (url: string) => /\/docs\/([\d.]+)\/[^/]*$/.exec(url)?.[1];
  const [left, right] = [version(a), version(b)];
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return compareVersions(right, left);
}

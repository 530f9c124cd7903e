/**
 * The real manual for tests: PostgreSQL's own documentation from PGDOC_UPSTREAM, else from the bundle beside the
 * repository. Tests of it are skipped, by name, where it is not at hand: `describe.skipIf(!manualAtHand)`.
 *
 * All test files share one cache of git objects, so upstream is read once, whoever comes first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { inputsOfGeneratedFiles } from '../tools/docbook/generated/index.ts';
import { cutPages, type Pages } from '../tools/docbook/pages.ts';
import { parseManual } from '../tools/docbook/parse.ts';
import type { DocumentTree } from '../tools/docbook/types.ts';
import { fetchCommit } from '../tools/io/fetch-commit.ts';
import { openTree } from '../tools/io/open-tree.ts';
import { resolveRef } from '../tools/io/resolve-ref.ts';
import type { SourceTree } from '../tools/io/source-tree.ts';
import { openUpstream } from '../tools/io/upstream.ts';

const root = resolve(import.meta.dirname, '..');
const upstream = process.env.PGDOC_UPSTREAM ?? resolve(root, '../shared/upstream/postgres-manual.bundle');
const yardstick = resolve(root, '../shared/yardstick');

/** A URL is taken on trust: a test then fails with what git says. */
export const manualAtHand = /^[a-z]+:\/\//.test(upstream) || existsSync(resolve(root, upstream));
export const yardstickAtHand = existsSync(yardstick);
export const officialHtml = resolve(root, '../shared/official-html/18.6.tar.xz');
export const officialHtmlAtHand = existsSync(officialHtml);

/** What a skipped test says of itself. */
export const absence = manualAtHand ? '' : ` (skipped: set PGDOC_UPSTREAM, there is no ${upstream})`;

/** Upstream's files at a tag, such as `REL_18_6`. */
export async function realTree(tag: string): Promise<SourceTree> {
  const workspace = join(root, 'node_modules/.cache/pgdoc-tests');
  mkdirSync(workspace, { recursive: true });
  const opened = await openUpstream({
    root: workspace,
    upstream: resolve(root, upstream) === upstream || upstream.includes('://') ? upstream : resolve(root, upstream),
    paths: ['doc/src/sgml', ...inputsOfGeneratedFiles],
    env: { PATH: process.env.PATH, HOME: homedir() },
  });
  const { commit } = await resolveRef(opened, { name: tag, ref: tag, follow: 'tags' }, tag);
  await fetchCommit(opened, commit);
  return openTree(opened, commit);
}

/** The manual at a tag, read and cut into pages. */
export async function realManual(tag: string): Promise<{ readonly tree: DocumentTree; readonly pages: Pages }> {
  const tree = parseManual(await realTree(tag));
  return { tree, pages: cutPages(tree) };
}

/** The whole manual of a release in one XML document, as an independent parser resolved it. */
export function yardstickXml(release: '18.3' | '18.6'): string {
  const packed = join(yardstick, `postgres-full-${release}.xml.xz`);
  return execFileSync('xz', ['--decompress', '--stdout', packed], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Names of the pages that upstream's own build makes of 18.6, without `.html`. */
export function officialPages(): string[] {
  const listing = execFileSync('tar', ['--list', '--xz', '--file', officialHtml], { encoding: 'utf8' });
  return [...listing.matchAll(/([^/\n]+)\.html$/gm)].map(([, name]) => name as string);
}

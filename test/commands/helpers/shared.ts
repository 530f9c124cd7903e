/**
 * What several test files need and takes long to make, made once: kept in node_modules/.cache under a digest of
 * everything that it is made from, by one process while the others wait. Nobody writes into it afterwards.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { readInputs } from '../../../tools/commands/build/inputs.ts';
import { digestInputs } from '../../../tools/commands/build/inputs-digest.ts';
import { openShell } from '../../../tools/commands/build/shell-store.ts';
import { siteOptions } from '../../../tools/commands/build/site-options.ts';
import { build } from '../../../tools/commands/build.ts';
import { importTranslation } from '../../../tools/commands/import.ts';
import { upstreamOf } from '../../../tools/commands/manual.ts';
import { Manuals } from '../../../tools/commands/manuals.ts';
import { readOutlines } from '../../../tools/commands/outlines.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { withLock } from '../../../tools/io/lock.ts';
import { makeLedger } from '../../sample/make-ledger.ts';
import { makeUpstream } from '../../sample/make-upstream.ts';
import { temporary } from './folder.ts';
import { record } from './record.ts';

export const toolRoot = resolve(import.meta.dirname, '../../..');
export const sample = join(toolRoot, 'test/sample');
const home = join(toolRoot, 'node_modules/.cache/pgdoc-tests');
const LONGEST_WAIT = 10 * 60_000;
const KEPT = 2;
/** Milliseconds within which another run may still be reading what it has made. */
const IN_USE = 30 * 60_000;

/** The sample's upstream, a bare git repository. */
export const sampleUpstream = (): Promise<string> => shared('tinyrow.git', (dir) => makeUpstream(dir));

/**
 * A workspace of the sample at 3.1, with the Chinese of 3.0 taken over; nothing is left to fetch. The shell of its site
 * lies in its cache: that takes by far the longest, and is the same whatever a test changes in catalogs or docs/.
 */
export const translatedWorkspace = (): Promise<string> =>
  shared('workspace', async (dir) => {
    await freshWorkspace(dir);
    await sync(record(dir), { pins: new Map([['3', 'REL_3_0']]) });
    await importTranslation(record(dir), chinese);
    await sync(record(dir), { pins: new Map() });
    await fillCache(dir);
  });

/** Puts the shell of a workspace's site and the outlines of its manuals into its cache, as a build would. */
export async function fillCache(root: string): Promise<void> {
  const inputs = await readInputs(record(root), await digestInputs(record(root), toolRoot));
  const { project, pins, tool } = inputs;
  const out = `${root}.shell`;
  await openShell({ root, tool, site: siteOptions(inputs, out), isFresh: false });
  rmSync(out, { recursive: true });
  const manuals = new Manuals(await upstreamOf(record(root), project));
  await readOutlines(root, manuals, pins, { tool, last: undefined });
}

/** `translatedWorkspace` with a ledger: who translated and reviewed it, who is entitled, who holds an office. */
export const creditedWorkspace = (): Promise<string> =>
  shared('credited', async (dir) => {
    await copyWorkspace(dir);
    await makeLedger(dir);
  });

/** The site of `translatedWorkspace`, both versions, with search. */
export const builtSite = (): Promise<string> => siteOf('site', translatedWorkspace);

/** The site of `creditedWorkspace`, both versions, with search. */
export const creditedSite = (): Promise<string> => siteOf('credited-site', creditedWorkspace);

async function siteOf(name: string, workspace: () => Promise<string>): Promise<string> {
  const from = await workspace();
  return shared(name, async (dir) => {
    const root = `${dir}.workspace`;
    cpSync(from, root, { recursive: true });
    await build(record(root), { out: dir, versions: undefined, search: true, toolRoot });
    rmSync(root, { recursive: true, force: true });
  });
}

export const chinese = {
  from: join(sample, 'chinese'),
  version: '3',
  base: undefined,
  as: 'translated',
  origin: undefined,
  report: undefined,
} as const;

/** A workspace of the sample as a person would have it before the first sync. */
export async function freshWorkspace(dir: string): Promise<void> {
  const upstream = await sampleUpstream();
  for (const folder of ['translations', 'docs']) cpSync(join(sample, folder), join(dir, folder), { recursive: true });
  editFile(join(dir, 'translations/project.yml'), (text) => text.replace(/^upstream: .*$/m, `upstream: ${upstream}`));
}

/** A copy of `translatedWorkspace` to work on. */
export async function copyWorkspace(dir: string): Promise<void> {
  cpSync(await translatedWorkspace(), dir, { recursive: true });
}

/** A copy of `translatedWorkspace` and a place for its site, in a folder of their own. */
export async function workspaceToBuild(): Promise<{ root: string; out: string }> {
  const folder = temporary();
  const root = join(folder, 'workspace');
  await copyWorkspace(root);
  return { root, out: join(folder, 'site') };
}

/** All versions, without search. */
export const buildOptions = (out: string) => ({ out, versions: undefined, search: false, toolRoot });

export function editFile(file: string, edit: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`${file}: the edit changes nothing`);
  writeFileSync(file, after);
}

/**
 * A folder of that name, made by `make` if it is not there.
 *
 * @param make fills a folder, which may not exist yet
 */
export async function shared(name: string, make: (dir: string) => Promise<void>): Promise<string> {
  const folder = join(home, digestOfSources());
  const made = join(folder, name);
  if (existsSync(made)) return made;
  mkdirSync(folder, { recursive: true });
  await withLock(folder, { name: name.replace(/\W/g, ''), purpose: `making ${name}`, wait: LONGEST_WAIT }, async () => {
    if (existsSync(made)) return;
    const unfinished = `${made}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    await make(unfinished);
    renameSync(unfinished, made);
  });
  forgetOldest(folder);
  return made;
}

let digest: string | undefined;

function digestOfSources(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256');
  for (const source of [
    'tools',
    '.vitepress',
    'translations',
    'docs',
    'test/sample',
    'test/commands/helpers',
    'package-lock.json',
  ]) {
    for (const file of filesOf(join(toolRoot, source))) hash.update(file).update(readFileSync(file));
  }
  digest = hash.digest('hex').slice(0, 16);
  return digest;
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== '.cache')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(path, entry.name);
      return entry.isDirectory() ? filesOf(full) : [full];
    });
}

/** Those made of earlier sources; the newest stay. */
function forgetOldest(folder: string): void {
  const others = readdirSync(home).filter((name) => join(home, name) !== folder);
  if (others.length <= KEPT) return;
  const [oldest] = others
    .map((name) => ({ name, made: statSync(join(home, name)).mtimeMs }))
    .sort((a, b) => a.made - b.made);
  if (oldest && Date.now() - oldest.made > IN_USE) rmSync(join(home, oldest.name), { recursive: true, force: true });
}

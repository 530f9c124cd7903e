/**
 * The real manual for tests of what is built of it: workspaces and sites that are made once, see shared.ts. Only where
 * `realSiteAtHand`; nobody writes into what these functions return.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from '../../../tools/commands/build.ts';
import { importTranslation } from '../../../tools/commands/import.ts';
import { init } from '../../../tools/commands/init.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { manualAtHand } from '../../real-manual.ts';
import { record } from './record.ts';
import { shared, toolRoot } from './shared.ts';

const materials = resolve(toolRoot, '../shared');
const upstream = process.env.PGDOC_UPSTREAM ?? join(materials, 'upstream/postgres-manual.bundle');
const translation = join(materials, 'pgdoc-cn/18.3.tar.xz');

/** Milliseconds that a hook may take which makes some of these; a machine may be busy. */
export const LONG = 10 * 60_000;

export const realSiteAtHand = manualAtHand && existsSync(translation);

/** 18.6 in two languages, by way of 18.3 and its imported translation; 16.8 and 15.7 with what they share with it. */
export const realWorkspace = (): Promise<string> =>
  shared('real', async (root) => {
    const older = [
      ['16', 'REL_16_8'],
      ['15', 'REL_15_7'],
    ] as const;
    await start(root, ['18', '16', '15']);
    await sync(record(root), { pins: new Map([['18', 'REL_18_3'], ...older]) });
    const chinese = `${root}.chinese`;
    mkdirSync(chinese);
    execFileSync('tar', ['--extract', '--xz', '--file', translation, '--directory', chinese, '--strip-components=1']);
    const options = { from: chinese, version: '18', base: undefined, as: 'translated', origin: undefined } as const;
    await importTranslation(record(root), { ...options, report: undefined });
    rmSync(chinese, { recursive: true });
    await sync(record(root), { pins: new Map([['18', 'REL_18_6'], ...older]) });
  });

/** One version at a tag, in English. */
export const englishWorkspace = (version: string, tag: string): Promise<string> =>
  shared(`english-${tag}`, async (root) => {
    await start(root, [version]);
    await sync(record(root), { pins: new Map([[version, tag]]) });
  });

async function start(root: string, versions: readonly string[]): Promise<void> {
  await init(record(root), {
    upstream,
    language: 'zh-CN',
    versions: versions.map((name) => ({ name, ref: `REL_${name}_STABLE` })),
    title: undefined,
    repository: undefined,
    site: undefined,
    languageFiles: new Map(),
  });
}

export interface RealSite {
  readonly folder: string;
  /** What the build told of it, a finding a line. */
  readonly told: string;
}

/** 18.6 in two languages with its search index, a part of the site of all versions. */
export const realPart18 = (): Promise<RealSite> => site('real-part-18', realWorkspace, ['18'], true);

/** All versions, in two languages, without search. */
export const realSite = (): Promise<RealSite> => site('real-site', realWorkspace);

/** 18.3 in English, without search. */
export const english183 = (): Promise<RealSite> => site('english-site-18-3', () => englishWorkspace('18', 'REL_18_3'));

async function site(
  name: string,
  workspace: () => Promise<string>,
  versions?: readonly string[],
  search = false,
): Promise<RealSite> {
  const made = await shared(name, async (dir) => {
    const root = join(dir, 'workspace');
    cpSync(await workspace(), root, { recursive: true });
    const context = record(root);
    await build(context, { out: join(dir, 'site'), versions, search, toolRoot });
    writeFileSync(join(dir, 'told.txt'), context.told.join('\n'));
    rmSync(root, { recursive: true });
  });
  return { folder: join(made, 'site'), told: readFileSync(join(made, 'told.txt'), 'utf8') };
}

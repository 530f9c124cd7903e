import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../../tools/commands/build.ts';
import { importTranslation } from '../../../tools/commands/import.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { ada, pull, segment } from '../../ledger/records.ts';
import { manualAtHand } from '../../real-manual.ts';
import { putRecord, putReview } from './ledger.ts';
import { startWorkspace, translationAtHand, unpackTranslation } from './real-materials.ts';
import { record } from './record.ts';
import { fillCache, shared, toolRoot } from './shared.ts';

/** Milliseconds that a hook may take which makes some of these; a machine may be busy. */
export const LONG = 10 * 60_000;

export const realSiteAtHand = manualAtHand && translationAtHand('18.3');

/** With pages of its own: 18.6 in two languages, by way of 18.3 and its imported translation; 16.8 and 15.7 with what they share with it. */
export const realWorkspace = (): Promise<string> =>
  shared('real', async (root) => {
    const older = [
      ['16', 'REL_16_8'],
      ['15', 'REL_15_7'],
    ] as const;
    await startWorkspace(root, ['18', '16', '15']);
    await sync(record(root), { pins: new Map([['18', 'REL_18_3'], ...older]) });
    const chinese = `${root}.chinese`;
    unpackTranslation('18.3', chinese);
    const options = { from: chinese, version: '18', base: undefined, as: 'translated', origin: undefined } as const;
    await importTranslation(record(root), { ...options, report: undefined });
    rmSync(chinese, { recursive: true });
    await sync(record(root), { pins: new Map([['18', 'REL_18_6'], ...older]) });
    putOwnPages(root);
    await fillCache(root);
  });

/** The project's own posts, answers and guides, and a ledger with two people in it. */
function putOwnPages(root: string): void {
  for (const path of ['docs', ...['points', 'offices', 'zh-CN/glossary'].map((name) => `translations/${name}.yml`)])
    cpSync(join(toolRoot, path), join(root, path), { recursive: true });
  const entries = putReview(root, 11, 'sql/mvcc-intro.md', () => true);
  const segments = entries.map(({ key }) => segment(`mvcc-intro:${key}:a`, { key, words: 20 }));
  putRecord(root, pull(7, ada, { segments }));
}

/** One version at a tag, in English. */
export const englishWorkspace = (version: string, tag: string): Promise<string> =>
  shared(`english-${tag}`, async (root) => {
    await startWorkspace(root, [version]);
    await sync(record(root), { pins: new Map([[version, tag]]) });
  });

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

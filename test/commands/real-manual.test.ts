/**
 * The whole road on the real manual: sync 18.3, import a real translation both ways; 18.6 as it was built with that
 * translation is held against upstream's own HTML. The counts are the project's promises; the measured ones are better.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import { importTranslation } from '../../tools/commands/import.ts';
import { status } from '../../tools/commands/status.ts';
import { sync } from '../../tools/commands/sync.ts';
import { absence, manualAtHand, officialHtmlAtHand } from '../real-manual.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { isManualPage } from './helpers/html.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';
import { startWorkspace, translationAtHand, unpackTranslation } from './helpers/real-materials.ts';
import { record } from './helpers/record.ts';

const toolRoot = resolve(import.meta.dirname, '../..');
const shared = resolve(toolRoot, '../shared');

async function workspace(root: string, pin: string): Promise<void> {
  await startWorkspace(root, ['18']);
  await sync(record(root), { pins: new Map([['18', pin]]), report: undefined });
}

const importOf = (from: string) =>
  ({ from, version: '18', base: undefined, as: 'machine', origin: undefined, report: 'import.md' }) as const;

interface Counted {
  readonly versions: readonly [
    { readonly pages: number } & Readonly<
      Record<'segments' | 'index' | 'releaseNotes', { total: number; machine: number }>
    >,
  ];
  readonly pages: readonly { readonly page: string; readonly segments: { total: number; machine: number } }[];
}

async function counts(root: string): Promise<Counted> {
  const context = record(root, { json: true });
  await status(context, [], toolRoot);
  return JSON.parse(context.printed.join('\n'));
}

/** Pages that hold a table made at build time, for which a translation of sources has nothing. */
const GENERATED = [
  'errcodes-appendix',
  'sql-keywords-appendix',
  'features-sql-standard',
  'unsupported-features-sql-standard',
  'monitoring-stats',
];

function shareOfText({ pages }: Counted): number {
  const counted = pages.filter(({ page }) => !GENERATED.includes(page));
  const sum = (name: 'total' | 'machine') => counted.reduce((all, { segments }) => all + segments[name], 0);
  return sum('machine') / sum('total');
}

function shareOfAll({ versions: [version] }: Counted): number {
  const groups = [version.segments, version.index, version.releaseNotes];
  return groups.reduce((all, { machine }) => all + machine, 0) / groups.reduce((all, { total }) => all + total, 0);
}

describe.skipIf(!manualAtHand || !translationAtHand('18.3'))(`18.3 with its translation${absence}`, () => {
  const root = temporary();
  const bilingual = join(root, 'bilingual');
  const plain = join(root, 'plain');
  const [marked, aligned] = [join(root, 'marked'), join(root, 'aligned')];

  beforeAll(async () => {
    for (const folder of [plain, marked]) mkdirSync(folder);
    unpackTranslation('18.3', bilingual);
    for (const [path, content] of contentsOf(bilingual)) {
      mkdirSync(join(plain, path, '..'), { recursive: true });
      writeFileSync(join(plain, path), content.replace(/<!--\s*pgdoc-cn_(?:start|end)[\s\S]*?-->/g, ''), 'latin1');
    }
    await workspace(marked, 'REL_18_3');
    cpSync(marked, aligned, { recursive: true });
  });

  test('imported by its markers, gives nearly every segment a target', async () => {
    const context = record(marked, { json: true });
    await importTranslation(context, importOf(bilingual));
    const { markers } = JSON.parse(context.printed.join('\n'));
    expect(markers.total).toBe(30_904);
    // What is left is English, or markers that stand across elements; some pairs hold nothing but code.
    expect(markers.nothing).toBeLessThan(0.05 * markers.total);
    expect(markers.taken + markers.other).toBeGreaterThan(0.99 * (markers.total - markers.nothing));
    expect(markers.unpaired).toBeLessThan(10);
    const counted = await counts(marked);
    expect(shareOfText(counted)).toBeGreaterThanOrEqual(0.98);
    expect(shareOfAll(counted)).toBeGreaterThanOrEqual(0.95);
  });

  test('imported without markers, by structure alone, comes close', async () => {
    await importTranslation(record(aligned), importOf(plain));
    expect(shareOfAll(await counts(aligned))).toBeGreaterThanOrEqual(0.93);
  });

  test('a second sync and a second import change no byte', async () => {
    const before = digestOf(marked);
    await sync(record(marked), { pins: new Map([['18', 'REL_18_3']]), report: undefined });
    await importTranslation(record(marked), importOf(bilingual));
    expect(digestOf(marked)).toEqual(before);
  });

  test('every catalog is what it was when it is read and written again', () => {
    const catalogs = [...contentsOf(join(marked, 'translations/zh-CN'))].filter(([path]) => path.endsWith('.md'));
    expect(catalogs.length).toBeGreaterThan(1100);
    for (const [path] of catalogs) {
      const text = readFileSync(join(marked, 'translations/zh-CN', path), 'utf8');
      const { catalog, findings } = parseCatalog(text, path, path.replace(/^.*\/|\.md$/g, ''));
      expect(findings).toEqual([]);
      expect(serializeCatalog(catalog)).toBe(text);
    }
  });
});

describe.skipIf(!realSiteAtHand || !officialHtmlAtHand)(`18.6 in two languages${absence}`, () => {
  let site: string;
  beforeAll(async () => {
    site = (await realPart18()).folder;
  }, LONG);

  test('has the English word for word as on postgresql.org, with its ids, listings and links', async () => {
    const root = temporary();
    const official = join(root, 'official');
    mkdirSync(official);
    execFileSync('tar', [
      '--extract',
      '--xz',
      '--file',
      join(shared, 'official-html/18.6.tar.xz'),
      '--directory',
      official,
      '--strip-components=1',
    ]);
    const pages = readdirSync(join(site, 'docs/18')).filter(
      (name) => name.endsWith('.html') && isManualPage(join(site, 'docs/18', name)),
    );
    expect(pages).toHaveLength(1148);
    const report = join(root, 'compared.json');
    const compare = join(shared, 'tools/compare-official.py');
    execFileSync('python3', [compare, official, join(site, 'docs/18'), '--json', report]);
    const compared = JSON.parse(readFileSync(report, 'utf8'));
    expect(compared.present).toBe(1148);
    expect(compared.words_alike / compared.words).toBeGreaterThan(0.9995);
    expect(compared.ids_found).toBe(compared.ids);
    expect(compared.pres_same).toBe(compared.pres);
    expect(compared.links_found / compared.links).toBeGreaterThan(0.999);
  });
});

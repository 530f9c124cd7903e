/**
 * Catalogs in git: two people's changes to one entry conflict, changes to neighbours merge, and in no case does a
 * merged file say a wrong status. Real repositories, with fixed people and dates.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleGit } from 'simple-git';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewSource } from '../../tools/catalog/carry-over.ts';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { buildMemory } from '../../tools/catalog/memory.ts';
import { mergePage } from '../../tools/catalog/merge.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { catalog, entry, machine } from './samples.ts';

const FILL = 'Fill the pot with water.';
const BOIL = 'Boil the water for a minute.';
const POUR = 'Pour it over the leaves.';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgdoc-catalog-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = 'sql-keep.md';
const parse = (text: string) => parseCatalog(text, file, 'sql-keep');

/** What sync makes of a catalog when the page has these sources. */
const sync =
  (...sources: string[]) =>
  (text: string) => {
    const segments = sources.map((source): NewSource => ({ key: keyOf(source), source, index: false }));
    const { catalog: old } = parse(text);
    return serializeCatalog(
      mergePage('sql-keep', [{ version: '18', segments }], '18', { old, memory: buildMemory([]) }).catalog,
    );
  };

/** What a translator does in an editor: a target under the marker of a source, in place of what is there. */
const translate = (source: string, target: string) => (text: string) => {
  const blocks = text.split('\n\n');
  const at = blocks.findIndex((block) => block.startsWith(`> ${source}\n`));
  const [english, marker] = blocks[at]!.split('\n');
  blocks[at] = [english, marker, target].join('\n');
  return `${blocks.join('\n\n').trimEnd()}\n`;
};

/** Merges two changes of one text by git; both orders must agree on whether that works. */
async function mergeByGit(base: string, ours: (text: string) => string, theirs: (text: string) => string) {
  const git = simpleGit(folder, {
    config: ['user.name=A', 'user.email=a@example.org', 'commit.gpgsign=false', 'core.autocrlf=false'],
  });
  const commit = async (text: string) => {
    writeFileSync(join(folder, file), text);
    await git.add(file);
    await git.commit('change', { '--allow-empty': null });
  };
  await git.init(['--initial-branch=main']);
  await commit(base);
  await git.checkoutLocalBranch('theirs');
  await commit(theirs(base));
  await git.checkout('main');
  await commit(ours(base));
  let clean = true;
  try {
    await git.merge(['theirs']);
  } catch {
    clean = false;
  }
  const text = readFileSync(join(folder, file), 'utf8');
  const { catalog: merged, findings } = parse(text);
  const statuses = merged.items.flatMap((item) =>
    item.type === 'entry' ? [`${item.source} ${entryStatus(item)}: ${item.target}`] : [],
  );
  return { clean, findings: findings.map(({ rule }) => rule), statuses };
}

const BASE = serializeCatalog(catalog(entry(FILL, '装满水。'), entry(BOIL, '煮一分钟。'), entry(POUR, '倒。')));
const EMPTY = serializeCatalog(catalog(entry(FILL), entry(BOIL), entry(POUR)));

describe('two changes to one entry conflict', () => {
  const changed = 'Boil the water for two minutes.';

  test.each<[string, string, (text: string) => string, (text: string) => string]>([
    ['a new source and a mended target', BASE, sync(FILL, changed, POUR), translate(BOIL, '煮沸一分钟。')],
    [
      'a new source of the same words and a mended target',
      BASE,
      sync(FILL, 'Boil the *water* for a minute.', POUR),
      translate(BOIL, '煮沸一分钟。'),
    ],
    ['a source that is gone and a mended target', BASE, sync(FILL, POUR), translate(BOIL, '煮沸一分钟。')],
    ['two translations', EMPTY, translate(BOIL, '煮一分钟。'), translate(BOIL, '烧一分钟。')],
    [
      'a draft mended and a new source',
      serializeCatalog(catalog(entry(FILL, '一'), machine(BOIL, '草稿'), entry(POUR, '三'))),
      sync(FILL, changed, POUR),
      translate(BOIL, '译文'),
    ],
  ])('%s', async (_, base, ours, theirs) => {
    const { clean, findings, statuses } = await mergeByGit(base, ours, theirs);
    expect(clean).toBe(false);
    expect(findings).toEqual(['catalog/conflict']);
    // The neighbours live while the conflict stands.
    expect(statuses).toHaveLength(2);
  });
});

describe('changes to neighbours merge, with the right statuses', () => {
  const changed = 'Boil the water for two minutes.';

  test('a new source beside a mended target', async () => {
    const result = await mergeByGit(BASE, sync(FILL, changed, POUR), translate(POUR, '倒上。'));
    expect(result).toEqual({
      clean: true,
      findings: [],
      statuses: [`${FILL} translated: 装满水。`, `${changed} stale: 煮一分钟。`, `${POUR} translated: 倒上。`],
    });
  });

  test.each([
    ['first', FILL, '装满水。'],
    ['last', POUR, '倒。'],
  ])('a translation of the %s of three empty entries beside one of the middle', async (_, source, target) => {
    const { clean, findings, statuses } = await mergeByGit(EMPTY, translate(source, target), translate(BOIL, '煮。'));
    expect([clean, findings]).toEqual([true, []]);
    expect(statuses).toContain(`${source} translated: ${target}`);
    expect(statuses).toContain(`${BOIL} translated: 煮。`);
  });

  test('a translation of an empty entry never ends up under another source, whatever sync puts beside it', async () => {
    const lid = 'Close the lid.';
    for (const sources of [
      [FILL, lid, BOIL, POUR],
      [FILL, BOIL, lid, POUR],
      [lid, FILL, BOIL, POUR],
      [BOIL, POUR],
      [FILL, BOIL],
    ]) {
      rmSync(folder, { recursive: true, force: true });
      folder = mkdtempSync(join(tmpdir(), 'pgdoc-catalog-'));
      const { statuses } = await mergeByGit(EMPTY, sync(...sources), translate(BOIL, '煮。'));
      const translated = statuses.filter((status) => status.includes(' translated: '));
      // A conflict leaves the entry out; a clean merge has it where it belongs.
      expect([[], [`${BOIL} translated: 煮。`]]).toContainEqual(translated);
    }
  });

  test('a new entry two entries away merges cleanly', async () => {
    const lid = 'Close the lid.';
    const { clean, statuses } = await mergeByGit(EMPTY, sync(FILL, BOIL, POUR, lid), translate(FILL, '装满水。'));
    expect(clean).toBe(true);
    expect(statuses).toEqual([
      `${FILL} translated: 装满水。`,
      `${BOIL} untranslated: `,
      `${POUR} untranslated: `,
      `${lid} untranslated: `,
    ]);
  });
});

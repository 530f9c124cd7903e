import { describe, expect, test } from 'vitest';
import { importTargets } from '../../tools/catalog/import-targets.ts';
import type { ImportedPair, ImportReplace, Replacing } from '../../tools/catalog/import-types.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { catalog, entry, machine, stale } from './samples.ts';

const replacing = (which: ImportReplace, reviewed = ''): Replacing => ({
  which,
  isReviewed: (_, { target }) => target === reviewed,
});

const pair = (source: string, target: string, details: Partial<ImportedPair> = {}): ImportedPair => ({
  page: 'sql-keep',
  key: keyOf(source),
  source,
  target,
  at: { file: 'cn/keep.sgml', line: 12 },
  by: 'marker',
  ...details,
});
const items = (catalogs: readonly Catalog[]) => catalogs.flatMap(({ items }) => items as readonly Entry[]);
const FILL = 'Fill the pot with water.';

describe('importTargets', () => {
  test('fills empty entries, as drafts or as translations', () => {
    const page = catalog(entry(FILL));
    expect(items(importTargets([page], [pair(FILL, '装满水。')], 'machine').catalogs)).toEqual([
      machine(FILL, '装满水。'),
    ]);
    expect(items(importTargets([page], [pair(FILL, '装满水。')], 'translated').catalogs)).toEqual([
      entry(FILL, '装满水。'),
    ]);
  });

  test('never overwrites: another target that is there stays, and the pair is a conflict at its place', () => {
    const page = catalog(entry(FILL, '人写的。'));
    const { catalogs, notes, filled } = importTargets([page], [pair(FILL, '装满水。')], 'translated');
    expect(catalogs).toEqual([page]);
    expect(notes).toMatchObject([{ kind: 'conflict', key: keyOf(FILL), file: 'cn/keep.sgml', line: 12 }]);
    expect(filled).toBe(0);
  });

  test('a second import of the same changes nothing', () => {
    const once = importTargets([catalog(entry(FILL))], [pair(FILL, '装满水。')], 'machine').catalogs;
    const again = importTargets(once, [pair(FILL, '装满水。')], 'machine');
    expect(again.catalogs).toEqual(once);
    expect(again).toMatchObject({ filled: 0, notes: [], paired: 1 });
  });

  test('of several targets for one source the most frequent is taken, and the others are named', () => {
    const pairs = [pair(FILL, '甲'), pair(FILL, '乙'), pair(FILL, '乙')];
    const { catalogs, notes } = importTargets([catalog(entry(FILL))], pairs, 'translated');
    expect(items(catalogs)).toMatchObject([{ target: '乙' }]);
    expect(notes).toMatchObject([{ kind: 'conflict', message: expect.stringContaining('甲') }]);
  });

  test('what markers say goes before what the structure says', () => {
    const pairs = [
      pair(FILL, '结构', { by: 'structure' }),
      pair(FILL, '结构', { by: 'structure' }),
      pair(FILL, '标记'),
    ];
    expect(items(importTargets([catalog(entry(FILL))], pairs, 'translated').catalogs)).toMatchObject([
      { target: '标记' },
    ]);
  });

  test('the same words in other markup are the same source', () => {
    const { catalogs } = importTargets(
      [catalog(entry('Fill the `pot`.'))],
      [pair('Fill the pot.', '装满壶。')],
      'translated',
    );
    expect(items(catalogs)).toMatchObject([{ target: '装满壶。' }]);
  });

  test('the same source on another page is filled too, with its flag', () => {
    const pages: Catalog[] = [catalog(entry(FILL)), { page: 'other', items: [entry(FILL)] }];
    const result = importTargets(pages, [pair(FILL, '装满水。')], 'machine');
    expect(items(result.catalogs)).toEqual([machine(FILL, '装满水。'), machine(FILL, '装满水。')]);
    expect(result).toMatchObject({ filled: 1, filledElsewhere: 1 });
  });

  test('English that was left is no translation; a name that stays is one', () => {
    const pairs = [pair(FILL, FILL), pair('Kettle', 'Kettle')];
    const { catalogs, notes } = importTargets([catalog(entry(FILL), entry('Kettle'))], pairs, 'translated');
    expect(items(catalogs).map(({ target }) => target)).toEqual(['', 'Kettle']);
    expect(notes).toMatchObject([{ kind: 'untranslated', key: keyOf(FILL) }]);
  });

  test('a marked pair whose English is nowhere is named', () => {
    const { notes } = importTargets([catalog(entry(FILL))], [pair('Gone from the manual.', '没了。')], 'machine');
    expect(notes).toMatchObject([{ kind: 'unpaired', line: 12 }]);
  });

  test('a target with other code or links is taken, and named', () => {
    const { catalogs, notes } = importTargets(
      [catalog(entry('Call `boil`.'))],
      [pair('Call `boil`.', '调用 `bril`。')],
      'machine',
    );
    expect(items(catalogs)).toMatchObject([{ target: '调用 `bril`。' }]);
    expect(notes).toMatchObject([
      { kind: 'mismatch', message: 'the target lacks `boil` and has `bril` that the English has not' },
    ]);
  });
});

describe('importTargets, asked to replace', () => {
  const OLD = 'Fill the jar with water.';
  const imported = [pair(FILL, '装满水。')];

  test.each<[string, Entry]>([
    ['a draft', machine(FILL, '草稿')],
    ['a stale target', stale(FILL, OLD, '旧译')],
  ])('%s gives way, is named with its whole text, and the flags that spoke of it go', (_, held) => {
    const result = importTargets([catalog(held)], imported, 'translated', replacing('drafts'));
    expect(items(result.catalogs)).toEqual([entry(FILL, '装满水。')]);
    expect(result).toMatchObject({ filled: 0, replaced: 1 });
    expect(result.notes).toMatchObject([{ kind: 'replaced', held: held.target, imported: '装满水。' }]);
    expect([...result.outcomes.values()]).toEqual(['taken']);
  });

  test('what a person wrote or mended gives way to `all` only', () => {
    for (const held of [entry(FILL, '人写的。'), { ...machine(FILL, '草稿'), target: '人改的。' }]) {
      const kept = importTargets([catalog(held)], imported, 'machine', replacing('drafts'));
      expect(kept.catalogs).toEqual([catalog(held)]);
      expect(kept.notes).toMatchObject([{ kind: 'conflict', held: held.target, imported: '装满水。' }]);
      const replaced = importTargets([catalog(held)], imported, 'machine', replacing('all'));
      expect(items(replaced.catalogs)).toEqual([machine(FILL, '装满水。')]);
      expect(replaced.notes).toMatchObject([{ kind: 'replaced', held: held.target }]);
    }
  });

  test('what was reviewed gives way to nothing, and is a conflict', () => {
    const held = catalog(entry(FILL, '审过的。'));
    for (const which of ['drafts', 'all'] as const) {
      const result = importTargets([held], imported, 'translated', replacing(which, '审过的。'));
      expect(result).toMatchObject({ replaced: 0, catalogs: [held], notes: [{ kind: 'conflict' }] });
    }
  });

  test('the same text stays as it is, flags and all, and a second run replaces nothing', () => {
    const held = catalog(machine(FILL, '装满水。'));
    expect(importTargets([held], imported, 'translated', replacing('all'))).toMatchObject({
      replaced: 0,
      catalogs: [held],
      notes: [],
    });
  });
});

describe('what another version says a little differently', () => {
  const older = 'Fill the pot with some water.';

  test('takes the target of its sibling, stale; what stands in the same version does not', () => {
    const page = catalog(entry(FILL), entry(older, '', { versions: ['16'] }), entry('Fill the pan with water.'));
    const result = importTargets([page], [pair(FILL, '装满水。')], 'translated');
    expect(items(result.catalogs)).toEqual([
      entry(FILL, '装满水。'),
      { ...stale(older, FILL, '装满水。'), versions: ['16'] },
      entry('Fill the pan with water.'),
    ]);
    expect(result.carried).toBe(1);
    const again = importTargets(result.catalogs, [pair(FILL, '装满水。')], 'translated');
    expect(again.catalogs).toEqual(result.catalogs);
  });
});

/** Paragraphs that upstream splits, joins, moves and rewords; pages that it renames. */
import { describe, expect, test } from 'vitest';
import type { NewSource } from '../../tools/catalog/carry-over.ts';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { updateGone } from '../../tools/catalog/gone.ts';
import { buildMemory } from '../../tools/catalog/memory.ts';
import { mergePage } from '../../tools/catalog/merge.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { findRenames } from '../../tools/catalog/renames.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import { catalog, entry, machine, stale } from './samples.ts';

const segment = (source: string): NewSource => ({ key: keyOf(source), source, index: false });
const merge = (old: Catalog | undefined, sources: readonly string[], elsewhere: readonly Catalog[] = []) =>
  mergePage('sql-keep', [{ version: '18', segments: sources.map(segment) }], '18', {
    old,
    memory: buildMemory([...(old ? [old] : []), ...elsewhere]),
  });
const entries = ({ catalog: merged }: { catalog: Catalog }) => merged.items as Entry[];

const FILL = 'Fill the pot with cold water up to the mark inside.';
const BOIL = 'Wait until the water boils, which takes four minutes.';
const POUR = 'Then pour it over the leaves and close the lid.';

describe('a paragraph that is split', () => {
  const whole = `${FILL} ${BOIL} ${POUR}`;

  test.each([
    ['two', [`${FILL} ${BOIL}`, POUR]],
    ['three', [FILL, BOIL, POUR]],
    ['two, a word changed', [FILL, `${BOIL.replace('four', 'five')} ${POUR}`]],
  ])('into %s: each piece has the whole old target to mend', (_, pieces) => {
    const merged = merge(catalog(entry(whole, '装水，等，倒。')), pieces);
    expect(entries(merged)).toEqual(pieces.map((piece) => stale(piece, whole, '装水，等，倒。')));
    expect(merged.changes.map(({ kind }) => kind)).toEqual(pieces.map(() => 'stale'));
  });

  test('and put together again: the target is finished again', () => {
    const split = merge(catalog(entry(whole, '装水，等，倒。')), [FILL, BOIL, POUR]).catalog;
    expect(entries(merge(split, [whole]))).toEqual([entry(whole, '装水，等，倒。')]);
  });

  test('what is only put beside a paragraph is no piece of it', () => {
    const merged = merge(catalog(entry(FILL, '装水。')), [FILL.replace('cold', 'fresh'), 'Mind the spout.']);
    expect(entries(merged).map(({ target }) => target)).toEqual(['装水。', '']);
  });
});

describe('paragraphs that become one', () => {
  const joined = `${FILL} ${BOIL}`;
  const marked = `${FILL} ¶ ${BOIL}`;

  test('stale, with the old targets in order and a sign between the old sources', () => {
    const merged = merge(catalog(entry(FILL, '装水。'), entry(BOIL, '等。')), [joined]);
    expect(entries(merged)).toEqual([stale(joined, marked, '装水。等。')]);
    expect(merged.changes.map(({ kind }) => kind)).toEqual(['stale']);
    const text = serializeCatalog(merged.catalog);
    const read = parseCatalog(text, 'f', 'sql-keep');
    expect(read.findings).toEqual([]);
    expect(serializeCatalog(read.catalog)).toBe(text);
  });

  test('never finished, even where not a word has changed; a draft among them makes the whole a draft', () => {
    const [only] = entries(merge(catalog(machine(FILL, '装水。'), entry(BOIL, '等。')), [joined]));
    expect(only && entryStatus(only)).toBe('stale');
    expect(only?.machine).toEqual({ target: targetHash('装水。等。') });
  });

  test('that were stale already: joined as they were when they were translated', () => {
    const was = FILL.replace('cold', 'fresh');
    const [only] = entries(merge(catalog(stale(FILL, was, '装水。'), entry(BOIL, '等。')), [joined]));
    expect(only?.stale?.oldSource).toBe(`${was} ¶ ${BOIL}`);
  });

  test('their targets are kept aside, and each is there when the paragraph is split again', () => {
    const old = catalog(entry(FILL, '装水。'), entry(BOIL, '等。'));
    const one = merge(old, [joined]).catalog;
    const [gone] = updateGone([], [old], [one]);
    expect(gone?.items).toHaveLength(2);
    const again = mergePage('sql-keep', [{ version: '18', segments: [FILL, BOIL].map(segment) }], '18', {
      old: one,
      gone,
      memory: buildMemory([one]),
    });
    expect(entries(again)).toEqual(entries({ catalog: old }));
    expect(updateGone(gone ? [gone] : [], [one], [again.catalog]).flatMap(({ items }) => items)).toEqual([
      expect.objectContaining({ target: '装水。等。' }),
    ]);
  });
});

describe('a similar source on another page', () => {
  const elsewhere = (...items: Entry[]): Catalog => ({ page: 'other', items });

  test('is stale, with the English that the target was made for', () => {
    const is = BOIL.replace('four', 'five');
    expect(entries(merge(undefined, [is], [elsewhere(entry(BOIL, '等。'))]))).toEqual([stale(is, BOIL, '等。')]);
  });

  test('gives way to a similar one of the page itself', () => {
    const is = BOIL.replace('four', 'five');
    const own = BOIL.replace('four', 'some');
    const merged = merge(catalog(entry(own, '本页。')), [is], [elsewhere(entry(BOIL, '他页。'))]);
    expect(entries(merged)).toEqual([stale(is, own, '本页。')]);
  });

  test('of a few words is another thing, most likely', () => {
    expect(entries(merge(undefined, ['boiled water'], [elsewhere(entry('boiling water', '沸水'))]))[0]?.target).toBe(
      '',
    );
  });

  test('what a stale target was made for counts, not where it stands now', () => {
    const known = elsewhere(stale('Something else altogether stands here.', BOIL, '等。'));
    expect(entries(merge(undefined, [BOIL], [known]))).toEqual([entry(BOIL, '等。')]);
  });
});

test('what a person has switched off goes along with the target', () => {
  const off = { off: [{ rule: 'tokens', reason: 'no code in this language' }] };
  const known: Catalog = { page: 'other', items: [entry(FILL, '装水。', off)] };
  expect(entries(merge(undefined, [FILL], [known]))).toEqual([entry(FILL, '装水。', off)]);
});

test('entries of an older version stand beside their newer siblings', () => {
  const newer = [FILL, BOIL, POUR].map((source) => source.replace('.', ', as the book says.'));
  const pages = [
    { version: '18', segments: newer.map(segment) },
    { version: '16', segments: [FILL, BOIL, POUR].map(segment) },
  ];
  const { catalog: merged } = mergePage('p', pages, '18', { old: undefined, memory: buildMemory([]) });
  expect((merged.items as Entry[]).map(({ source }) => source)).toEqual(
    [FILL, BOIL, POUR].flatMap((source, at) => [newer[at], source]),
  );
});

test('a page that is renamed is found by what it says, and each serves one page', () => {
  const old: Catalog = { page: 'old', items: [entry(FILL), entry(BOIL), entry(POUR)] };
  const keys = (...sources: string[]) => new Set(sources.map(keyOf));
  const added = new Map([
    ['copy', keys(FILL, 'One.', 'Two.')],
    ['new', keys(FILL, BOIL, 'Mind the spout.')],
    ['strange', keys('Three.')],
  ]);
  expect([...findRenames(added, [old])].map(([page, { page: was }]) => [page, was])).toEqual([['new', 'old']]);
});

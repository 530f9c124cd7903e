import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewSource } from '../../tools/catalog/carry-over.ts';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import type { VersionPage } from '../../tools/catalog/layout.ts';
import { buildMemory } from '../../tools/catalog/memory.ts';
import { mergePage } from '../../tools/catalog/merge.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import { catalog, entry, machine, stale } from './samples.ts';

const segment = (source: string, index = false): NewSource => ({ key: keyOf(source), source, index });
const version = (name: string, ...sources: string[]): VersionPage => ({
  version: name,
  segments: sources.map((source) => segment(source)),
});
/** Merges into version 18, the current one. */
const merge = (old: Catalog | undefined, sources: string[], elsewhere: Catalog[] = []) =>
  mergePage('sql-keep', [version('18', ...sources)], '18', {
    old,
    memory: buildMemory([...(old ? [old] : []), ...elsewhere]),
  });
const nothing = { old: undefined, memory: buildMemory([]) };
const entries = ({ catalog: merged }: { catalog: Catalog }) => merged.items as Entry[];
const kinds = ({ changes }: ReturnType<typeof merge>) => changes.map(({ kind }) => kind);

const WAS = 'Fill the pot with water and wait.';
const IS = 'Fill the pot with fresh water and wait.';

describe('what becomes of an entry', () => {
  test('the same source: kept as it is', () => {
    const off = { off: [{ rule: 'tokens', reason: 'so' }], same: ['0123456789'] };
    const merged = merge(catalog(entry(WAS, '装满水。', off)), [WAS]);
    expect(entries(merged)).toEqual([entry(WAS, '装满水。', off)]);
    expect(kinds(merged)).toEqual(['kept']);
  });

  test.each([
    ['Call the `boil` command.', 'Call the *boil* command.'],
    ['Wait, then pour.', 'Wait; then pour.'],
  ])('the same words in other markup or punctuation: kept, re-keyed (%s)', (was, is) => {
    const old = entry(was, '甲', { same: ['0123456789'] });
    const merged = merge(catalog(old), [is]);
    expect(entries(merged)).toEqual([entry(is, '甲', { same: [old.key, '0123456789'] })]);
    expect(merged.changes).toMatchObject([{ kind: 'rekeyed', oldSource: was }]);
  });

  test('a similar source: stale, with the old English and the old target', () => {
    const merged = merge(catalog(entry(WAS, '装满水。')), [IS]);
    expect(entries(merged)).toEqual([stale(IS, WAS, '装满水。')]);
    expect(entryStatus(entries(merged)[0]!)).toBe('stale');
  });

  test('a second change: the old English stays the one that the target was made for', () => {
    const again = 'Fill the big pot with fresh water and wait.';
    expect(entries(merge(catalog(stale(IS, WAS, '装满水。')), [again]))).toEqual([stale(again, WAS, '装满水。')]);
  });

  test('a return to the source that the target was made for: the flag goes', () => {
    const merged = merge(catalog(stale(IS, WAS, '装满水。')), [WAS]);
    expect(entries(merged)).toEqual([entry(WAS, '装满水。')]);
    expect(entryStatus(entries(merged)[0]!)).toBe('translated');
  });

  test('a change after a person has mended the target: stale for the source that they mended it for', () => {
    const mended = { ...stale(IS, WAS, '装满水。'), target: '装满净水。' };
    const again = 'Fill the big pot with fresh water and wait.';
    expect(entries(merge(catalog(mended), [again]))).toEqual([stale(again, IS, '装满净水。')]);
  });

  test('a draft whose source changes: stale, and still a draft', () => {
    const merged = merge(catalog(machine(WAS, '装满水。')), [IS]);
    const flag = { machine: { target: targetHash('装满水。') } };
    expect(entries(merged)).toEqual([stale(IS, WAS, '装满水。', flag)]);
    expect(entryStatus(entries(merged)[0]!)).toBe('stale');
    expect(entryStatus(entries(merge(merged.catalog, [WAS]))[0]!)).toBe('machine');
  });

  test.each<[string, Entry]>([
    ['a translation', entry(WAS, '装满水。')],
    ['a draft', machine(WAS, '装满水。')],
    ['a stale one', stale(WAS, IS, '装满水。')],
  ])('%s on another page fills the entry, flags and all, whether it is new or empty', (_, known) => {
    for (const old of [undefined, catalog(entry(WAS))]) {
      const merged = merge(old, [WAS], [{ page: 'other', items: [known] }]);
      expect(entries(merged)).toEqual([known]);
      expect(kinds(merged)).toEqual(['filled']);
    }
  });

  test('of several targets elsewhere the best is taken', () => {
    const merged = merge(
      undefined,
      [WAS],
      [
        { page: 'one', items: [machine(WAS, '草稿')] },
        { page: 'two', items: [entry(WAS, '译文')] },
      ],
    );
    expect(entries(merged)[0]).toMatchObject({ target: '译文' });
  });

  test('something else: new and empty, and what vanished is gone', () => {
    const merged = merge(catalog(entry(WAS, '装满水。')), ['A lid closes.']);
    expect(entries(merged)).toEqual([entry('A lid closes.')]);
    expect(merged.changes).toMatchObject([{ kind: 'new' }, { kind: 'gone', source: WAS }]);
  });

  test('a target serves one new source only', () => {
    const merged = merge(catalog(entry(WAS, '装满水。')), [IS, `${IS} Again.`]);
    expect(entries(merged).map(({ target }) => target)).toEqual(['装满水。', '']);
  });

  test('an index term never takes the target of a sentence', () => {
    const merged = mergePage('p', [{ version: '18', segments: [segment('pots, kettles, of water', true)] }], '18', {
      old: catalog(entry('pots, kettles of clear water', '壶')),
      memory: buildMemory([]),
    });
    expect(merged.catalog.items).toMatchObject([{ index: true, target: '' }]);
  });

  test('broken pieces stay where they stood, byte for byte', () => {
    const text = `${serializeCatalog(catalog(entry('One thing.', '一')))}\n> broken\n<!-- @zz -->\n二\n\n> Three.\n<!-- @${keyOf('Three.')} -->\n三\n`;
    const merged = merge(parseCatalog(text, 'f', 'sql-keep').catalog, ['One thing.', 'Three.']);
    expect(serializeCatalog(merged.catalog)).toBe(text);
  });
});

describe('versions', () => {
  test('are named only where the current version lacks the entry, oldest first', () => {
    const pages = [version('18', 'A.', 'B.'), version('16', 'A.', 'X.', 'B.'), version('9.6', 'X.', 'Y.')];
    const { catalog: merged } = mergePage('p', pages, '18', nothing);
    expect((merged.items as Entry[]).map(({ source, versions }) => [source, versions])).toEqual([
      ['A.', undefined],
      ['X.', ['9.6', '16']],
      ['Y.', ['9.6']],
      ['B.', undefined],
    ]);
  });

  test('of a page that the current version lacks are named on every entry', () => {
    const { catalog: merged } = mergePage('p', [version('16', 'A.')], '18', nothing);
    expect(merged.items).toMatchObject([{ source: 'A.', versions: ['16'] }]);
  });

  const letters = fc.uniqueArray(fc.constantFrom(...[...'ABCDEFGHIJ'].map((letter) => `${letter}.`)), { maxLength: 8 });

  test('adding an older one moves no entry', () => {
    fc.assert(
      fc.property(letters, letters, letters, (newest, older, oldest) => {
        const names = (pages: VersionPage[]) =>
          (mergePage('p', pages, '18', nothing).catalog.items as Entry[]).map(({ source }) => source);
        const before = names([version('18', ...newest), version('16', ...older)]);
        const after = names([version('18', ...newest), version('16', ...older), version('15', ...oldest)]);
        expect(after.filter((source) => before.includes(source))).toEqual(before);
        expect(new Set(after)).toEqual(new Set([...newest, ...older, ...oldest]));
      }),
    );
  });
});

test('merging its own result changes nothing', () => {
  const words = fc.array(fc.constantFrom('Fill', 'the', '`pot`', 'with', 'water', 'and', 'wait,', '*hot*', 'tea'), {
    minLength: 1,
    maxLength: 9,
  });
  const sources = fc.uniqueArray(
    words.map((all) => all.join(' ')),
    { maxLength: 8 },
  );
  const targets = fc.array(fc.constantFrom('', '一', '二', '三'), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(sources, sources, sources, targets, (was, is, other, words) => {
      const old = catalog(...was.map((source, at) => entry(source, words[at])));
      const pages = [version('18', ...is), version('16', ...other)];
      const first = mergePage('sql-keep', pages, '18', { old, memory: buildMemory([old]) });
      const second = mergePage('sql-keep', pages, '18', {
        old: first.catalog,
        memory: buildMemory([first.catalog]),
      });
      expect(serializeCatalog(second.catalog)).toBe(serializeCatalog(first.catalog));
      expect(second.changes.every(({ kind }) => kind === 'kept')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

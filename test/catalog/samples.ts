/** Entries for tests, and arbitrary ones. */
import fc from 'fast-check';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';

export type Details = Partial<Omit<Entry, 'type' | 'key' | 'source' | 'target' | 'line'>>;

export const entry = (source: string, target = '', details: Details = {}): Entry => ({
  type: 'entry',
  key: keyOf(source),
  source,
  ...details,
  target,
  line: 0,
});

/** A draft by a program. */
export const machine = (source: string, target: string): Entry =>
  entry(source, target, { machine: { target: targetHash(target) } });

/** A target that was made for another source. */
export const stale = (source: string, oldSource: string, target: string, details: Details = {}): Entry =>
  entry(source, target, { stale: { was: keyOf(oldSource), target: targetHash(target), oldSource }, ...details });

export const catalog = (...items: readonly Entry[]): Catalog => ({ page: 'sql-keep', items });

/** The entry without its place in the file. */
export const unplaced = ({ items, page }: Catalog): Catalog => ({
  page,
  items: items.map((item) => {
    if (item.type === 'junk') return { ...item, line: 0 };
    const { targetLine: _, ...rest } = item;
    return { ...rest, line: 0 };
  }),
});

const sentence = fc
  .array(
    fc.constantFrom('Fill', 'the', '`pot`', '-->', '*hot*', '\\>', '<!--', '@', 'a"b\\\\c', '中', '=', '|', '--&gt;x'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '));
/** Targets hold no line that opens an entry, and no blank lines around them. */
const target = fc
  .array(fc.constantFrom('水', '满 壶', '`pot`', '-->', '# x', '>引', '- 一', '  缩进', '', '=======x'), {
    maxLength: 4,
  })
  .map((lines) => lines.join('\n').replace(/^(\s*\n)+|(\n\s*)+$/g, ''))
  .filter((text) => text.trim() === text.replace(/^\s+/, '') && text.trim() !== '-->' && text.trim() !== '');
const hash = fc.stringMatching(/^[0-9a-f]{10}$/);
const reason = fc.array(fc.constantFrom('as', 'in "the"', 'back\\slash', '-->', '中'), { minLength: 1, maxLength: 3 });

const details: fc.Arbitrary<Details> = fc.record(
  {
    versions: fc.constantFrom(['15'], ['15', '16'], ['9.6', '19']),
    index: fc.constant(true as const),
    stale: fc.record({ was: hash, target: hash, oldSource: sentence.filter((text) => !text.includes('--&gt;')) }),
    machine: fc.record({ target: hash }),
    same: fc.array(hash, { minLength: 1, maxLength: 3 }),
    off: fc.array(
      fc.record({ rule: fc.constantFrom('tokens', 'length-2'), reason: reason.map((words) => words.join(' ')) }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

export const catalogs: fc.Arbitrary<Catalog> = fc
  .uniqueArray(fc.tuple(sentence, fc.oneof(target, fc.constant('')), details), {
    selector: ([source]) => source,
    maxLength: 8,
  })
  .map((all) => catalog(...all.map(([source, words, more]) => entry(source, words, more))));

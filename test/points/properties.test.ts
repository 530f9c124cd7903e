/** What holds for any ledger: sums, order, caps, reversals; at the size of three years, and at the size of a whole manual. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reversedRecords } from '../../tools/ledger/reversed.ts';
import type { LedgerRecord } from '../../tools/ledger/types.ts';
import { shareOut } from '../../tools/points/amounts.ts';
import { ada, anyRecord, day, fileOf, pull, segment } from '../ledger/records.ts';
import { accounts, faultsOf, totals } from './sample.ts';
import { generator, syntheticLedger } from './synthetic.ts';

const threeYears = syntheticLedger({ pulls: 200, people: 40, years: 3, texts: 12 });

test('200 pull requests of 40 people over three years: every account adds up, to the last text', () => {
  const all = accounts(threeYears);
  expect(all.length).toBeGreaterThan(30);
  expect(faultsOf(all, threeYears)).toEqual([]);
  const kinds = new Set(all.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  expect(kinds.size).toBeGreaterThanOrEqual(7);
  expect(all.some(({ person }) => person.login.endsWith('[bot]'))).toBe(false);
});

test('the order of files, of texts and of people in them means nothing', () => {
  const expected = accounts(threeYears);
  for (const seed of [2, 3, 4]) {
    const chance = generator(seed);
    const shuffled = <T>(items: readonly T[]): T[] =>
      items
        .map((item) => ({ item, at: chance() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    const records = shuffled(threeYears).map((record): LedgerRecord => {
      if (record.type === 'adjust') return record;
      if (record.type === 'review') return { ...record, segments: shuffled(record.segments) };
      const { segments, approvals, coAuthors, content } = record;
      const people = { approvals: shuffled(approvals), coAuthors: shuffled(coAuthors) };
      return { ...record, ...people, segments: shuffled(segments), content: shuffled(content) };
    });
    expect(accounts(records)).toEqual(expected);
  }
});

test('a line names its record, and what makers share of a record adds up to what it is worth', () => {
  const names = new Set(threeYears.map((record) => fileOf(record).name));
  for (const { lines } of accounts(threeYears)) for (const { record } of lines) expect(names).toContain(record);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9 }), (words, makers) => {
      const coAuthors = Array.from({ length: makers - 1 }, (_, at) => ({ id: 50 + at, login: `p-${at}` }));
      const worth = Object.values(totals(pull(1, ada, { coAuthors, segments: [segment('jars:a:1', { words })] })));
      expect(worth.reduce((a, b) => a + b, 0)).toBe(words);
      expect(Math.max(...worth) - Math.min(...worth)).toBeLessThanOrEqual(1);
    }),
  );
});

test('any records at all: sums hold, and nobody has anything for what was reversed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRecord, { selector: (record) => fileOf(record).name, maxLength: 12 }), (records) => {
      expect(faultsOf(accounts(records), records)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what was reversed may as well have been empty, for what others then have', () => {
  const reversed = reversedRecords(threeYears.map(fileOf));
  const paid = accounts(threeYears).flatMap(({ lines }) => lines.map(({ record }) => record));
  expect(reversed.size).toBeGreaterThan(5);
  expect(paid.filter((name) => reversed.has(name))).toEqual([]);
});

test('edits of one segment within the days never come to more than the largest of them', () => {
  const edits = fc.array(
    fc.record({ at: fc.integer({ min: 1, max: 30 }), changed: fc.integer({ min: 0, max: 100 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(edits, (all) => {
      const records = all.map(({ at, changed }, index) => ({
        ...pull(index + 1, ada, {
          segments: [segment(`jars:a:${index}`, { words: 100, action: 'corrected', changed: changed / 100 })],
        }),
        mergedAt: day(at),
      }));
      const worth = all.map(({ changed }) => (changed < 5 ? 0 : changed));
      expect(totals(...records).ada).toBe(Math.max(...worth));
    }),
  );
});

test('no month comes to more than its cap', () => {
  const big = syntheticLedger({ pulls: 400, people: 2, years: 1, texts: 90 }, 7);
  const months = new Map<string, number>();
  for (const { person, lines } of accounts(big))
    for (const { at, kind, points } of lines)
      if (kind === 'corrected' || kind === 'kept') {
        const month = `${person.id} ${at.slice(0, 7)}`;
        months.set(month, (months.get(month) ?? 0) + points);
      }
  expect(Math.max(...months.values())).toBe(3000);
});

test('what is shared out is the whole, and nobody is off by one', () => {
  fc.assert(
    fc.property(fc.nat(1e12), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (whole, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const shares = shareOut(whole, weights);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : whole);
      shares.forEach((share, at) => {
        if (sum > 0) expect(Math.abs(share - (whole * (weights[at] ?? 0)) / sum)).toBeLessThan(1.001);
      });
    }),
  );
});

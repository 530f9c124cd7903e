/** What the history says: since when texts wait, which commits make the trend, what upstream changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { agesOf } from '../../tools/progress/ages.ts';
import { amountAt, catalogAmount, samples } from '../../tools/progress/trend.ts';
import { trendSection } from '../../tools/progress/trend-chart.ts';
import { changedPages, lastPinChanges } from '../../tools/progress/upstream-changes.ts';
import type { Pin } from '../../tools/project/types.ts';
import { anyCounts, around, counts, entry, machine, stale } from './made.ts';

const catalog = (...items: Entry[]): Catalog => ({ page: 'locks', items });
const [drawer, row] = [entry('The drawer is full.', '抽屉满了。'), entry('A row is a row.', '行就是行。')];

test('a text waits since the commit that made it what it is, whatever else the commit before or after did', () => {
  const late = entry('New here.');
  const now = catalog(drawer, { ...row, ...stale('行就是行。', 'A row was a row.') }, late);
  const ages = agesOf(now, [
    { at: 40, before: catalog(drawer, { ...row, ...stale('行就是行。', 'A row was a row.') }) },
    { at: 30, before: catalog(drawer, row) },
    { at: 20, before: catalog({ ...drawer, target: '满。' }, row) },
    { at: 10, before: undefined },
  ]);
  expect([...ages.values()]).toEqual([40, 30, 20]);
  expect(ages.get(drawer.key)).toBe(20);
  expect(ages.get(row.key)).toBe(30);
});

test('a new key for the same words is the same text', () => {
  const old = entry('Mind the "gap".', '小心。');
  const now = entry('Mind the gap.', '小心。', { same: [old.key] });
  expect(
    agesOf(catalog(now), [
      { at: 9, before: catalog(old) },
      { at: 5, before: undefined },
    ]).get(now.key),
  ).toBe(5);
});

test('samples are the last of their periods, few enough, in order, and always the newest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000_000_000 }), { minLength: 1, maxLength: 300 }), (times) => {
      const commits = times.map((at, n) => ({ at, n }));
      const found = samples(commits, 60);
      expect(found.length).toBeLessThanOrEqual(60);
      expect(found.at(-1)).toEqual(commits.at(-1));
      expect(found.map(({ n }) => n)).toEqual(found.map(({ n }) => n).toSorted((a, b) => a - b));
    }),
  );
  const weeks = Array.from({ length: 30 }, (_, day) => ({ at: Date.UTC(2026, 0, 1 + day) / 1000 }));
  expect(samples(weeks, 60)).toHaveLength(5);
});

test('a text counts as reviewed from its first review on', () => {
  const reviewed = {
    has: (key: string) => key === row.key,
    since: () => '2026-03-01T00:00:00Z',
    isMachine: () => false,
  };
  const now = catalog(
    drawer,
    row,
    { ...entry('Draft.', '草稿。'), ...machine('草稿。') },
    entry('Gone.', '没', { versions: ['15'] }),
  );
  const amounts = [catalogAmount(now, reviewed)];
  const [before, after] = ['2026-02-28', '2026-03-02'].map((day) => amountAt(amounts, Date.parse(day) / 1000));
  expect(before).toEqual(counts({ translated: 9, machine: 1 }));
  expect(after).toEqual(counts({ translated: 4, machine: 1, reviewed: 5 }));
});

test('the chart’s layers never leave its frame, and the table has every point', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), anyCounts), { minLength: 2, maxLength: 8 }), (points) => {
      const html = trendSection(
        points.map(([at, words], n) => ({ commit: `${n}`, at, words })),
        around,
      );
      for (const [, x, y] of html.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(900);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(240);
      }
      expect(html.match(/<tr><th scope="row">/g)).toHaveLength(points.length);
    }),
  );
  expect(trendSection('shallow', around)).toContain('lacks its older commits');
  expect(trendSection('none', around)).toContain('no history in Git');
});

test('the last release of each version is found, and what it changed on that version’s pages', () => {
  const pin = (version: string, release: string): Pin => ({ version, release, ref: 'x', commit: 'c', date: undefined });
  const states = [
    { commit: 'a', at: 1, pins: [pin('18', '18.3')] },
    { commit: 'b', at: 2, pins: undefined },
    { commit: 'c', at: 3, pins: [pin('18', '18.6'), pin('16', '16.8')] },
    { commit: 'd', at: 4, pins: [pin('18', '18.6'), pin('16', '16.8')] },
  ];
  const last = lastPinChanges(states);
  expect(last.get('18')).toEqual({ version: '18', release: '18.6', from: '18.3', commit: 'c', at: 3 });
  expect(last.get('16')?.from).toBeUndefined();
  const [added, renamed] = [entry('New words.'), entry('A row is a *row*.', '行就是行。', { same: [row.key] })];
  const changes = [{ page: 'locks', before: catalog(drawer, row), after: catalog(drawer, renamed, added) }];
  expect(changedPages(changes, () => [drawer.key, renamed.key, added.key])).toEqual([{ page: 'locks', paragraphs: 1 }]);
  expect(changedPages(changes, () => [drawer.key])).toEqual([]);
});

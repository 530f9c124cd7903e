/** Sums of progress: parts make up the whole, bars and tables and JSON say the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusBar } from '../../tools/progress/bars.ts';
import { versionFacts } from '../../tools/progress/facts.ts';
import { percent } from '../../tools/progress/html.ts';
import { progressJson, versionJson } from '../../tools/progress/json.ts';
import { versionProgress } from '../../tools/progress/progress-pages.ts';
import { sum } from '../../tools/status/count.ts';
import { anyCounts, anyPages, around, counts, surveyed } from './made.ts';

const head = { version: '18', release: '18.6', date: '2026-08-11T12:00:00Z', current: true };

test('the parts come to the whole, page by page; release notes are counted apart and nowhere else', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const facts = versionFacts(head, pages);
      expect(sum(facts.parts.map(({ words }) => words))).toEqual(facts.words);
      expect(facts.words).toEqual(sum(pages.map(({ words }) => words)));
      expect(facts.notes.words).toEqual(sum(pages.map(({ noteWords }) => noteWords)));
      for (const part of [...facts.parts, facts.notes])
        expect(sum(part.pages.map(({ segments }) => segments))).toEqual(part.segments);
      const names = [...facts.parts, facts.notes].flatMap((part) => part.pages.map(({ name }) => name));
      expect(names.toSorted()).toEqual(pages.map(({ page }) => page).toSorted());
    }),
  );
});

test('a bar is as long as its place, whatever its parts are', () => {
  fc.assert(
    fc.property(anyCounts, (words) => {
      const pieces = [...statusBar(words).matchAll(/ x="([\d.]+)" width="([\d.]+)"/g)].map(
        ([, x, width]) => [Number(x), Number(width)] as const,
      );
      const end = pieces.reduce((at, [x, width]) => {
        expect(x).toBeCloseTo(at, 5);
        return x + width;
      }, 0);
      expect(end).toBeCloseTo(words.total === 0 ? 0 : 1000, 5);
    }),
  );
});

test('only all is 100 per cent, and only nothing is 0', () => {
  expect([percent(0, 10_000), percent(1, 10_000), percent(9_999, 10_000), percent(7, 7)]).toEqual([0, 1, 99, 100]);
});

test('the JSON of a version holds the numbers of its page', () => {
  const facts = versionFacts(head, [
    surveyed('sql', { reviewed: 3 }, { title: { source: 'The Language', target: '语言' } }),
    surveyed('sql-select', { translated: 1234, stale: 5 }),
    surveyed('intro', { untranslated: 7 }, { part: 'front', file: undefined }),
  ]);
  const data = JSON.parse(versionJson('zh-CN', facts, {}));
  expect(data).toMatchObject({ language: 'zh-CN', version: '18', release: '18.6', current: true });
  expect(data.words).toEqual({ total: 1249, untranslated: 7, machine: 0, stale: 5, translated: 1234, reviewed: 3 });
  expect(data.parts.map(({ part }: { part: string }) => part)).toEqual(['sql', 'front']);
  expect(data.pages[1]).toMatchObject({
    page: 'sql-select',
    part: 'sql',
    words: counts({ translated: 1234, stale: 5 }),
  });
  expect(data.pages[2].file).toBeNull();
  expect(JSON.parse(progressJson('zh-CN', [facts], {})).versions[0].words).toEqual(data.words);
  const html = versionProgress(facts, { sections: [] }, around);
  expect(html).toContain('1,234');
  expect(html).toContain('<span lang="zh-CN">语言</span>');
});

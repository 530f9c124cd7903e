import { expect, test } from 'vitest';
import { parsePageViews } from '../../tools/status/page-views.ts';

test('pages with their views; the same page twice adds up', () => {
  const { views, problems } = parsePageViews('page,views\r\nsql-select,1200\n"mvcc.html",30\nsql-select.html,5\n\n');
  expect(problems).toEqual([]);
  expect([...views]).toEqual([
    ['sql-select', 1205],
    ['mvcc', 30],
  ]);
});

test('no file is no views', () => {
  expect(parsePageViews('')).toEqual({ views: new Map(), problems: [] });
});

test.each([
  ['seite,aufrufe\n', 1],
  ['page,views\nsql-select\n', 2],
  ['page,views\nsql-select,many\n', 2],
  ['page,views\nsql-select,-4\n', 2],
  ['page,views\n../../etc/passwd,4\n', 2],
  ['page,views\nsql-select,1,2\n', 2],
])('%j is a problem in line %i', (text, line) => {
  expect(parsePageViews(text).problems.map((problem) => problem.line)).toEqual([line]);
});

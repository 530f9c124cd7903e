import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { memory } from '../../tools/commands/memory.ts';
import { excerpt } from '../../tools/commands/memory-excerpt.ts';
import { width } from '../../tools/commands/table.ts';
import { entry } from '../catalog/samples.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { editFile, translatedWorkspace } from './helpers/shared.ts';

let root: string;
beforeAll(async () => {
  root = await translatedWorkspace();
});

async function search(query: string, limit = 10) {
  const context = record(root, { json: true });
  expect(await memory(context, query, { limit })).toBe(0);
  return JSON.parse(context.printed.join('\n'));
}

describe('--json', () => {
  test('a word of the English, wherever it stands', async () => {
    const { hits, exact } = await search('goes to lunch');
    expect(exact).toBe(1);
    expect(hits[0]).toMatchObject({
      kind: 'exact',
      page: 'locking-rows',
      status: 'translated',
      where: 'source',
      places: [{ page: 'locking-rows', file: 'translations/zh-CN/sql/locking-rows.md' }],
    });
    const [from, to] = hits[0].range;
    expect(hits[0].source.slice(from, to)).toBe('goes to lunch');
  });

  test('a part of a Chinese sentence', async () => {
    const { hits } = await search('瞥一眼同一行');
    expect(hits).toMatchObject([{ page: 'locking-rows', where: 'target', key: '9160bb8e07' }]);
  });

  test('a sentence that is nearly there has a score below 100', async () => {
    const { hits, exact } = await search('If the table would then have more than 9,999 rows, no row is added at all.');
    expect([exact, hits[0].kind, hits[0].key]).toEqual([0, 'similar', 'd3bc388532']);
    expect(hits[0].score).toBeGreaterThanOrEqual(60);
    expect(hits[0].score).toBeLessThan(100);
  });

  test('the same pair on many pages is one hit with all of them', async () => {
    const { hits } = await search('Description', 1);
    expect(hits).toHaveLength(1);
    expect(hits[0].places.length).toBeGreaterThan(5);
    expect(hits[0].score).toBe(100);
  });
});

test('on a terminal: score, page, key, status, both texts, the part that was found marked', async () => {
  const context = record(root);
  await memory(context, 'HOLDS A ROW', { limit: 3 });
  const text = context.printed.join('\n');
  expect(text).toMatch(/^1 entries hold the query/);
  expect(text).toMatch(/exact \d+ % {2}locking-rows {2}87f1c21208 {2}translated/);
  expect(text).toContain('A guest who ⟦holds a row⟧ and goes');
  expect(text).toContain('客人握着一行去吃午饭');
  for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(100);
});

test('nothing found is said, and is no error', async () => {
  const context = record(root);
  expect(await memory(context, '没有这样的词句', { limit: 10 })).toBe(0);
  expect(context.printed.join()).toContain('没有这样的词句');
});

test('writes nothing', async () => {
  const before = digestOf(root);
  await search('jar');
  expect(digestOf(root)).toEqual(before);
});

test.each(['', '  ', '\u0000'])('refuses the query %j', async (query) => {
  expect((await failureOf(memory(record(root), query, { limit: 10 }))).exitCode).toBe(2);
});

test('a broken entry is told and the rest is searched', async () => {
  const { root: own, read } = handmade({ 'sql/jars': [entry('Fill the jar.', '装满罐子'), entry('Stop.', '停')] });
  expect(read('sql/jars')).toContain('停');
  const context = record(own, { json: true });
  writeFileSync(`${own}/translations/zh-CN/sql/jars.md`, read('sql/jars').replace('> Fill', '> Seal'));
  await memory(context, '停', { limit: 10 });
  expect(context.told).toEqual([expect.stringContaining('jars.md:3')]);
  expect(JSON.parse(context.printed.join('')).exact).toBe(1);
});

test('what has left the manual is found too, at the place where it is kept', async () => {
  const { root: own } = handmade({
    'sql/jars': [entry('Stop.', '停')],
    '../gone/zh-CN/sql/jars': [entry('Fill the jar with sand.', '用沙子装满罐子')],
  });
  const context = record(own, { json: true });
  await memory(context, '沙子', { limit: 10 });
  expect(JSON.parse(context.printed.join('')).hits).toMatchObject([
    { page: 'jars', places: [{ file: 'translations/gone/zh-CN/sql/jars.md' }] },
  ]);
});

test('what is broken among the gone is told, and the rest is found', async () => {
  const { root: own } = handmade({
    'sql/jars': [entry('Stop.', '停')],
    '../gone/zh-CN/sql/jars': [entry('Fill the jar with sand.', '用沙子装满罐子')],
  });
  editFile(join(own, 'translations/gone/zh-CN/sql/jars.md'), (text) => `${text}\n> Half an entry\n`);
  const context = record(own, { json: true });
  expect(await memory(context, '沙子', { limit: 10 })).toBe(0);
  expect(context.told).toEqual([expect.stringContaining('translations/gone/zh-CN/sql/jars.md:7')]);
  expect(JSON.parse(context.printed.join('')).exact).toBe(1);
});

describe('an excerpt', () => {
  const long = 'The lid of the jar is sealed twice by the keeper, and then once more by the guest who brought it.';
  test('fits, and shows the match with its neighbourhood', () => {
    const from = long.indexOf('keeper');
    const shown = excerpt(long, { from, to: from + 6 }, 40);
    expect(width(shown)).toBeLessThanOrEqual(40);
    expect(shown).toMatch(/^….*⟦keeper⟧.*…$/);
  });
  test('counts two columns for a Chinese character', () => {
    const shown = excerpt('罐'.repeat(100), { from: 50, to: 52 }, 40);
    expect(width(shown)).toBeLessThanOrEqual(40);
    expect(shown).toContain('⟦罐罐⟧');
  });
  test('a match longer than the line is cut', () => {
    expect(width(excerpt(long, { from: 0, to: long.length }, 40))).toBeLessThanOrEqual(40);
  });
});

test('command line: --limit wants a number', async () => {
  const run = await pgdoc(['memory', 'jar', '--limit', 'many', '--root', root]);
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('expected a whole number')]);
});

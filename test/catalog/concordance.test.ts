import { describe, expect, test } from 'vitest';
import { concordance } from '../../tools/catalog/concordance.ts';
import { fold, unfolded } from '../../tools/catalog/fold.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { entry, machine } from './samples.ts';

const files = (pages: Readonly<Record<string, readonly Entry[]>>) =>
  Object.entries(pages).map(([page, items]) => ({
    path: `translations/xx/part/${page}.md`,
    catalog: { page, items: items.map((item, at) => ({ ...item, line: 3 + 4 * at })) } satisfies Catalog,
  }));

const jars = concordance(
  files({
    'jar-fill': [entry('Fill the `jar` with sand.', '用沙子把`罐`装满。'), entry('Stop.', '停')],
    'jar-lid': [machine('The lid of the jar is sealed twice by the keeper.', '罐子的盖子由看守封两次。')],
    'jar-seal': [entry('Stop.', '停'), entry('Keeper', 'GARDIEN D’ÉTÉ')],
  }),
);

const marked = (hit: ReturnType<typeof jars.search>['hits'][number] | undefined) =>
  hit?.where && hit.range && hit[hit.where].slice(hit.range.from, hit.range.to);

describe('letter by letter', () => {
  test.each([
    ['the JAR with', 'source', 'the `jar` with'],
    ['the `jar` with', 'source', 'the `jar` with'],
    ['  the  jar\twith ', 'source', 'the `jar` with'],
    ['罐装', 'target', '罐`装'],
    ['装满', 'target', '装满'],
    ['d’été', 'target', 'D’ÉTÉ'],
    ['e\u0301te\u0301', 'target', 'ÉTÉ'],
  ])('%j is found in the %s', (query, where, text) => {
    const { hits, exact } = jars.search(query, 10);
    expect([exact, hits[0]?.where, marked(hits[0]), hits[0]?.kind]).toEqual([1, where, text, 'exact']);
  });

  test('what the query covers most comes first; the whole text is 1', () => {
    const { hits } = jars.search('keeper', 10);
    expect(hits.map(({ source, score }) => [source, score === 1])).toEqual([
      ['Keeper', true],
      ['The lid of the jar is sealed twice by the keeper.', false],
    ]);
  });

  test('pages with the same texts are one hit, and each is named with its line', () => {
    const { hits, exact } = jars.search('stop', 10);
    expect(exact).toBe(2);
    expect(hits).toHaveLength(1);
    expect(hits[0]?.places).toEqual([
      { page: 'jar-fill', file: 'translations/xx/part/jar-fill.md', line: 7 },
      { page: 'jar-seal', file: 'translations/xx/part/jar-seal.md', line: 3 },
    ]);
  });

  test('the limit holds, and does not split a hit', () => {
    const many = concordance(
      files(
        Object.fromEntries(
          Array.from({ length: 30 }, (_, at) => [`p${at}`, [entry('Stop.', '停'), entry(`Stop ${at}`)]]),
        ),
      ),
    );
    const { hits, exact } = many.search('stop', 1);
    expect([exact, hits.length, hits[0]?.places.length]).toEqual([60, 1, 30]);
  });
});

test('then what is similar, with its score and status', () => {
  const { hits } = jars.search('The lid of the jar was sealed twice by the keeper.', 10);
  expect(hits[0]).toMatchObject({ kind: 'similar', status: 'machine', key: expect.stringMatching(/^[0-9a-f]{10}$/) });
  expect(hits[0]?.score).toBeGreaterThan(0.9);
  expect(hits[0]?.score).toBeLessThan(1);
});

test('then texts that have all the words, of both languages', () => {
  const { hits, exact, words } = jars.search('盖子 keeper', 10);
  expect([exact, words, hits[0]?.kind, hits[0]?.key.length]).toEqual([0, 1, 'words', 10]);
});

test.each(['', '   ', '`', '$(.*)+', '\\'])('%j finds nothing and harms nothing', (query) => {
  expect(jars.search(query, 10).hits).toEqual([]);
});

test('a place in a folded text leads back to its characters', () => {
  const text = '**Big** <code>jar <var>İd</var></code> `x`';
  const folded = fold(text);
  for (const word of ['big', 'jar', 'x']) {
    const from = folded.indexOf(word);
    const { from: first, to } = unfolded(text, { from, to: from + word.length });
    expect(text.slice(first, to).toLowerCase()).toBe(word);
  }
});

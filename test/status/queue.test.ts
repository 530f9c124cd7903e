import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS, type Piece, queueOf, sitting, type WorkKind } from '../../tools/status/queue.ts';

const piece = (page: string, change: Partial<Piece> = {}): Piece => ({
  page,
  file: `translations/zh-CN/sql/${page}.md`,
  line: 3,
  key: '0123456789',
  source: 'A jar holds rows.',
  words: 100,
  kind: 'untranslated',
  current: true,
  ...change,
});

const nothingKnown = { waiting: () => undefined, views: new Map<string, number>() };
const pages = (pieces: readonly Piece[], circumstances = {}) =>
  queueOf(pieces, { ...nothingKnown, ...circumstances }).map(({ page }) => page);

test('stale comes before untranslated before unreviewed, whatever they weigh', () => {
  const pieces = [
    piece('lids', { kind: 'unreviewed', words: 1 }),
    piece('jars', { kind: 'untranslated', words: 10 }),
    piece('rows', { kind: 'stale', words: 5000, current: false }),
  ];
  expect(pages(pieces)).toEqual(['rows', 'jars', 'lids']);
});

test('of one kind, what has waited longer comes first', () => {
  const days: Record<string, number> = { 'translations/zh-CN/sql/old.md': 60, 'translations/zh-CN/sql/new.md': 1 };
  expect(pages([piece('new'), piece('old')], { waiting: (file: string) => days[file] })).toEqual(['old', 'new']);
});

test('what is read more comes first, and what nobody reads last', () => {
  const views = new Map([
    ['much', 900],
    ['little', 20],
  ]);
  expect(pages([piece('never'), piece('little'), piece('much')], { views })).toEqual(['much', 'little', 'never']);
});

test('what is small comes first, and what only older versions have later', () => {
  expect(pages([piece('big', { words: 900 }), piece('small', { words: 9 })])).toEqual(['small', 'big']);
  expect(pages([piece('a-past', { current: false }), piece('b-present')])).toEqual(['b-present', 'a-past']);
});

test('long waiting brings even a big task up in the end', () => {
  const pieces = [piece('big', { words: 3000 }), piece('small', { words: 10 })];
  const waiting = (file: string) => (file.includes('big') ? 400 : 2);
  expect(pages(pieces, { waiting })).toEqual(['big', 'small']);
});

test('every piece is in one task of its page and kind, and none is lost', () => {
  const anyPiece = fc.record({
    page: fc.constantFrom('jars', 'lids', 'rows'),
    kind: fc.constantFrom<WorkKind>(...KINDS),
    words: fc.nat(500),
    key: fc.stringMatching(/^[0-9a-f]{10}$/),
  });
  fc.assert(
    fc.property(fc.array(anyPiece), (given) => {
      const pieces = given.map(({ page, ...rest }) => piece(page, rest));
      const tasks = queueOf(pieces, nothingKnown);
      for (const task of tasks) {
        expect(task.pieces.every(({ page, kind }) => page === task.page && kind === task.kind)).toBe(true);
        expect(task.words).toBe(task.pieces.reduce((sum, { words }) => sum + words, 0));
      }
      expect(new Set(tasks.map(({ page, kind }) => `${page} ${kind}`)).size).toBe(tasks.length);
      expect(tasks.flatMap((task) => task.pieces)).toHaveLength(pieces.length);
    }),
  );
});

test('a sitting is whole paragraphs up to its words, and one at least', () => {
  const tasks = queueOf(
    [piece('jars', { words: 100 }), piece('jars', { words: 150 }), piece('jars', { words: 60 })],
    nothingKnown,
  );
  expect(sitting(tasks, 300).map(({ words }) => words)).toEqual([100, 150]);
  expect(sitting(tasks, 10).map(({ words }) => words)).toEqual([100]);
  expect(sitting([], 300)).toEqual([]);
});

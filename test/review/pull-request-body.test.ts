import { expect, test } from 'vitest';
import { boxesOf, isUnread, replacementOf } from '../../tools/review/pull-request-body.ts';

const body = (machine: string, read: string) =>
  `Words.\r\n\r\n- [${machine}] A program helped <!-- pgdoc:machine -->\r\n- [${read}] I read it all <!-- pgdoc:read -->  \r\n`;

test('boxes are read as GitHub writes them, whatever the words are', () => {
  expect(boxesOf(body('x', ' '))).toEqual({ machine: true, read: false });
  expect(boxesOf(body(' ', 'X'))).toEqual({ machine: false, read: true });
  expect(boxesOf('  1. [x] 机器 <!--pgdoc:machine-->')).toEqual({ machine: true, read: undefined });
});

test('a body without boxes says nothing', () => {
  expect(boxesOf('')).toEqual({ machine: undefined, read: undefined });
  expect(boxesOf('- [x] no mark\n[x] no list <!-- pgdoc:read -->')).toEqual({ machine: undefined, read: undefined });
});

test('boxes that contradict each other count for the worse', () => {
  expect(boxesOf(`${body('x', 'x')}${body(' ', ' ')}`)).toEqual({ machine: true, read: false });
});

test('text is unread when a program wrote it and nobody says to have read it', () => {
  expect(isUnread(boxesOf(body('x', ' ')))).toBe(true);
  expect(isUnread(boxesOf(body('x', 'x')))).toBe(false);
  expect(isUnread(boxesOf(body(' ', ' ')))).toBe(false);
  expect(isUnread(boxesOf('- [x] m <!-- pgdoc:machine -->'))).toBe(true);
});

test('a replacement is the command as it was typed', () => {
  expect(replacementOf('pgdoc replace lid cover', '')).toEqual({ old: 'lid', new: 'cover' });
  expect(replacementOf('A title', 'Why.\n\n`pgdoc replace 罐子 "大 罐子" --where-source \'sealed jar\'`\n')).toEqual({
    old: '罐子',
    new: '大 罐子',
    whereSource: 'sealed jar',
  });
  expect(replacementOf('', '$ npm run --silent pgdoc -- replace a b --whole-words --in x y --report r.md')).toEqual({
    old: 'a',
    new: 'b',
    wholeWords: true,
  });
});

test.each([
  'I ran pgdoc replace and more',
  'pgdoc replace one',
  'pgdoc replace one two three',
  'pgdoc replace a a',
  'pgdoc replace "a b',
  'pgdoc replace a *b*',
  'pgdoc replace a b --prove main',
])('%s is no replacement', (line) => {
  expect(replacementOf('', line)).toBeUndefined();
});

test('bodies of the length that GitHub takes are read in no time', () => {
  const started = performance.now();
  for (const piece of [' ', '> ', '- [x] <!-- ', 'pgdoc replace ', '`', 'pgdoc replace "', '\\"']) {
    replacementOf('', piece.repeat(70_000));
    boxesOf(piece.repeat(70_000));
  }
  expect(performance.now() - started).toBeLessThan(1000);
});

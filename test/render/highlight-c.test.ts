/** Whether a listing is C is told in time linear to its length. */
import { expect, test } from 'vitest';
import { looksLikeC } from '../../tools/render/highlight-c.ts';

test.each([
  ['a prototype', 'Kite *fly_kite(const char *name, int length);', true],
  ['one with a pointer to a function', 'void on_gust(void (*act)(int), struct kite *kite);', true],
  ['one without parameters', 'int kites_in_the_air(void);', true],
  ['a call in another language', 'SELECT length(tail) FROM kites;', false],
])('%s', (_, text, expected) => {
  expect(looksLikeC(text)).toBe(expected);
});

test.each(['a b ', 'a  b, ', 'const const '])(
  'parameters without an end are given up soon: %j',
  { timeout: 2_000 },
  (piece) => {
    expect(looksLikeC(`int fly(${piece.repeat(20_000)}!`)).toBe(false);
  },
);

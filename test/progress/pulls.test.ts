/** The file of open pull requests: only exactly what `bot pulls` writes is taken. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePulls } from '../../tools/progress/pulls.ts';

const file = (pull: object) =>
  JSON.stringify({ pulls: [{ number: 12, title: 'Mend', pages: ['sql-select'], ...pull }] });

test('pull requests by page, the oldest first', () => {
  const text = JSON.stringify({
    pulls: [
      { number: 31, title: 'B', pages: ['x', 'y'] },
      { number: 12, title: 'A', pages: ['x', 'x'] },
    ],
  });
  const pulls = parsePulls(text);
  expect(pulls?.get('x')).toEqual([
    { number: 12, title: 'A' },
    { number: 31, title: 'B' },
  ]);
  expect(pulls?.get('y')?.map(({ number }) => number)).toEqual([31]);
});

test.each([
  ['no JSON', '{'],
  ['another form', '[]'],
  ['a number that is none', file({ number: '12"><script>' })],
  ['a number below 1', file({ number: 0 })],
  ['a page that is a path', file({ pages: ['../../etc/passwd'] })],
  ['a page with markup', file({ pages: ['<b>'] })],
  ['a title without end', file({ title: 'x'.repeat(201) })],
  ['a field more', file({ url: 'javascript:alert(1)' })],
  ['a file without end', `${' '.repeat(1_000_001)}${file({})}`],
])('%s is refused', (_, text) => {
  expect(parsePulls(text)).toBeUndefined();
});

test('whatever it is given, it gives an answer', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parsePulls(text)));
});

/** What a contributor writes may be made to hurt: the time that a target takes is linear in its length. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../tools/check/rules/index.ts';
import { newSubjects } from '../../tools/check/subject.ts';
import { entry } from '../catalog/samples.ts';
import { around } from './samples.ts';

const SIZE = 100_000;
/** Generous, as the machine may be busy: quadratic work of this size takes minutes. */
const SECONDS = 5;

const source = 'Call `boil` with <code>a <var>b</var></code>; see [[lids]], [it](#it)[^1] and &version;, not 3 of 4.';

describe.each([
  '[',
  ']',
  '*',
  '* ',
  ' *a',
  '**a*',
  '`',
  '` ``',
  '<code>',
  '<code></var>',
  '</sub>',
  '<a',
  '<!--',
  '[^1]',
  '[[x]]',
  '](',
  '[a](b',
  '\\',
  '&amp;',
  '&version;',
  '=======\n',
  '<<<<<<< ',
  '（',
  '，',
  ' ',
  '\n',
  '\u3000',
  '1',
  '1,',
  'a b ',
  '壶',
  '的的',
  '。',
])('%j, over and over', (piece) => {
  const target = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

  test(`every rule has looked at it within ${SECONDS} s`, () => {
    const start = performance.now();
    const subject = newSubjects()('pot', entry(source, target));
    expect(subject.prose).toHaveLength(target.length);
    for (const rule of rules) Array.from(rule.check(subject, around()));
    expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
  });
});

test('thousands of made-up tokens', () => {
  const target = Array.from({ length: 8000 }, (_, at) => `\`n${at}\``).join(' ');
  const start = performance.now();
  const subject = newSubjects()('pot', entry(source, target));
  for (const rule of rules) Array.from(rule.check(subject, around()));
  expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
});

/** With a language's data too, time is linear in the length of a target and of a source. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../../tools/check/rules/index.ts';
import { remarksOf } from './chinese.ts';

const SIZE = 60_000;
/** Generous, as the machine may be busy: quadratic work of this size takes minutes. */
const SECONDS = 6;
const glossary = '- term: tea pot\n  target: 茶壶\n  not: [锅]\n- term: lid\n  target: 盖\n  not: [板]\n';
const plain = 'The tea pot, the lid, and 3 of the cups (all of them) are here. `a`, `b`, and `c` too.';

describe.each([
  '锅',
  '茶',
  '(',
  '（',
  '(壶)',
  '“',
  '，和',
  '壶，',
  '壶罐，',
  '壶罐， ',
  '`a`，',
  'a，',
  '，',
  'the ',
  'a-',
  'ab ',
  'a.',
  '1.',
  '1,000,',
  '9 亿',
  '万',
  '一',
  '的',
  '的了',
  '您',
  '後',
  '\u200B',
  '。',
  '. ',
  'e.g. ',
  ' (',
  'lid',
  'tea pot ',
  '`x` ',
  '！）',
])('%j, over and over', (piece) => {
  const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

  test.each([
    ['target', plain, text],
    ['source', text, '茶壶、盖子和 3 个杯子（都）在这里。'],
    ['both', text, `${text}x`],
  ])(`as the %s`, (_, source, target) => {
    const start = performance.now();
    for (const rule of rules) remarksOf(rule, source, target, { glossary });
    expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
  });
});

test('thousands of words that the English does not have', () => {
  const words = Array.from({ length: 10_000 }, (_, at) => `w${at.toString(36)}q`).join(' ');
  const start = performance.now();
  for (const rule of rules) remarksOf(rule, plain.repeat(500), `壶 ${words}`, { glossary });
  expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
});

/** What the bot answers to commands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, answerText, inEach, mention, reference } from '../../tools/review/command-words.ts';
import { parseBotWords } from '../../tools/review/comment-words.ts';

const file = join(import.meta.dirname, '../../translations/zh-CN/bot.yml');
const chinese = parseBotWords(readFileSync(file, 'utf8'), 'bot.yml')!.answers;

test('Chinese has every answer, none of them English', () => {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(ANSWERS).sort());
  const same = Object.entries(ANSWERS).filter(([name, text]) => chinese[name as keyof typeof ANSWERS] === text);
  expect(same).toEqual([]);
});

test('both languages, one below the other, and each value where it belongs', () => {
  const text = inEach({ name: 'no-key', values: { page: 'jars', key: '0123456789' } }, [chinese, ANSWERS]);
  expect(text).toBe('`jars` 里没有段落 `0123456789`。<br>`jars` has no paragraph `0123456789`.');
});

describe('what other people wrote is shown letter by letter', () => {
  test.each([
    ['@everyone', '`@everyone`'],
    ['`code`', '`` `code` ``'],
    ['<img src=x>', '`<img src=x>`'],
    ['a\n\n/apply', '`a /apply`'],
    ['{key}', '`{key}`'],
    ['$&', '`$&`'],
  ])('%j', (found, shown) => {
    expect(answerText({ name: 'found', values: { found } })).toBe(`It stumbled over ${shown}.`);
  });

  test('long ones are cut, long lists are counted', () => {
    expect(answerText({ name: 'found', values: { found: 'x'.repeat(10_000) } }).length).toBeLessThan(300);
    const keys = Array.from({ length: 500 }, (_, at) => `jars:${at}`);
    expect(answerText({ name: 'has-changed', values: { keys } })).toMatch(/`jars:99` … \+400$/);
  });
});

test('only a login calls a person', () => {
  expect(answerText({ name: 'pull-thanks', values: { who: mention('ada-1') } })).toBe('Thank you, @ada-1!');
  for (const login of ['org/team', 'a b', 'x[bot]', '']) expect(mention(login)).toBe(login);
  expect(answerText({ name: 'applied-ghost', values: { pull: reference(12) } })).toContain('#12');
});

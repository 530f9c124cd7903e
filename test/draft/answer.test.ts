import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../tools/draft/answer.ts';
import { messagesOf } from '../../tools/draft/request.ts';
import type { DraftItem } from '../../tools/draft/types.ts';

const item = (key: string, source: string): DraftItem => ({ key, source, words: 6, terms: [], precedents: [] });
const items = [item('a', 'A jar holds `rows`.'), item('b', 'A lid closes the jar it belongs to.')];
const fine = () => undefined;
const read = (content: string, verify: Parameters<typeof readAnswer>[2] = fine) => {
  const { targets, problems } = readAnswer(content, items, verify);
  return { targets: [...targets], problems: [...problems] };
};

test('each number is a segment', () => {
  expect(read('{"1": "罐子装⟦1⟧。", "2": "盖子\\n盖住罐子。"}')).toEqual({
    targets: [
      ['a', '罐子装`rows`。'],
      ['b', '盖子 盖住罐子。'],
    ],
    problems: [],
  });
});

test('a fence and a sentence around the object are passed over', () => {
  expect(read('Here you are:\n```json\n{"1": "⟦1⟧", "2": "盖"}\n```\nEnjoy!').problems).toEqual([]);
});

describe('what is not good is a problem of its segment alone', () => {
  test.each([
    ['{"1": "罐子。", "2": "盖"}', 'a', '⟦1⟧ is missing'],
    ['{"1": "⟦1⟧"}', 'b', 'no translation of it was given'],
    ['{"1": "⟦1⟧", "2": 7}', 'b', 'no translation of it was given'],
    ['{"1": "⟦1⟧", "2": "  "}', 'b', 'the translation was empty'],
    ['{"1": "⟦1⟧", "2": "A lid closes the jar it belongs to."}', 'b', 'it came back in English'],
  ])('%s', (content, key, problem) => {
    const { targets, problems } = read(content);
    expect(problems).toEqual([[key, problem]]);
    expect(targets.map(([each]) => each)).toEqual([key === 'a' ? 'b' : 'a']);
  });

  test.each(['', 'I am sorry.', '{"1": "⟦1⟧", "2": "盖', '[]', 'null', '}{'])('%j holds nothing at all', (content) => {
    expect(read(content)).toEqual({
      targets: [],
      problems: items.map(({ key }) => [key, 'no JSON object']),
    });
  });

  test('so is what a check finds', () => {
    const { problems } = read('{"1": "⟦1⟧", "2": "盖"}', ({ key }) => (key === 'b' ? 'too short' : undefined));
    expect(problems).toEqual([['b', 'too short']]);
  });
});

test('the request names the language, the tokens, terms, precedents and the last complaint', () => {
  const asked: DraftItem = {
    ...item('a', 'A jar holds `rows`.'),
    terms: [{ term: 'jar', targets: ['罐子'], not: ['瓶子'], forms: [], context: 'storage', case: 'any', line: 1 }],
    precedents: [{ source: 'A jar holds lids.', target: '罐子装盖子。' }],
    complaint: '⟦1⟧ is missing',
  };
  const [system, user] = messagesOf({ page: 'jars', items: [asked] }, 'Simplified Chinese');
  expect(system?.content).toContain('Simplified Chinese');
  expect(user?.content.split('\n')).toEqual([
    'Page: jars',
    '',
    '1: A jar holds ⟦1⟧.',
    '  ⟦1⟧ = `rows`',
    '  term: jar (storage) = 罐子, not 瓶子',
    '  precedent: A jar holds lids. = 罐子装盖子。',
    '  Your last translation of this was refused: ⟦1⟧ is missing.',
  ]);
});

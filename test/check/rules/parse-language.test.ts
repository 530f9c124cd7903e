/** checks.yml: what is read, and that everything wrong with it is told at once. */
import { expect, test } from 'vitest';
import { parseLanguageRules } from '../../../tools/check/parse-language.ts';
import { chinese } from './chinese.ts';

const parse = (text: string) => parseLanguageRules(text, 'checks.yml');

test('an empty file has no rules', () => {
  expect(parse('')).toEqual({});
  expect(parse('\n')).toEqual({});
});

test('values are read as what they are', () => {
  expect(
    parse(`
script: Cyrillic
spacing: none
numberUnits: { тыс: 1000 }
numberWords: { половина: 0.5 }
characters: [ "абвг", "де жз" ]
invisible: [U+00A0]
lengthRatio: { min: 0.5, max: 2 }
punctuation:
  pairs: [«»]
`),
  ).toEqual({
    script: 'Cyrillic',
    spacing: 'none',
    numberUnits: { тыс: 1000 },
    numberWords: { половина: 0.5 },
    characters: { а: 'б', в: 'г', д: 'е', ж: 'з' },
    invisible: ['\u00A0'],
    lengthRatio: { min: 0.5, max: 2 },
    punctuation: { fullWidth: {}, ends: {}, pairs: [['«', '»']] },
  });
});

test('every problem is told, with its line', () => {
  const text = `scipt: Han
script: Klingon
spacing: sometimes
numberUnits: { 万: many }
digits: ["012"]
characters: ["abc"]
invisible: [nbsp]
punctuation:
  pairs: ["("]
  list: { mark: "、" }
`;
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      name: 'Failure',
      exitCode: 2,
      message: expect.stringMatching(
        /^checks\.yml:1:1: unknown key "scipt"; did you mean "script"\?[^\n]*\nchecks\.yml:2:\d+: script: the Unicode name[^\n]*\nchecks\.yml:3:\d+: spacing[^\n]*\nchecks\.yml:4:\d+: numberUnits\.万[^\n]*\nchecks\.yml:5:\d+: digits\[1\][^\n]*\nchecks\.yml:6:\d+: characters[^\n]*\nchecks\.yml:7:\d+: invisible\[1\][^\n]*\nchecks\.yml:9:\d+: punctuation\.pairs\[1\]/,
      ),
    }),
  );
});

test('a script is not code', () => {
  expect(() => parse('script: "Han}|(.*)*{"')).toThrow(/the Unicode name of a script/);
});

test('the characters of zh-CN map onto characters that are right', () => {
  const { characters = {} } = chinese;
  expect(Object.keys(characters).length).toBeGreaterThan(2_000);
  for (const [wrong, right] of Object.entries(characters)) {
    expect(characters[right], `${wrong} → ${right}`).toBeUndefined();
    expect(wrong).toHaveLength(1);
    expect(right).toHaveLength(1);
  }
});

test('the data of zh-CN mends nothing into something else to mend', () => {
  for (const [wrong, right] of Object.entries(chinese.wordsToAvoid ?? {}))
    for (const other of Object.keys(chinese.wordsToAvoid ?? {})) expect(right.includes(other), wrong).toBe(false);
});

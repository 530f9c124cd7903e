/** Numbers of the English and of the target are the same, however each of them writes them. */
import { describe, expect, test } from 'vitest';
import { numbers } from '../../../tools/check/rules/numbers.ts';
import { pieces, remarksOf } from './chinese.ts';

describe('the same number', () => {
  test.each([
    ['digits', 'Boil 3 pots.', '烧 3 壶水。'],
    ['full-width digits', 'Boil 12 pots.', '烧１２壶水。'],
    ['a thousands separator on one side', 'It holds 1,000 drops.', '可容纳 1000 滴。'],
    ['a unit of ten thousand', 'It holds 20,000 drops.', '可容纳 2 万滴。'],
    ['a fraction of a unit', 'It holds 1.5 million drops.', '可容纳 150 万滴。'],
    ['two units', 'It holds 40 million drops.', '可容纳 4 千万滴。'],
    ['a billion', 'It holds 2 billion drops.', '可容纳 20 亿滴。'],
    ['a word in the English', 'Boil two pots.', '烧 2 壶水。'],
    ['an ordinal', 'The third lid is missing.', '缺第 3 个壶盖。'],
    ['two words', 'After twenty-one minutes it whistles.', '21 分钟后壶会响。'],
    ['a word in the target', 'Boil 2 pots.', '烧两壶水。'],
    ['several words in the target', 'It holds 128 drops.', '可容纳一百二十八滴。'],
    ['a month', 'Bought on March 8, 1999.', '购于 1999 年 3 月 8 日。'],
    ['zeros in front', 'Bought on 1999-03-08.', '购于 1999 年 3 月 8 日。'],
    ['a version', 'New in kettle 9.10.', '9.10 版水壶的新功能。'],
    ['a century', 'Pots of the 1900s are rare.', '20 世纪的壶很少见。'],
    ['half', 'It takes half a gigabyte.', '占 0.5 GB。'],
    ['code on one side', 'Set it to `5`.', '设为 5。'],
    ['digits of a name', 'Labels are in UTF-8.', '标签用的是 UTF8。'],
  ])('%s', (_, source, target) => {
    expect(remarksOf(numbers, source, target)).toEqual([]);
  });
});

describe('another number', () => {
  test('is named where it stands, and where it is lacking', () => {
    expect(remarksOf(numbers, 'Boil 345 pots.', '烧 354 壶水。')).toEqual([
      { message: 'the number 345 of the English is missing' },
      { message: 'the number 354 is not in the English', from: 2, to: 5 },
    ]);
  });

  test.each([
    ['a unit too many', 'It holds 2,000 drops.', '可容纳 2 万滴。', ['可容纳 2 万滴。', '2']],
    [
      'a version that differs in its last part',
      'New in kettle 9.1.',
      '9.10 版的新功能。',
      ['9.10 版的新功能。', '9.10'],
    ],
    ['a number lost with its sentence', 'It has 2 lids. It weighs 7 pounds.', '有 2 个盖子。', ['有 2 个盖子。']],
  ])('%s', (_, source, target, expected) => {
    expect(pieces(numbers, source, target)).toEqual(expected);
  });

  test('is told once, however often it stands there', () => {
    expect(pieces(numbers, 'Boil it.', '烧 7 次，再烧 7 次。')).toEqual(['7']);
  });
});

test('a language without data has digits too', () => {
  expect(remarksOf(numbers, 'Boil 3 pots.', 'Faites bouillir 3 pots.', { language: {} })).toEqual([]);
  expect(remarksOf(numbers, 'Boil 3 pots.', 'Faites bouillir 4 pots.', { language: {} })).toHaveLength(2);
});

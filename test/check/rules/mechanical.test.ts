/** What can be mended without a thought: where it is found, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { doubleSpaces } from '../../../tools/check/rules/double-spaces.ts';
import { doubledWords } from '../../../tools/check/rules/doubled-words.ts';
import { invisibleCharacters } from '../../../tools/check/rules/invisible-characters.ts';
import { latinSpacing } from '../../../tools/check/rules/latin-spacing.ts';
import { listMark } from '../../../tools/check/rules/list-mark.ts';
import { orthography } from '../../../tools/check/rules/orthography.ts';
import { punctuationWidth } from '../../../tools/check/rules/punctuation-width.ts';
import { wording } from '../../../tools/check/rules/wording.ts';
import type { Rule } from '../../../tools/check/types.ts';
import { chinese, fixed, pieces, remarksOf } from './chinese.ts';

const SOURCE = 'Fill the pot (with water) and boil it, see `lid`.';

describe('fixes', () => {
  test.each<[string, Rule, string, string]>([
    ['two spaces', doubleSpaces, '烧  水', '烧 水'],
    ['spaces at the edges of a line', doubleSpaces, '烧水   \n   再倒茶', '烧水\n再倒茶'],
    ['a tab', doubleSpaces, '烧\t水', '烧 水'],
    ['a zero-width space', invisibleCharacters, '烧\u200B水', '烧水'],
    ['a byte order mark', invisibleCharacters, '\uFEFF烧水', '烧水'],
    ['a mark of direction', invisibleCharacters, '烧\u202E水', '烧水'],
    ['a soft hyphen in code', invisibleCharacters, '见 `li\u00ADd`', '见 `lid`'],
    ['a no-break space', invisibleCharacters, '烧\u00A0水', '烧 水'],
    ['an ideographic space', invisibleCharacters, '烧\u3000水', '烧 水'],
    ['Traditional characters', orthography, '請將壺裝滿', '请将壶装满'],
    ['full-width letters', orthography, '见 ＬＩＤ 一节', '见 LID 一节'],
    ['a form of address', wording, '您可以烧水', '你可以烧水'],
    ['a comma', punctuationWidth, '烧水,然后倒茶', '烧水，然后倒茶'],
    ['a comma and its space', punctuationWidth, '烧水, 然后倒茶', '烧水，然后倒茶'],
    ['a comma behind code', punctuationWidth, '见 `lid`, 然后倒茶', '见 `lid`，然后倒茶'],
    ['a full stop at the end', punctuationWidth, '烧水，见 `lid`.', '烧水，见 `lid`。'],
    ['brackets and the spaces outside', punctuationWidth, '装满 (用水) 再烧', '装满（用水）再烧'],
    ['half a pair', punctuationWidth, '装满（用水)', '装满（用水）'],
    ['a wide bracket around Latin', punctuationWidth, '装满（water)', '装满(water)'],
    ['a function word twice', doubledWords, '壶的的盖子', '壶的盖子'],
    ['a word of two characters twice', doubledWords, '如果如果水开了', '如果水开了'],
  ])('%s', (_, rule, target, expected) => {
    expect(fixed(rule, SOURCE, target)).toBe(expected);
    expect(remarksOf(rule, SOURCE, expected)).toEqual([]);
  });

  test('a full-width mark where the English has the half-width one', () => {
    expect(fixed(punctuationWidth, 'It whistles at 5:15 with 1,000 tones.', '5：15 响起 1，000 个音。')).toBe(
      '5:15 响起 1,000 个音。',
    );
  });

  test('a comma in a list of code', () => {
    const source = 'Use `lid`, `pot`, or `tea`; in the `den`, `cup` is fine.';
    expect(fixed(listMark, source, '使用 `lid`， `pot` 或 `tea`；在 `den`，`cup` 也行。')).toBe(
      '使用 `lid`、`pot` 或 `tea`；在 `den`，`cup` 也行。',
    );
  });

  test('the space between Chinese and Latin, either way', () => {
    expect(fixed(latinSpacing, SOURCE, '用 lid盖好3个壶，见 `x`。')).toBe('用 lid 盖好 3 个壶，见 `x`。');
    const none = { language: { ...chinese, spacing: 'none' as const } };
    expect(fixed(latinSpacing, SOURCE, '用 lid 盖好 3 个壶', none)).toBe('用lid盖好3个壶');
  });
});

describe('what is right', () => {
  test.each<[string, Rule, string]>([
    ['spaces in code', doubleSpaces, '见 `a  b`'],
    ['Traditional characters in code', orthography, '见 `開`'],
    ['characters that Simplified Chinese has too', orthography, '著名的乾隆御窑'],
    ['marks in code', punctuationWidth, '见 `a,b (c)`。'],
    ['a decimal', punctuationWidth, '占 3.5 升，从 1:00 到 2:00。'],
    ['Latin in brackets', punctuationWidth, '水壶 (kettle) 烧水。'],
    ['brackets of a calculation', punctuationWidth, '结果是 (水量 - 1) / 2 升。'],
    ['an English sentence', punctuationWidth, 'Fill the pot, then boil it.'],
    ['a compound that ends with the word', doubledWords, '烧水的目的的说明'],
    ['a compound that begins with it', doubledWords, '他的的确确烧了水，了了解过'],
    ['two phrases with a particle', doubledWords, '水壶的水壶的盖子'],
    ['one by one', doubledWords, '一个一个地烧'],
  ])('%s', (_, rule, target) => {
    expect(pieces(rule, SOURCE, target)).toEqual([]);
  });

  test('what the English has too', () => {
    expect(pieces(invisibleCharacters, 'A\u00A0pot.', '一\u00A0壶。')).toEqual([]);
    expect(pieces(doubledWords, 'Type bye bye.', '输入 bye bye。')).toEqual([]);
    expect(pieces(orthography, 'The sign 開.', '标志 開。')).toEqual([]);
  });

  test('invisible characters that the language needs', () => {
    const language = { ...chinese, invisible: ['\u200C', '\u00A0'] };
    expect(pieces(invisibleCharacters, 'A pot.', '一\u200C壶\u00A0。', { language })).toEqual([]);
  });
});

test('a lost character has no fix', () => {
  const [remark] = remarksOf(invisibleCharacters, 'A pot.', '一\uFFFD壶。');
  expect(remark).toMatchObject({ from: 1, to: 2 });
  expect(remark?.fix).toBeUndefined();
});

test('commas between words of the language may stand between clauses', () => {
  const source = 'It needs water, milk, sugar, and tea.';
  expect(pieces(listMark, source, '一般来说，需要清水，白糖和茶叶。')).toEqual([]);
});

test('without data of the language nothing is said', () => {
  for (const rule of [orthography, wording, punctuationWidth, listMark, latinSpacing])
    expect(remarksOf(rule, SOURCE, '您請,見 a，b 和 (水)', { language: {} }), rule.name).toEqual([]);
});

/** Rules that look at what a target says beside its English. */
import { describe, expect, test } from 'vitest';
import { asciiWords } from '../../../tools/check/rules/ascii-words.ts';
import { brackets } from '../../../tools/check/rules/brackets.ts';
import { endMark } from '../../../tools/check/rules/end-mark.ts';
import { lengthRatio } from '../../../tools/check/rules/length-ratio.ts';
import { sameSource } from '../../../tools/check/rules/same-source.ts';
import { sentenceCount } from '../../../tools/check/rules/sentence-count.ts';
import { terminology } from '../../../tools/check/rules/terminology.ts';
import { untranslated } from '../../../tools/check/rules/untranslated.ts';
import { pieces, remarksOf } from './chinese.ts';

describe('ascii-words', () => {
  test.each([
    ['a word that is not in the English', 'Fill the pot.', '装满 kettle。', ['kettle']],
    ['a name misspelt', 'Kettlemaster boils it.', 'Ketlemaster 烧水。', ['Ketlemaster']],
    ['a word that is', 'Fill the Kettle.', '装满 kettle。', []],
    ['in code only', 'Type `fill_kettle`.', '输入 kettle。', []],
    ['a plural', 'It needs indexes.', '需要 index。', []],
    ['a name without its hyphen', 'Labels are in UTF-8.', '标签用 UTF8。', []],
    ['a word that the language has taken over', 'Its identifier.', '它的 ID。', []],
  ])('%s', (_, source, target, expected) => {
    expect(pieces(asciiWords, source, target)).toEqual(expected);
  });

  test('a language in Latin script has no such thing', () => {
    expect(pieces(asciiWords, 'Fill the pot.', 'Remplissez le pot.', { language: {} })).toEqual([]);
  });
});

describe('brackets', () => {
  test.each([
    ['not closed', 'The pot (the large one) boils.', '壶（大的那个在烧。', ['（']],
    ['not opened', 'The pot (the large one) boils.', '壶大的那个）在烧。', ['）']],
    ['a quote', 'The “large” pot.', '“大壶。', ['“']],
    ['crossed', 'The pot (“large”) boils.', '壶（“大）”', ['“', '”']],
    ['of two widths', 'The pot (the large one) boils.', '壶（大的那个)在烧。', []],
    ['balanced', 'The pot (the large one) boils.', '壶（大的那个）在烧。', []],
    ['unbalanced in the English too', 'Step a) fill the pot.', '步骤 a）装满壶。', []],
    ['in code', 'Type `(`.', '输入 `(`。', []],
  ])('%s', (_, source, target, expected) => {
    expect(pieces(brackets, source, target)).toEqual(expected);
  });
});

describe('end-mark', () => {
  test.each([
    ['a lost full stop', 'Fill the pot to the rim and boil it.', '把壶装满，烧开', 1],
    ['another mark', 'Does the pot boil?', '壶会烧开。', 1],
    ['a lost colon', 'Type one of the commands:', '输入以下命令', 1],
    ['a full stop too many', 'The lid', '壶盖。', 1],
    ['the same', 'Fill the pot to the rim and boil it.', '把壶装满，烧开。', 0],
    ['the English mark, for another rule', 'Fill the pot to the rim and boil it.', '把壶装满，烧开.', 0],
    ['within brackets', 'Boil it. (See the large pot below.)', '烧开它。（见下面的大壶。）', 0],
    ['outside the brackets', 'Boil it (does it really whistle?)', '烧开它（它真的会响吗？）。', 0],
    ['behind a footnote', 'Fill the pot to the rim and boil it.[^1]', '把壶装满，烧开。[^1]', 0],
    ['an abbreviation', 'pots, lids, cups, spoons, etc.', '壶、盖、杯、匙等', 0],
    ['a lead-in that runs on', 'Fill the pot, for example,', '把壶装满，例如：', 0],
    ['code at the end of the English', 'The pot is called `pot`', '壶叫做 `pot`。', 0],
  ])('%s', (_, source, target, count) => {
    expect(remarksOf(endMark, source, target)).toHaveLength(count);
  });
});

const LONG = 'The pot is filled with water to the rim, then it is put on the stove until the whistle can be heard.';

describe('length-ratio', () => {
  test('a piece lost, and a piece too many', () => {
    expect(remarksOf(lengthRatio, LONG, '烧水。')[0]?.message).toContain('far shorter');
    expect(
      remarksOf(lengthRatio, LONG, '把壶装满水，放到炉子上烧，直到听见哨声响起为止。'.repeat(4))[0]?.message,
    ).toContain('far longer');
  });

  test('a usual length, a short text and names are fine', () => {
    expect(remarksOf(lengthRatio, LONG, '把壶装满水，放到炉子上，直到听见哨声响起为止。')).toEqual([]);
    expect(remarksOf(lengthRatio, 'Boil it.', '把壶里的水烧开，一直烧到听见哨声。')).toEqual([]);
    const names = 'Anna Alder, Berta Birch, Clara Cedar, Doris Dogwood, Erika Elm';
    expect(remarksOf(lengthRatio, `Thanks to ${names}`, `感谢 ${names}`)).toEqual([]);
  });
});

describe('sentence-count', () => {
  const four = 'Fill the pot with water. Put it on the stove. Wait until it whistles. Pour the tea, e.g. into a cup.';

  test('most of the sentences are gone', () => {
    expect(remarksOf(sentenceCount, four, '把壶装满水。')).toHaveLength(1);
  });

  test('joined, split, or abbreviated ones are fine', () => {
    expect(remarksOf(sentenceCount, four, '把壶装满水，放到炉子上。等它响了，就倒茶。')).toEqual([]);
    expect(remarksOf(sentenceCount, four, '装水。装满。放到炉子上。等着。它会响。倒茶。')).toEqual([]);
  });
});

describe('untranslated', () => {
  test.each([
    ['a phrase', 'read-only teapot', 'read-only teapot', 1],
    ['a phrase changed a little', 'Fill the pot', 'Fill a pot', 1],
    ['names of people', 'Anna van Dorn, Álvaro Birch', 'Anna van Dorn, Álvaro Birch', 0],
    ['a command', 'FILL POT', 'FILL POT', 0],
    [
      'the title of a book elsewhere',
      '[The art of boiling](https://pots.example/)',
      '[The art of boiling](https://pots.example/)',
      0,
    ],
    ['code', '`fill the pot`', '`fill the pot`', 0],
    ['Chinese', 'Fill the pot', '装满 the pot', 0],
  ])('%s', (_, source, target, count) => {
    expect(remarksOf(untranslated, source, target)).toHaveLength(count);
  });

  test('in a language of Latin script the text is the same', () => {
    expect(remarksOf(untranslated, 'Fill the pot', 'Fill the pot', { language: {} })).toHaveLength(1);
    expect(remarksOf(untranslated, 'Fill the pot', 'Remplissez le pot', { language: {} })).toEqual([]);
  });
});

describe('same-source', () => {
  const source = 'Fill the pot.';

  test('another translation elsewhere is shown', () => {
    expect(remarksOf(sameSource, source, '装满壶。', { elsewhere: ['把壶装满。'] })[0]?.message).toBe(
      'the same English is translated elsewhere as "把壶装满。"',
    );
  });

  test('spaces, English left standing and single words are no difference', () => {
    expect(remarksOf(sameSource, source, '装满 壶。', { elsewhere: ['装满壶。', 'Fill the pot.'] })).toEqual([]);
    expect(remarksOf(sameSource, 'Pot', '壶', { elsewhere: ['罐'] })).toEqual([]);
  });
});

describe('terminology', () => {
  const glossary = `
- term: tea pot
  target: [茶壶, 茶罐]
  not: [茶锅]
- term: lid
  target: 壶盖
  not: [盖板]
- term: spout
  target: [壶嘴, 喷口]
  not: [水管]
  context: of a pot; of a fountain
`;

  test.each([
    ['one of the translations', 'The tea pot.', '茶罐。', []],
    ['none', 'The tea pot boils.', '水壶烧开了。', ['水壶烧开了。']],
    ['one not to use', 'The lids are hot.', '盖板很烫。', ['盖板']],
    ['one not to use beside a right one', 'The lid and the lid.', '壶盖和盖板。', ['盖板']],
    ['one not to use, which another word may mean', 'The lid on the board.', '壶盖在盖板上。', []],
    ['a single word left in English', 'The lid is hot.', '这个 lid 很烫。', ['这个 lid 很烫。']],
    ['a single word left out', 'The lid is hot.', '很烫。', []],
    ['a name of code', 'The tea pot `p1` boils.', '`p1` 烧开了。', []],
    ['something between its halves', 'The tea pot boils.', '茶的壶烧开了。', ['茶的壶烧开了。']],
    ['a term with a context, put otherwise', 'The spout leaks.', 'spout 漏了。', []],
    ['and by a word not to use', 'The spout leaks.', '水管漏了。', ['水管']],
    ['a target in English', 'tea pot', 'tea pot', []],
  ])('%s', (_, source, target, expected) => {
    expect(pieces(terminology, source, target, { glossary })).toEqual(expected);
  });

  test('the message names the term and what is expected', () => {
    expect(remarksOf(terminology, 'The tea pot boils.', '茶锅烧开了。', { glossary })).toEqual([
      { message: '"茶锅" for "tea pot"; expected "茶壶" or "茶罐"', from: 0, to: 2 },
    ]);
  });
});

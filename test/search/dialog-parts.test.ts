/** What the search dialog decides without a browser: words, order, language, passage. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SOURCE_BEGINS as S, TARGET_BEGINS as T } from '../../.vitepress/search/copy.ts';
import { inLanguage } from '../../.vitepress/theme/search/languages.ts';
import { inOrder, isName } from '../../.vitepress/theme/search/order.ts';
import { type FoundPage, sectionsOf } from '../../.vitepress/theme/search/passages.ts';
import { wordsOf } from '../../.vitepress/theme/search/words.ts';

describe('the words of a question', () => {
  const idle = new Set(['to', 'a', 'for', '怎么', '的']);

  test('are cut as the index is, whatever language the page is in', () => {
    expect(wordsOf('point-in-time recovery', 'zh-CN', idle)).toEqual(['point', 'in', 'time', 'recovery']);
    expect(wordsOf('抽屉尺寸', 'zh-CN', idle).join('')).toBe('抽屉尺寸');
    expect(wordsOf('max_jars', 'zh-CN', idle)).toEqual(['max_jars']);
  });

  test('go without small words in a sentence, but a command keeps its own', () => {
    expect(wordsOf('move to a new drawer', 'zh-CN', idle)).toEqual(['move', 'new', 'drawer']);
    expect(wordsOf('ROLLBACK TO', 'zh-CN', idle)).toEqual(['ROLLBACK', 'TO']);
    expect(wordsOf('怎么清空抽屉', 'zh-CN', idle)).not.toContain('怎么');
  });

  test('are never none where something was asked', () => {
    expect(wordsOf('的', 'zh-CN', idle)).toEqual(['的']);
    fc.assert(
      fc.property(fc.string(), (asked) => {
        const words = wordsOf(asked, 'en', idle);
        expect(words.length === 0).toBe(!/[\p{L}\p{N}\p{S}_]/u.test(asked));
      }),
    );
  });
});

describe('the order of what was found', () => {
  test.each([
    ['Chapter 29. Drawers', 'drawers', true],
    ['26.2.1. Drawers', 'drawers', true],
    ['第 29 章 抽屉', '抽屉', true],
    ['Part IV. Drawers', 'drawers', true],
    ['Appendix B. Drawers', 'Drawers ', true],
    ['OPEN DRAWER', 'drawer', false],
    ['29. 旧抽屉', '抽屉', false],
    ['Drawers', '', false],
  ])('%s is called %s: %s', (title, asked, is) => expect(isName(title, asked)).toBe(is));

  test('a page of that name, then words side by side, then the index’s own order', () => {
    const found = ['apart', 'named', 'together', 'apart too'];
    const order = inOrder(
      found,
      'drawer',
      (one) => ({ title: one === 'named' ? '3.1. Drawer' : one }),
      (one) => one === 'together',
    );
    expect(order).toEqual(['named', 'together', 'apart', 'apart too']);
  });
});

describe('a text in two languages', () => {
  test('is shown in the one that is read, else in the one it has', () => {
    const title = `4.2. ${T} 抽屉 ${S} Drawers`;
    expect(inLanguage(title, 'target')).toEqual({ text: '4.2. 抽屉', side: 'target' });
    expect(inLanguage(title, 'source')).toEqual({ text: '4.2. Drawers', side: 'source' });
    expect(inLanguage(`${S} Drawers`, 'target')).toEqual({ text: 'Drawers', side: 'source' });
    expect(inLanguage('DRAWER', 'target')).toEqual({ text: 'DRAWER', side: undefined });
  });
});

describe('the passage', () => {
  const chinese = [T, '先 ', '打开 ', '上面', '的', 'max_jars', '抽屉', '，', '再', '放', '罐子', '。'];
  const english = [
    S,
    'First ',
    'open ',
    'the ',
    'max_jars ',
    'drawer ',
    'on ',
    'top ',
    'and ',
    'then ',
    'put ',
    'jars',
  ];
  const words = [T, '罐子', S, 'Jars ', ...chinese, ...english, T, '尺寸', S, 'Sizes ', ...chinese, '<b>', ...english];
  const at = (word: string, from = 0) => words.findIndex((one, place) => place >= from && one.trim() === word);
  const second = words.indexOf('尺寸') - 1;

  const page = (places: readonly number[]): FoundPage => ({
    raw_content: words.join('\u200b').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    anchors: [{ id: 'SIZES', text: `${T} 尺寸 ${S} Sizes`, location: second }],
    weighted_locations: places.map((location) => ({ location, balanced_score: 1 })),
  });
  const textOf = (section: ReturnType<typeof sectionsOf>[number] | undefined) =>
    section?.passage?.pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

  test('is in the language that is read, with the words marked', () => {
    const places = [at('max_jars'), at('max_jars', at('First'))];
    expect(textOf(sectionsOf(page(places), 'target')[0])).toBe('先打开上面的[max_jars]抽屉，再放罐子。');
    expect(textOf(sectionsOf(page(places), 'source')[0])).toBe(
      'First open the [max_jars] drawer on top and then put jars',
    );
  });

  test('is in the other language where only that has the words', () => {
    const [found] = sectionsOf(page([at('drawer')]), 'target');
    expect(found?.passage?.side).toBe('source');
  });

  test('stands under its section, whose title alone would say little', () => {
    const [found] = sectionsOf(page([at('尺寸')]), 'target');
    expect(found).toMatchObject({ id: 'SIZES', title: '尺寸', side: 'target' });
    expect(textOf(found)).toContain('打开上面');
  });

  test('is text, whatever the page holds', () => {
    const [found] = sectionsOf(page([at('max_jars', second)]), 'target');
    expect(textOf(found)).toContain('<b>');
  });
});

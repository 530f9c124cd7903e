import { describe, expect, test } from 'vitest';
import { alignDocuments } from '../../tools/align/index.ts';
import { alignElements } from '../../tools/align/structure.ts';
import { cutPages } from '../../tools/docbook/pages.ts';
import { parseBody } from '../docbook/manual.ts';
import { block } from '../segment/docbook.ts';

const chapter = (content: string) =>
  parseBody(`<book><title>Pots</title>\n<chapter id="pots"><title>All</title>\n${content}\n</chapter></book>`);
const LINE = '_'.repeat(56);
const start = (english: string, sig = 'aa11') =>
  `<!-- pgdoc-cn_start sig_en=${sig} sig_cn_org=None source=3.0 \n${english}\n${LINE}-->\n`;
const end = (sig = 'aa11') => `\n<!-- pgdoc-cn_end sig_en=${sig} -->`;

/** Aligns one chapter with another; pairs by markers, and problems as `line message`. */
function align(english: string, translated: string) {
  const { pairs, problems } = alignDocuments(cutPages(chapter(english)), chapter(translated));
  return {
    marked: pairs.filter(({ by }) => by === 'marker').map(({ source, target, page }) => [source, target, page]),
    structural: pairs.filter(({ by }) => by === 'structure').map(({ source, target }) => [source, target]),
    problems: problems.map(({ line, message }) => `${line} ${message}`),
  };
}

const FILL = '<para>Fill it.</para>';
const CN = '<para>装满。</para>';

describe('markers', () => {
  test('a whole pair gives the source and its target', () => {
    const { marked, problems } = align(FILL, start(FILL) + CN + end());
    expect(marked).toEqual([['Fill it.', '装满。', 'pots']]);
    expect(problems).toEqual([]);
  });

  test('two dashes in the English stand as a dash and a reference', () => {
    const { marked } = align(
      '<para>Use <option>--hot</option>.</para>',
      `${start('<para>Use <option>-&minus;hot</option>.</para>')}<para>用 <option>--hot</option>。</para>${end()}`,
    );
    expect(marked).toEqual([['Use `--hot`.', '用 `--hot`。', 'pots']]);
  });

  test('a pair of several blocks gives several pairs', () => {
    const english = '<para>Fill it.</para>\n<para>Boil it.</para>';
    const { marked } = align(english, `${start(english)}<para>装满。</para>\n<para>煮开。</para>${end()}`);
    expect(marked.map(([, target]) => target)).toEqual(['装满。', '煮开。']);
  });

  test.each<[string, string, string[]]>([
    ['an end without start', CN + end(), ['5 the end of a marked pair has no start beside it']],
    [
      'an end that stands twice',
      start(FILL) + CN + end() + end(),
      ['9 the end of a marked pair has no start beside it'],
    ],
    ['a start without end', start(FILL) + CN, ['4 the start of a marked pair has no end beside it']],
    [
      'another sig at the end',
      start(FILL, 'aa') + CN + end('bb'),
      ['8 the end of a marked pair names bb, its start in line 4 aa'],
    ],
    [
      'English that is no DocBook',
      start('<para>Fill it.') + CN + end(),
      ['5 the English of the marker: unclosed tag: para'],
    ],
  ])('%s is one problem at its line', (_, translated, expected) => {
    const { problems } = align(FILL, translated);
    expect(problems).toHaveLength(expected.length);
    for (const [at, message] of expected.entries()) expect(problems[at]).toContain(message);
  });

  test('a marker that cannot be read is a problem, and the structure still pairs its paragraph', () => {
    const { marked, structural, problems } = align(FILL, `<!-- pgdoc-cn_start sig_en=aa11 Fill it. -->${CN}${end()}`);
    expect(marked).toEqual([]);
    expect(problems[0]).toContain('the marker cannot be read');
    expect(structural).toContainEqual(['Fill it.', '装满。']);
  });

  test('a file that is included between markers has markers of its own and no part in the pair', () => {
    const english = '<note><para>Fill it.</para>&more;</note>';
    const { pairs, problems } = alignDocuments(
      cutPages(
        parseBody(`<book><title>Pots</title>${english}</book>`, '<!ENTITY more SYSTEM "more.sgml">', {
          'more.sgml': FILL,
        }),
      ),
      parseBody(
        `<book><title>Pots</title>${start(english)}<note><para>装满。</para>&more;</note>${end()}</book>`,
        '<!ENTITY more SYSTEM "more.sgml">',
        { 'more.sgml': CN },
      ),
    );
    expect(problems).toEqual([]);
    expect(pairs.filter(({ by }) => by === 'marker')).toMatchObject([{ source: 'Fill it.', target: '装满。' }]);
  });

  test('names of people and firms are no pairs', () => {
    const english = '<bookinfo><corpauthor>The Kettle Workshop</corpauthor><title>Of Pots</title></bookinfo>';
    const { marked } = align(
      english,
      `${start(english)}<bookinfo><corpauthor>水壶工坊</corpauthor><title>论壶</title></bookinfo>${end()}`,
    );
    expect(marked).toEqual([['Of Pots', '论壶', 'pots']]);
  });

  test('a broken pair leaves its neighbours whole', () => {
    const english = '<para>One.</para><para>Two.</para><para>Three.</para>';
    const one = (source: string, target: string, sig: string) =>
      `${start(`<para>${source}</para>`, sig)}<para>${target}</para>`;
    const { marked } = align(
      english,
      one('One.', '一。', 'a') + end('a') + one('Two.', '二。', 'b') + one('Three.', '三。', 'c') + end('c'),
    );
    expect(marked.map(([source, target]) => [source, target])).toEqual([
      ['One.', '一。'],
      ['Three.', '三。'],
    ]);
  });
});

describe('structure', () => {
  const pairs = (english: string, translated: string) => {
    const result = alignElements(block(`<sect1>${english}</sect1>`), block(`<sect1>${translated}</sect1>`));
    return [
      result.pairs.map(({ source, target }) => `${source} = ${target}`),
      result.problems.map(({ message }) => message),
    ];
  };

  test('paragraphs pair in order', () => {
    expect(pairs('<para>One.</para><para>Two.</para>', '<para>一。</para><para>二。</para>')).toEqual([
      ['One. = 一。', 'Two. = 二。'],
      [],
    ]);
  });

  test('a paragraph that the translation lacks has no pair; the others keep theirs by code and numbers', () => {
    expect(
      pairs(
        '<para>Call <literal>a</literal>.</para><para>Call <literal>b</literal>.</para><para>Call <literal>c</literal>.</para>',
        '<para>调用 <literal>a</literal>。</para><para>调用 <literal>c</literal>。</para>',
      ),
    ).toEqual([['Call `a`. = 调用 `a`。', 'Call `c`. = 调用 `c`。'], []]);
  });

  test('a paragraph that the translation adds is named', () => {
    const [found, problems] = pairs(
      '<para>Version 1.</para><para>Version 2.</para>',
      '<para>版本 1。</para><para>译者注。</para><para>版本 2。</para>',
    );
    expect(found).toEqual(['Version 1. = 版本 1。', 'Version 2. = 版本 2。']);
    expect(problems).toEqual([
      expect.stringContaining('<para> of the translation stands where the English has nothing'),
    ]);
  });

  test('what stands in another order is not paired crosswise', () => {
    const [found] = pairs(
      '<para id="a">One 1.</para><para id="b">Two 2.</para><note><para>Mind.</para></note>',
      '<para id="b">二 2。</para><para id="a">一 1。</para><note><para>注</para></note>',
    );
    expect(found).not.toContain('One 1. = 二 2。');
    expect(found).not.toContain('Two 2. = 一 1。');
    expect(found).toContain('Mind. = 注');
  });

  test('other ids and other elements never pair', () => {
    expect(pairs('<para id="a">One.</para>', '<para id="b">一。</para>')[0]).toEqual([]);
    expect(pairs('<para>One.</para>', '<simpara>一。</simpara>')[0]).toEqual([]);
  });

  test('runs, lists, index terms, footnotes and comments of code inside pair too', () => {
    expect(
      pairs(
        '<para>Before<indexterm><primary>pot</primary></indexterm><footnote><para>Hot.</para></footnote> <itemizedlist><listitem><para>In it.</para></listitem></itemizedlist> after.</para><screen>-- heats the water\n</screen>',
        '<para>前<indexterm><primary>壶</primary></indexterm><footnote><para>烫。</para></footnote> <itemizedlist><listitem><para>其中。</para></listitem></itemizedlist> 后。</para><screen>-- 把 水 加热\n</screen>',
      )[0],
    ).toEqual([
      'Before[^1] = 前[^1]',
      'pot = 壶',
      'Hot. = 烫。',
      'In it. = 其中。',
      'after. = 后。',
      'heats the water = 把 水 加热',
    ]);
  });
});

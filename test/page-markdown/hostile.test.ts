import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBlocks } from '../../tools/page-markdown/write-blocks.ts';
import { markdownOf, parse } from './made.ts';
import { difference } from './match.ts';

const CONTENT = `<para>Silk.</para><note><para>Paper.</para></note>
  <itemizedlist><listitem><para>Wax.</para></listitem></itemizedlist>
  <variablelist><varlistentry><term>a knot</term><listitem><para>String.</para></listitem></varlistentry></variablelist>
  <informaltable><tgroup cols="2"><thead><row><entry>Some name</entry><entry>Some use</entry></row></thead>
  <tbody><row><entry>Some tail</entry><entry>Some wind</entry></row></tbody></tgroup></informaltable>
  <para>End<footnote><para>A note.</para></footnote> of it.</para>`;
const SOURCES = [
  'Kites',
  'Silk.',
  'Paper.',
  'Wax.',
  'a knot',
  'String.',
  'Some name',
  'Some tail',
  'Some wind',
  'A note.',
  'End[^1] of it.',
];

/** What is wrong with the page when every text of it reads like this. */
function broken(target: string): string | undefined {
  const targets = Object.fromEntries(SOURCES.map((source) => [source, target]));
  const { renderer, pages } = markdownOf(`<chapter id="kites"><title>Kites</title>${CONTENT}</chapter>`, { targets });
  const page = pages.byName.get('kites');
  if (!page) throw new Error('no page');
  const blocks = renderer.blocks(page);
  return difference(blocks, parse(writeBlocks(blocks)).children);
}

describe('a translation stays inside its block, whatever it says', () => {
  it.each([
    '```',
    '``` sql',
    '~~~',
    '# heading',
    '> quote',
    '- item',
    '1. item',
    '1) item',
    '| a | b |',
    '|',
    '\\',
    '\\|',
    '`a\\|b`',
    '---',
    '***',
    '===',
    '+',
    '    code',
    '[^1]: note',
    '[x] task',
    '[ ] task',
    '[link]: https://kites.example/',
    '<div>',
    '<!-- hidden',
    '<script>alert(1)</script>',
    '![picture](x)',
    '[click](javascript:alert(1))',
    '“引号”**“盖子”**后文字',
    '**a***b*',
    'a‖b',
    '{#ID}',
    'https://kites.example/|x',
    '&lt;b&gt; &#35; &amp;amp;',
    'two\u2028lines',
    '$$x$$',
    ':::note',
  ])('%j', (target) => {
    expect(broken(target)).toBeUndefined();
  });

  it('made of the signs of Markdown in any order', () => {
    const signs = fc.constantFrom(
      ...'`#>|-+*_~[]()!\\<&;:^=$1. {}"\'\t',
      '译',
      '“',
      '。',
      'a',
      ' ',
      '```',
      '[^1]',
      '**',
      'https://a.b',
    );
    const text = fc.array(signs, { minLength: 1, maxLength: 14 }).map((list) => list.join(''));
    fc.assert(
      fc.property(text, (target) => broken(target) === undefined),
      { numRuns: 300 },
    );
  });
});

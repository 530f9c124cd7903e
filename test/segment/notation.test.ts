/** The notation: DocBook on the left, the Markdown that a translator sees on the right. */
import { expect, test } from 'vitest';
import { fromDocBook } from '../../tools/segment/from-docbook.ts';
import { bare, plainText } from '../../tools/segment/inline.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { writeMarkdown } from '../../tools/segment/write.ts';
import { docbook } from './docbook.ts';
import { markdownText } from './github.ts';

const table: readonly (readonly [docbook: string, markdown: string])[] = [
  // Code
  ['Call <function>boil()</function>.', 'Call `boil()`.'],
  ['<literal>a`b</literal>', '``a`b``'],
  ['<literal>`</literal>', '`` ` ``'],
  ['<literal>*a* [b] &lt;c&gt; &amp;amp;</literal>', '`*a* [b] <c> &amp;`'],
  ['<literal>a</literal> <literal>b</literal>', '`a` `b`'],
  ['<literal>a</literal><literal>b</literal>', '<code>ab</code>'],
  ['<command>boil <option>-h</option></command>', '<code>boil -h</code>'],
  ['<command>boil <replaceable>pot</replaceable></command>', '<code>boil <var>pot</var></code>'],
  ['<literal>pot_</literal><replaceable>n</replaceable>', '<code>pot\\_<var>n</var></code>'],
  ['<literal>a <optional>b</optional></literal>', '<code>a [b]</code>'],
  ['<keycombo><keycap>Ctrl</keycap><keycap>C</keycap></keycombo>', '`Ctrl+C`'],
  // Emphasis
  ['<emphasis>hot</emphasis>, <firstterm>kettle</firstterm>', '*hot*, *kettle*'],
  ['the <replaceable>pot</replaceable> here', 'the *pot* here'],
  ['<emphasis role="bold">hot</emphasis> <emphasis role="strong">hot</emphasis>', '**hot** **hot**'],
  ['a<emphasis> hot </emphasis>b', 'a *hot* b'],
  ['<emphasis>very</emphasis><emphasis>hot</emphasis>', '*veryhot*'],
  ['<emphasis>a</emphasis><emphasis role="bold">b</emphasis>', '*a***b**'],
  ['<emphasis>hot <emphasis>water</emphasis></emphasis>', '*hot water*'],
  ['<emphasis></emphasis>x', 'x'],
  // Links
  ['see <xref linkend="boiling"/>', 'see [[boiling]]'],
  ['<link linkend="boiling"/>', '[[boiling]]'],
  ['<link linkend="boiling">hot <literal>x</literal></link>', '[hot `x`](#boiling)'],
  ['<glossterm linkend="g-pot">pot</glossterm>, <glossterm>pan</glossterm>', '[pot](#g-pot), pan'],
  ['<ulink url="https://a.example/b_(c)">Pots</ulink>', '[Pots](https://a.example/b_(c))'],
  ['<ulink url="https://a.example/)">Pots</ulink>', '[Pots](<https://a.example/)>)'],
  ['<ulink url="https://a.example/"></ulink>', '<https://a.example/>'],
  ['<ulink url="https://a.example/">https://a.example/</ulink>', '<https://a.example/>'],
  ['<email>pots@a.example</email>', '<pots@a.example>'],
  ['<ulink url="https://a.example/"><optional>x</optional></ulink>', '[&ZeroWidthSpace;[x]](https://a.example/)'],
  // Brackets
  ['boil <optional>twice</optional>', 'boil [twice]'],
  ['<optional><optional>twice</optional></optional>', '[&ZeroWidthSpace;[twice]]'],
  ['<optional>a</optional>(b)', '[a]\\(b)'],
  ['<optional>a</optional>: b', '[a]\\: b'],
  ['!<optional>a</optional>', '\\![a]'],
  ['<optional>^1</optional>', '[\\^1]'],
  // Footnotes count within the segment
  ['a<footnote><para>x</para></footnote> b<footnote><para>y</para></footnote>', 'a[^1] b[^2]'],
  // Generated and typographic marks
  ['<quote>hot <quote>pot</quote></quote>', '“hot ‘pot’”'],
  ['Pot<trademark>Pan</trademark>', 'PotPan™'],
  ['<citerefentry><refentrytitle>boil</refentrytitle><manvolnum>1</manvolnum></citerefentry>', 'boil(1)'],
  ['2<superscript>10</superscript>, H<subscript>2</subscript>O', '2<sup>10</sup>, H<sub>2</sub>O'],
  // Names that stay, and what vanishes
  ['since &version; of &majorversion;', 'since &version; of &majorversion;'],
  ['write &amp;version; so', 'write \\&version; so'],
  ['a<indexterm><primary>pot</primary></indexterm> b<!-- aside --><anchor id="x"/>', 'a b'],
  ['long\u200Bname', 'longname'],
  ['<phrase>hot</phrase> <application>Kettle</application> <acronym>POT</acronym>', 'hot Kettle POT'],
  ['  one\n   two\t three ', 'one two three'],
  ['a\u00A0b\u00ADc', 'a&nbsp;b&shy;c'],
  // Escapes
  ['a*b [c] `d` &lt;e&gt; \\ ~f~', 'a\\*b \\[c\\] \\`d\\` \\<e> \\\\ \\~f\\~'],
  ['max_pots _x_ __', 'max_pots \\_x\\_ \\_\\_'],
  ['&amp;lt; &amp;#65; &amp;pots; R&amp;D &amp;', '\\&lt; \\&#65; &pots; R&D &'],
  ['--&gt; stays', '--> stays'],
  ['# one', '\\# one'],
  ['- one', '\\- one'],
  ['1. one', '1\\. one'],
  ['12) one', '12\\) one'],
  ['&gt; one', '\\> one'],
  ['--- one', '\\--- one'],
  ['| one |', '\\| one |'],
  ['-1 or #1 or 1.5', '-1 or #1 or 1.5'],
];

test.each(table)('%s → %s', (source, markdown) => {
  expect(writeMarkdown(fromDocBook(docbook(source)))).toBe(markdown);
});

test.each(table)('%s is read back from %s', (source, markdown) => {
  expect(readMarkdown(markdown)).toEqual({ inlines: bare(fromDocBook(docbook(source))), problems: [] });
});

test.each(table)('%s → %s shows the same on GitHub', (_, markdown) => {
  const { inlines } = readMarkdown(markdown);
  expect(markdownText(markdown)).toBe(plainText(inlines));
});

/** What people write and the tools do not. */
test.each([
  ['two\nlines', 'two lines'],
  ['两\n行', '两行'],
  ['两 \r\n\r\n  行', '两行'],
  ['中 a\nb 文', '中 a b 文'],
  ['**“引号”**后文字', '**“引号”**后文字'],
  ['见*“术语”*。', '见*“术语”*。'],
  ['&#20013;&copy;&#0;&#x110000;', '中©\uFFFD\uFFFD'],
  ['[x](<a b>)', '[x](<a%20b>)'],
  ['\\a \\中', '\\\\a \\\\中'],
  ['*a **b** c*', '*a **b** c*'],
])('%j is read as %j', (given, canonical) => {
  const { inlines, problems } = readMarkdown(given);
  expect(problems).toEqual([]);
  expect(writeMarkdown(inlines)).toBe(canonical);
});

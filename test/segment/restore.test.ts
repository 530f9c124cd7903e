/** What Markdown cannot say comes back from the source; what a target may not say does not get through. */
import { describe, expect, test } from 'vitest';
import { compareTokens } from '../../tools/segment/compare-tokens.ts';
import { fromDocBook } from '../../tools/segment/from-docbook.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { restore } from '../../tools/segment/restore.ts';
import { docbook, xml } from './docbook.ts';

const context = { variables: { version: '3.1' }, at: { file: 'zh/pots.md', line: 7 } };
const restored = (source: string, target: string) =>
  xml(restore(readMarkdown(target).inlines, docbook(source), context));

describe('elements', () => {
  test.each([
    [
      'are those of the token with the same text, in whatever order',
      '<command>a</command> then <function role="x">b()</function>',
      '`b()` vor `a`',
      '<function role="x">b()</function> vor <command>a</command>',
    ],
    [
      'of equal texts go by order',
      '<command>a</command> or <literal>a</literal>',
      '`a` und `a`',
      '<command>a</command> und <literal>a</literal>',
    ],
    [
      'serve again when a target repeats a token',
      '<command>a</command>',
      '`a`, `a`',
      '<command>a</command>, <command>a</command>',
    ],
    [
      'of changed text go to the next token that nothing else claims',
      '<command>a</command> <function>b</function>',
      '`b` `neu`',
      '<function>b</function> <command>neu</command>',
    ],
    ['that the source lacks are literal', 'nothing', '`a`', '<literal>a</literal>'],
    [
      'of emphasis follow by order, with the translator’s words',
      '<firstterm>pot</firstterm> and <emphasis role="bold">hot</emphasis>',
      '*Topf* und **heiß**',
      '<firstterm>Topf</firstterm> und <emphasis role="bold">heiß</emphasis>',
    ],
    [
      'that the source lacks are emphasis',
      'nothing',
      '*a* **b**',
      '<emphasis>a</emphasis> <emphasis role="bold">b</emphasis>',
    ],
    [
      'in shared code come back whole',
      '<command>boil <replaceable>pot</replaceable></command>',
      '<code>boil <var>pot</var></code>!',
      '<command>boil <replaceable>pot</replaceable></command>!',
    ],
    ['never bear an id twice', '<emphasis id="x">pot</emphasis>', '*Topf*', '<emphasis>Topf</emphasis>'],
    ['that show nothing in Markdown have no place', 'a<indexterm><primary>pot</primary></indexterm>', 'b', 'b'],
    [
      'for sub and sup',
      '2<superscript>3</superscript>',
      '2<sup>3</sup>, H<sub>2</sub>',
      '2<superscript>3</superscript>, H<subscript>2</subscript>',
    ],
  ])('%s', (_, source, target, expected) => {
    expect(restored(source, target)).toBe(expected);
  });
});

describe('references', () => {
  const note = '<footnote><para>Very.</para></footnote>';
  test.each([
    [
      'a cross reference keeps its attributes',
      '<xref linkend="a" endterm="b"/>',
      '见[[a]]',
      '见<xref linkend="a" endterm="b"/>',
    ],
    ['one that the source lacks is plain', 'x', '[[b]]', '<xref linkend="b"/>'],
    ['a link goes by its address', '<link linkend="a">pot</link>', '[Topf](#a)', '<link linkend="a">Topf</link>'],
    [
      'a term stays a term',
      '<glossterm linkend="a">pot</glossterm>',
      '[Topf](#a)',
      '<glossterm linkend="a">Topf</glossterm>',
    ],
    [
      'an address alone is the source’s',
      '<ulink url="https://a.example/"/>',
      '<https://a.example/>',
      '<ulink url="https://a.example/"/>',
    ],
    ['an address stays an address', '<email>p@a.example</email>', '<p@a.example>', '<email>p@a.example</email>'],
    ['a footnote is the source’s, by number', `a${note} b`, 'b a[^1]', `b a${note}`],
    ['a footnote that the source lacks is text', 'a', 'a[^2]', 'a[^2]'],
    ['a variable has its value', 'in &version;', '&version; 中', '&version; 中'],
    ['a variable without value is text', 'x', '&majorversion;', '&majorversion;'],
    ['a link in a link is its words', 'x', '[a [b](https://b.example)](#a)', '<link linkend="a">a b</link>'],
  ])('%s', (_, source, target, expected) => {
    expect(restored(source, target)).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//a.example',
    '/x',
    'x.html',
  ])('%s becomes no link', (href) => {
    const nodes = restored('x', `[words](${href}) and <${href}>`);
    expect(nodes).not.toMatch(/<(ulink|link)/);
    expect(nodes).toContain('words');
  });

  test.each(['https://a.example/', 'http://a.example/', 'ftp://a.example/', 'mailto:a@b.example'])(
    '%s does',
    (href) => {
      expect(restored('x', `[words](${href})`)).toBe(`<ulink url="${href}">words</ulink>`);
    },
  );
});

test('what is restored stands where the target stands', () => {
  for (const node of restore(readMarkdown('a *b* `c` &version;').inlines, [], context))
    expect(node).toMatchObject({ file: 'zh/pots.md', line: 7 });
});

describe('compareTokens', () => {
  const compare = (source: string, target: string) =>
    compareTokens(fromDocBook(docbook(source)), readMarkdown(target).inlines);

  test.each<[string, string, string, string[], string[]]>([
    ['order and words do not count', '<literal>a</literal> see <xref linkend="x"/>', '[[x]] `a`', [], []],
    ['repeating does not count', '<literal>a</literal> <literal>a</literal>', '`a`', [], []],
    ['code is compared exactly', '<literal>max_pots</literal>', '`max_pot`', ['`max_pots`'], ['`max_pot`']],
    [
      'the name of a part to replace may be translated',
      '<literal>boil <replaceable>pot</replaceable></literal>',
      '<code>boil <var>Topf</var></code>',
      [],
      [],
    ],
    [
      'code inside emphasis and links counts',
      '<emphasis><literal>a</literal></emphasis>',
      '[`b`](#x)',
      ['`a`'],
      ['(#x)', '`b`'],
    ],
    [
      'links go by address',
      '<ulink url="https://a.example/">pots</ulink>',
      '[Töpfe](https://b.example/)',
      ['(https://a.example/)'],
      ['(https://b.example/)'],
    ],
    ['footnotes and variables', 'a<footnote><para>b</para></footnote> &version;', 'c', ['[^1]', '&version;'], []],
  ])('%s', (_, source, target, missing, added) => {
    expect(compare(source, target)).toEqual({ missing, added });
  });
});

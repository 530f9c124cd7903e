import { describe, expect, it } from 'vitest';
import { englishWords } from '../../tools/render/index.ts';
import { inChapter, invent } from './invented.ts';

const nbsp = '\u00a0';

/** The text of the one link that `content`'s reference to `id` makes, with its address. */
function reference(id: string, content: string): string {
  const html = invent(
    `<chapter id="start"><title>Start</title><para>See <xref linkend="${id}"/>.</para></chapter>${content}`,
  ).article('start');
  return /<p>See (.*?)\.<\/p>/.exec(html)?.[1] ?? html;
}

const xref = (href: string, title: string | undefined, text: string) =>
  `<a class="xref" href="${href}"${title === undefined ? '' : ` title="${title}"`}>${text}</a>`;

describe('cross-references', () => {
  const chapter = `<chapter id="tails"><title>Tails</title>
    <sect1 id="knots"><title>Knots</title><sect2 id="bow"><title>The <literal>bow</literal></title><para>x</para></sect2>
    <simplesect id="aside"><title>Aside</title><para>x</para></simplesect></sect1>
    <sect1 id="lists"><title>Lists</title>
      <variablelist><varlistentry id="red"><term><varname>red</varname></term><term>crimson</term><listitem><para>x</para></listitem></varlistentry>
      <varlistentry id="blue" xreflabel="Blue &amp; &lt;cyan&gt;"><term>blue</term><listitem><para>x</para></listitem></varlistentry></variablelist>
      <table id="grid"><title>Grid</title><tgroup cols="1"><tbody><row><entry>x</entry></row></tbody></tgroup></table>
      <procedure><step id="first"><para>x</para></step><step id="second"><para>x</para></step></procedure>
      <orderedlist><listitem><para>x</para></listitem><listitem id="item2"><para>x</para></listitem></orderedlist>
    </sect1></chapter>`;

  it.each([
    ['a chapter by its number', 'tails', xref('tails.html', 'Chapter 2. Tails', `Chapter${nbsp}2`)],
    ['a section that is a page', 'knots', xref('knots.html', '2.1. Knots', `Section${nbsp}2.1`)],
    ['a section inside a page', 'bow', xref('knots.html#BOW', '2.1.1. The bow', `Section${nbsp}2.1.1`)],
    ['an unnumbered section by a phrase', 'aside', xref('knots.html#ASIDE', 'Aside', 'the section called “Aside”')],
    [
      'an entry of a list by its first term',
      'red',
      xref('lists.html#RED', undefined, '<code class="varname">red</code>'),
    ],
    ['what has a label by that label', 'blue', xref('lists.html#BLUE', undefined, 'Blue &amp; &lt;cyan&gt;')],
    ['a table', 'grid', xref('lists.html#GRID', 'Table 2.1. Grid', `Table${nbsp}2.1`)],
    ['a step', 'second', xref('lists.html#SECOND', undefined, `Step${nbsp}2`)],
    ['an item of a numbered list', 'item2', xref('lists.html#ITEM2', undefined, '2')],
  ])('name %s', (_, id, expected) => {
    expect(reference(id, chapter)).toBe(expected);
  });

  it('name an appendix, a part, an entry of the reference, a work', () => {
    const more = `<part id="p"><title>Part</title><appendix id="a"><title>App</title><para>x</para></appendix></part>
      <reference id="r"><title>Verbs</title><refentry id="e"><refmeta><refentrytitle>kite-fly</refentrytitle></refmeta>
      <refnamediv><refname>kite-fly</refname><refpurpose>fly</refpurpose></refnamediv></refentry></reference>
      <bibliography id="b"><title>Books</title><biblioentry id="wind99"><title>Wind</title></biblioentry></bibliography>`;
    expect(reference('a', more)).toBe(xref('a.html', 'Appendix A. App', `Appendix${nbsp}A`));
    expect(reference('p', more)).toBe(xref('p.html', 'Part I. Part', `Part${nbsp}I`));
    expect(reference('e', more)).toBe(xref('e.html', 'kite-fly', '<span class="refentrytitle">kite-fly</span>'));
    expect(reference('wind99', more)).toBe(xref('b.html#WIND99', 'Wind', '[wind99]'));
  });

  it('to something without words says its id, and is a finding', () => {
    const { article, renderer } = invent(
      '<chapter id="c"><title>C</title><para id="bare">x</para><para>See <xref linkend="bare"/></para></chapter>',
    );
    expect(article('c')).toContain('<a class="xref" href="#BARE">bare</a>');
    expect(renderer.findings).toMatchObject([{ rule: 'render/reference-without-words', file: 'postgres.sgml' }]);
  });

  it('take the words of endterm', () => {
    expect(inChapter('<para><xref linkend="kites" endterm="w"/> <emphasis id="w">words</emphasis></para>')).toContain(
      '<a class="xref" href="kites.html" title="Chapter 1. Kites">words</a>',
    );
  });
});

describe('links', () => {
  it('on the same page name the id alone, and ids are upper case', () => {
    expect(inChapter('<para id="spot">x</para><para><link linkend="spot">there</link></para>')).toBe(
      '<p id="SPOT">x</p><p><a class="link" href="#SPOT">there</a></p>',
    );
  });

  it('hold no links', () => {
    expect(inChapter('<para><link linkend="kites">a <ulink url="https://k.example">b</ulink></link></para>')).toBe(
      '<p><a class="link" href="kites.html">a b</a></p>',
    );
  });

  it('to nowhere leave their text', () => {
    expect(inChapter('<para><link linkend="gone">there</link></para>')).toBe('<p>there</p>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ])('to %s become text', (url) => {
    expect(inChapter(`<para><ulink url="${url}">here</ulink></para>`)).toBe('<p>here</p>');
  });

  it.each([
    'https://kites.example/a?b=c',
    'http://kites.example',
    'ftp://kites.example',
    'mailto:a@kites.example',
    'file.html#x',
  ])('to %s stay', (url) => {
    expect(inChapter(`<para><ulink url="${url}">here</ulink></para>`)).toBe(
      `<p><a class="ulink" href="${url}">here</a></p>`,
    );
  });

  it('show their address where they have no text, escaped', () => {
    expect(inChapter('<para><ulink url="https://kites.example/?a=&quot;&lt;&amp;b"/></para>')).toBe(
      '<p><a class="ulink bare" href="https://kites.example/?a=&quot;&lt;&amp;b">https://kites.example/?a=&quot;&lt;&amp;b</a></p>',
    );
  });

  it('are no links inside titles that are shown elsewhere', () => {
    const { article } = invent(
      `<chapter id="c"><title>C</title><sect1 id="s"><title>On <ulink url="https://k.example">wind</ulink><indexterm id="i"><primary>wind</primary></indexterm></title><para>x</para></sect1></chapter>`,
    );
    expect(article('c')).toContain(`<li><span class="sect1"><a href="s.html">1.1. On wind</a></span></li>`);
    expect(article('s')).toContain('<a class="ulink" href="https://k.example">wind</a>');
  });
});

describe('footnotes', () => {
  it('have their mark at the place and their text at the end of the page', () => {
    const html = inChapter(
      '<para>Kites<footnote id="f"><para>Not birds.</para></footnote> fly<footnoteref linkend="f"/>.</para>',
    );
    expect(html).toContain(
      '<p>Kites<a class="footnote" href="#ftn.F"><sup class="footnote" id="F">[1]</sup></a> fly<a class="footnoteref" href="#ftn.F"><sup class="footnoteref">[1]</sup></a>.</p>',
    );
    expect(html).toContain(
      '<div class="footnote" id="ftn.F"><a class="footnote-mark" href="#F">[1]</a> <p>Not birds.</p></div>',
    );
    expect(html.indexOf('class="footnotes"')).toBeGreaterThan(html.indexOf('fly'));
  });

  it('of a table stand in its last row', () => {
    const html =
      inChapter(`<informaltable><tgroup cols="2"><tbody><row><entry>a<footnote id="f"><para>n</para></footnote></entry>
      <entry>b</entry></row></tbody></tgroup></informaltable>`);
    expect(html).toContain(
      '<tbody class="footnotes"><tr><td colspan="2"><div class="footnote" id="ftn.F"><a class="footnote-mark" href="#F">[a]</a> <p>n</p></div></td></tr></tbody></table>',
    );
    expect(html).not.toContain('class="footnotes"><p');
  });
});

describe('callouts', () => {
  it('are marked in the listing, and their list leads back', () => {
    const html = inChapter(`<screen>pull <co id="co.pull"/></screen>
      <calloutlist><callout arearefs="co.pull"><para>Gently.</para></callout></calloutlist>`);
    expect(html).toBe(
      '<pre class="screen">pull <span id="co.pull"></span>(1)</pre><div class="calloutlist"><dl class="calloutlist"><dt><a class="co" href="#co.pull">(1)</a> </dt><dd><p>Gently.</p></dd></dl></div>',
    );
  });
});

it('has a word for everything it generates, so that no key is empty', () => {
  expect(Object.entries(englishWords).filter(([, text]) => text.trim() === '' && text !== ', ')).toEqual([]);
});

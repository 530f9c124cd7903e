import { describe, expect, it } from 'vitest';
import { inChapter, invent, tidy } from './invented.ts';

describe('tables', () => {
  it('have their number and title, and no border or alignment of their own', () => {
    expect(
      inChapter(`<table id="t"><title>Winds</title><tgroup cols="2"><colspec colname="col1"/><colspec colname="col2" align="center"/>
        <thead><row><entry>Name</entry><entry>Force</entry></row></thead>
        <tbody><row><entry role="catalog_table_entry"><para>breeze</para></entry><entry>2</entry></row></tbody></tgroup></table>`),
    ).toBe(
      '<div class="table" id="T"><p class="title"><strong>Table\u00a01.1.\u00a0Winds</strong></p><div class="table-contents"><table class="table"><colgroup><col class="col1"><col class="col2"></colgroup><thead><tr><th>Name</th><th class="align-center">Force</th></tr></thead><tbody><tr><td class="catalog_table_entry"><p>breeze</p></td><td class="align-center">2</td></tr></tbody></table></div></div>',
    );
  });

  it('span columns by name and rows by count, and know the column of what follows', () => {
    const html =
      inChapter(`<informaltable><tgroup cols="3"><colspec colname="a"/><colspec colname="b" align="right"/><colspec colname="c"/>
      <spanspec spanname="both" namest="b" nameend="c" align="center"/>
      <tbody><row><entry morerows="1">1</entry><entry spanname="both">2</entry></row>
      <row><entry>3</entry><entry>4</entry></row>
      <row><entry namest="a" nameend="c">5</entry></row></tbody></tgroup></informaltable>`);
    expect(html).toContain(
      '<tr><td rowspan="2">1</td><td class="align-center" colspan="2">2</td></tr><tr><td class="align-right">3</td><td>4</td></tr><tr><td colspan="3">5</td></tr>',
    );
  });

  it('are not made huge by numbers', () => {
    const html = inChapter(`<informaltable><tgroup cols="99999"><colspec colname="a"/><tbody>
      <row><entry morerows="9999">1</entry></row></tbody></tgroup></informaltable>`);
    expect(html.length).toBeLessThan(5000);
  });
});

describe('glossary', () => {
  it('shows terms with their meaning, and leads from one to another', () => {
    const html =
      inChapter(`<glosslist><glossentry id="g-keel"><glossterm>Keel</glossterm><acronym>KL</acronym><glossdef><para>A spine.
      Ask the <glossterm linkend="g-keel">keel</glossterm>.</para><glossseealso otherterm="g-spar">Spar</glossseealso></glossdef></glossentry>
      <glossentry id="g-spar"><glossterm>Spar</glossterm><glosssee otherterm="g-keel">Keel</glosssee></glossentry></glosslist>`);
    expect(html).toBe(
      '<div class="glosslist"><dl><dt id="G-KEEL"><span class="glossterm">Keel</span> (<abbr class="acronym">KL</abbr>)</dt><dd class="glossdef"><p>A spine. Ask the <a class="glossterm" href="#G-KEEL"><em class="glossterm">keel</em></a>.</p><p>See Also <a class="glossseealso" href="#G-SPAR">Spar</a>.</p></dd><dt id="G-SPAR"><span class="glossterm">Spar</span></dt><dd class="glosssee"><p>See <a class="glosssee" href="#G-KEEL">Keel</a>.</p></dd></dl></div>',
    );
  });
});

describe('bibliography', () => {
  it('ends each field, joins people, quotes articles', () => {
    const html =
      invent(`<bibliography id="b"><title>Works</title><biblioentry id="moth90"><title>Kites</title><subtitle>And wind</subtitle>
      <authorgroup><author><firstname>Ada</firstname><surname>Moth</surname></author><author><firstname>Bo</firstname><surname>Reed</surname></author>
      <author><firstname>Cy</firstname><surname>Sail</surname></author></authorgroup><isbn>1-2-3</isbn><publisher><publishername>Sky</publishername>
      <address>Up</address></publisher><pubdate>1990</pubdate><abstract><para>Hidden.</para></abstract></biblioentry>
      <biblioentry id="reed91"><biblioset relation="article"><title>Tails</title></biblioset></biblioentry></bibliography>`).article(
        'b',
      );
    const text = (id: string) =>
      new RegExp(`id="${id}"><p>(.*?)</p>`)
        .exec(html)?.[1]
        ?.replace(/<[^>]*>/g, '')
        .trim();
    expect(text('MOTH90')).toBe('[moth90] Kites. And wind. Ada Moth, Bo Reed, and Cy Sail. ISBN 1-2-3. Sky. Up. 1990.');
    expect(text('REED91')).toBe('[reed91] “Tails”.');
    expect(html).toContain('<span class="title"><em>Kites</em>. </span>');
  });
});

describe('index', () => {
  const book = `<chapter id="c"><title>Care</title><indexterm><primary>wax</primary></indexterm>
      <sect1 id="s1"><title>Silk</title>
       <indexterm zone="s2"><primary>kite</primary></indexterm>
       <para><indexterm><primary>kite</primary><secondary>of silk</secondary></indexterm>
       <indexterm><primary>kite</primary><secondary>of silk</secondary></indexterm>
       <indexterm><primary>Wax</primary><seealso>kite</seealso></indexterm>
       <indexterm id="r" class="startofrange"><primary>mending</primary></indexterm>
       <indexterm><primary>glue</primary><see>wax</see></indexterm><indexterm><primary>_tail</primary></indexterm>
       <indexterm><primary sortas="apple">zest</primary></indexterm></para></sect1>
      <sect1 id="s2"><title>Paper</title><para><indexterm class="endofrange" startref="r"/>
       <indexterm><primary>kite</primary><secondary>of silk</secondary><tertiary>old</tertiary></indexterm></para></sect1></chapter>
    <index id="ix"/>`;
  const html = invent(book).article('ix');
  /** Entries of a letter as text, one a line, indented by their level. */
  const letter = (name: string) => {
    const division = new RegExp(`id="indexdiv-${name}"><h2>.*?</h2>(.*?)</div>`).exec(html)?.[1] ?? '';
    return division
      .replace(/ id="[^"]*"/g, '')
      .replace(/<dd>/g, '>')
      .replace(/<\/dd>/g, '<')
      .replace(/<li>/g, '\n')
      .replace(/<[^>\n]*>/g, '');
  };

  it('groups by letter without regard to case, symbols first', () => {
    const ids = [...html.matchAll(/id="(indexdiv-\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['Symbols', 'A', 'G', 'K', 'M', 'W'].map((name) => `indexdiv-${name}`));
    expect(html).toContain('<a href="#indexdiv-Symbols">Symbols</a> | <a href="#indexdiv-A">A</a>');
  });

  it('leads to the section a term stands in, each once, or to its zone', () => {
    expect(html).toContain('>kite, <a class="indexterm" href="s2.html">Paper</a>');
    expect(html).toContain('<li>of silk, <a class="indexterm" href="s1.html">Silk</a>');
    expect(html).toContain('<li>old, <a class="indexterm" href="s2.html">Paper</a>');
  });

  it('shows a range as its two ends', () => {
    expect(html).toContain(
      'mending, <a class="indexterm" href="s1.html">Silk</a>-<a class="indexterm" href="s2.html">Paper</a>',
    );
  });

  it('says where else to look, and leads there', () => {
    const kite = /<li id="(ientry-[^"]*)">kite/.exec(html)?.[1];
    const wax = /<li id="(ientry-[^"]*)">wax/.exec(html)?.[1];
    expect(html).toContain(`<li>(see also <a href="#${kite}">kite</a>)</li>`);
    expect(html).toContain(`glue (see <a href="#${wax}">wax</a>)`);
  });

  it('sorts by sortas', () => {
    expect(letter('A')).toContain('zest, Silk');
  });

  it('is the same however often it is made', () => {
    expect(invent(book).article('ix')).toBe(html);
  });
});

describe('reference entries', () => {
  const book = `<reference id="verbs"><title>Verbs</title><partintro><para>All verbs.</para></partintro>
    <refentry id="fly"><refmeta><refentrytitle><application>fly</application></refentrytitle><manvolnum>1</manvolnum></refmeta>
    <refnamediv><refname>fly</refname><refname>soar</refname><refpurpose>
     leave the ground
    </refpurpose></refnamediv><refsynopsisdiv><synopsis>fly</synopsis></refsynopsisdiv>
    <refsect1 id="fly-notes"><title>Notes</title><refsect2><title>More</title><para>x</para></refsect2></refsect1></refentry></reference>`;

  it('are headed by their title, then names and purpose', () => {
    expect(invent(book).article('fly')).toBe(
      '<article data-page="fly" lang="en"><div class="refentry" id="FLY"><div class="refnamediv"><h1 class="title"><span class="refentrytitle"><span class="application">fly</span></span></h1><p>fly, soar — leave the ground</p></div><div class="refsynopsisdiv"><h2 class="title">Synopsis</h2><pre class="synopsis">fly</pre></div><div class="refsect1" id="FLY-NOTES"><h2 class="title">Notes <a class="id_link" href="#FLY-NOTES" data-extra>#</a></h2><div class="refsect2"><h3 class="title">More</h3><p>x</p></div></div></div></article>',
    );
  });

  it('are listed with their purpose inside the introduction', () => {
    expect(invent(book).article('verbs')).toContain(
      '<div class="partintro"><p>All verbs.</p><div class="toc"><p><strong>Table of Contents</strong></p><ul class="toc"><li><span class="refentrytitle"><a href="fly.html"><span class="application">fly</span></a></span><span class="refpurpose"> — leave the ground</span></li></ul></div></div>',
    );
  });
});

describe('tables of contents and navigation', () => {
  const book = `<bookinfo><corpauthor>Kite Guild</corpauthor><copyright><year>1990–2030</year><holder>Kite Guild</holder></copyright>
      <legalnotice id="legal"><para>Fly at will.</para></legalnotice></bookinfo>
    <part id="p"><title>Part</title><chapter id="c"><title>Chap</title><para>Intro of many words.</para>
      <sect1 id="s1"><title>One</title><sect2 id="s1a"><title>Deep</title><sect3 id="s1aa"><title>Deeper</title><para>x</para></sect3></sect2></sect1>
      <sect1 id="s2"><title>Two</title><para>y</para></sect1></chapter><chapter id="d"><title>Other</title><para>z</para></chapter></part>`;
  const made = invent(book);
  const rendered = (name: string) => made.renderer.page(made.pages.byName.get(name) as never);
  const lines = (html: string) =>
    [...html.matchAll(/<li><span class="[^"]*">(.*?)<\/span>(?:<\/li>|<ul>)/g)].map(([, line]) =>
      (line ?? '').replace(/<[^>]*>/g, ''),
    );

  it('show two levels, and sections down to the second', () => {
    expect(lines(made.article('index'))).toEqual(['I. Part', '1. Chap', '2. Other']);
    expect(lines(made.article('p'))).toEqual(['1. Chap', '1.1. One', '1.2. Two', '2. Other']);
    expect(lines(made.article('c'))).toEqual(['1.1. One', '1.1.1. Deep', '1.2. Two']);
    expect(lines(made.article('s1'))).toEqual(['1.1.1. Deep']);
    expect(lines(made.article('s2'))).toEqual([]);
  });

  it('show a page none of the text of the pages below it', () => {
    expect(made.article('c')).toContain('Intro of many words.');
    expect(made.article('c')).not.toContain('<p>y</p>');
  });

  it('open with the title page on the book’s own page', () => {
    expect(made.article('index')).toContain(
      '<p class="corpauthor">Kite Guild</p><p class="copyright">Copyright © 1990–2030 Kite Guild</p><p><a href="legal.html">Legal Notice</a></p>',
    );
    expect(made.article('legal')).toContain(
      '<div class="legalnotice" id="LEGAL"><h1 class="legalnotice-title title">Legal Notice</h1><p>Fly at will.</p></div>',
    );
  });

  it('lead to the neighbours in reading order and up', () => {
    const { prev, up, next, title } = rendered('s2');
    expect(title).toEqual({ source: '1.2. Two' });
    expect(prev).toEqual({ name: 's1', title: { source: '1.1. One' } });
    expect(up).toEqual({ name: 'c', title: { source: 'Chapter 1. Chap' } });
    expect(next).toEqual({ name: 'd', title: { source: 'Chapter 2. Other' } });
    expect(rendered('index').prev).toBeUndefined();
    expect(rendered('index').next?.name).toBe('p');
    expect(rendered('legal').next).toBeUndefined();
  });

  it('list the chapter’s own pages beside each of them, and mark the current one', () => {
    expect(tidy(rendered('s2').sidebar)).toBe(
      '<ul><li><a href="c.html">Chapter\u00a01.\u00a0Chap</a><ul><li><a href="s1.html">1.1. One</a></li><li><a href="s2.html" aria-current="page">1.2. Two</a></li></ul></li></ul>',
    );
    expect(rendered('p').sidebar).toContain('<a href="d.html">2. Other</a>');
    expect(rendered('s2').sidebar).not.toContain('d.html');
  });

  it('show the way down from the book', () => {
    expect(rendered('s2').crumbs).toBe(
      '<ol><li><a href="index.html">Kite Manual</a></li><li><a href="p.html">Part\u00a0I.\u00a0Part</a></li><li><a href="c.html">Chapter\u00a01.\u00a0Chap</a></li></ol>',
    );
  });

  it('describe a page by its first words', () => {
    expect(rendered('c').description).toBe('Intro of many words.');
  });

  it('describe a page without words by its title and those above it', () => {
    const { renderer, pages } = invent('<chapter id="c"><title>C</title><para>x</para></chapter><index id="ix"/>');
    expect(renderer.page(pages.byName.get('ix') as never).description).toMatch(/^Index · ./);
  });

  it('have headings without gaps: one h1, sections below it', () => {
    expect([...made.article('s1').matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['1', '2', '3']);
  });
});

describe('figures', () => {
  const figure = `<figure id="f"><title>Kite</title><mediaobject><imageobject><imagedata fileref="images/kite.svg" format="SVG"/></imageobject></mediaobject></figure>`;
  const shown = (svg: string | undefined) => {
    const made = invent(`<chapter id="c"><title>C</title>${figure}</chapter>`, {
      figures: svg === undefined ? {} : { 'images/kite.svg': svg },
    });
    return { html: made.article('c'), findings: made.renderer.findings };
  };

  it('stand inside the page with their title and description', () => {
    const { html, findings } = shown(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A &amp; B</title><desc>d</desc><path d="M0 0" fill="url(#g)"/></svg>',
    );
    expect(html).toContain('<p class="title"><strong>Figure\u00a01.1.\u00a0Kite</strong></p>');
    expect(html).toContain(
      '<div class="mediaobject" tabindex="0"><svg viewBox="0 0 9 9"><title>A &amp; B</title><desc>d</desc><path d="M0 0" fill="url(#g)"></path></svg></div>',
    );
    expect(findings).toEqual([]);
  });

  it('lose whatever runs or reaches elsewhere, with a finding that names it', () => {
    const { html, findings } =
      shown(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script>
      <foreignObject><body onload="x"/></foreignObject><image href="https://other.example/x.png"/><a href="javascript:alert(3)"><text>t</text></a>
      <use href="https://other.example/y.svg#z"/><rect style="fill:url(https://other.example/q)" fill="url('//other.example/r')"/>
      <style>@import url(https://other.example/s.css);</style><animate attributeName="href" to="javascript:alert(4)"/></svg>`);
    expect(html).not.toMatch(/script|alert|onload|foreignObject|other\.example|animate|import/i);
    expect(html).toContain('<text>t</text>');
    expect(findings).toMatchObject([{ rule: 'render/figure', severity: 'warning' }]);
    for (const part of ['<script>', '<foreignObject>', 'onload', '<image>', '<animate>'])
      expect(findings[0]?.message).toContain(part);
  });

  it('that are broken or missing are left out, with a finding', () => {
    for (const svg of ['<svg><g></svg>', '<html/>', '', undefined, '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>']) {
      const { html, findings } = shown(svg);
      expect(html).not.toContain('<svg');
      expect(findings.map(({ rule }) => rule)).toEqual(['render/figure']);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { textOf, titleElement, walk } from '../../tools/docbook/tree.ts';
import type { Element } from '../../tools/docbook/types.ts';
import { readBook } from '../render/invented.ts';

/** Labels by id. */
function labels(content: string): Record<string, string | undefined> {
  const { numbering } = readBook(content);
  return Object.fromEntries([...numbering.ids].map(([id, { element }]) => [id, numbering.labels.get(element)]));
}

const title = '<title>T</title>';

describe('labels', () => {
  it('counts chapters and appendixes through all parts, parts in Roman numbers', () => {
    const found = labels(`
      <part id="p1">${title}<chapter id="c1">${title}</chapter><chapter id="c2">${title}</chapter></part>
      <part id="p2">${title}<chapter id="c3">${title}</chapter><appendix id="a1">${title}</appendix></part>
      <part id="p3">${title}<appendix id="a2">${title}</appendix></part>`);
    expect(found).toMatchObject({ p1: 'I', p2: 'II', p3: 'III', c1: '1', c2: '2', c3: '3', a1: 'A', a2: 'B' });
  });

  it('puts the number of the component and of outer sections in front of a section', () => {
    const found = labels(`
      <preface id="pre">${title}<sect1 id="s0">${title}<sect2 id="s01">${title}</sect2></sect1></preface>
      <chapter id="c">${title}<sect1 id="s1">${title}</sect1><sect1 id="s2">${title}
        <sect2 id="s21">${title}</sect2><sect2 id="s22">${title}<sect3 id="s221">${title}</sect3></sect2></sect1></chapter>
      <appendix id="a">${title}<sect1 id="sa">${title}</sect1></appendix>`);
    expect(found).toMatchObject({ s0: '1', s01: '1.1', s2: '1.2', s22: '1.2.2', s221: '1.2.2.1', sa: 'A.1' });
    expect(found.pre).toBeUndefined();
  });

  it('gives no number to reference entries, their sections and simple sections', () => {
    const found = labels(`
      <reference id="r">${title}<refentry id="e"><refnamediv><refname>fly</refname><refpurpose>p</refpurpose></refnamediv>
        <refsect1 id="rs">${title}</refsect1></refentry></reference>
      <chapter id="c">${title}<sect1 id="s">${title}<simplesect id="ss">${title}</simplesect></sect1></chapter>`);
    expect(found).toMatchObject({ r: 'I', e: undefined, rs: undefined, ss: undefined });
  });

  it('numbers tables within the chapter, and through the book where there is none', () => {
    const table = (id: string) =>
      `<table id="${id}">${title}<tgroup cols="1"><tbody><row><entry>x</entry></row></tbody></tgroup></table>`;
    const found = labels(`
      <chapter id="c1">${title}${table('t1')}${table('t2')}</chapter>
      <chapter id="c2">${title}<sect1 id="s">${title}${table('t3')}</sect1><example id="x">${title}<para/></example></chapter>
      <reference id="r">${title}<refentry id="e"><refnamediv><refname>f</refname><refpurpose>p</refpurpose></refnamediv>
        <refsect1>${title}${table('t4')}</refsect1></refentry></reference>`);
    expect(found).toMatchObject({ t1: '1.1', t2: '1.2', t3: '2.1', x: '2.1', t4: '4' });
  });

  it('counts footnotes through the book, but letters those of a table', () => {
    const found = labels(`
      <chapter id="c1">${title}<para>a<footnote id="f1"><para>x</para></footnote></para>
        <informaltable><tgroup cols="1"><tbody><row><entry>k<footnote id="t1"><para>x</para></footnote></entry></row>
        <row><entry>k<footnote id="t2"><para>x</para></footnote></entry></row></tbody></tgroup></informaltable></chapter>
      <chapter id="c2">${title}<para>b<footnote id="f2"><para>y</para></footnote></para>
        <informaltable><tgroup cols="1"><tbody><row><entry>k<footnote id="t3"><para>x</para></footnote></entry></row></tbody>
        </tgroup></informaltable></chapter>`);
    expect(found).toMatchObject({ f1: '1', f2: '2', t1: 'a', t2: 'b', t3: 'a' });
  });

  it('names a step of substeps after the step around it', () => {
    const found = labels(`<chapter id="c">${title}<procedure><step id="s1"><para>x</para></step>
      <step id="s2"><para>y</para><substeps><step id="s2a"><para>z</para></step><step id="s2b"><para>z</para></step></substeps></step>
      </procedure><procedure><step id="other"><para>x</para></step></procedure></chapter>`);
    expect(found).toMatchObject({ s1: '1', s2: '2', s2a: '2.a', s2b: '2.b', other: '1' });
  });

  it('counts callouts anew in each listing', () => {
    const found = labels(`<chapter id="c">${title}<screen>a <co id="x"/> b <co id="y"/></screen>
      <programlisting>c <co id="z"/></programlisting></chapter>`);
    expect(found).toMatchObject({ x: '1', y: '2', z: '1' });
  });
});

describe('ids', () => {
  it('knows the page of every id and of elements without one', () => {
    const { numbering } =
      readBook(`<chapter id="c">${title}<sect1 id="s">${title}<sect2 id="inner">${title}<para>deep</para></sect2>
      </sect1></chapter>`);
    expect(numbering.ids.get('inner')?.page.name).toBe('s');
    const inner = numbering.ids.get('inner')?.element as Element;
    const para = inner.children.find((node) => node.type === 'element' && node.name === 'para') as Element;
    expect(numbering.pageOf(para).name).toBe('s');
  });

  it('reports a repeated id with both places, and keeps the first', () => {
    const { numbering } = readBook(
      `<chapter id="c">\n${title}<para id="twice">1</para>\n<para id="twice">2</para></chapter>`,
    );
    expect(numbering.findings).toMatchObject([
      { rule: 'docbook/duplicate-id', severity: 'error', file: 'postgres.sgml', line: 4 },
    ]);
    expect(numbering.findings[0]?.message).toContain('postgres.sgml:3');
    expect(textOf(numbering.ids.get('twice')?.element as Element)).toBe('1');
  });

  it('reports every reference that leads nowhere, whatever attribute makes it', () => {
    const { numbering } = readBook(`<chapter id="c">${title}
      <para><xref linkend="gone1"/> <link linkend="c">fine</link><indexterm zone="c gone2"><primary>x</primary></indexterm></para>
      <screen>x</screen><calloutlist><callout arearefs="gone3"><para>x</para></callout></calloutlist></chapter>`);
    expect(numbering.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['docbook/dangling-link', 3],
      ['docbook/dangling-link', 3],
      ['docbook/dangling-link', 4],
    ]);
    for (const id of ['gone1', 'gone2', 'gone3'])
      expect(numbering.findings.some(({ message }) => message.includes(`"${id}"`))).toBe(true);
  });

  it('makes the id of an element without one from its place', () => {
    const { numbering, tree } = readBook(`<chapter id="c">${title}<para>one</para><para>two</para></chapter>`);
    const found: Record<string, string> = {};
    walk(tree.root, (element) => {
      if (element.name === 'para') found[textOf(element)] = numbering.generatedId(element);
    });
    // The book's title is its first child, the chapter's title the chapter's first.
    expect(found).toEqual({ one: 'id-1.2.2', two: 'id-1.2.3' });
    expect(titleElement(tree.root)).toBeDefined();
  });

  it('takes no element for a number because its name is a property of all objects', () => {
    const { numbering, tree } = readBook(`<chapter id="c">${title}<constructor id="k">x</constructor></chapter>`);
    expect(tree.findings).toEqual([]);
    expect(numbering.labels.get(numbering.ids.get('k')?.element as Element)).toBeUndefined();
  });
});

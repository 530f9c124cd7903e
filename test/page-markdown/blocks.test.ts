import { describe, expect, it } from 'vitest';
import { inChapter, markdownOf, pageOf, parse, seen } from './made.ts';

describe('a paragraph', () => {
  it('stands in the translation, then in English as a quote', () => {
    expect(inChapter('<para>A <literal>kite</literal>.</para>', { targets: { 'A `kite`.': 'Ein `kite`.' } })).toBe(
      'Ein `kite`.\n\n> A `kite`.',
    );
  });

  it('without a translation, or with the same one, stands once', () => {
    expect(inChapter('<para>A kite.</para>', { targets: {} })).toBe('A kite.');
    expect(inChapter('<para>PostKite</para>', { targets: { PostKite: 'PostKite' } })).toBe('PostKite');
  });

  it('of several runs pairs each around its blocks', () => {
    expect(
      inChapter('<para>Before <screen>go</screen> after.</para>', {
        targets: { Before: 'Vorher', 'after.': 'nachher.' },
      }),
    ).toBe('Vorher\n\n> Before\n\n```\ngo\n```\n\nnachher.\n\n> after.');
  });

  it('leaves index terms out, and keeps the words of a menu and of a list in a sentence', () => {
    expect(
      inChapter(
        '<para><indexterm><primary>kite</primary></indexterm>Choose <menuchoice><guimenu>File</guimenu><guimenuitem>Fly</guimenuitem></menuchoice>, one of <simplelist type="inline"><member>low</member><member>high</member></simplelist>.</para>',
      ),
    ).toBe('Choose File → Fly, one of low, high.');
  });
});

describe('headings', () => {
  it('have their numbers in both languages, and their id', () => {
    const page = pageOf(
      '<chapter id="kites"><title>Kites</title><sect1 id="tails"><title>Tails</title><para>x</para></sect1></chapter>',
      'tails',
      { targets: { Tails: 'Schwänze' }, words: { 'title-section': '§ {n} {title}' } },
    );
    expect(page.split('\n')[0]).toBe('# § 1.1. Schwänze ‖ 1.1. Tails {#TAILS}'.replace('§ 1.1. ', '§ 1.1 '));
  });

  it('are followed by what the page is and where it belongs', () => {
    const page = pageOf('<chapter id="kites"><title>Kites</title><para>x</para></chapter>', 'kites');
    expect(page).toContain('- PostgreSQL 3.1\n- Address: <https://kites.example/docs/3/kites.html>');
    expect(page).toContain('(kites.html)');
  });
});

describe('links', () => {
  const book = `<chapter id="kites"><title>Kites</title><sect1 id="silk"><title>Silk</title>
    <para>See <xref linkend="tails"/>, <link linkend="knot">the knot</link>, <xref linkend="opt"/> and <ulink url="https://kites.example/a_b">us</ulink>;
    <ulink url="javascript:alert(1)">not this</ulink>.</para></sect1>
    <sect1 id="tails"><title>Tails</title><para id="knot">x</para>
    <variablelist><varlistentry id="opt"><term><option>-t</option></term><listitem><para>y</para></listitem></varlistentry></variablelist></sect1></chapter>`;

  it('lead to Markdown pages, with the words of their references', () => {
    expect(pageOf(book, 'silk')).toContain(
      'See [Section 1.2](tails.md), [the knot](tails.md#KNOT), [`-t`](tails.md#OPT) and [us](https://kites.example/a_b); not this.',
    );
  });

  it('find the id at a term', () => {
    expect(pageOf(book, 'tails')).toContain('- **`-t`** {#OPT}\n\n  y');
  });
});

describe('listings', () => {
  it('are to the letter, in a fence longer than any inside, with their language', () => {
    const [code] = parse(inChapter("<programlisting>\nSELECT '```';\n  -- two  spaces\n</programlisting>")).children;
    expect(code).toMatchObject({ type: 'code', lang: 'sql', value: "SELECT '```';\n  -- two  spaces" });
  });

  it('have no marks for line breaks, which nobody could type or run', () => {
    const content = '<screen>\\x00000100&#x200B;c0644000</screen><para><literal>a_&#x200B;name</literal></para>';
    expect(inChapter(content)).toBe('```\n\\x00000100c0644000\n```\n\n`a_name`');
  });

  it('show brackets and marks that the source does not spell out, and their translated words after them', () => {
    expect(
      inChapter('<screen>fly <optional>high</optional> <co id="c1"/> -- let the string go slowly</screen>', {
        targets: { 'let the string go slowly': 'die Schnur langsam lassen' },
      }),
    ).toBe(
      '```\nfly [high] (1) -- let the string go slowly\n```\n\n- die Schnur langsam lassen ‖ let the string go slowly',
    );
  });

  it('of command lines read as grammar', () => {
    expect(
      inChapter(
        '<cmdsynopsis><command>fly</command><arg rep="repeat">kite</arg><group choice="req"><arg choice="plain">-u</arg><arg choice="plain">-d</arg></group></cmdsynopsis>',
      ),
    ).toBe('```\nfly [kite]... { -u | -d }\n```');
  });
});

describe('tables', () => {
  const row = (...cells: string[]) => `<row>${cells.map((cell) => `<entry>${cell}</entry>`).join('')}</row>`;
  const table = (head: string, body: string) =>
    `<table id="t"><title>Winds</title><tgroup cols="2"><thead>${head}</thead><tbody>${body}</tbody></tgroup></table>`;

  it('are tables where a cell is one text, bars and all', () => {
    const text = inChapter(table(row('Name', 'Sign'), row('both', '<literal>a|b</literal> \\| c')), {
      targets: { both: 'beide' },
    });
    const [, grid] = parse(text).children;
    expect(grid?.type === 'table' && grid.children.map((line) => line.children.map(seen))).toEqual([
      ['Name', 'Sign'],
      ['beide ‖ both', 'a|b \\| c'],
    ]);
    expect(text).toContain('**Table 1.1. Winds** {#T}');
  });

  it('are lists where a cell holds more than that', () => {
    expect(inChapter(table(row('Name', 'Use'), row('breeze', '<para>one</para><para>two</para>')))).toBe(
      '**Table 1.1. Winds** {#T}\n\n**Name**\n\n**Use**\n\n- breeze\n\n  one\n\n  two',
    );
  });

  it('leave empty what a span covers, and are not made huge by numbers', () => {
    const spans = `<informaltable><tgroup cols="99999"><colspec colname="a"/><colspec colname="b"/><tbody>
      <row><entry namest="a" nameend="b" morerows="9999">1</entry><entry>2</entry></row></tbody></tgroup></informaltable>`;
    const text = inChapter(spans);
    expect(text).toContain('| 1 |  | 2 |');
    expect(text.length).toBeLessThan(3000);
  });
});

describe('other blocks', () => {
  it('notes are quotes headed in bold, and their English is a quote in them', () => {
    expect(
      inChapter('<note><para>Mind the wind.</para></note>', {
        targets: { 'Mind the wind.': 'Achte auf Wind.' },
        words: { note: 'Hinweis' },
      }),
    ).toBe('> **Hinweis** ‖ **Note**\n>\n> Achte auf Wind.\n>\n> > Mind the wind.');
  });

  it('lists that follow each other stay two', () => {
    const list = (item: string) => `<itemizedlist><listitem><para>${item}</para></listitem></itemizedlist>`;
    expect(parse(inChapter(list('one') + list('two'))).children.map(({ type }) => type)).toEqual(['list', 'list']);
  });

  it('footnotes are numbered through the page', () => {
    const note = (text: string) => `<footnote><para>${text}</para></footnote>`;
    const text = inChapter(`<para>One${note('first')} and two${note('second')}.</para>`);
    expect(text).toContain('One[^1] and two[^2].');
    expect(text).toContain('[^1]: first\n\n[^2]: second');
  });

  it('a picture is a link to where it is shown', () => {
    expect(
      inChapter(
        '<figure id="f"><title>A kite</title><mediaobject><imageobject><imagedata fileref="k.svg"/></imageobject></mediaobject></figure>',
      ),
    ).toBe('**Figure 1.1. A kite** {#F}\n\n[The picture is on the web page](kites.html#F)');
  });

  it('an element that nobody knows is reported once, and its words are shown', () => {
    const { renderer, pages } = markdownOf(
      '<chapter id="kites"><title>Kites</title><foo><para>inside <bar>it</bar></para></foo></chapter>',
    );
    const page = pages.byName.get('kites');
    const text = page && renderer.page(page, { url: 'https://kites.example/', release: '3.1' });
    expect(text).toMatch(/inside\s+it/);
    expect(renderer.findings.map(({ message }) => message)).toEqual([
      'no handler for <foo>; its content is shown',
      'no handler for <bar>; its content is shown',
    ]);
  });
});

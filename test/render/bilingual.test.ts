import { describe, expect, it } from 'vitest';
import { englishWords, type ManualWords } from '../../tools/render/index.ts';
import { inChapter, invent } from './invented.ts';

const words: ManualWords = {
  ...englishWords,
  'title-chapter': 'Kap. {n} – {title}',
  'xref-chapter': 'Kap. {n}',
  'xref-section-title': 'der Abschnitt „{title}“',
  toc: 'Inhalt',
  note: 'Hinweis',
  footnotes: 'Anmerkungen',
  'glossary-see': 'Siehe {title}.',
  'index-see': '(siehe {title})',
  'quote-open': '„',
  'quote-close': '“',
  'list-separator': '; ',
};

/** Keys are hashes of the source; here the place matters, not the hash. */
const keyless = (html: string) => html.replace(/data-key="[0-9a-f]{10}"/g, 'data-key');

const chapter = (content: string, targets: Readonly<Record<string, string>>) =>
  keyless(inChapter(content, { lang: 'de', words, targets }));

describe('a paragraph', () => {
  it('stands in both languages, one after the other, and bears its id once', () => {
    expect(
      chapter('<para id="p">A <literal>kite</literal>.</para>', { 'A `kite`.': 'Ein <literal>kite</literal>.' }),
    ).toBe(
      '<p lang="de" data-key data-status="translated">Ein <code class="literal">kite</code>.</p><p id="P" lang="en" data-key>A <code class="literal">kite</code>.</p>',
    );
  });

  it('without a target is English, and says so', () => {
    expect(chapter('<para>A kite.</para>', {})).toBe('<p lang="en" data-key data-status="untranslated">A kite.</p>');
  });

  it('of several runs pairs each, around blocks that stand once', () => {
    expect(chapter('<para>Before <screen>go</screen> after.</para>', { Before: 'Vorher', 'after.': 'nachher.' })).toBe(
      '<p lang="de" data-key data-status="translated">Vorher</p><p lang="en" data-key>Before</p><pre class="screen">go</pre><p lang="de" data-key data-status="translated">nachher.</p><p lang="en" data-key>after.</p>',
    );
  });

  it('with nothing to translate stands once', () => {
    expect(chapter('<para><literal>kite</literal></para>', {})).toBe('<p><code class="literal">kite</code></p>');
  });

  it('repeats no id of the English in the target', () => {
    const html = chapter('<para>A <phrase id="here">kite</phrase>.</para>', {
      'A kite.': 'Ein <phrase id="here">Drachen</phrase>.',
    });
    expect(html.match(/id="HERE"/g)).toHaveLength(1);
    expect(html).toContain('Ein <span class="phrase">Drachen</span>.');
  });
});

describe('inside one block', () => {
  it('titles, terms, cells and members hold both languages', () => {
    expect(
      chapter(
        '<variablelist><varlistentry><term>a tail</term><listitem><para>x</para></listitem></varlistentry></variablelist>',
        {
          'a tail': 'ein Schwanz',
        },
      ),
    ).toContain(
      '<span class="term"><span lang="de" data-key data-status="translated">ein Schwanz</span><span lang="en" data-key>a tail</span></span>',
    );
    expect(
      chapter(
        '<informaltable><tgroup cols="1"><tbody><row><entry>a tail</entry></row></tbody></tgroup></informaltable>',
        {
          'a tail': 'ein Schwanz',
        },
      ),
    ).toContain(
      '<td><span lang="de" data-key data-status="translated">ein Schwanz</span><span lang="en" data-key>a tail</span></td>',
    );
  });

  it('generated words and numbers stand in each language', () => {
    const html = keyless(
      invent(
        '<chapter id="c"><title>Tails</title><note><para>x</para></note><sect1 id="s"><title>Knots</title><para>y</para></sect1></chapter>',
        {
          lang: 'de',
          words,
          targets: { Tails: 'Schwänze' },
        },
      ).article('c'),
    );
    expect(html).toContain(
      '<h1 class="title"><span lang="de" data-key data-status="translated">Kap. 1 – Schwänze</span><span lang="en" data-key>Chapter\u00a01.\u00a0Tails</span>',
    );
    expect(html).toContain('<h2 class="title"><span lang="de">Hinweis</span><span lang="en">Note</span></h2>');
    expect(html).toContain(
      '<p><strong><span lang="de">Inhalt</span><span lang="en">Table of Contents</span></strong></p>',
    );
    // A title without a target is English in the table of contents, number and all.
    expect(html).toContain('<a href="s.html">1.1. Knots</a>');
  });
});

describe('references', () => {
  const book = `<chapter id="c"><title>Tails</title><para>See <xref linkend="c"/> and <xref linkend="aside"/>, <quote>up</quote>.</para>
    <simplesect id="aside"><title>Aside</title><para>x</para></simplesect></chapter>`;

  it('say their words in the language around them', () => {
    const html = keyless(
      invent(book, {
        lang: 'de',
        words,
        targets: {
          Tails: 'Schwänze',
          Aside: 'Am Rand',
          'See [[c]] and [[aside]], “up”.':
            'Siehe <xref linkend="c"/> und <xref linkend="aside"/>, <quote>auf</quote>.',
        },
      }).article('c'),
    );
    expect(html).toContain(
      'See <a class="xref" href="c.html" title="Chapter 1. Tails">Chapter\u00a01</a> and <a class="xref" href="#ASIDE" title="Aside">the section called “Aside”</a>, <span class="quote">“up”</span>.</p>',
    );
    expect(html).toContain(
      'Siehe <a class="xref" href="c.html" title="Kap. 1 – Schwänze">Kap. 1</a> und <a class="xref" href="#ASIDE" title="Am Rand">der Abschnitt „Am Rand“</a>, <span class="quote">„auf“</span>.</p>',
    );
  });

  it('and titles give page titles, neighbours and sidebar in both languages', () => {
    const made = invent(
      '<chapter id="c"><title>Tails</title><sect1 id="s"><title>Knots</title><para>yet zoo</para></sect1></chapter>',
      { lang: 'de', words, targets: { Tails: 'Schwänze', 'yet zoo': 'und vor' } },
    );
    const page = made.renderer.page(made.pages.byName.get('s') as never);
    expect(page.title).toEqual({ source: '1.1. Knots' });
    expect(page.up).toEqual({ name: 'c', title: { source: 'Chapter 1. Tails', target: 'Kap. 1 – Schwänze' } });
    expect(page.sidebar).toContain(
      '<a href="c.html"><span lang="de">Kap. 1 – Schwänze</span><span lang="en">Chapter\u00a01.\u00a0Tails</span></a>',
    );
    expect(page.description).toBe('und vor');
  });
});

describe('footnotes', () => {
  it('are marked in both languages and told once, in both', () => {
    const html = chapter('<para>A kite<footnote><para>No bird.</para></footnote>.</para>', {
      'A kite[^1].': 'Ein Drachen<footnote><para>No bird.</para></footnote>.',
      'No bird.': 'Kein Vogel.',
    });
    expect(html.match(/class="footnote-mark"/g)).toHaveLength(1);
    expect(html.match(/<sup class="footnote"/g)).toHaveLength(2);
    expect(html.match(/<sup class="footnote" id=/g)).toHaveLength(1);
    expect(html).toContain(
      '<p lang="de" data-key data-status="translated">Kein Vogel.</p><p lang="en" data-key>No bird.</p></div>',
    );
  });
});

describe('listings', () => {
  it('stay as they are; what is translated in them follows', () => {
    expect(
      chapter('<programlisting>fly();  <lineannotation>go up now</lineannotation></programlisting>', {
        'go up now': 'jetzt steigen',
      }),
    ).toBe(
      '<pre class="programlisting">fly();  <em class="lineannotation">go up now</em></pre><dl class="verbatim-notes" lang="de" data-extra><dt lang="en" data-key>go up now</dt><dd lang="de" data-key data-status="translated">jetzt steigen</dd></dl>',
    );
  });

  it('without a translated word are followed by nothing', () => {
    expect(chapter('<programlisting>fly();  <lineannotation>go up now</lineannotation></programlisting>', {})).toBe(
      '<pre class="programlisting">fly();  <em class="lineannotation">go up now</em></pre>',
    );
  });
});

describe('the index', () => {
  it('shows targets beside the English, sorted by the English', () => {
    const html = invent(
      `<chapter id="c"><title>Tails</title><para>x<indexterm><primary>wax</primary></indexterm>
       <indexterm><primary>glue</primary><see>wax</see></indexterm></para></chapter><index id="ix"/>`,
      { lang: 'de', words, targets: { Tails: 'Schwänze', wax: 'Wachs' } },
    ).article('ix');
    expect(html).toContain(
      '><span lang="de">Wachs</span><span lang="en">wax</span>, <a class="indexterm" href="c.html"><span lang="de">Schwänze</span><span lang="en">Tails</span></a></li>',
    );
    expect(html).toMatch(
      /glue <span lang="de">\(siehe <a href="#ientry-[\d.id-]+">Wachs<\/a>\)<\/span><span lang="en">\(see <a href="#ientry-[\d.id-]+">wax<\/a>\)<\/span>/,
    );
  });
});

it('leaves the English the same, whatever targets there are', () => {
  const content = `<para>A <emphasis>kite</emphasis> of <xref linkend="kites"/>.</para><note><para>Hold it.</para></note>
    <itemizedlist><listitem><para>one thing</para></listitem></itemizedlist>`;
  const english = inChapter(content);
  const both = chapter(content, {
    'A *kite* of [[kites]].': 'Ein <emphasis>Drachen</emphasis> aus <xref linkend="kites"/>.',
    'Hold it.': 'Halten.',
    'one thing': 'eins',
  });
  const withoutTargets = both
    .replace(/<(p|span) lang="de".*?<\/\1>/g, '')
    .replace(/<span lang="en">(.*?)<\/span>/g, '$1')
    .replace(/ lang="en" data-key/g, '');
  expect(withoutTargets).toBe(english);
});

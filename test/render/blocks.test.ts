import { describe, expect, it } from 'vitest';
import { inChapter, invent } from './invented.ts';

describe('paragraphs', () => {
  it('end where a block stands inside them, and go on behind it', () => {
    expect(inChapter('<para>Before <screen>$ fly\n</screen> after.</para>')).toBe(
      '<p>Before</p><pre class="screen">$ fly </pre><p>after.</p>',
    );
  });

  it('that hold nothing but blocks leave no empty paragraph', () => {
    expect(inChapter('<para>\n <screen>x</screen>\n</para>')).toBe('<pre class="screen">x</pre>');
  });

  it('of one line with a title open with it in bold', () => {
    expect(inChapter('<formalpara><title>Wind</title><para>It blows.</para></formalpara>')).toBe(
      '<p><strong>Wind.</strong> It blows.</p>',
    );
    expect(inChapter('<formalpara><title>Wind?</title><para>No.</para></formalpara>')).toBe(
      '<p><strong>Wind?</strong> No.</p>',
    );
  });

  it('keep their role as a class', () => {
    expect(inChapter('<para role="func_signature">f ()</para>')).toBe('<p class="func_signature">f ()</p>');
  });
});

describe('inline elements', () => {
  it.each([
    ['<literal>x</literal>', '<code class="literal">x</code>'],
    ['<replaceable>x</replaceable>', '<em class="replaceable"><code>x</code></em>'],
    ['<userinput>x</userinput>', '<strong class="userinput"><code>x</code></strong>'],
    ['<emphasis>x</emphasis>', '<em class="emphasis">x</em>'],
    ['<emphasis role="bold">x</emphasis>', '<strong class="bold">x</strong>'],
    ['<phrase role="symbol_font">x</phrase>', '<span class="symbol_font">x</span>'],
    ['<returnvalue>kite</returnvalue>', '→ <code class="returnvalue">kite</code>'],
    ['<optional>x</optional>', '[<span class="optional">x</span>]'],
    ['<optional role="tcl">x</optional>', '?<span class="optional">x</span>?'],
    ['<trademark class="registered">K</trademark>', '<span class="trademark">K</span>®'],
    ['<quote>a <quote>b</quote> c</quote>', '<span class="quote">“a <span class="quote">‘b’</span> c”</span>'],
    [
      '<keycombo action="simul"><keycap>Ctrl</keycap><keycap>K</keycap></keycombo>',
      '<span class="keycombo"><span class="keycap"><strong>Ctrl</strong></span>+<span class="keycap"><strong>K</strong></span></span>',
    ],
    [
      '<menuchoice><guimenu>Kite</guimenu><guimenuitem>Fly</guimenuitem></menuchoice>',
      '<span class="menuchoice"><span class="guimenu">Kite</span> → <span class="guimenuitem">Fly</span></span>',
    ],
    [
      '<email>a@kites.example</email>',
      '<code class="email">&lt;<a class="email" href="mailto:a@kites.example">a@kites.example</a>&gt;</code>',
    ],
    [
      '<citerefentry><refentrytitle>wind</refentrytitle><manvolnum>3</manvolnum></citerefentry>',
      '<span class="citerefentry"><span class="refentrytitle">wind</span></span>',
    ],
  ])('%s', (source, expected) => {
    expect(inChapter(`<para>${source}</para>`)).toBe(`<p>${expected}</p>`);
  });
});

describe('lists', () => {
  it('of bullets and numbers', () => {
    expect(inChapter('<itemizedlist spacing="compact"><listitem><para>a</para></listitem></itemizedlist>')).toBe(
      '<div class="itemizedlist"><ul class="itemizedlist compact"><li class="listitem"><p>a</p></li></ul></div>',
    );
    expect(inChapter('<orderedlist numeration="loweralpha"><listitem><para>a</para></listitem></orderedlist>')).toBe(
      '<div class="orderedlist"><ol class="orderedlist" type="a"><li class="listitem"><p>a</p></li></ol></div>',
    );
    expect(
      inChapter('<orderedlist numeration="constructor"><listitem><para>a</para></listitem></orderedlist>'),
    ).toContain('<ol class="orderedlist" type="1">');
  });

  it('of terms put each term on a line of its own, and can be linked to', () => {
    expect(
      inChapter(`<variablelist><title>Parts</title><varlistentry id="bridle"><term>bridle</term><term>harness</term>
        <listitem><para>Holds.</para></listitem></varlistentry></variablelist>`),
    ).toBe(
      '<div class="variablelist"><p class="title"><strong>Parts</strong></p><dl class="variablelist"><dt id="BRIDLE"><span class="term">bridle<br></span><span class="term">harness</span> <a class="id_link" href="#BRIDLE" data-extra>#</a></dt><dd><p>Holds.</p></dd></dl></div>',
    );
  });

  it('of members stand in a row, or fill a table down its columns', () => {
    const members = ['a', 'b', 'c', 'd', 'e'].map((name) => `<member>${name}</member>`).join('');
    expect(inChapter(`<para><simplelist type="inline">${members}</simplelist></para>`)).toBe(
      '<p><span class="simplelist">a, b, c, d, e</span></p>',
    );
    expect(inChapter(`<simplelist type="vert" columns="2">${members}</simplelist>`)).toContain(
      '<tr><td>a</td><td>d</td></tr><tr><td>b</td><td>e</td></tr><tr><td>c</td><td></td></tr>',
    );
    expect(inChapter(`<simplelist type="horiz" columns="2">${members}</simplelist>`)).toContain(
      '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td></td></tr>',
    );
    expect(inChapter(`<simplelist columns="999999999">${members}</simplelist>`).length).toBeLessThan(3000);
  });

  it('of steps are numbered, and a single step is not', () => {
    expect(
      inChapter(`<procedure><step><title>Look</title><para>a</para></step><step><para>b</para>
        <substeps><step><para>c</para></step></substeps></step></procedure>`),
    ).toBe(
      '<div class="procedure"><ol class="procedure" type="1"><li class="step"><p class="title"><strong>Look</strong></p><p>a</p></li><li class="step"><p>b</p><ol class="substeps" type="a"><li class="step"><p>c</p></li></ol></li></ol></div>',
    );
    expect(inChapter('<procedure><step><para>a</para></step></procedure>')).toBe(
      '<div class="procedure"><ul class="procedure"><li class="step"><p>a</p></li></ul></div>',
    );
  });
});

describe('synopses of commands', () => {
  it('bracket what is optional, part choices by bars, and mark repetition', () => {
    const html = inChapter(`<cmdsynopsis>
      <command>fly</command>
      <arg choice="opt" rep="repeat"><replaceable>wind</replaceable></arg>
      <arg choice="plain">kite<arg choice="opt">tail</arg></arg>
      <group choice="req">
       <arg choice="plain"><option>-u</option></arg>
       <arg choice="plain"><option>--up</option></arg>
      </group>
     </cmdsynopsis>`);
    expect(html.replace(/<[^>]*>/g, '').replace(/ +/g, ' ')).toBe('fly [wind...] kite [tail] { -u | --up }');
  });
});

describe('admonitions and quotations', () => {
  it('are headed by their word, or by their own title', () => {
    expect(inChapter('<note><para>x</para></note>')).toBe(
      '<div class="note"><h2 class="title">Note</h2><p>x</p></div>',
    );
    expect(inChapter('<warning><title>Storm</title><para>x</para></warning>')).toBe(
      '<div class="warning"><h2 class="title">Storm</h2><p>x</p></div>',
    );
  });

  it('name who said it', () => {
    expect(inChapter('<blockquote><attribution>A pilot</attribution><para>Up.</para></blockquote>')).toBe(
      '<blockquote class="blockquote"><p>Up.</p><p class="attribution">--A pilot</p></blockquote>',
    );
  });
});

describe('an element that no handler knows', () => {
  const source =
    '<chapter id="c"><title>C</title>\n<para>a <tether strength="9">b</tether></para>\n<para><constructor>c</constructor></para></chapter>';

  it('is a finding with its place, and its content still shows', () => {
    const { article, renderer } = invent(source);
    const html = article('c');
    expect(html).toContain('<p>a b</p><p>c</p>');
    expect(renderer.findings).toMatchObject([
      { rule: 'render/unknown-element', file: 'postgres.sgml', line: 3 },
      { rule: 'render/unknown-element', file: 'postgres.sgml', line: 4 },
    ]);
  });

  it('is reported once, however often its page is rendered', () => {
    const { article, renderer } = invent(source);
    article('c');
    article('c');
    expect(renderer.findings).toHaveLength(2);
  });
});

describe('hostile values', () => {
  it('stay text: in content, attributes, ids and roles', () => {
    const html =
      inChapter(`<para role='"&gt;&lt;script&gt;' id='x"onclick="y'>&lt;script&gt;alert(1)&lt;/script&gt; {{ 1 }}</para>
      <programlisting>&lt;b&gt; &amp;amp;</programlisting>`);
    expect(html).toBe(
      '<p class="&quot;&gt;&lt;script&gt;" id="X&quot;ONCLICK=&quot;Y">&lt;script&gt;alert(1)&lt;/script&gt; {{ 1 }}</p><pre class="programlisting">&lt;b&gt; &amp;amp;</pre>',
    );
  });
});

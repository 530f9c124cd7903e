import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../tools/docbook/tree.ts';
import type { Element, Node } from '../../tools/docbook/types.ts';
import { painted } from '../../tools/render/highlight-paint.ts';
import type { Token, TokenClass } from '../../tools/render/highlight-types.ts';
import { inChapter, invent } from './invented.ts';

const at = { file: 'kites.sgml', line: 1 };
const listing = (content: string, name = 'programlisting') => inChapter(`<${name}>${content}</${name}>`);
/** Text by the class of its colour. */
const coloured = (html: string, cls: TokenClass) =>
  [...html.matchAll(new RegExp(`<span class="${cls}">([^<]*)</span>`, 'g'))].map(([, text]) => text);
const plain = (html: string) => html.replace(/<[^>]*>/g, '');

describe('colours laid over a listing', () => {
  const text = fc.string({ maxLength: 8 });
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text.map((value): Node => ({ type: 'text', value, ...at })),
      text.map((value): Node => ({ type: 'variable', name: 'version', value, ...at })),
      text.map((value): Node => ({ type: 'comment', value, ...at })),
      fc
        .record({
          name: fc.constantFrom('replaceable', 'userinput', 'co', 'indexterm', 'lineannotation'),
          children: fc.array(tie('node'), { maxLength: 4 }),
        })
        .map(({ name, children }): Node => ({ type: 'element', name, attributes: { id: name }, children, ...at })),
    ),
  }));
  const nodes = fc.array(node, { maxLength: 6 });
  const tokens = fc
    .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 }), fc.constantFrom<TokenClass>('hk', 'hs', 'hc', 'hn')))
    .map((steps) => {
      const list: Token[] = [];
      for (const [gap, length, cls] of steps) {
        const from = (list.at(-1)?.to ?? 0) + gap;
        list.push({ from, to: from + length, cls });
      }
      return list;
    });
  const isColour = (one: Element) => one.name === 'phrase' && /^h[kscn]$/.test(one.attributes.role ?? '');
  /** Every element that is no colour, with its text, in order. */
  const outline = (list: readonly Node[]): string[] =>
    list.flatMap((one): string[] => {
      if (one.type !== 'element') return one.type === 'comment' ? [one.value] : [];
      if (isColour(one)) return [];
      return [`<${one.name} ${one.attributes.id}>`, textOf(one), ...outline(one.children), '</>'];
    });
  const colours = (list: readonly Node[]): [string, string][] =>
    list.flatMap((one): [string, string][] => {
      if (one.type !== 'element') return [];
      return isColour(one) ? [[one.attributes.role as string, textOf(one)]] : colours(one.children);
    });

  it('leave its text, its elements and their order as they were', () => {
    fc.assert(
      fc.property(nodes, tokens, (list, over) => {
        const done = painted(list, over);
        expect(textOf(done)).toBe(textOf(list));
        expect(outline(done)).toEqual(outline(list));
      }),
    );
  });

  it('cover what the tokens cover, however the text is cut into nodes', () => {
    fc.assert(
      fc.property(nodes, tokens, (list, over) => {
        const whole = textOf(list);
        const expected = { hk: '', hs: '', hc: '', hn: '' };
        for (const { from, to, cls } of over) expected[cls] += whole.slice(from, to);
        const found: Record<string, string> = { hk: '', hs: '', hc: '', hn: '' };
        for (const [cls, piece] of colours(painted(list, over))) found[cls] += piece;
        expect(found).toEqual(expected);
      }),
    );
  });

  it('stand inside the elements of the source, which stay whole', () => {
    const html = listing(
      "SELECT '<replaceable>from</replaceable> x' FROM <link linkend='kites'>kites</link>; <lineannotation>select one</lineannotation>",
    );
    expect(html).toContain('<em class="replaceable"><code><span class="hs">from</span></code></em>');
    expect(html).toContain('<a class="link" href="kites.html">kites</a>');
    expect(html).toContain('<em class="lineannotation">select one</em>');
  });

  it('read a part to be replaced as a name, whatever word stands there', () => {
    expect(coloured(listing('DROP TABLE <replaceable>TABLE</replaceable>;'), 'hk')).toEqual(['DROP TABLE']);
  });

  it('leave hostile text text', () => {
    const hostile = "SELECT '&lt;/span>&lt;script>alert(1)&lt;/script>' -- &lt;/pre>\n;";
    const html = listing(hostile);
    expect(html).toContain('<span class="hs">\'&lt;/span&gt;&lt;script&gt;alert(1)&lt;/script&gt;\'</span>');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/pre>/g)).toHaveLength(1);
  });

  it('leave the translated comments of a listing where they were', () => {
    const html = invent(
      '<chapter id="kites"><title>Kites</title><programlisting>SELECT 1; -- one kite in the sky\n</programlisting></chapter>',
      { targets: { 'one kite in the sky': 'ein Drachen am Himmel' }, lang: 'de' },
    ).article('kites');
    expect(html).toContain('<span class="hc">-- one kite in the sky</span>');
    expect(html).toMatch(/<dt lang="en" data-key="\w{10}">one kite in the sky<\/dt><dd lang="de" data-key="\w{10}"/);
  });
});

describe('code of each language', () => {
  it('SQL: keywords, strings, comments and numbers; names in small letters are names', () => {
    const html = listing(
      "-- all of them\nCREATE TABLE kite (name text, value int DEFAULT 7, colour text DEFAULT 'red');",
    );
    expect(coloured(html, 'hk')).toEqual(['CREATE TABLE', 'DEFAULT', 'DEFAULT']);
    expect(coloured(html, 'hs')).toEqual(["'red'"]);
    expect(coloured(html, 'hc')).toEqual(['-- all of them']);
    expect(coloured(html, 'hn')).toEqual(['7']);
  });

  it.each([
    ['plpgsql', ['BEGIN', 'RETURN', 'END']],
    ['sql', ['BEGIN', 'RETURN', 'END']],
    ['plpython3u', []],
    ['pltcl', []],
  ])('a function body in %s', (language, words) => {
    const html = listing(`CREATE FUNCTION fly() RETURNS int AS $$\nBEGIN\n  RETURN 1;\nEND;\n$$ LANGUAGE ${language};`);
    const around = ['CREATE FUNCTION', 'RETURNS', 'AS', 'LANGUAGE'];
    expect(coloured(html, 'hk').filter((word) => !around.includes(word ?? ''))).toEqual(
      language === 'sql' ? expect.arrayContaining(words) : words,
    );
  });

  it('a comment in a function body may look like a table', () => {
    const html = listing('CREATE FUNCTION fly() RETURNS int AS $$\n---\n--- up and down\nSELECT 1\n$$ LANGUAGE sql;');
    expect(coloured(html, 'hk')).toContain('SELECT');
  });

  it('C', () => {
    const html = listing('#include "kite.h"\n\nint\nfly(const char *name)\n{\n    return 7; /* up */\n}');
    expect(coloured(html, 'hk')).toEqual(expect.arrayContaining(['int', 'const char', 'return']));
    expect(coloured(html, 'hs')).toEqual(['&quot;kite.h&quot;']);
    expect(coloured(html, 'hc')).toEqual(['/* up */']);
  });

  it('shell', () => {
    const html = listing('# build it\nmake CFLAGS=\'-O2\' -in all\nexport KITE="$HOME/kite"');
    expect(coloured(html, 'hc')).toEqual(['# build it']);
    expect(coloured(html, 'hs')[0]).toBe("'-O2'");
    expect(coloured(html, 'hk')).toEqual([]);
  });

  it('the language that the source names decides, also against the text', () => {
    const sql = 'SELECT 1;';
    expect(inChapter(`<programlisting language="java">${sql}</programlisting>`)).not.toContain('class="h');
    expect(inChapter(`<programlisting language="c">int n;</programlisting>`)).toContain('<span class="hk">int</span>');
  });
});

describe('what is printed stays plain', () => {
  const SESSION = [
    'sky=> SELECT name, length FROM kite',
    "sky-> WHERE colour = 'red';",
    ' name | length',
    '------+--------',
    " it's |      7",
    '(1 row)',
    '',
    'sky=> \\d kite',
    ' SELECT is a column here',
    'sky=> DROP TABLE kite;',
    'DROP TABLE',
  ].join('\n');

  it('in a psql session only the commands are coloured', () => {
    const html = inChapter(`<screen>${SESSION.replaceAll('>', '&gt;')}</screen>`);
    expect(coloured(html, 'hk')).toEqual(['SELECT', 'FROM', 'WHERE', 'DROP TABLE']);
    expect(coloured(html, 'hs')).toEqual(["'red'"]);
    expect([...coloured(html, 'hc'), ...coloured(html, 'hn')]).toEqual([]);
  });

  it('a statement that a backslash command ends is coloured up to it', () => {
    const html = listing('sky=&gt; SELECT 1 AS n\nsky-&gt; FROM kite\nsky-&gt; \\gset\nSELECT', 'screen');
    expect(coloured(html, 'hk')).toEqual(['SELECT', 'AS', 'FROM']);
  });

  it('without prompts, statements are coloured and what answers them is not', () => {
    const html = listing(
      'SELECT count(*) FROM kite;\n count\n-------\n     7\n(1 row)\n\nSELECT 1;\nERROR:  no FROM 7',
      'screen',
    );
    expect(coloured(html, 'hk')).toEqual(['SELECT', 'FROM', 'SELECT']);
    expect(coloured(html, 'hn')).toEqual(['1']);
  });

  it('in a shell session only the commands are coloured', () => {
    const html = listing('$ kite --name "up"\nflying "high" in 3 s\n# echo \'x\'\n# 12 kites', 'screen');
    expect(coloured(html, 'hs')).toEqual(['&quot;up&quot;', "'x'"]);
  });

  it('what the source marks as output is no code', () => {
    expect(listing('<computeroutput>SELECT 1;</computeroutput>', 'screen')).not.toContain('class="h');
  });

  it.each([
    ['a synopsis', '<synopsis>SELECT <replaceable>x</replaceable> FROM <replaceable>y</replaceable>;</synopsis>'],
    ['a grammar in a listing', '<programlisting>CREATE KITE { RED | BLUE } [, ...];</programlisting>'],
    ['a table', '<screen> name\n------\n SELECT\n(1 row)</screen>'],
    ['a plan', '<screen>Seq Scan on kite  (cost=0.00..1.07 rows=7)\n  Filter: (id = 1)</screen>'],
    ['messages', '<screen>ERROR:  relation "kite" does not exist\nLINE 1: SELECT * FROM kite;</screen>'],
    ['a configuration', "<programlisting># TYPE  KITE\nkite_wind = 'strong'\nset x on</programlisting>"],
    ['another language', '<programlisting>my $kite = shift;\nreturn fly($kite);</programlisting>'],
    ['prose', '<literallayout>SELECT reads rows;\nUPDATE changes them;</literallayout>'],
  ])('%s', (_, content) => {
    expect(inChapter(content)).not.toMatch(/class="h[kscn]"/);
  });

  it('a statement keeps to its own end: quotes, comments and brackets may hold semicolons', () => {
    const code = "CREATE RULE r AS ON INSERT TO kite DO (SELECT ';' /* ; */; SELECT 2);\n a\n---\n 1\n";
    const html = listing(code);
    expect(plain(html)).toBe(code.replace(/\s*\n\s*/g, ' '));
    expect(coloured(html, 'hn')).toEqual(['2']);
  });
});

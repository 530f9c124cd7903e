import { describe, expect, test } from 'vitest';
import { parseFragment } from '../../tools/docbook/parse.ts';
import { textOf } from '../../tools/docbook/tree.ts';
import { parseBody, parseFiles, places } from './manual.ts';

describe('places', () => {
  test('every kind of node knows its file and line, also inside included files and after text of many lines', () => {
    const tree = parseFiles({
      'postgres.sgml': [
        '<!-- doc/src/sgml/postgres.sgml -->',
        '<!DOCTYPE book [',
        '<!ENTITY % version SYSTEM "version.sgml">',
        '%version;',
        '<!ENTITY kettle SYSTEM "ref/kettle.sgml">',
        '<!ENTITY twice "<b>one</b>',
        ' <i/>">',
        ']>',
        '<book>',
        ' first',
        ' second <![CDATA[ third',
        ' fourth ]]><em>fifth</em>',
        ' <!-- a',
        '  comment --> sixth &version; seventh',
        ' &kettle;',
        ' &twice;',
        ' <last a="1"',
        '       b="2"/> end',
        '</book>',
      ].join('\n'),
      'version.sgml': '<!ENTITY version "3.1">\n<!ENTITY majorversion "3">\n',
      'ref/kettle.sgml':
        '<!-- doc/src/sgml/ref/kettle.sgml -->\n\n<kettle>\n boils\n <lid/> at &majorversion;\n</kettle>\n',
    });
    expect(tree.findings).toEqual([]);
    expect(places(tree.root)).toEqual([
      'postgres.sgml:9 <book>',
      'postgres.sgml:9 "first\\n second  third\\n fourth"',
      'postgres.sgml:12 <em>',
      'postgres.sgml:12 "fifth"',
      'postgres.sgml:13 <!-- a\n  comment -->',
      'postgres.sgml:14 "sixth"',
      'postgres.sgml:14 &version;',
      'postgres.sgml:14 "seventh"',
      'ref/kettle.sgml:1 <!-- doc/src/sgml/ref/kettle.sgml -->',
      'ref/kettle.sgml:3 <kettle>',
      'ref/kettle.sgml:3 "boils"',
      'ref/kettle.sgml:5 <lid>',
      'ref/kettle.sgml:5 "at"',
      'ref/kettle.sgml:5 &majorversion;',
      'postgres.sgml:16 <b>',
      'postgres.sgml:16 "one"',
      // The text of an entity stands where it is referred to, and counts its own lines from there.
      'postgres.sgml:17 <i>',
      'postgres.sgml:17 <last>',
      'postgres.sgml:18 "end"',
    ]);
  });

  test('CRLF and a byte order mark change neither text nor lines', () => {
    const lines = ['<!DOCTYPE book [', '<!ENTITY inner SYSTEM "inner.sgml">', ']>', '<book>', '<a/>&inner;</book>'];
    const inner = ['<p>one', 'two</p>'];
    const plain = parseFiles({ 'postgres.sgml': lines.join('\n'), 'inner.sgml': inner.join('\n') });
    const windows = parseFiles({
      'postgres.sgml': `\uFEFF${lines.join('\r\n')}`,
      'inner.sgml': `\uFEFF<?xml version="1.0" encoding="UTF-8"?>${inner.join('\r\n')}`,
    });
    expect(plain.findings).toEqual([]);
    expect(windows).toEqual(plain);
    expect(textOf(plain.root)).toBe('\none\ntwo');
  });
});

describe('entities', () => {
  test('a variable stays a node in text and is its value in an attribute', () => {
    const tree = parseBody(
      '<book title="About &version;!">For &version; and &kind;</book>',
      '<!ENTITY % version SYSTEM "version.sgml">%version;<!ENTITY kind "kettles">',
      { 'version.sgml': '<!ENTITY version "3.1">' },
    );
    expect(tree.root.attributes).toEqual({ title: 'About 3.1!' });
    expect(tree.root.children).toMatchObject([
      { type: 'text', value: 'For ' },
      { type: 'variable', name: 'version', value: '3.1' },
      { type: 'text', value: ' and kettles' },
    ]);
  });

  test('an entity may hold markup and other entities, in any order of declaration', () => {
    const tree = parseBody(
      '<book a="&outer;">&markup;</book>',
      '<!ENTITY outer "(&inner;)"><!ENTITY inner "x"><!ENTITY markup "<b>&outer;</b>">',
    );
    expect(tree.findings).toEqual([]);
    expect(tree.root.attributes.a).toBe('(x)');
    expect(tree.root.children).toMatchObject([{ name: 'b', children: [{ type: 'text', value: '(x)' }] }]);
  });

  test('character references and named characters are characters; what is declared wins', () => {
    const tree = parseBody(
      '<book a="&lt;&quot;&#65;">&mdash;&#x4E2D;&amp;lt;&zwsp;&hellip;</book>',
      '<!ENTITY zwsp "&#x200B;"><!ENTITY hellip "three dots">',
    );
    expect(tree.findings).toEqual([]);
    expect(tree.root.attributes.a).toBe('<"A');
    expect(textOf(tree.root)).toBe('—中&lt;\u200Bthree dots');
  });

  test('the first declaration of a name binds, and comments and instructions in the subset say nothing', () => {
    const subset =
      '<!-- <!ENTITY x "comment"> ]> " --><?pi <!ENTITY x "instruction">?><!ENTITY x \'first "]>"\'><!ENTITY x "second">';
    expect(textOf(parseBody('<book>&x;</book>', subset).root)).toBe('first "]>"');
  });

  test('parameter entities nest, each file relative to the one that declares it', () => {
    const tree = parseBody('<book>&deep;</book>', '<!ENTITY % list SYSTEM "lists/list.sgml">%list;', {
      'lists/list.sgml': '<!-- of files -->\n<!ENTITY % more SYSTEM "more/more.sgml">\n%more;',
      'lists/more/more.sgml': '<!ENTITY % last \'<!ENTITY deep SYSTEM "../../deep.sgml">\'>\n%last;',
      'deep.sgml': '<p>found</p>',
    });
    expect(tree.findings).toEqual([]);
    expect(places(tree.root)).toEqual(['postgres.sgml:2 <book>', 'deep.sgml:1 <p>', 'deep.sgml:1 "found"']);
  });

  test('CDATA holds what looks like markup, and comments are no text', () => {
    const tree = parseBody('<book><![CDATA[<a> &b; ]] > -->]]><!-- <c/> &d; --></book>');
    expect(tree.findings).toEqual([]);
    expect(textOf(tree.root)).toBe('<a> &b; ]] > -->');
  });
});

describe('parseFragment', () => {
  test('knows the document’s entities, opens no file, and counts lines from where it stands', () => {
    const { entities } = parseBody('<book/>', '<!ENTITY name "Kettle"><!ENTITY file SYSTEM "file.sgml">', {
      'file.sgml': 'secret',
    });
    const { nodes, findings } = parseFragment('\n<p>&name;&file;</p> tail', { file: 'cn.sgml', line: 40 }, entities);
    expect(findings).toEqual([]);
    expect(nodes).toMatchObject([
      { type: 'text', line: 40 },
      { type: 'element', name: 'p', line: 41, children: [{ value: 'Kettle' }] },
      { type: 'text', value: ' tail', file: 'cn.sgml', line: 41 },
    ]);
  });

  test('an unclosed element is one finding', () => {
    const { findings } = parseFragment('<p>\n\n', { file: 'cn.sgml', line: 7 });
    expect(findings).toMatchObject([{ file: 'cn.sgml', line: 9, rule: 'docbook/syntax' }]);
  });
});

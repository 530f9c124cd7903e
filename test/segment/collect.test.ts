import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPages } from '../../tools/docbook/pages.ts';
import type { Element, Node } from '../../tools/docbook/types.ts';
import { collectSegments, runsOf } from '../../tools/segment/collect.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { parseBody } from '../docbook/manual.ts';
import { element, inlineNodes, text } from './arbitraries.ts';
import { block } from './docbook.ts';

/** Sources in reading order, with the kind where it is not `text`. */
/** The segments of an element, as if it were a page. */
function segmentsBelow(element: Element) {
  const page = { name: 'page', element, parent: undefined, children: [], part: 'front' };
  const pages = { all: [page], byName: new Map(), byElement: new Map(), findings: [] };
  return collectSegments(pages).pages.flatMap(({ segments }) => segments);
}

const sources = (docbook: string) =>
  segmentsBelow(block(docbook)).map(({ source, kind }) => (kind === 'text' ? source : `${kind}: ${source}`));

test.each<[what: string, docbook: string, expected: string[]]>([
  ['a paragraph is one segment', '<para>Fill\n the  pot.</para>', ['Fill the pot.']],
  [
    'blocks cut a paragraph into runs',
    '<para>Before <screen>x</screen> between <itemizedlist><listitem><para>in it</para></listitem></itemizedlist> after</para>',
    ['Before', 'between', 'in it', 'after'],
  ],
  [
    'titles, terms and cells',
    '<sect1><title>Pots</title><variablelist><varlistentry><term>Lid</term><listitem><para>It closes.</para></listitem></varlistentry></variablelist><informaltable><tgroup><tbody><row><entry>Big pot</entry></row></tbody></tgroup></informaltable></sect1>',
    ['Pots', 'Lid', 'It closes.', 'Big pot'],
  ],
  [
    'cells and terms of code, numbers, symbols or generated words are none',
    '<row><entry><literal>pot</literal></entry><entry>42</entry><entry>&mdash; 3.5 %</entry><entry><xref linkend="a"/></entry><entry><replaceable>n</replaceable></entry><entry/><entry><emphasis>yes</emphasis></entry></row>',
    ['*yes*'],
  ],
  [
    'a footnote’s paragraph is a segment of its own, after its run',
    '<para>Hot<footnote><para>Very hot.</para></footnote> pot.</para>',
    ['Hot[^1] pot.', 'Very hot.'],
  ],
  [
    'words of index terms are marked as such, wherever the term stands',
    '<para><indexterm><primary>pot</primary><secondary>hot</secondary><see>kettle</see></indexterm>Text <emphasis>x<indexterm><primary>lid</primary></indexterm></emphasis></para>',
    ['Text *x*', 'index: pot', 'index: hot', 'index: kettle', 'index: lid'],
  ],
  [
    'an index term of code only is none',
    '<para><indexterm><primary><literal>pot</literal></primary></indexterm></para>',
    [],
  ],
  [
    'of a glossary entry the term and its definition, not what it refers to',
    '<glossentry id="g"><glossterm>Pot</glossterm><glossdef><para>A vessel.</para><glossseealso otherterm="k"/></glossdef></glossentry>',
    ['Pot', 'A vessel.'],
  ],
  [
    'of a bibliography its titles, not names, dates and publishers',
    '<biblioentry><biblioset><title>On Pots</title><authorgroup><author><firstname>Ada</firstname><surname>Kettle</surname></author></authorgroup></biblioset><publisher><publishername>Lid &amp; Sons</publishername></publisher><pubdate>May 1901</pubdate></biblioentry>',
    ['On Pots'],
  ],
  [
    'of a reference page the purpose, not names and synopsis',
    '<refentry><refmeta><refentrytitle>BOIL</refentrytitle><manvolnum>7</manvolnum></refmeta><refnamediv><refname>BOIL</refname><refpurpose>heat water</refpurpose></refnamediv><refsynopsisdiv><synopsis>BOIL <replaceable>pot</replaceable></synopsis></refsynopsisdiv></refentry>',
    ['heat water'],
  ],
  [
    'of code its comments in words, each once, and annotations',
    '<programlisting>boil(); -- heats the water\nboil(); -- heats the water\n/* lid = open; */ x # not a line comment here\n# lines that open so\nfoo -- x\n<lineannotation>wait here</lineannotation>\n</programlisting>',
    ['comment: heats the water', 'comment: lines that open so', 'comment: wait here'],
  ],
  ['comments of the source are none', '<para><!-- fill the pot --></para>', []],
])('%s', (_, docbook, expected) => {
  expect(sources(docbook)).toEqual(expected);
});

test('a segment knows its key, place and run', () => {
  const tree = parseBody(
    '<book>\n<para>\n <!-- x -->\n Fill the\n <emphasis>pot</emphasis>.\n<screen/>\nAnd wait.</para></book>',
  );
  const [first, second] = segmentsBelow(tree.root);
  expect(first).toMatchObject({
    key: keyOf('Fill the *pot*.'),
    source: 'Fill the *pot*.',
    file: 'postgres.sgml',
    line: 4,
  });
  expect(first!.key).toMatch(/^[0-9a-f]{10}$/);
  expect(second).toMatchObject({ source: 'And wait.', owner: first!.owner });
  expect(second!.from).toBeGreaterThanOrEqual(first!.to);
});

test('each page has its own segments and not those of the pages inside it', () => {
  const tree = parseBody(
    '<book><title>Pots</title><chapter id="a"><title>Big</title><para>One.</para><sect1 id="b"><title>Small</title><para>One.</para><para>One.</para></sect1></chapter></book>',
  );
  const { pages, findings } = collectSegments(cutPages(tree));
  expect(findings).toEqual([]);
  expect(pages.map(({ page, segments }) => [page.name, segments.map(({ source }) => source)])).toEqual([
    ['index', ['Pots']],
    ['a', ['Big', 'One.']],
    ['b', ['Small', 'One.', 'One.']],
  ]);
});

describe('nothing is lost', () => {
  const blocks = fc.constantFrom(
    element('screen', [text('x')]),
    element('itemizedlist', [element('listitem', [element('para', [text('in a list')])])]),
    element('title', [text('Pots')]),
  );
  const children = fc
    .array(
      fc.oneof(
        inlineNodes,
        blocks.map((one) => [one]),
      ),
      { maxLength: 5 },
    )
    .map((all) => all.flat());

  test('runs and blocks, in order, are the element’s children; what lies between them is blank', () => {
    fc.assert(
      fc.property(children, fc.constantFrom('para', 'entry', 'glossentry'), (nodes, name) => {
        const owner = element(name, nodes);
        let at = 0;
        for (const [from, to] of runsOf(owner)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          for (const skipped of nodes.slice(at, from)) expect(isBlank(skipped)).toBe(true);
          at = to;
        }
        for (const skipped of nodes.slice(at)) expect(isBlank(skipped)).toBe(true);
      }),
    );
  });

  const isBlank = (node: Node) => node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
});

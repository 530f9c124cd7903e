/** Arbitrary DocBook inlines, with text as nasty as Markdown can meet. */
import fc from 'fast-check';
import type { Element, Node } from '../../tools/docbook/types.ts';

const at = { file: 'kettle.sgml', line: 1 };

export const text = (value: string): Node => ({ type: 'text', value, ...at });
export const element = (
  name: string,
  children: readonly Node[] = [],
  attributes: Record<string, string> = {},
): Element => ({ type: 'element', name, attributes, children, ...at });

const PUNCTUATION = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
const PIECES = [
  ...PUNCTUATION,
  ...[
    '-->',
    '--&gt;',
    '<!--',
    '<!-- @',
    '``',
    '**',
    '***',
    '__',
    '~~',
    '[[',
    ']]',
    '](',
    '![',
    '[^1]',
    '[x]: y',
    '[ ]',
  ],
  ...['&amp;', '&lt;', '&version;', '&#65;', '&nbsp;', '&', '&x', '\u00A0', '\u00AD', '\u200B', '\u3000', '\u2003'],
  ...['> ', '- ', '+ ', '# ', '1. ', '2) ', '---', '===', '| a |', ':--', '```', '~~~', '    ', '\n', ' \n ', '\t'],
  ...['<b>', '</code>', '<var>', '<http://a.b>', 'https://a.example/b_c', 'www.a.example', 'a@b.example', 'a_b_c', 'x'],
  ...['keep', ' two words ', ' ', '中', '中文。', '“引”', '！', '、', 'é', '😀', '{{ a }}', '$x$', ':smile:', '\\n'],
];

/** Text of one to five such pieces. */
export const nastyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''));

const id = fc.constantFrom('sql-keep', 'APP-KEEP', 'a.b_c', 'x');
const url = fc.constantFrom(
  ...['https://a.example/', 'https://a.example/x_y?a=b&c=d', 'http://a.example/(b)', 'http://a.example/)(', 'a b', ''],
  ...['mailto:a@b.example', 'javascript:alert(1)', 'https://a.example/<x>', 'https://a.example/\\', 'https://a/&amp;'],
);

const LEAF = fc.oneof(
  { weight: 6, arbitrary: nastyText.map(text) },
  { weight: 1, arbitrary: fc.constantFrom<Node>({ type: 'variable', name: 'version', value: '3.1', ...at }, text('')) },
  { weight: 1, arbitrary: id.map((linkend) => element('xref', [], { linkend })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Node>(
      element('email', [text('a@b.example')]),
      element('footnote', [element('para', [text('noted')])]),
      element('indexterm', [element('primary', [text('kettle')])]),
      element('keycombo', [element('keycap', [text('Ctrl')]), element('keycap', [text('`')])]),
      element('citerefentry', [element('refentrytitle', [text('keep')]), element('manvolnum', [text('1')])]),
      { type: 'comment', value: ' aside ', ...at },
    ),
  },
);

/** Elements with words inside, whatever upstream nests in them. */
const PARENTS = [
  ...['literal', 'command', 'function', 'replaceable', 'emphasis', 'firstterm', 'optional', 'quote', 'phrase'],
  ...['application', 'subscript', 'superscript', 'trademark', 'bold', 'link', 'ulink', 'glossterm'],
];

export const inlineNodes: fc.Arbitrary<Node[]> = fc.letrec<{ nodes: Node[]; node: Node; parent: Node }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, LEAF, tie('parent')),
  parent: fc.tuple(fc.constantFrom(...PARENTS), tie('nodes'), id, url).map(([name, children, linkend, address]) => {
    if (name === 'bold') return element('emphasis', children, { role: 'bold' });
    if (name === 'link' || name === 'glossterm') return element(name, children, { linkend });
    if (name === 'ulink') return element(name, children, { url: address });
    return element(name, children);
  }),
})).nodes;

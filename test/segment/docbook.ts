/** DocBook and Markdown as text, for tests of segments. */
import { parseFragment } from '../../tools/docbook/parse.ts';
import type { Element, Node } from '../../tools/docbook/types.ts';
import { parseBody } from '../docbook/manual.ts';

const { entities } = parseBody('<book/>', '<!ENTITY % version SYSTEM "version.sgml">%version;', {
  'version.sgml': '<!ENTITY version "3.1"><!ENTITY majorversion "3">',
});

/** Nodes of a piece of DocBook; a finding is a mistake of the test. */
export function docbook(text: string): readonly Node[] {
  const { nodes, findings } = parseFragment(text, { file: 'kettle.sgml', line: 1 }, entities);
  if (findings.length > 0) throw new Error(findings[0]!.message);
  return nodes;
}

export function block(text: string): Element {
  return docbook(text)[0] as Element;
}

/** DocBook as text again, attributes as they stand. */
export function xml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'variable') return `&${node.name};`;
      if (node.type === 'comment') return `<!--${node.value}-->`;
      const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
      const open = node.name + attributes.join('');
      return node.children.length === 0 ? `<${open}/>` : `<${open}>${xml(node.children)}</${node.name}>`;
    })
    .join('');
}

/** The children of an element as items to pair: runs of inline nodes and blocks, with what tells them apart. */
import { textOf, walk } from '../docbook/tree.ts';
import type { Element, Node } from '../docbook/types.ts';
import { runsOf } from '../segment/collect.ts';
import { ELEMENTS_ONLY, INLINE, VERBATIM } from '../segment/elements.ts';

export interface Item {
  /** Children `[from, to)` of the element. */
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
  /** The block, when the item is one. */
  readonly block: Element | undefined;
}

export function itemsOf(element: Element): Item[] {
  return runsOf(element).map(([from, to]) => {
    const nodes = element.children.slice(from, to);
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const block =
      only?.type === 'element' && (!INLINE.has(only.name) || ELEMENTS_ONLY.has(element.name)) ? only : undefined;
    return { from, to, nodes, block };
  });
}

/** How well two items go together; negative when they cannot. */
export function affinity(a: Item, b: Item): number {
  if ((a.block === undefined) !== (b.block === undefined)) return -1;
  if (a.block && b.block) {
    if (a.block.name !== b.block.name) return -1;
    const [left, right] = [a.block.attributes.id, b.block.attributes.id];
    if (left !== right) return -1;
    if (left !== undefined) return 100;
  }
  return 2 + 10 * overlap(marksOf(a), marksOf(b));
}

/** Two items that must not be told apart by affinity: the same kind of thing in the same place. */
export function sameKind(a: Item, b: Item): boolean {
  return a.block?.name === b.block?.name && a.block?.attributes.id === b.block?.attributes.id;
}

const marks = new WeakMap<Node, ReadonlySet<string>>();

/** What a translation leaves as it is: code, links, ids, numbers. */
function marksOf(item: Item): ReadonlySet<string> {
  const first = item.nodes[0] as Node;
  const known = marks.get(first);
  if (known) return known;
  const found = new Set<string>();
  const inspect = (element: Element) => {
    const { id, linkend, url } = element.attributes;
    for (const value of [id, linkend, url]) if (value) found.add(value);
    if (VERBATIM.has(element.name) || INLINE.get(element.name) === 'code')
      found.add(textOf(element).replace(/\s+/g, ' ').trim());
  };
  for (const node of item.nodes) {
    if (node.type === 'element') walk(node, inspect);
    for (const number of textOf(node).match(/\d+/g) ?? []) found.add(number);
  }
  marks.set(first, found);
  return found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0.5;
  let common = 0;
  for (const mark of a) if (b.has(mark)) common++;
  return (2 * common) / (a.size + b.size);
}

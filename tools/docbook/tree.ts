/** Small questions asked of the tree by several rooms. */
import type { Element, Node } from './types.ts';

/** The first child element of one of these names. */
export function child(element: Element, ...names: readonly string[]): Element | undefined {
  return element.children.find((node): node is Element => node.type === 'element' && names.includes(node.name));
}

/** All child elements, or those of these names. */
export function elements(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter(
    (node): node is Element => node.type === 'element' && (names.length === 0 || names.includes(node.name)),
  );
}

/** All text below a node as it stands; comments say nothing, nor do index terms, which are no part of the text. */
export function textOf(node: Node | readonly Node[]): string {
  if (Array.isArray(node)) return node.map((each) => textOf(each)).join('');
  const one = node as Node;
  if (one.type === 'text' || one.type === 'variable') return one.value;
  if (one.type === 'comment' || one.name === 'indexterm') return '';
  let text = '';
  for (const inner of one.children) text += textOf(inner);
  return text;
}

/** Calls `visit` for every element below and including `element`, in document order. */
export function walk(element: Element, visit: (element: Element, ancestors: readonly Element[]) => void): void {
  const ancestors: Element[] = [];
  const step = (current: Element) => {
    visit(current, ancestors);
    ancestors.push(current);
    for (const node of current.children) if (node.type === 'element') step(node);
    ancestors.pop();
  };
  step(element);
}

const INFO = ['bookinfo', 'partinfo', 'prefaceinfo', 'chapterinfo', 'appendixinfo', 'sect1info', 'info'];

/** The element that holds a component's title: `title`, one inside its info, or a refentry's name. */
export function titleElement(element: Element): Element | undefined {
  if (element.name === 'refentry') {
    const meta = child(element, 'refmeta');
    const title = meta && child(meta, 'refentrytitle');
    if (title) return title;
    const names = child(element, 'refnamediv');
    return names && child(names, 'refname');
  }
  const title = child(element, 'title');
  if (title) return title;
  const info = child(element, ...INFO);
  return info && child(info, 'title');
}

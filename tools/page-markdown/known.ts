/** An element that no handler knows is a finding; what it holds is shown. */
import type { Element, Node } from '../docbook/types.ts';
import type { Context } from './types.ts';

/** What is left out of texts, and what has a place of its own, is looked at there. */
const LEFT_OUT = new Set(['indexterm', 'footnote']);

export function reportUnknown(nodes: readonly Node[], context: Context): void {
  for (const node of nodes) {
    if (node.type !== 'element' || LEFT_OUT.has(node.name)) continue;
    if (!isKnown(node, context)) report(node, context);
    reportUnknown(node.children, context);
  }
}

export function isKnown({ name }: Element, { manual }: Context): boolean {
  return (
    manual.handlers.blocks[name] !== undefined ||
    manual.handlers.inlines[name] !== undefined ||
    manual.handlers.words.has(name)
  );
}

/** One element is reported once, however often it is shown. */
export function report(element: Element, { manual }: Context): void {
  if (manual.reported.has(element)) return;
  manual.reported.add(element);
  manual.findings.push({
    file: element.file,
    line: element.line,
    severity: 'warning',
    rule: 'page-markdown/unknown-element',
    message: `no handler for <${element.name}>; its content is shown`,
  });
}

/** What an element holds, as blocks: runs of text become paragraphs, blocks what their handlers make of them. */
import type { Element } from '../docbook/types.ts';
import type { BilingualNode } from '../segment/types.ts';
import { report } from './known.ts';
import { bothOf, isEmpty, joined, plain } from './texts.ts';
import type { Block, Both, Context } from './types.ts';

/** @param lead what the first paragraph opens with */
export function flow(element: Element, context: Context, lead?: Both): Block[] {
  return flowOf(context.manual.input.childrenOf(element), context, lead);
}

export function flowOf(nodes: readonly BilingualNode[], context: Context, lead?: Both): Block[] {
  const out: Block[] = [];
  let run: BilingualNode[] = [];
  let before = lead;
  const flush = () => {
    const own = bothOf(run, context);
    run = [];
    if (isEmpty(own) && !before) return;
    out.push({ type: 'paragraph', text: before ? joined([before, own], plain(' ')) : own });
    before = undefined;
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isText(node, context)) {
      run.push(node);
      continue;
    }
    flush();
    out.push(...blocksOf(node, context));
  }
  flush();
  return out;
}

/** One element as blocks. */
export function blocksOf(element: Element, context: Context): readonly Block[] {
  const handler = context.manual.handlers.blocks[element.name];
  if (handler) return handler(element, context);
  report(element, context);
  return flow(element, context);
}

/** Whether an element is a piece of text rather than a block. */
export function isText(element: Element, { manual }: Context): boolean {
  const { words, inlines } = manual.handlers;
  if (element.name === 'simplelist') return element.attributes.type === 'inline';
  return words.has(element.name) || inlines[element.name] !== undefined;
}

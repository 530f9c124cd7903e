/** Paragraphs, quotations and admonitions. */
import { child, elements } from '../../docbook/tree.ts';
import { type Inline, plainText } from '../../segment/inline.ts';
import { blocksOf, flow } from '../flow.ts';
import { joined, plain, textOf } from '../texts.ts';
import { ownTitle } from '../titles.ts';
import type { Block, Both, Handler } from '../types.ts';
import { caption } from './sections.ts';

export const para: Handler<readonly Block[]> = (element, context) => flow(element, context);

/** A paragraph whose title runs into its text. */
export const formalpara: Handler<readonly Block[]> = (element, context) => {
  const title = child(element, 'title');
  const lead = title && runIn(textOf(title, context));
  return elements(element)
    .filter((part) => part !== title)
    .flatMap((part, i) => flow(part, context, i === 0 ? lead : undefined));
};

/** In bold, ended by a full stop unless it ends in a sign of its own. */
function runIn({ source, target, ...rest }: Both): Both {
  const strong = (children: readonly Inline[]): Inline[] => {
    const end = /\p{P}$/u.test(plainText(children)) ? '' : '.';
    return [{ type: 'strong', children: [...children, { type: 'text', value: end }] }];
  };
  return { ...rest, source: strong(source), ...(target && { target: strong(target) }) };
}

export const blockquote: Handler<readonly Block[]> = (element, context) => {
  const by = child(element, 'attribution');
  const said = elements(element)
    .filter(({ name }) => name !== 'attribution' && name !== 'title')
    .flatMap((part) => blocksOf(part, context));
  const source: Block[] = by
    ? [{ type: 'paragraph', text: joined([plain('--'), textOf(by, context)], plain('')) }]
    : [];
  return [{ type: 'quote', children: [...caption(element, context), ...said, ...source] }];
};

/** Note, tip, important, caution, warning: a quote that is headed by its own title or by a word. */
export const admonition: Handler<readonly Block[]> = (element, context) => {
  const title = ownTitle(element, context);
  const head: Block[] = title ? [{ type: 'line', text: title, isStrong: true }] : [];
  return [{ type: 'quote', children: [...head, ...flow(element, context)] }];
};

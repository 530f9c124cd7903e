/** Listings: shown to the letter; what is translated in them follows as a list, so that code is never altered. */
import type { Element } from '../../docbook/types.ts';
import type { Pair } from '../../segment/types.ts';
import { highlighted } from '../highlight-paint.ts';
import { tag } from '../html.ts';
import { children, nodes } from '../nodes.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

export const verbatim: Handler = (element, context) => {
  const side = context.side === 'both' ? 'source' : context.side;
  const text = nodes(highlighted(element), { ...context, side, verbatim: true });
  return tag('pre', { class: element.name, id: shownId(element, context) }, text) + notes(element, context);
};

/** The translated words of a listing, each after its English. */
function notes(element: Element, context: Context): string {
  if (!context.manual.bilingual || context.side !== 'both') return '';
  const pairs = comments(element, context);
  if (pairs.length === 0) return '';
  const { lang } = context.manual.input;
  const inner: Context = { ...context, anchors: false };
  const items = pairs.map(({ key, source, target }) => {
    const english = nodes(source, { ...inner, side: 'source' }).trim();
    const translated = nodes(target?.nodes ?? [], { ...inner, side: 'target' }).trim();
    return (
      tag('dt', { lang: 'en', 'data-key': key }, english) +
      tag('dd', { lang, 'data-key': key, 'data-status': target?.status }, translated)
    );
  });
  return tag('dl', { class: 'verbatim-notes', lang, 'data-extra': true }, items.join(''));
}

/** Pairs with a target, in the order of the listing, wherever in it their owners stand. */
function comments(element: Element, context: Context): Pair[] {
  return children(element, context).flatMap((node) => {
    if (node.type === 'pair') return node.kind === 'comment' && node.target ? [node] : [];
    return node.type === 'element' ? comments(node, context) : [];
  });
}

/** Listings: shown to the letter; what is translated in them follows as a list, so that code is never altered. */
import type { Pair } from '../../segment/types.ts';
import { tag } from '../html.ts';
import { content, nodes } from '../nodes.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

export const verbatim: Handler = (element, context) => {
  const comments: Pair[] = [];
  const text = content(element, { ...context, side: context.side === 'both' ? 'source' : context.side, comments });
  return (
    tag('pre', { class: element.name, id: shownId(element, context) }, text) +
    (context.side === 'both' ? notes(comments, context) : '')
  );
};

function notes(comments: readonly Pair[], context: Context): string {
  if (comments.length === 0) return '';
  const { lang } = context.manual.input;
  const inner: Context = { ...context, anchors: false };
  const items = comments.map(({ key, source, target }) => {
    const english = nodes(source, { ...inner, side: 'source' }).trim();
    const translated = nodes(target?.nodes ?? [], { ...inner, side: 'target' }).trim();
    return (
      tag('dt', { lang: 'en', 'data-key': key }, english) +
      tag('dd', { 'data-key': key, 'data-status': target?.status }, translated)
    );
  });
  return tag('dl', { class: 'verbatim-notes', lang, 'data-extra': true }, items.join(''));
}

/** The texts of footnotes, at the end of a page or table. */
import type { Element } from '../../docbook/types.ts';
import { tag } from '../html.ts';
import { blocks, spans, word } from '../nodes.ts';
import type { Context } from '../types.ts';
import { footnoteId } from './references.ts';

/** One footnote with a link back to its mark. */
export function footnoteText(footnote: Element, context: Context): string {
  const id = footnoteId(footnote, context);
  const n = context.manual.input.numbering.labels.get(footnote) ?? '';
  const back = tag('a', { class: 'footnote-mark', href: `#${id}` }, `[${n}]`);
  return tag(
    'div',
    { class: 'footnote', id: `ftn.${id}` },
    `${back} ${blocks(footnote, { ...context, side: 'both' })}`,
  );
}

/** All footnotes of a page, or nothing. Footnotes inside footnotes follow them. */
export function footnoteList(context: Context): string {
  let html = '';
  for (const footnote of context.footnotes) html += footnoteText(footnote, context);
  if (html === '') return '';
  const head = tag('p', { class: 'title', 'data-extra': true }, spans(word('footnotes', {}, context), context));
  return tag('div', { class: 'footnotes' }, head + html);
}

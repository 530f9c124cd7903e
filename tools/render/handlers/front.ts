/** The book's own page and its legal notice. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { tag } from '../html.ts';
import { address } from '../links.ts';
import { blocks, content, spans, word } from '../nodes.ts';
import { heading, ownTitle, titleElsewhere } from '../titles.ts';
import { tableOfContents } from '../toc.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

export const book: Handler = (element, context) => {
  const info = child(element, 'bookinfo', 'info');
  const front = info ? titlePage(info, context) : '';
  const head = tag('div', { class: 'titlepage' }, heading(element, context) + front);
  return tag('div', { class: 'book', id: shownId(element, context) }, head + tableOfContents(element, context));
};

function titlePage(info: Element, context: Context): string {
  const parts = elements(info).map((part) => {
    if (part.name === 'corpauthor') return tag('p', { class: 'corpauthor' }, content(part, context));
    if (part.name === 'copyright') return copyright(part, context);
    if (part.name === 'legalnotice') {
      const title = titleElsewhere(part, context);
      return title ? tag('p', {}, tag('a', { href: address(part, context) }, spans(title, context))) : '';
    }
    return '';
  });
  return parts.join('');
}

function copyright(element: Element, context: Context): string {
  const years = elements(element, 'year').map((year) => content(year, context));
  const holders = elements(element, 'holder').map((holder) => content(holder, context));
  const text = `${years.join(', ')} ${holders.join(', ')}`;
  return tag('p', { class: 'copyright' }, `${spans(word('copyright', {}, context), context)} © ${text}`);
}

export const legalnotice: Handler = (element, context) => {
  const title = ownTitle(element, context);
  const head = title ? tag(`h${context.level}`, { class: 'legalnotice-title title' }, spans(title, context)) : '';
  return tag('div', { class: 'legalnotice', id: shownId(element, context) }, head + blocks(element, context));
};

/** Sections and the components that are pages: heading, table of contents, text. */
import { child } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { tag } from '../html.ts';
import { blocks } from '../nodes.ts';
import { heading } from '../titles.ts';
import { tableOfContents } from '../toc.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

/** Below its heading, headings stand one level lower; HTML has six. */
export function deeper(context: Context): Context {
  return { ...context, level: Math.min(context.level + 1, 6) };
}

/** A part of the manual that is another page is no part of this one. */
export function onThisPage(element: Element, context: Context): boolean {
  const page = context.manual.input.pages.byElement.get(element);
  return page === undefined || page === context.page;
}

/** A section of a page, or the page's own component. */
export const section: Handler = (element, context) => {
  if (!onThisPage(element, context)) return '';
  const intro = child(element, 'partintro');
  return tag(
    'div',
    { class: element.name, id: shownId(element, context) },
    tag('div', { class: 'titlepage' }, heading(element, context)) +
      (intro ? '' : tableOfContents(element, context)) +
      blocks(element, deeper(context)),
  );
};

/** The introduction of a part or reference holds its table of contents. */
export const partintro: Handler = (element, context) => {
  const parent = context.manual.input.numbering.parents.get(element);
  return tag(
    'div',
    { class: 'partintro', id: shownId(element, context) },
    heading(element, context) + blocks(element, context) + (parent ? tableOfContents(parent, context) : ''),
  );
};

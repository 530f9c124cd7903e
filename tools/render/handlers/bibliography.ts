/** Bibliography entries: each field in its own form, fields ended by a full stop. */

import { elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { dictionary } from '../dictionary.ts';
import { tag } from '../html.ts';
import { bibliographyLabel } from '../links.ts';
import { blocks, content, plainWord, render } from '../nodes.ts';
import { heading } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { fill } from '../words.ts';
import { inlineAttributes, shownId } from './inline.ts';
import { deeper } from './sections.ts';

/** What ends a field. */
const END = '. ';

/** How a field is shown: its text between two strings. Fields not named are text and a full stop. */
type Field = (element: Element, context: Context) => string;

const FIELDS = dictionary<Field>({
  abbrev: () => '',
  title: (element, context) => field(element, `<em>${content(element, context)}</em>`),
  authorgroup: (element, context) =>
    field(
      element,
      people(
        elements(element).map((one) => person(one, context)),
        context,
      ),
    ),
  author: (element, context) => field(element, person(element, context)),
  editor: (element, context) => field(element, fill(plainWord('editor', context), { title: person(element, context) })),
  othercredit: (element, context) => field(element, person(element, context)),
  isbn: (element, context) => field(element, fill(plainWord('isbn', context), { n: content(element, context) })),
  publisher: (element, context) => group(element, context),
  confgroup: (element, context) => {
    const parts = elements(element, 'conftitle', 'confdates').map((part) => content(part, context));
    return field(element, parts.join(', '));
  },
  abstract: () => '',
  biblioset: (element, context) => biblioset(element, context),
});

/** Abstracts are not shown. */
export const biblioentry: Handler = (element, context) => {
  const label = `[${bibliographyLabel(element, context)}] `;
  const fields = elements(element).map((each) => shown(each, context));
  return tag('div', { class: 'biblioentry', id: shownId(element, context) }, tag('p', {}, label + fields.join('')));
};

export const bibliodiv: Handler = (element, context) =>
  tag(
    'div',
    { class: 'bibliodiv', id: shownId(element, context) },
    heading(element, context) + blocks(element, deeper(context)),
  );

/** The name of a product is a field of its own in the title of a work, unless quoted, and ends like one. */
export const productname: Handler = (element, context) => {
  const { parents } = context.manual.input.numbering;
  const title = parents.get(element);
  const work = title?.name === 'title' ? parents.get(title) : undefined;
  const quoted = work?.attributes.relation === 'article';
  const end = !quoted && (work?.name === 'biblioentry' || work?.name === 'biblioset') ? END : '';
  return `<span${inlineAttributes(element, context)}>${content(element, context)}${end}</span>`;
};

function shown(element: Element, context: Context): string {
  return (FIELDS[element.name] ?? ((one) => field(one, content(one, context))))(element, context);
}

function field(element: Element, text: string): string {
  return tag('span', { class: element.name }, text + END);
}

function group(element: Element, context: Context): string {
  return tag(
    'span',
    { class: element.name },
    elements(element)
      .map((part) => shown(part, context))
      .join(''),
  );
}

/** Articles are quoted, other works are in italics. */
function biblioset(element: Element, context: Context): string {
  const article = element.attributes.relation === 'article';
  const parts = elements(element).map((part) => {
    if (part.name !== 'title' || !article) return shown(part, context);
    return `${plainWord('quote-open', context)}${content(part, context)}${plainWord('quote-close', context)}${END}`;
  });
  return tag('span', { class: 'biblioset' }, parts.join(''));
}

function person(element: Element, context: Context): string {
  const names = elements(element, 'honorific', 'firstname', 'othername', 'surname', 'lineage', 'corpauthor', 'orgname');
  if (names.length === 0) return content(element, context);
  return names.map((name) => tag('span', { class: name.name }, content(name, context))).join(' ');
}

function people(names: readonly string[], context: Context): string {
  if (names.length <= 2) return names.join(plainWord('list-and-two', context));
  const last = plainWord('list-and-last', context) + (names.at(-1) ?? '');
  return names.slice(0, -1).join(plainWord('list-separator', context)) + last;
}

/** A bibliographic field met in running text. */
export const fieldInText: Handler = (element, context) => content(element, context);

/** Several works in a list of their own inside a section. */
export const bibliolist: Handler = (element, context) =>
  tag(
    'div',
    { class: 'bibliolist' },
    elements(element)
      .map((entry) => render(entry, context))
      .join(''),
  );

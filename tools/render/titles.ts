/** Titles with and without their numbers, in both languages, at their place and wherever else they are shown. */

import { child, titleElement } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { dictionary } from './dictionary.ts';
import { plainText, tag } from './html.ts';
import { sides, spans, unkeyed, word } from './nodes.ts';
import type { Context, Sides, Texts } from './types.ts';
import type { Word } from './words.ts';

/** Elements whose title bears their number, with the words for it. */
export const NUMBERED_TITLES = dictionary<Word>({
  part: 'title-part',
  chapter: 'title-chapter',
  appendix: 'title-appendix',
  section: 'title-section',
  sect1: 'title-section',
  sect2: 'title-section',
  sect3: 'title-section',
  sect4: 'title-section',
  sect5: 'title-section',
  table: 'title-table',
  figure: 'title-figure',
  example: 'title-example',
  equation: 'title-equation',
});

/** Elements that may do without a title: the stylesheets have a word for them. */
export const NAMED_TITLES = dictionary<Word>({
  index: 'index',
  bibliography: 'bibliography',
  glossary: 'glossary',
  legalnotice: 'legalnotice',
  refsynopsisdiv: 'synopsis',
  note: 'note',
  tip: 'tip',
  important: 'important',
  caution: 'caution',
  warning: 'warning',
});

/** The title of an element at its own place: ids, links and footnotes included. Undefined: it has none. */
export function ownTitle(element: Element, context: Context): Sides | undefined {
  const title = titleElement(element);
  return numbered(element, title ? sides(title, context) : named(element, context), context);
}

/** The title of an element as other places show it: no ids, links or footnotes. */
export function titleElsewhere(element: Element, context: Context): Sides | undefined {
  const title = numbered(element, bareTitle(element, context), context);
  return title && unkeyed(title);
}

/** Whether an element has a title, or a word in its place. */
export function hasTitle(element: Element): boolean {
  return titleElement(element) !== undefined || NAMED_TITLES[element.name] !== undefined;
}

/** The same without its number. */
export function bareTitle(element: Element, context: Context): Sides | undefined {
  const title = titleElement(element);
  if (!title) return named(element, context);
  const { titles } = context.manual;
  const known = titles.get(title);
  if (known) return known;
  const fresh = sides(title, { ...context, side: 'both', anchors: false, quotes: 0 });
  titles.set(title, fresh);
  return fresh;
}

/** The line that stands for an element in a table of contents: its number without words, and its title. */
export function tocTitle(element: Element, context: Context): Sides {
  const title = bareTitle(element, context) ?? { source: '' };
  const n = context.manual.input.numbering.labels.get(element);
  return unkeyed(n === undefined ? title : word('toc-line', { n, title }, context));
}

/** Plain text of a title with its number. */
export function titleText(element: Element, context: Context): Texts {
  return texts(titleElsewhere(element, context));
}

export function texts(both: Sides | undefined): Texts {
  const source = plainText(both?.source ?? '');
  return both?.target === undefined ? { source } : { source, target: plainText(both.target) };
}

/** A heading with its link to itself. */
export function heading(element: Element, context: Context, level = context.level): string {
  const title = ownTitle(element, context);
  if (!title) return '';
  return tag(`h${level}`, { class: 'title' }, spans(title, context) + idLink(element));
}

/** The title of a formal object or list: no heading, so that the outline of the page stays one of sections. */
export function captionTitle(element: Element, context: Context): string {
  if (!child(element, 'title')) return '';
  const title = ownTitle(element, context);
  return title ? tag('p', { class: 'title' }, tag('strong', {}, spans(title, context))) : '';
}

/** The `#` that a reader can copy as a link; only for ids that the source gives. */
export function idLink(element: Element): string {
  const id = elementId(element);
  return id === undefined ? '' : ` ${tag('a', { class: 'id_link', href: `#${id}`, 'data-extra': true }, '#')}`;
}

/** The id as upstream prints it. Callout marks keep the letters of the source. */
export function elementId(element: Element): string | undefined {
  const { id } = element.attributes;
  return element.name === 'co' ? id : id?.toUpperCase();
}

function numbered(element: Element, title: Sides | undefined, context: Context): Sides | undefined {
  const pattern = NUMBERED_TITLES[element.name];
  const n = context.manual.input.numbering.labels.get(element);
  return pattern && title && n !== undefined ? word(pattern, { n, title }, context) : title;
}

function named(element: Element, context: Context): Sides | undefined {
  const key = NAMED_TITLES[element.name];
  return key && word(key, {}, context);
}

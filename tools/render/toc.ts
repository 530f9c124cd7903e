/**
 * Tables of contents inside a page. Upstream's settings: toc.max.depth 2, toc.section.depth 2,
 * generate.section.toc.level 1; reference entries are listed below sections too.
 */

import { elements } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { dictionary } from './dictionary.ts';
import { tag } from './html.ts';
import { address } from './links.ts';
import { spans, unkeyed, word } from './nodes.ts';
import { purpose } from './purpose.ts';
import { bareTitle, tocTitle } from './titles.ts';
import type { Context } from './types.ts';

const COMPONENTS = ['preface', 'chapter', 'appendix', 'article', 'bibliography', 'glossary', 'index'];
const BELOW_COMPONENT = ['section', 'sect1', 'refentry', 'article', 'bibliography', 'glossary', 'appendix', 'index'];

/** What a table of contents lists below an element. */
const LISTED = dictionary<readonly string[]>({
  book: ['part', 'reference', ...COMPONENTS],
  part: ['reference', 'refentry', ...COMPONENTS],
  reference: ['refentry'],
  preface: BELOW_COMPONENT,
  chapter: BELOW_COMPONENT,
  appendix: BELOW_COMPONENT,
  article: BELOW_COMPONENT,
  section: ['section', 'refentry'],
  sect1: ['sect2', 'refentry'],
  sect2: ['sect3', 'refentry'],
});

/** How deep a section stands; other elements stand at 0. */
const SECTION_DEPTH = dictionary<number>({ sect1: 1, sect2: 2, sect3: 3, sect4: 4, sect5: 5 });

/** Elements that open with a table of contents, and whether it is headed. */
export const WITH_TOC = dictionary<boolean>({
  book: true,
  part: true,
  reference: true,
  preface: true,
  chapter: true,
  appendix: true,
  article: true,
  sect1: false,
});

const MAX_DEPTH = 2;
const MAX_SECTION_DEPTH = 2;

/** The elements that a table of contents lists directly below one. */
export function listed(element: Element): Element[] {
  return elements(element, ...(LISTED[element.name] ?? ['']));
}

/** The table of contents that an element opens with, or nothing. */
export function tableOfContents(element: Element, context: Context): string {
  const headed = WITH_TOC[element.name];
  if (headed === undefined) return '';
  const entries = listed(element);
  if (entries.length === 0) return '';
  const head = headed ? tag('p', {}, tag('strong', {}, spans(word('toc', {}, context), context))) : '';
  const lines = entries.map((entry) => line(entry, 1, context)).join('');
  return tag('div', { class: 'toc' }, head + tag('ul', { class: 'toc' }, lines));
}

function line(element: Element, depth: number, context: Context): string {
  if (element.name === 'refentry') {
    const title = bareTitle(element, context) ?? { source: '' };
    const linked = tag('a', { href: address(element, context) }, spans(unkeyed(title), context));
    return tag('li', {}, tag('span', { class: 'refentrytitle' }, linked) + purpose(element, context));
  }
  const linked = tag('a', { href: address(element, context) }, spans(tocTitle(element, context), context));
  const below = deeperLines(element, depth, context);
  return tag('li', {}, tag('span', { class: element.name }, linked) + (below === '' ? '' : tag('ul', {}, below)));
}

function deeperLines(element: Element, depth: number, context: Context): string {
  return listedBelow(element, depth)
    .map((each) => line(each, depth + 1, context))
    .join('');
}

/** What a table of contents lists below a line that stands at a depth, counted from 1. */
export function listedBelow(element: Element, depth: number): Element[] {
  return depth >= MAX_DEPTH || (SECTION_DEPTH[element.name] ?? 0) >= MAX_SECTION_DEPTH ? [] : listed(element);
}

/** Reference entries: names, purpose, synopsis, sections. */
import { child, elements, titleElement } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { escapeHtml, tag } from '../html.ts';
import { blocks, content, plainWord, siblings, sides, spans, unkeyed } from '../nodes.ts';
import { bareTitle, heading } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';
import { deeper, onThisPage } from './sections.ts';

export const refentry: Handler = (element, context) => {
  if (!onThisPage(element, context)) return '';
  return tag('div', { class: 'refentry', id: shownId(element, context) }, blocks(element, context));
};

/** The first refnamediv of an entry bears the entry's title as the page's heading. */
export const refnamediv: Handler = (element, context) => {
  const { parents } = context.manual.input.numbering;
  const entry = parents.get(element);
  const first = entry !== undefined && child(entry, 'refnamediv') === element;
  const title = first && titleElement(entry) ? bareTitle(entry, context) : undefined;
  const head = title
    ? tag(`h${context.level}`, { class: 'title' }, tag('span', { class: 'refentrytitle' }, spans(title, context)))
    : '';
  const names = elements(element, 'refname').map((name) => content(name, { ...context, side: 'source' }));
  const purpose = child(element, 'refpurpose');
  const line = names.join(plainWord('list-separator', context));
  const end = purpose ? plainWord('purpose-separator', context) + spans(trimmed(sides(purpose, context)), context) : '';
  return tag('div', { class: 'refnamediv', id: shownId(element, context) }, head + tag('p', {}, line + end));
};

function trimmed<T extends { readonly source: string; readonly target?: string }>(both: T): T {
  return both.target === undefined
    ? { ...both, source: both.source.trim() }
    : { ...both, source: both.source.trim(), target: both.target.trim() };
}

/** The purpose as tables of contents show it behind the title. */
export function purpose(entry: Element, context: Context): string {
  const names = child(entry, 'refnamediv');
  const text = names && child(names, 'refpurpose');
  if (!text) return '';
  const both = unkeyed(trimmed(sides(text, { ...context, anchors: false })));
  const { words } = context.manual.input;
  const source = escapeHtml(words.source['purpose-separator']) + both.source;
  const target =
    both.target === undefined ? {} : { target: escapeHtml(words.target['purpose-separator']) + both.target };
  return siblings('span', { ...both, source, ...target }, { class: 'refpurpose' }, context);
}

/** Sections of an entry; a synopsis is headed by a word where it has no title. */
export const refsection: Handler = (element, context) => {
  const inner = element.name === 'refsynopsisdiv' || element.name === 'refsect1' ? atLevel(context, 2) : context;
  return tag(
    'div',
    { class: element.name, id: shownId(element, context) },
    heading(element, inner) + blocks(element, deeper(inner)),
  );
};

function atLevel(context: Context, level: number): Context {
  return { ...context, level };
}

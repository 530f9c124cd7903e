/** Reference entries: names, purpose, synopsis, sections. */
import { child, elements, titleElement } from '../../docbook/tree.ts';
import { tag } from '../html.ts';
import { blocks, content, plainWord, sides, spans, trimmed } from '../nodes.ts';
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

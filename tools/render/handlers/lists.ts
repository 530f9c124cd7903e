/** Lists of all kinds. */

import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { dictionary } from '../dictionary.ts';
import { tag } from '../html.ts';
import { link, referenceText, target } from '../links.ts';
import { blocks, plainWord, render, sides, spans } from '../nodes.ts';
import { captionTitle, idLink } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

const NUMERATIONS = dictionary<string>({
  arabic: '1',
  loweralpha: 'a',
  upperalpha: 'A',
  lowerroman: 'i',
  upperroman: 'I',
});

/** Elements that may stand in a list in front of its items. */
function leading(element: Element, items: readonly string[], context: Context): string {
  const before = elements(element).filter(({ name }) => name !== 'title' && !items.includes(name));
  return captionTitle(element, context) + before.map((each) => render(each, context)).join('');
}

function listItems(element: Element, context: Context): string {
  return elements(element, 'listitem')
    .map((item) => tag('li', { class: 'listitem', id: shownId(item, context) }, blocks(item, context)))
    .join('');
}

function classes(element: Element, ...more: readonly string[]): string {
  const compact = element.attributes.spacing === 'compact' ? ['compact'] : [];
  return [element.name, ...compact, ...more].join(' ');
}

export const itemizedlist: Handler = (element, context) => {
  const unmarked = element.attributes.mark === 'none' ? ['unmarked'] : [];
  const list = tag('ul', { class: classes(element, ...unmarked) }, listItems(element, context));
  const head = leading(element, ['listitem'], context);
  return tag('div', { class: 'itemizedlist', id: shownId(element, context) }, head + list);
};

export const orderedlist: Handler = (element, context) => {
  const type = NUMERATIONS[element.attributes.numeration ?? 'arabic'] ?? '1';
  const list = tag('ol', { class: classes(element), type }, listItems(element, context));
  const head = leading(element, ['listitem'], context);
  return tag('div', { class: 'orderedlist', id: shownId(element, context) }, head + list);
};

export const variablelist: Handler = (element, context) => {
  const entries = elements(element, 'varlistentry')
    .map((entry) => variable(entry, context))
    .join('');
  const head = leading(element, ['varlistentry'], context);
  const list = tag('dl', { class: classes(element) }, entries);
  return tag('div', { class: 'variablelist', id: shownId(element, context) }, head + list);
};

function variable(entry: Element, context: Context): string {
  const terms = elements(entry, 'term');
  const shown = terms.map((term, i) => {
    const end = i < terms.length - 1 ? '<br>' : '';
    return tag('span', { class: 'term', id: shownId(term, context) }, spans(sides(term, context), context) + end);
  });
  const item = child(entry, 'listitem');
  return (
    tag('dt', { id: shownId(entry, context) }, shown.join('') + idLink(entry)) +
    tag('dd', { id: item && shownId(item, context) }, item ? blocks(item, context) : '')
  );
}

/** Inline: one sentence part. Else a table of members, filled row by row (horiz) or column by column (vert). */
export const simplelist: Handler = (element, context) => {
  const members = elements(element, 'member');
  if (element.attributes.type === 'inline') {
    const shown = members.map((member) => spans(sides(member, context), context));
    return tag(
      'span',
      { class: 'simplelist', id: shownId(element, context) },
      shown.join(plainWord('list-separator', context)),
    );
  }
  const columns = Math.max(1, Math.min(100, Number.parseInt(element.attributes.columns ?? '1', 10) || 1));
  const rows = Math.ceil(members.length / columns);
  const across = element.attributes.type === 'horiz';
  let html = '';
  for (let row = 0; row < rows; row++) {
    let cells = '';
    for (let column = 0; column < columns; column++) {
      const member = members[across ? row * columns + column : column * rows + row];
      cells += tag('td', {}, member ? spans(sides(member, context), context) : '');
    }
    html += tag('tr', {}, cells);
  }
  return tag(
    'table',
    { class: 'simplelist', role: 'presentation', id: shownId(element, context) },
    tag('tbody', {}, html),
  );
};

/** A list by itself, outside a paragraph, is still one. */
export const calloutlist: Handler = (element, context) => {
  const items = elements(element, 'callout').map((callout) => {
    const marks = (callout.attributes.arearefs ?? '').split(/\s+/).filter(Boolean);
    const shown = marks.map((id) => {
      const to = target(id, context);
      return to ? `${link(to, 'co', referenceText(to, callout, context), context)} ` : '';
    });
    return tag('dt', { id: shownId(callout, context) }, shown.join('')) + tag('dd', {}, blocks(callout, context));
  });
  const list = tag('dl', { class: 'calloutlist' }, items.join(''));
  return tag('div', { class: 'calloutlist', id: shownId(element, context) }, captionTitle(element, context) + list);
};

/** The forms of steps, by depth. */
const STEP_TYPES = ['1', 'a', 'i', 'A', 'I'];

/** A single step bears no number. */
export const procedure: Handler = (element, context) => {
  const steps = elements(element, 'step');
  const head = leading(element, ['step'], context);
  const items = steps.map((step) => render(step, context)).join('');
  const single = steps.length === 1;
  const list = tag(single ? 'ul' : 'ol', { class: 'procedure', type: single ? undefined : '1' }, items);
  return tag('div', { class: 'procedure', id: shownId(element, context) }, head + list);
};

export const step: Handler = (element, context) =>
  tag(
    'li',
    { class: 'step', id: shownId(element, context) },
    captionTitle(element, context) + blocks(element, context),
  );

export const substeps: Handler = (element, context) => {
  const { parents } = context.manual.input.numbering;
  let depth = 0;
  for (let at: Element | undefined = element; at; at = parents.get(at)) if (at.name === 'substeps') depth++;
  return tag('ol', { class: 'substeps', type: STEP_TYPES[depth % STEP_TYPES.length] }, blocks(element, context));
};

/** Glossaries: terms, definitions and references between them. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { tag } from '../html.ts';
import { link, target } from '../links.ts';
import { render, sides, spans, word } from '../nodes.ts';
import { captionTitle } from '../titles.ts';
import type { Context, Handler, Sides } from '../types.ts';
import { shownId } from './inline.ts';

export const glosslist: Handler = (element, context) => {
  const entries = elements(element, 'glossentry').map((entry) => render(entry, context));
  const title = captionTitle(element, context);
  return tag('div', { class: 'glosslist', id: shownId(element, context) }, title + tag('dl', {}, entries.join('')));
};

export const glossdiv: Handler = (element, context) => glosslist(element, context);

/** A term, its abbreviation in parentheses, and what it means. */
export const glossentry: Handler = (element, context) => {
  const [term, short] = [child(element, 'glossterm'), child(element, 'acronym', 'abbrev')];
  const shown = term ? tag('span', { class: 'glossterm' }, spans(sides(term, context), context)) : '';
  const abbreviation = short ? ` (${render(short, context)})` : '';
  const rest = elements(element, 'glossdef', 'glosssee').map((part) => render(part, context));
  return tag('dt', { id: shownId(element, context) }, shown + abbreviation) + rest.join('');
};

export const glossdef: Handler = (element, context) => {
  const also = elements(element, 'glossseealso');
  const text = elements(element)
    .filter(({ name }) => name !== 'glossseealso')
    .map((part) => render(part, context))
    .join('');
  return tag(
    'dd',
    { class: 'glossdef', id: shownId(element, context) },
    text + references('glossary-seealso', also, context),
  );
};

export const glosssee: Handler = (element, context) =>
  tag('dd', { class: 'glosssee' }, references('glossary-see', [element], context));

function references(key: 'glossary-see' | 'glossary-seealso', list: readonly Element[], context: Context): string {
  if (list.length === 0) return '';
  const each = list.map((reference) => named(reference, context));
  const { words } = context.manual.input;
  const source = each.map((one) => one.source).join(words.source['list-separator']);
  const target = each.map((one) => one.target ?? one.source).join(words.target['list-separator']);
  return tag('p', {}, spans(word(key, { title: { source, target } }, context), context));
}

/** The term that is meant: that of the entry named by `otherterm`, else the reference's own words. */
function named(reference: Element, context: Context): Sides {
  const entry = target(reference.attributes.otherterm, context);
  const term = entry && child(entry, 'glossterm');
  const both = sides(term ?? reference, { ...context, anchors: false });
  const linked = (text: string) => link(entry, reference.name, text, context);
  return { ...both, source: linked(both.source), ...(both.target !== undefined && { target: linked(both.target) }) };
}

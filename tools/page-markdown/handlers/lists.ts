/** Lists of all kinds; what HTML has as terms and their meaning is a list whose items open with the term in bold. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { elementId } from '../../render/titles.ts';
import { address, target } from '../addresses.ts';
import { blocksOf, flow } from '../flow.ts';
import { referenceInlines } from '../references.ts';
import { joined, plain, textOf } from '../texts.ts';
import { word } from '../titles.ts';
import type { Block, Both, Context, Handler } from '../types.ts';
import { linked } from './contents.ts';
import { caption } from './sections.ts';

type ItemOf = (element: Element, context: Context) => readonly Block[];

/** A list, with its title and whatever stands in front of its items. */
function list(element: Element, name: string, isOrdered: boolean, item: ItemOf, context: Context): Block[] {
  const before = elements(element).filter((each) => each.name !== 'title' && each.name !== name);
  const items = elements(element, name).map((each) => item(each, context));
  return [
    ...caption(element, context),
    ...before.flatMap((each) => blocksOf(each, context)),
    ...(items.length > 0 ? [{ type: 'list', isOrdered, items } as const] : []),
  ];
}

export const itemizedlist: Handler<readonly Block[]> = (element, context) =>
  list(element, 'listitem', false, flow, context);

export const orderedlist: Handler<readonly Block[]> = (element, context) =>
  list(element, 'listitem', true, flow, context);

export const variablelist: Handler<readonly Block[]> = (element, context) =>
  list(element, 'varlistentry', false, variable, context);

function variable(entry: Element, context: Context): Block[] {
  const item = child(entry, 'listitem');
  const id = elementId(entry);
  const terms = elements(entry, 'term').map(
    (term, i): Block => ({
      type: 'line',
      text: textOf(term, context),
      isStrong: true,
      id: elementId(term) ?? (i === 0 ? id : undefined),
    }),
  );
  return [...terms, ...(item ? flow(item, context) : [])];
}

/** A single step bears no number. */
export const procedure: Handler<readonly Block[]> = (element, context) =>
  list(element, 'step', elements(element, 'step').length > 1, step, context);

export const substeps: Handler<readonly Block[]> = (element, context) => list(element, 'step', true, step, context);

const step: ItemOf = (element, context) => [...caption(element, context), ...flow(element, context)];

/** Members below each other; one beside the other in a sentence is a text. */
export const simplelist: Handler<readonly Block[]> = (element, context) => {
  const items = elements(element, 'member').map((member): Block[] => [{ type: 'line', text: textOf(member, context) }]);
  return [{ type: 'list', isOrdered: false, items }];
};

export const inlineSimplelist: Handler<Both> = (element, context) =>
  joined(
    elements(element, 'member').map((member) => textOf(member, context)),
    word('list-separator', {}, context),
  );

/** Each item opens with the marks of the listing that it explains. */
export const calloutlist: Handler<readonly Block[]> = (element, context) =>
  list(element, 'callout', false, callout, context);

const callout: ItemOf = (element, context) => {
  const marks = (element.attributes.arearefs ?? '').split(/\s+/).flatMap((id): Both[] => {
    const to = target(id, context);
    return to ? [linked({ source: referenceInlines(to, 'source', context) }, address(to, context))] : [];
  });
  return flow(element, context, marks.length > 0 ? joined(marks, plain(' ')) : undefined);
};

export const glosslist: Handler<readonly Block[]> = (element, context) => {
  const entries = elements(element, 'glossentry');
  const items = entries.map((entry) => glossentry(entry, context));
  return [
    ...caption(element, context),
    ...(items.length > 0 ? [{ type: 'list', isOrdered: false, items } as const] : []),
  ];
};

/** A term, its abbreviation in parentheses, and what it means. */
export const glossentry: Handler<readonly Block[]> = (element, context) => {
  const [term, short] = [child(element, 'glossterm'), child(element, 'acronym', 'abbrev')];
  const name = term ? textOf(term, context) : plain('');
  const text = short ? joined([name, plain(' ('), textOf(short, context), plain(')')], plain('')) : name;
  const meaning = elements(element, 'glossdef', 'glosssee').flatMap((part) =>
    part.name === 'glosssee' ? see('glossary-see', [part], context) : definition(part, context),
  );
  return [{ type: 'line', text, isStrong: true, id: elementId(element) }, ...meaning];
};

function definition(element: Element, context: Context): Block[] {
  const also = elements(element, 'glossseealso');
  const said = elements(element).filter(({ name }) => name !== 'glossseealso');
  return [...said.flatMap((part) => blocksOf(part, context)), ...see('glossary-seealso', also, context)];
}

function see(key: 'glossary-see' | 'glossary-seealso', list: readonly Element[], context: Context): Block[] {
  if (list.length === 0) return [];
  const named = list.map((reference) => {
    const entry = target(reference.attributes.otherterm, context);
    const text = textOf((entry && child(entry, 'glossterm')) ?? reference, { ...context, anchors: false });
    return entry ? linked(text, address(entry, context)) : text;
  });
  const title = joined(named, word('list-separator', {}, context));
  return [{ type: 'paragraph', text: word(key, { title: { ...title, isSegment: false } }, context) }];
}

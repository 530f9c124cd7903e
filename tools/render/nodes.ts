/** Tree -> HTML: finds each node's handler, and shows pairs in the languages that the context asks for. */
import type { Element, Finding } from '../docbook/types.ts';
import type { BilingualNode, Pair } from '../segment/types.ts';
import { escapeHtml, tag } from './html.ts';
import type { Context, Nodes, Sides } from './types.ts';
import { fill, type Word } from './words.ts';

/** An element's content, by its children's handlers. */
export function content(element: Element, context: Context): string {
  return nodes(children(element, context), context);
}

/** The content of an element that holds blocks: the white space between them is left out. */
export function blocks(element: Element, context: Context): string {
  let html = '';
  for (const node of children(element, context))
    if (node.type !== 'text' || node.value.trim() !== '') html += one(node, context);
  return html;
}

/** The nodes to show of an element: pairs in place of its runs, save in verbatim blocks. */
export function children(element: Element, context: Context): Nodes {
  if (context.verbatim) return element.children;
  return context.manual.input.childrenOf(element);
}

export function nodes(list: Nodes, context: Context): string {
  let html = '';
  for (const node of list) html += one(node, context);
  return html;
}

export function one(node: BilingualNode, context: Context): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(context.verbatim ? node.value : withoutIndents(node.value));
    case 'variable':
      return escapeHtml(node.value);
    case 'comment':
      return '';
    case 'pair':
      return pair(node, context);
    case 'element':
      return render(node, context);
  }
}

export function render(node: Element, context: Context): string {
  const handler = context.manual.handlers[node.name];
  if (handler) return handler(node, context);
  report(context, node, 'warning', 'render/unknown-element', `no handler for <${node.name}>; its content is shown`);
  return content(node, context);
}

/** Outside of listings, how the source is indented says nothing. */
function withoutIndents(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t]*\n[ \t\n]*/g, '\n') : text;
}

/** Adds a finding; one element is reported once, however often it is rendered. */
export function report(
  context: Context,
  element: Element,
  severity: Finding['severity'],
  rule: string,
  message: string,
): void {
  const { findings, reported } = context.manual;
  if (reported.has(element)) return;
  reported.add(element);
  findings.push({ file: element.file, line: element.line, severity, rule, message });
}

function pair(node: Pair, context: Context): string {
  if (context.side === 'source') return nodes(node.source, context);
  if (context.side === 'target') return nodes(node.target?.nodes ?? node.source, context);
  return spans(pairSides(node, context), context);
}

/** A pair's run in both languages. */
export function pairSides(node: Pair, context: Context): Sides {
  return {
    source: nodes(node.source, { ...context, side: 'source' }),
    key: node.key,
    ...(node.target && {
      target: nodes(node.target.nodes, { ...context, side: 'target' }),
      status: node.target.status,
    }),
  };
}

/** An element's whole inline content in both languages. */
export function sides(owner: Element, context: Context): Sides {
  const list = children(owner, context);
  const pairs = list.filter((node): node is Pair => node.type === 'pair');
  const [first] = pairs;
  if (pairs.length === 1 && list.length === 1) return pairSides(first as Pair, context);
  const source = nodes(list, { ...context, side: 'source' });
  if (!first) return { source };
  const target = pairs.some((each) => each.target)
    ? { target: nodes(list, { ...context, side: 'target' }), status: first.target?.status ?? 'untranslated' }
    : {};
  return { source, key: first.key, ...target };
}

/** Without the white space around the run, in both languages. */
export function trimmed({ target, ...rest }: Sides): Sides {
  const source = rest.source.trim();
  return target === undefined ? { ...rest, source } : { ...rest, source, target: target.trim() };
}

/** Words shown away from their segment's place: no key, so that nothing takes them for the segment itself. */
export function unkeyed({ source, target }: Sides): Sides {
  return target === undefined ? { source } : { source, target };
}

/** Both languages as siblings inside one block; in a one-sided context that side alone. */
export function spans(both: Sides, context: Context): string {
  return siblings('span', both, {}, context);
}

/** Both languages as sibling elements of one name: the target first, for those who read the page for it. */
export function siblings(
  name: string,
  both: Sides,
  values: Readonly<Record<string, string | undefined>>,
  context: Context,
): string {
  const { lang } = context.manual.input;
  const bare = name === 'span' && Object.keys(values).length === 0;
  const alone = (html: string) => (bare ? html : tag(name, values, html));
  if (context.side === 'source') return alone(both.source);
  if (context.side === 'target') return alone(both.target ?? both.source);
  const { id: _, ...withoutId } = values;
  if (both.target !== undefined && both.target !== both.source)
    return (
      tag(name, { ...withoutId, lang, 'data-key': both.key, 'data-status': both.status }, both.target) +
      tag(name, { ...values, lang: 'en', 'data-key': both.key }, both.source)
    );
  if (both.key === undefined) return alone(both.source);
  // English that stands alone says why: it has no target, or one of the same words.
  const status = both.status ?? 'untranslated';
  return tag(name, { ...values, lang: 'en', 'data-key': both.key, 'data-status': status }, both.source);
}

/** A generated word in both languages, around a number and a title. An untranslated title stays English alone. */
export function word(key: Word, parts: { readonly n?: string; readonly title?: Sides }, context: Context): Sides {
  const { bilingual, input } = context.manual;
  const { n, title } = parts;
  const segment = {
    ...(title?.key !== undefined && { key: title.key }),
    ...(title?.status && { status: title.status }),
  };
  const source = fill(escapeHtml(input.words.source[key]), { n, title: title?.source ?? '' });
  if (!bilingual || (title?.key !== undefined && title.target === undefined)) return { ...segment, source };
  const target = fill(escapeHtml(input.words.target[key]), { n, title: title?.target ?? title?.source ?? '' });
  return target === source ? { ...segment, source } : { ...segment, source, target };
}

/** A generated word of the language that the context is in; English where both stand side by side. */
export function plainWord(key: Word, context: Context): string {
  const { words } = context.manual.input;
  return escapeHtml(context.side === 'target' ? words.target[key] : words.source[key]);
}

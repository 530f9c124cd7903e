/** Paragraphs, and the blocks that may stand inside them. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import type { BilingualNode } from '../../segment/types.ts';
import { attributes, tag } from '../html.ts';
import { blocks, children, nodes, one, pairSides, siblings, sides, spans, trimmed } from '../nodes.ts';
import { captionTitle, heading, idLink } from '../titles.ts';
import type { Context, Handler, Nodes, Sides } from '../types.ts';
import { shownId } from './inline.ts';

/** What ends a paragraph's run of text: HTML's `p` holds none of these. */
const BLOCKS = new Set([
  ...['programlisting', 'screen', 'synopsis', 'literallayout', 'cmdsynopsis', 'funcsynopsis', 'address'],
  ...['itemizedlist', 'orderedlist', 'variablelist', 'calloutlist', 'glosslist', 'procedure', 'segmentedlist'],
  ...['note', 'tip', 'important', 'caution', 'warning', 'blockquote', 'example', 'informalexample'],
  ...['table', 'informaltable', 'figure', 'informalfigure', 'mediaobject', 'equation', 'informalequation'],
]);

export function isBlock(node: BilingualNode): boolean {
  if (node.type !== 'element') return false;
  if (node.name === 'simplelist') return node.attributes.type !== 'inline';
  return BLOCKS.has(node.name);
}

/** Each run of text between blocks is a paragraph of its own, in both languages. */
export const para: Handler = (element, context) => paragraphs(element, undefined, context);

/** A paragraph whose title runs into its text. */
export const formalpara: Handler = (element, context) => {
  const title = child(element, 'title');
  const lead = title && runIn(sides(title, context));
  const parts = elements(element).filter((part) => part !== title);
  return parts.map((part, i) => paragraphs(part, i === 0 ? lead : undefined, context)).join('');
};

/** @param lead what the first run opens with, in both languages */
function paragraphs(element: Element, lead: Sides | undefined, context: Context): string {
  const { role } = element.attributes;
  let values: Record<string, string | undefined> = { class: role, id: shownId(element, context) };
  let before = lead;
  let html = '';
  let run: BilingualNode[] = [];
  const flush = () => {
    const paragraph = runParagraph(run, before, values, context);
    run = [];
    if (paragraph === '') return;
    html += paragraph;
    values = { class: role };
    before = undefined;
  };
  for (const node of children(element, context))
    if (isBlock(node)) {
      flush();
      html += one(node, context);
    } else run.push(node);
  flush();
  return html;
}

/** A run of inline nodes as a paragraph, or one a language; nothing if it holds nothing to show. */
function runParagraph(
  run: Nodes,
  lead: Sides | undefined,
  values: Readonly<Record<string, string | undefined>>,
  context: Context,
): string {
  const shown = run.filter((node) => !isBlank(node));
  const [first] = shown;
  if (!first && !lead) return values.id === undefined ? '' : `<a${attributes({ id: values.id })}></a>`;
  if (shown.length === 1 && first?.type === 'pair')
    return siblings('p', joined(lead, trimmed(pairSides(first, context))), values, context);
  return tag('p', values, (lead ? spans(lead, context) : '') + nodes(run, context).trim());
}

function isBlank(node: BilingualNode): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment' || (node.type === 'element' && node.name === 'indexterm' && !node.attributes.id);
}

/** A title in bold, ended by a full stop unless it ends in a sign of its own. */
function runIn(title: Sides): Sides {
  const run = (html: string) => {
    const text = html.trim();
    return `<strong>${text}${/\p{P}$/u.test(text.replace(/<[^>]*>/g, '')) ? '' : '.'}</strong> `;
  };
  return {
    ...title,
    source: run(title.source),
    ...(title.target !== undefined && { target: run(title.target) }),
  };
}

/** A lead and a run as one paragraph. Without a target the run stays English, and so does its lead. */
function joined(lead: Sides | undefined, run: Sides): Sides {
  if (!lead) return run;
  if (run.target === undefined) return { ...run, source: lead.source + run.source };
  return { ...run, source: lead.source + run.source, target: (lead.target ?? lead.source) + run.target };
}

export const blockquote: Handler = (element, context) => {
  const parts = element.children.filter((node): node is Element => node.type === 'element');
  const said = parts.filter(({ name }) => name !== 'attribution' && name !== 'title');
  const by = parts.find(({ name }) => name === 'attribution');
  const source = by ? `<p class="attribution">--${spans(sides(by, context), context)}</p>` : '';
  const text = said.map((part) => one(part, context)).join('');
  return tag(
    'blockquote',
    { class: 'blockquote', id: shownId(element, context) },
    captionTitle(element, context) + text + source,
  );
};

/** Note, tip, important, caution, warning: headed by their own title or by a word. */
export const admonition: Handler = (element, context) =>
  tag(
    'div',
    { class: element.name, id: shownId(element, context) },
    heading(element, context) + blocks(element, { ...context, level: Math.min(context.level + 1, 6) }),
  );

/** A heading that stands in no section. */
export const bridgehead: Handler = (element, context) =>
  tag(
    `h${context.level}`,
    { class: 'bridgehead', id: shownId(element, context) },
    spans(sides(element, context), context) + idLink(element),
  );

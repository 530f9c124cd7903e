/** Inline DocBook of one language -> inline tree as a page shows it: references have their words, links lead to pages. */
import type { Node } from '../docbook/types.ts';
import { safeUrl } from '../render/html.ts';
import { fromDocBook } from '../segment/from-docbook.ts';
import type { Inline, InlineLink, InlineParent } from '../segment/inline.ts';
import { plainText } from '../segment/inline.ts';
import { text, tidy } from '../segment/tidy.ts';
import { address, target } from './addresses.ts';
import { reportUnknown } from './known.ts';
import type { Context, Side } from './types.ts';

/** Spaces at the edges stay: the run may be a piece of a longer text. */
export function words(nodes: readonly Node[], side: Side, context: Context): Inline[] {
  if (nodes.length === 0) return [];
  reportUnknown(nodes, context);
  const inlines = shown(fromDocBook(nodes), side, context);
  const before = edge(nodes[0], /^[ \t\r\n]/);
  const after = edge(nodes.at(-1), /[ \t\r\n]$/);
  return before || after ? tidy([...text(before ? ' ' : ''), ...inlines, ...text(after ? ' ' : '')]) : [...inlines];
}

function edge(node: Node | undefined, blank: RegExp): boolean {
  return node?.type === 'text' && blank.test(node.value);
}

/** What a segment's notation leaves open is filled in. */
export function shown(inlines: readonly Inline[], side: Side, context: Context): readonly Inline[] {
  if (inlines.every(({ type }) => type === 'text')) return inlines;
  const out: Inline[] = [];
  for (const inline of inlines) out.push(...one(inline, side, context));
  return tidy(out);
}

function one(inline: Inline, side: Side, context: Context): readonly Inline[] {
  switch (inline.type) {
    case 'text':
      return [inline];
    case 'variable':
      return text(context.manual.variables.get(inline.name) ?? `&${inline.name};`);
    case 'code':
    case 'var':
      return code(inline, side, context);
    case 'xref':
      return crossReference(inline, side, context);
    case 'link':
      return link(inline, side, context);
    case 'footnote':
      return footnote(inline, context);
    default:
      return [{ type: inline.type, children: shown(inline.children, side, context) }];
  }
}

/** Code is one span of plain text, whatever it is made of; links in it stay links. */
function code(inline: InlineParent, side: Side, context: Context): Inline[] {
  const children = shown(inline.children, side, context);
  const [only] = inline.from ?? [];
  const isResult = inline.from?.length === 1 && only?.type === 'element' && only.name === 'returnvalue';
  const out: Inline[] = isResult ? text('→ ') : [];
  let run = '';
  for (const child of children) {
    if (child.type !== 'link') {
      run += plainText([child]);
      continue;
    }
    out.push(...span(run), { ...child, children: span(plainText(child.children)) });
    run = '';
  }
  return [...out, ...span(run)];
}

function span(value: string): Inline[] {
  return value === '' ? [] : [{ type: 'code', children: text(value) }];
}

function crossReference(inline: Extract<Inline, { type: 'xref' }>, side: Side, context: Context): Inline[] {
  const to = target(inline.id, context);
  if (!to) return text(`[${inline.id}]`);
  const [from] = inline.from ?? [];
  const end = from?.type === 'element' ? target(from.attributes.endterm, context) : undefined;
  const says = end
    ? words(end.children, side, { ...context, anchors: false })
    : context.manual.reference(to, side, context);
  return linked(address(to, context), says, context);
}

function link(inline: InlineLink, side: Side, context: Context): readonly Inline[] {
  const inner = shown(inline.children, side, { ...context, anchors: false });
  if (inline.href.startsWith('#')) {
    const to = target(inline.href.slice(1), context);
    return to ? linked(address(to, context), inner, context) : inner;
  }
  const href = safeUrl(inline.href);
  if (href === undefined) return inner.length > 0 ? inner : text(inline.href);
  if (!context.anchors) return inner.length > 0 ? inner : text(inline.href.replace(/^mailto:/, ''));
  return [{ type: 'link', href, children: inner }];
}

function linked(href: string, says: readonly Inline[], context: Context): Inline[] {
  return context.anchors && says.length > 0 ? [{ type: 'link', href, children: says }] : [...says];
}

/** Numbered through the page, in the order in which the marks are met. */
function footnote(inline: Extract<Inline, { type: 'footnote' }>, context: Context): Inline[] {
  const [from] = inline.from ?? [];
  if (!context.anchors || from?.type !== 'element') return [];
  const note = from.name === 'footnoteref' ? target(from.attributes.linkend, context) : from;
  if (!note) return [];
  const number = context.footnotes.get(note) ?? context.footnotes.size + 1;
  context.footnotes.set(note, number);
  return [{ type: 'footnote', number }];
}

/** Tables of contents inside a page, as nested lists of links. */
import { child } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { listed, listedBelow, WITH_TOC } from '../../render/toc.ts';
import { address } from '../addresses.ts';
import { isEmpty, joined, textOf } from '../texts.ts';
import { bareTitle, tocTitle, word } from '../titles.ts';
import type { Block, Both, Context } from '../types.ts';

/** What an element opens with, or nothing. */
export function tableOfContents(element: Element, context: Context): Block[] {
  const isHeaded = WITH_TOC[element.name];
  const entries = isHeaded === undefined ? [] : listed(element);
  if (entries.length === 0) return [];
  const head: Block[] = isHeaded ? [{ type: 'line', text: word('toc', {}, context), isStrong: true }] : [];
  return [...head, list(entries, 1, context)];
}

function list(entries: readonly Element[], depth: number, context: Context): Block {
  return { type: 'list', isOrdered: false, items: entries.map((entry) => item(entry, depth, context)) };
}

function item(element: Element, depth: number, context: Context): Block[] {
  const href = address(element, context);
  if (element.name === 'refentry')
    return [{ type: 'line', text: entryLine(element, bareTitle(element, context) ?? { source: [] }, href, context) }];
  const below = listedBelow(element, depth);
  const line: Block = { type: 'line', text: linked(tocTitle(element, context), href) };
  return below.length === 0 ? [line] : [line, list(below, depth + 1, context)];
}

/** The name of a reference entry, and what it is for. */
function entryLine(element: Element, title: Both, href: string, context: Context): Both {
  const names = child(element, 'refnamediv');
  const purpose = names && child(names, 'refpurpose');
  const text = purpose && textOf(purpose, { ...context, anchors: false });
  const name = linked(title, href);
  return text && !isEmpty(text) ? joined([name, text], word('purpose-separator', {}, context)) : name;
}

export function linked({ source, target, ...rest }: Both, href: string): Both {
  const link = (children: Both['source']) => [{ type: 'link', href, children } as const];
  return { ...rest, source: link(source), ...(target && { target: link(target) }) };
}

/** The purpose of a reference entry, where its title is shown in a table of contents. */
import { child } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { escapeHtml } from './html.ts';
import { siblings, sides, trimmed, unkeyed } from './nodes.ts';
import type { Context } from './types.ts';

/** A separator and the purpose, or nothing. */
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

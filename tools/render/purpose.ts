/** The purpose of a reference entry: behind its name on its page, and behind its title in tables of contents. */
import { child } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { escapeHtml } from './html.ts';
import { siblings, sides, unkeyed } from './nodes.ts';
import type { Context, Sides } from './types.ts';

/** A purpose in both languages, without the white space around it. */
export function purposeSides(purpose: Element, context: Context): Sides {
  const { target, ...rest } = sides(purpose, context);
  const source = rest.source.trim();
  return target === undefined ? { ...rest, source } : { ...rest, source, target: target.trim() };
}

/** The purpose as tables of contents show it behind the title. */
export function purpose(entry: Element, context: Context): string {
  const names = child(entry, 'refnamediv');
  const text = names && child(names, 'refpurpose');
  if (!text) return '';
  const both = unkeyed(purposeSides(text, { ...context, anchors: false }));
  const { words } = context.manual.input;
  const source = escapeHtml(words.source['purpose-separator']) + both.source;
  const target =
    both.target === undefined ? {} : { target: escapeHtml(words.target['purpose-separator']) + both.target };
  return siblings('span', { ...both, source, ...target }, { class: 'refpurpose' }, context);
}

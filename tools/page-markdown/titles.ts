/** Titles with and without their numbers, in both languages. */
import { titleElement } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { NAMED_TITLES, NUMBERED_TITLES } from '../render/titles.ts';
import type { Word } from '../render/words.ts';
import type { Inline } from '../segment/inline.ts';
import { text, tidy } from '../segment/tidy.ts';
import { textOf } from './texts.ts';
import type { Both, Context } from './types.ts';

/** The title of an element at its own place, with its number, links and footnotes. Undefined: it has none. */
export function ownTitle(element: Element, context: Context): Both | undefined {
  const title = titleElement(element);
  return numbered(element, title ? textOf(title, context) : named(element, context), context);
}

/** The same as other places show it: no links, no footnotes. */
export function titleElsewhere(element: Element, context: Context): Both | undefined {
  return numbered(element, bareTitle(element, context), context);
}

/** Without its number. */
export function bareTitle(element: Element, context: Context): Both | undefined {
  const title = titleElement(element);
  if (!title) return named(element, context);
  const { titles } = context.manual;
  const known = titles.get(title);
  if (known) return known;
  const fresh = textOf(title, { ...context, anchors: false });
  titles.set(title, fresh);
  return fresh;
}

/** A line of a table of contents: the number without words, and the title. */
export function tocTitle(element: Element, context: Context): Both {
  const title = bareTitle(element, context) ?? { source: [] };
  const n = context.manual.input.numbering.labels.get(element);
  return n === undefined ? title : word('toc-line', { n, title }, context);
}

/** A generated word around a number and a title. A title that could have a translation and has none stays English alone. */
export function word(key: Word, parts: { readonly n?: string; readonly title?: Both }, { manual }: Context): Both {
  const { words } = manual.input;
  const { n = '', title } = parts;
  const isSegment = title?.isSegment ?? false;
  const source = fillInlines(words.source[key], n, title?.source ?? []);
  if (!manual.isBilingual || (isSegment && !title?.target)) return { source, isSegment };
  return { source, target: fillInlines(words.target[key], n, title?.target ?? title?.source ?? []), isSegment };
}

/** Puts a number and a title into a pattern. */
export function fillInlines(pattern: string, n: string, title: readonly Inline[]): Inline[] {
  if (!pattern.includes('{')) return text(pattern);
  const [before = '', after] = pattern.replaceAll('{n}', n).replaceAll('\u00a0', ' ').split('{title}');
  return after === undefined ? text(before) : tidy([...text(before), ...title, ...text(after)]);
}

function numbered(element: Element, title: Both | undefined, context: Context): Both | undefined {
  const pattern = NUMBERED_TITLES[element.name];
  const n = context.manual.input.numbering.labels.get(element);
  return pattern && title && n !== undefined ? word(pattern, { n, title }, context) : title;
}

function named(element: Element, context: Context): Both | undefined {
  const key = NAMED_TITLES[element.name];
  return key && word(key, {}, context);
}

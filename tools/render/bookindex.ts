/**
 * The index of the book, made of all index terms as DocBook XSL's autoidx does it: by letter, then primary,
 * secondary and tertiary words, each with the sections where it is met, `see` and `see also`.
 */

import { shownId } from './handlers/inline.ts';
import { tag } from './html.ts';
import { collectIndex, type IndexEntry, type IndexPlace, type See } from './index-entries.ts';
import { link } from './links.ts';
import { plainWord, sides, spans, unkeyed, word } from './nodes.ts';
import { bareTitle, heading } from './titles.ts';
import type { Context, Handler, Sides } from './types.ts';

/** Deepest level of an entry that has entries of its own. */
const LEVELS = 3;

export const bookIndex: Handler = (element, context) => {
  const { page } = context;
  if (page.element !== element) return '';
  const letters = collectIndex(context.manual.input.numbering);
  const name = (letter: string) => (letter === '' ? spans(word('index-symbols', {}, context), context) : letter);
  const anchor = (letter: string) => `indexdiv-${letter === '' ? 'Symbols' : letter}`;
  const quick = letters.map(({ letter }) => tag('a', { href: `#${anchor(letter)}` }, name(letter)));
  const divisions = letters.map(({ letter, entries }) => {
    const body = list(entries, 1, context);
    // How tall a letter will be, roughly: the style sheet lays out those that are near alone.
    const lines = body.split('<li').length - 1;
    return tag(
      'div',
      { class: 'indexdiv', style: `--lines:${lines}`, id: anchor(letter) },
      tag(`h${context.level + 1}`, {}, name(letter)) + body,
    );
  });
  const body = tag('p', { class: 'indexdiv-quicklinks' }, quick.join(' | ')) + divisions.join('');
  return tag(
    'div',
    { class: 'index', id: shownId(element, context) },
    tag('div', { class: 'titlepage' }, heading(element, context)) + tag('div', { class: 'index' }, body),
  );
};

function list(entries: readonly IndexEntry[], level: number, context: Context): string {
  return tag('ul', {}, entries.map((entry) => shown(entry, level, context)).join(''));
}

function shown(entry: IndexEntry, level: number, context: Context): string {
  const separator = plainWord('list-separator', context);
  const words = spans(unkeyed(sides(entry.words, { ...context, anchors: false })), context);
  const places = entry.places.map((place) => separator + place.map((each) => placeLink(each, context)).join('-'));
  const see = entry.see.map((each) => ` ${reference('index-see', each, context)}`);
  const id = level === 1 ? entryId(entry, context) : undefined;
  const also = entry.seeAlso.map((each) => tag('li', {}, reference('index-seealso', each, context))).join('');
  const below = level < LEVELS ? entry.below.map((each) => shown(each, level + 1, context)).join('') : '';
  const inner = also + below === '' ? '' : tag('ul', {}, also + below);
  return tag('li', { id }, words + places.join('') + see.join('') + inner);
}

/** DocBook XSL's id of an entry, after its first index term. */
function entryId(entry: IndexEntry, context: Context): string {
  const [term] = entry.terms;
  const { numbering } = context.manual.input;
  const id = term?.attributes.id?.toUpperCase() ?? (term && numbering.generatedId(term)) ?? '';
  return `ientry-${id}`;
}

/** A place leads to the element itself and is called after the section around it. */
function placeLink({ element, section }: IndexPlace, context: Context): string {
  const title = bareTitle(section, context) ?? { source: '' };
  return link(element, 'indexterm', spans(unkeyed(title), context), context);
}

/** "see X", where X leads to the entry of that name if the index has it. */
function reference(key: 'index-see' | 'index-seealso', { element, entry }: See, context: Context): string {
  const both = sides(element, { ...context, anchors: false });
  const linked = (html: string) => (entry ? tag('a', { href: `#${entryId(entry, context)}` }, html) : html);
  const title: Sides = {
    ...both,
    source: linked(both.source),
    ...(both.target !== undefined && { target: linked(both.target) }),
  };
  return spans(unkeyed(word(key, { title }, context)), context);
}

/** The index of the book: nested lists, each entry with links to where it is met. */
import type { Element } from '../../docbook/types.ts';
import { collectIndex, type IndexEntry, type IndexPlace, type See } from '../../render/index-entries.ts';
import { address } from '../addresses.ts';
import { joined, plain, textOf } from '../texts.ts';
import { bareTitle, word } from '../titles.ts';
import type { Block, Both, Context, Handler } from '../types.ts';
import { linked } from './contents.ts';
import { heading } from './sections.ts';

const LEVELS = 3;

export const bookIndex: Handler<readonly Block[]> = (element, context) => {
  if (context.page.element !== element) return [];
  const letters = collectIndex(context.manual.input.numbering).flatMap(({ letter, entries }): Block[] => [
    {
      type: 'heading',
      level: context.level + 1,
      text: letter === '' ? word('index-symbols', {}, context) : plain(letter),
    },
    list(entries, 1, context),
  ]);
  return [...heading(element, context), ...letters];
};

function list(entries: readonly IndexEntry[], level: number, context: Context): Block {
  return { type: 'list', isOrdered: false, items: entries.map((entry) => item(entry, level, context)) };
}

function item(entry: IndexEntry, level: number, context: Context): Block[] {
  const separator = word('list-separator', {}, context);
  const places = entry.places.map((place) =>
    joined(
      place.map((each) => placeLink(each, context)),
      plain('-'),
    ),
  );
  const see = entry.see.map((each) => reference('index-see', each.element, context));
  const named = joined([wordsOf(entry.words, context), ...places], separator);
  const text = joined([named, ...see], plain(' '));
  const also = entry.seeAlso.map(({ element }: See): Block[] => [
    { type: 'line', text: reference('index-seealso', element, context) },
  ]);
  const below = level < LEVELS ? entry.below.map((each) => item(each, level + 1, context)) : [];
  const items = [...also, ...below];
  return [{ type: 'line', text }, ...(items.length > 0 ? [{ type: 'list', isOrdered: false, items } as const] : [])];
}

/** A place is called after the section around it. */
function placeLink({ element, section }: IndexPlace, context: Context): Both {
  return linked(bareTitle(section, context) ?? plain(''), address(element, context));
}

function reference(key: 'index-see' | 'index-seealso', element: Element, context: Context): Both {
  return word(key, { title: wordsOf(element, context) }, context);
}

const wordsOf = (element: Element, context: Context) => textOf(element, { ...context, anchors: false });

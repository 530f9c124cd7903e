/**
 * What a page knows of its paragraphs beside their text: where they stand in the catalog, who made and approved them, how the
 * English of a stale one has changed. It is written once a page, after the article, and nothing in it repeats a key: facts follow
 * the order in which keys first stand in the article. The script of the page shows them with a paragraph.
 */
import type { Deed, DeedKind } from './deeds.ts';
import { escapeHtml, safeUrl, tag } from './html.ts';
import type { PageWord, PageWords } from './page-words.ts';
import { personLink } from './people.ts';

/** How an English text has changed. */
export interface ChangePiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface ParagraphFacts {
  /** Of its entry in the catalog; undefined where it has none. */
  readonly line: number | undefined;
  /** In order of time. */
  readonly deeds: readonly Deed[];
  /** Of a stale paragraph. */
  readonly change?: { readonly quote: string; readonly pieces: readonly ChangePiece[] };
}

export type FactsOf = (key: string) => ParagraphFacts | undefined;

/** Keys of an article, each once, in the order in which it shows them. */
export function keysOf(article: string): readonly string[] {
  // The renderer escapes quotation marks in text, so this is never anything else.
  return [...new Set(Array.from(article.matchAll(/ data-key="([0-9a-f]+)"/g), ([, key = '']) => key))];
}

/** Lines and deeds, for the script; browsers neither show nor load what stands in a template. */
export function factsTemplate(keys: readonly string[], factsOf: FactsOf, words: PageWords): string {
  const facts = keys.map(factsOf);
  const lines = facts.map((each) => each?.line ?? 0);
  const lists = new Map<string, number>([['', 0]]);
  const numbers = facts.map((each) => {
    const list = each ? deedList(each.deeds, words) : '';
    const known = lists.get(list) ?? lists.size;
    lists.set(list, known);
    return known;
  });
  if (lines.every((line) => line === 0) && lists.size === 1) return '';
  const values = {
    class: 'facts',
    'data-lines': lines.join(' '),
    'data-deeds': lists.size === 1 ? undefined : numbers.join(' '),
    'data-extra': true,
  } as const;
  return tag('template', values, [...lists.keys()].join(''));
}

const WORD: Readonly<Record<DeedKind, PageWord>> = {
  translated: 'deedTranslated',
  updated: 'deedUpdated',
  corrected: 'deedCorrected',
  kept: 'deedKept',
  drafted: 'deedDrafted',
  reviewed: 'deedReviewed',
};

function deedList(deeds: readonly Deed[], words: PageWords): string {
  if (deeds.length === 0) return '';
  const items = deeds.map(({ what, people, record, day }) => {
    const text = record.number === undefined ? words.comment : `#${record.number}`;
    const href = safeUrl(record.url);
    const source = href === undefined ? escapeHtml(text) : tag('a', { href, rel: 'noopener' }, escapeHtml(text));
    const names = people.map(personLink).join(escapeHtml(words.separator));
    return tag('li', {}, `<b>${escapeHtml(words[WORD[what]])}</b> ${names} <span>${source} ${day}</span>`);
  });
  return tag('ul', {}, items.join(''));
}

/** Every change of English that a translation waits for, to be read without a script too. */
export function changeList(keys: readonly string[], factsOf: FactsOf, lang: string, words: PageWords): string {
  const items = keys.flatMap((key) => {
    const change = factsOf(key)?.change;
    if (!change) return [];
    const text = change.pieces.map(pieceHtml).join('');
    return tag(
      'details',
      { 'data-of': key },
      tag('summary', {}, escapeHtml(change.quote)) + tag('p', { lang: 'en' }, text),
    );
  });
  if (items.length === 0) return '';
  const head = tag('h2', {}, escapeHtml(words.changes));
  return tag('section', { class: 'changes', lang, 'data-extra': true }, head + items.join(''));
}

const MARKS = { same: undefined, removed: 'del', added: 'ins' } as const;

/** Marks stand against the words, not the space behind. */
function pieceHtml({ kind, text }: ChangePiece): string {
  const mark = MARKS[kind];
  const words = text.trimEnd();
  if (mark === undefined || words === '') return escapeHtml(text);
  return tag(mark, {}, escapeHtml(words)) + text.slice(words.length);
}

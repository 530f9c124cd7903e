/** How alike two sources are. */
import { distance } from 'fastest-levenshtein';
import { plainText } from '../segment/inline.ts';
import { readMarkdown } from '../segment/read.ts';

/**
 * The words of a source: what is left when markup, space and punctuation of prose are taken away. Two sources of the
 * same words say the same thing. Symbols such as `->` or `%` are words: in a manual they are the matter itself.
 */
export function wordsOf(source: string): string {
  return plainText(readMarkdown(source).inlines)
    .replace(/[\s.,;:!?"'“”‘’()–—]+/gu, ' ')
    .trim();
}

/** From here on a person mends faster than they write anew; gettext's own threshold is the same. */
export const SIMILAR = 0.6;

/** Shared words may be fewer than shared characters: `jars` and `jar` are two words. */
const FEWER_WORDS = 2 / 3;

/** Characters from which on a source that stands whole in another is no chance: about a sentence. */
const WHOLE = 40;

/** In the same place of the page, between the same neighbours, less is enough: there it is most likely a rewording. */
export const SIMILAR_IN_PLACE = 0.4;

/** 0 to 1: share of characters that stay when one source is edited into the other; 0 for any share below `threshold`. */
export function similarity(a: string, b: string, threshold = SIMILAR): number {
  return alike(measured(a), measured(b), threshold);
}

/** A source that is compared with many others. */
export interface Measured {
  readonly source: string;
  /** How often each word stands in it; a word is what stands between spaces. Counted when first asked for. */
  words(): WordCounts;
}

export interface WordCounts {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

export function measured(source: string): Measured {
  let words: WordCounts | undefined;
  return {
    source,
    words() {
      words ??= wordCounts(source);
      return words;
    },
  };
}

/** `similarity` of two measured sources. */
export function alike(a: Measured, b: Measured, threshold: number): number {
  const [short, long] = a.source.length < b.source.length ? [a.source, b.source] : [b.source, a.source];
  if (long.length === 0) return 1;
  const share = short.length / long.length;
  if (share < threshold && threshold > SIMILAR) return 0;
  // What stands whole inside the other was added to or cut down, however much.
  if (short.length >= WHOLE && long.includes(short)) return Math.max(SIMILAR, share);
  if (share < threshold) return 0;
  const [left, right] = [a.words(), b.words()];
  // A cheap bound that spares most edit distances: the Dice coefficient of the two bags of words.
  if ((2 * commonWords(left, right)) / (left.total + right.total) < threshold * FEWER_WORDS) return 0;
  return 1 - distance(a.source, b.source) / long.length;
}

function wordCounts(source: string): WordCounts {
  const words = source.split(' ');
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { total: words.length, counts };
}

/** Words that stand in both. */
export function commonWords(a: WordCounts, b: WordCounts): number {
  if (a.counts.size > b.counts.size) return commonWords(b, a);
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return common;
}

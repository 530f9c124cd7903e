/** Words of an entry's English. Entries never change, and several pages ask for the same. */
import type { Entry } from '../catalog/types.ts';
import { countWords } from '../segment/words.ts';

const counted = new WeakMap<Entry, number>();

export function wordsOf(entry: Entry): number {
  const known = counted.get(entry);
  if (known !== undefined) return known;
  const words = countWords(entry.source);
  counted.set(entry, words);
  return words;
}

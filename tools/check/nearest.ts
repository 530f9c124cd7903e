/** The name that a person probably meant. */
import { distance } from 'fastest-levenshtein';

/** Long texts are not names; comparing them takes time that grows with the square of their length. */
const LONGEST = 300;

/** The nearest of the names by edit distance, when at most two fifths of it would have to change. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const longest = Math.max(name.length, word.length);
    const allowed = Math.min(Math.max(1, Math.floor(longest * 0.4)), least - 1);
    if (name.length > LONGEST || Math.abs(name.length - word.length) > allowed) continue;
    const edits = distance(word, name);
    if (edits <= allowed) {
      best = name;
      least = edits;
    }
  }
  return best;
}

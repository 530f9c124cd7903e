/** A term or a text as words with what joins them: the one way in which spellings are compared. */

export interface Words {
  /** As written. */
  readonly words: readonly string[];
  /** UTF-16 offsets of each word's start and end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Underscores are part of names in code: `pg_index` is no place of "index". */
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const GAP = /^(?:\s+|[-\u2010\u2011])$/;

export function wordsOf(text: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    words.push(match[0]);
    starts.push(match.index);
    ends.push(WORD.lastIndex);
  }
  return { words, starts, ends };
}

/**
 * What joins a word to the one before it: a space for any white space or a hyphen, else one character as written.
 *
 * @returns undefined where no term can go on
 */
export function jointOf(between: string): string | undefined {
  if (between === ' ' || GAP.test(between)) return ' ';
  return between.length === 1 ? between : undefined;
}

/** One spelling of a term or form: two with the same result are the same to a reader. */
export function spellingOf(text: string): string {
  const { words, starts, ends } = wordsOf(text);
  return words.map((word, at) => (at === 0 ? word : `${joint(text, ends, starts, at)}${word}`)).join('');
}

function joint(text: string, ends: readonly number[], starts: readonly number[], at: number): string {
  const between = text.slice(ends[at - 1], starts[at]);
  return jointOf(between) ?? between;
}

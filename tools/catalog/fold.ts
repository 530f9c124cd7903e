/**
 * Texts as one searches them: NFC, lower case, without the marks of Markdown, so that what was copied from a page of the
 * site is found in the catalog. Positions in a folded text can be led back.
 */

/** UTF-16 units of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const MARKS = /[`*\\]|<\/?(?:code|var|sub|sup)>/g;
const ANY_MARK = /[`*\\<]/;

/** Folds a text; one UTF-16 unit for each of its NFC form that is no mark. */
export function fold(text: string): string {
  const whole = text.normalize('NFC');
  const words = ANY_MARK.test(whole) ? whole.replace(MARKS, '') : whole;
  return lowerCase(words).replace(/[\t\r\n]/g, ' ');
}

/** Folds what a person looks for, where space is no matter of form. */
export const foldQuery = (query: string): string => fold(query.replace(/\s+/g, ' ')).trim();

/** Lower case of the same length: a letter whose lower case is longer stays as it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

/** The place in an NFC text that a place in its folded form stands for; marks at either end are left out. */
export function unfolded(text: string, { from, to }: Range): Range {
  const marks = ANY_MARK.test(text) ? [...text.matchAll(MARKS)] : [];
  let first = from;
  let last = to;
  for (const { 0: mark, index } of marks) {
    if (index <= first) first += mark.length;
    if (index < last) last += mark.length;
  }
  return { from: first, to: last };
}

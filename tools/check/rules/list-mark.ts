/**
 * The mark between the members of a list inside a sentence, in a language that has one of its own. Certain cases only:
 * code and Latin words that the English lists with commas too, and three or more short words before the word that joins
 * the last one.
 */
import { anyOf, perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

/** Members longer than this may be clauses. */
const LONGEST_WORD = 6;
/** Code and names that are compared with the English, in characters. */
const LONGEST_MEMBER = 80;

/** `one, two,? and three` in English. */
const ENGLISH_LIST = /[\w\uFFFC)],? (?:and|or) /;

const prepared = perLanguage(({ script, punctuation }) => {
  const list = punctuation?.list;
  if (!list || script === undefined) return undefined;
  const word = `\\p{Script=${script}}{2,${LONGEST_WORD}}?`;
  const comma = `${anyOf([list.not]).source} ?`;
  const joiner = `${comma}?(?:${anyOf(list.joiners).source})`;
  return {
    ...list,
    words: new RegExp(`(?<![\\p{L}\\p{N}\\uFFFC])${word}(?:${comma}${word}){2,}${joiner}\\p{Script=${script}}`, 'gu'),
  };
});

export const listMark: Rule = {
  name: 'list-mark',
  severity: 'warning',
  *check({ prose, sourceProse, entry }, { language }): Iterable<Remark> {
    const list = prepared(language);
    if (!list || !prose.includes(list.not) || !sourceProse.includes(', ')) return;
    for (let at = prose.indexOf(list.not); at >= 0; at = prose.indexOf(list.not, at + 1)) {
      const [left, right] = [memberBefore(prose, at), memberBehind(prose, at + 1)];
      const members = [entry.target.slice(left.from, left.to), entry.target.slice(right.from, right.to)];
      if (members.some((member) => !/\w/.test(member)) || !isListed(entry.source, members.join(', '))) continue;
      const message = `"${list.not}" between members of a list; expected "${list.mark}"`;
      yield { message, from: left.to, to: right.from, fix: list.mark };
    }
    if (!ENGLISH_LIST.test(sourceProse)) return;
    for (const { 0: words, index: from } of prose.matchAll(list.words))
      yield { message: `"${list.not}" in the list "${words}"; expected "${list.mark}"`, from, to: from + words.length };
  },
};

/** After the last two of a clause no further member follows. */
function isListed(source: string, members: string): boolean {
  return [',', ' and ', ' or '].some((next) => source.includes(members + next));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Code, or a Latin word, and the spaces between it and the mark. */
function memberBefore(prose: string, mark: number): Range {
  let to = mark;
  while (prose.charAt(to - 1) === ' ') to--;
  let from = to;
  while (to - from < LONGEST_MEMBER && isMember(prose, from - 1, prose.charAt(to - 1))) from--;
  return { from, to };
}

function memberBehind(prose: string, start: number): Range {
  let from = start;
  while (prose.charAt(from) === ' ') from++;
  let to = from;
  while (to - from < LONGEST_MEMBER && isMember(prose, to, prose.charAt(from))) to++;
  return { from, to };
}

/** A member is code from end to end, or letters from end to end, as its character next to the mark is. */
function isMember(prose: string, at: number, like: string): boolean {
  const character = prose.charAt(at);
  return like === '\uFFFC' ? character === '\uFFFC' : /[A-Za-z0-9_]/.test(character);
}

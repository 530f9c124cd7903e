/**
 * The mark between the members of a list inside a sentence, in a language that has one of its own. Certain cases only:
 * code and Latin words that the English lists with commas too. Among words of the language a comma may as well stand
 * between clauses; without understanding them, seven reports of eight were wrong.
 */
import { finder } from '../finder.ts';
import type { Remark, Rule } from '../types.ts';

/** Code and names that are compared with the English, in characters. */
const LONGEST_MEMBER = 80;

export const listMark: Rule = {
  name: 'list-mark',
  severity: 'warning',
  *check({ prose, sourceProse, entry }, { language }): Iterable<Remark> {
    const list = language.punctuation?.list;
    if (!list || !prose.includes(list.not) || !sourceProse.includes(', ')) return;
    const inSource = finder(entry.source);
    for (let at = prose.indexOf(list.not); at >= 0; at = prose.indexOf(list.not, at + 1)) {
      const [left, right] = [memberBefore(prose, at), memberBehind(prose, at + 1)];
      const members = [entry.target.slice(left.from, left.to), entry.target.slice(right.from, right.to)];
      if (members.some((member) => !/\w/.test(member)) || !isListed(inSource, members.join(', '))) continue;
      const message = `"${list.not}" between members of a list; expected "${list.mark}"`;
      yield { message, from: left.to, to: right.from, fix: list.mark };
    }
  },
};

/** After the last two of a clause no further member follows. */
function isListed(inSource: (piece: string) => boolean, members: string): boolean {
  return inSource(members) && [',', ' and ', ' or '].some((next) => inSource(members + next));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Code, or a Latin word, without the spaces between it and the mark. */
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

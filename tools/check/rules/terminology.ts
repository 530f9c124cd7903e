/**
 * Terms of the glossary: a translation that it says not to use; a term of several words with none of its translations in
 * the target; a term of one word left in English. Other words alone are too often rightly left out or put otherwise, a
 * term with a context means other things elsewhere, and a name of a piece of code (`the films table`) may be dropped. A
 * target that stays English from end to end is for `untranslated`.
 */
import type { Glossary, Term } from '../../glossary/types.ts';
import { plainText } from '../../segment/inline.ts';
import { scriptOf } from '../per-language.ts';
import type { Remark, Rule, Subject } from '../types.ts';

interface Used {
  readonly term: Term;
  times: number;
  /** As the source writes it, where it cannot have been left out. */
  readonly needed: string[];
}

export const terminology: Rule = {
  name: 'terminology',
  severity: 'warning',
  *check(subject, { glossary, language }): Iterable<Remark> {
    const { target, prose, entry } = subject;
    if (glossary.terms.length === 0) return;
    const isNative = scriptOf(language);
    if (isNative && !hasNative(prose, isNative)) return;
    const used = usedTerms(subject, glossary);
    if (used.length === 0) return;
    const said = essence(plainText(target));
    let right: ReadonlySet<string> | undefined;
    for (const { term, times, needed } of used) {
      const wanted = spellings(term);
      if (wanted.some((each) => said.includes(each))) {
        if (term.not.length === 0 || wanted.reduce((sum, each) => sum + occurrences(said, each), 0) >= times) continue;
      }
      const expected = term.targets.map((each) => `"${each}"`).join(' or ');
      right ??= new Set(used.flatMap((each) => each.term.targets));
      const wrong = firstPlace(prose, term.not, right);
      if (wrong)
        yield {
          message: `"${entry.target.slice(wrong.from, wrong.to)}" for "${term.term}"; expected ${expected}`,
          ...wrong,
        };
      else if (isMissing(term, needed, prose) && term.context === undefined && !isInParts(said, wanted))
        yield { message: `the term "${term.term}" is in the English; expected ${expected} here` };
    }
  },
};

function usedTerms({ sourceProse, entry }: Subject, glossary: Glossary): Used[] {
  const used = new Map<Term, Used>();
  for (const { term, from, to } of glossary.find(sourceProse)) {
    const found = used.get(term) ?? { term, times: 0, needed: [] };
    used.set(term, found);
    found.times++;
    if (!isBesideCode(entry.source, from, to) && !isName(entry, from, to))
      found.needed.push(sourceProse.slice(from, to));
  }
  return [...used.values()];
}

function isMissing(term: Term, needed: readonly string[], prose: string): boolean {
  if (/[ -]/.test(term.term)) return needed.length > 0;
  return needed.some((word) => /^[a-z]/.test(word) && prose.toLowerCase().includes(word.toLowerCase()));
}

/** A command's in capitals, which the target then has too, or quoted, such as words of a message. */
function isName({ source, target }: Subject['entry'], from: number, to: number): boolean {
  const written = source.slice(from, to);
  const command = /^[A-Z]{2,}(?:[ -][A-Z]+)*/.exec(written)?.[0];
  if (command !== undefined && target.includes(command)) return true;
  return source.lastIndexOf('\u201C', from) > source.lastIndexOf('\u201D', from);
}

/** Code, a word to replace, a quoted name or an alternative on either side, or the word is one itself. */
function isBesideCode(source: string, from: number, to: number): boolean {
  return BEFORE.test(source.slice(Math.max(0, from - 2), from)) || BEHIND.test(source.slice(to, to + 2));
}

const BEFORE = /(?:[`*>"/] ?|-)$/;
const BEHIND = /^(?: ?[`*<"/]|[(-])/;

const known = new WeakMap<Term, readonly string[]>();

function spellings(term: Term): readonly string[] {
  let found = known.get(term);
  if (!found) {
    found = term.targets.map(essence);
    known.set(term, found);
  }
  return found;
}

/** Both halves of a long translation, with something between them or the other way round. */
function isInParts(said: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => {
    const middle = Math.ceil(each.length / 2);
    return each.length > 2 && said.includes(each.slice(0, middle)) && said.includes(each.slice(middle));
  });
}

/** Spaces and capitals make no other word. */
function essence(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The first place of one of the words that is no part of a right translation, be it of another term. */
function firstPlace(prose: string, words: readonly string[], right: ReadonlySet<string>): Place | undefined {
  for (const word of words) {
    const longer = [...right].filter((each) => each.includes(word));
    for (let from = prose.indexOf(word); from >= 0; from = prose.indexOf(word, from + word.length)) {
      if (!longer.some((each) => covers(prose, from, word, each))) return { from, to: from + word.length };
    }
  }
  return undefined;
}

function covers(prose: string, from: number, word: string, longer: string): boolean {
  const start = Math.max(0, from + word.length - longer.length);
  const at = prose.slice(start, from + longer.length).indexOf(longer);
  return at >= 0 && start + at <= from;
}

function hasNative(prose: string, isNative: (text: string, at: number) => boolean): boolean {
  for (let at = 0; at < prose.length; at++) if (isNative(prose, at)) return true;
  return false;
}

/**
 * A word written twice in a row, as happens at the seams of an edit: words of Latin letters, phrases of three
 * or four characters in a script without spaces, and the shorter words that `doubled` of checks.yml names. What the
 * source doubles too, and compounds that begin or end with such a word, are right.
 */
import type { LanguageRules } from '../language.ts';
import { anyOf, perLanguage, scriptOf } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const LONGEST = 4;
/** Two characters rightly stand twice at the seam of two compounds, and where a word is repeated for emphasis. */
const SHORTEST_PHRASE = 3;

const prepared = perLanguage(({ doubled }: LanguageRules) => ({
  words: new Set(doubled?.words),
  except: anyOf(doubled?.except ?? []),
}));

export const doubledWords: Rule = {
  name: 'doubled-words',
  severity: 'warning',
  *check({ prose, sourceProse }, { language }): Iterable<Remark> {
    yield* doubledLatin(prose, sourceProse);
    const isNative = scriptOf(language);
    if (!isNative) return;
    const { words, except } = prepared(language);
    for (let length = 1; length <= LONGEST; length++) {
      for (const { from, to } of repeated(prose, length, isNative)) {
        const word = prose.slice(from, from + length);
        if (!words.has(word) && (length < SHORTEST_PHRASE || new Set(word).size === 1 || hasParticle(word, words)))
          continue;
        if (inCompound(prose, from, length, except)) continue;
        const message = `"${word}" stands here twice in a row`;
        yield words.has(word) && to - from === length * 2 ? { message, from, to, fix: word } : { message, from, to };
      }
    }
  },
};

const LATIN = /(?<![A-Za-z])([A-Za-z]{2,})\s\1(?![A-Za-z])/gi;

function* doubledLatin(prose: string, sourceProse: string): Iterable<Remark> {
  for (const { 0: twice, 1: word, index: from } of prose.matchAll(LATIN)) {
    if (sourceProse.toLowerCase().includes(twice.toLowerCase().replace(/\s/, ' '))) continue;
    yield { message: `"${word}" stands here twice in a row`, from, to: from + twice.length };
  }
}

/** `of the index of the index page`: with a particle at either end it is two phrases in a row. */
function hasParticle(phrase: string, words: ReadonlySet<string>): boolean {
  return words.has(phrase.charAt(0)) || words.has(phrase.charAt(phrase.length - 1));
}

/** Runs in which every character is the one `length` before it, and native. */
function* repeated(
  prose: string,
  length: number,
  isNative: (text: string, at: number) => boolean,
): Iterable<{ readonly from: number; readonly to: number }> {
  let equal = 0;
  for (let at = length; at <= prose.length; at++) {
    if (at < prose.length && prose.charCodeAt(at) === prose.charCodeAt(at - length) && isNative(prose, at)) equal++;
    else {
      if (equal >= length) yield { from: at - equal - length, to: at };
      equal = 0;
    }
  }
}

/** Whether a compound covers the seam's character on one side without being the doubled word itself. */
function inCompound(prose: string, from: number, length: number, except: RegExp): boolean {
  const start = Math.max(0, from - LONGEST);
  const around = prose.slice(start, from + length * 2 + LONGEST);
  const seam = from + length - start;
  for (const { 0: compound, index } of around.matchAll(except)) {
    const end = index + compound.length;
    if (end === seam || index === seam) return true;
  }
  return false;
}

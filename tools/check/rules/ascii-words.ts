/**
 * Latin words in prose of another script that the English does not have, neither in prose nor in code: a misspelt name, a
 * word that is another segment's, or English that the translator added. Words that the language has taken over are data:
 * `latinWords` of checks.yml.
 */
import { perLanguage, scriptOf } from '../per-language.ts';
import type { Remark, Rule, Subject } from '../types.ts';

const WORD = /[A-Za-z][A-Za-z0-9]+/g;
/** Longer words are compared by their beginnings. */
const COMPARED = 24;
/** So many words a target are looked for inside others (`dump` in `pgdump`): else time grows with the square. */
const SEARCHED = 50;

const allowed = perLanguage(({ latinWords = [] }) => new Set(latinWords.map((word) => word.toLowerCase())));

export const asciiWords: Rule = {
  name: 'ascii-words',
  severity: 'warning',
  *check({ prose, entry }, { language }): Iterable<Remark> {
    if (!scriptOf(language) || prose.search(WORD) < 0) return;
    let words: Set<string> | undefined;
    let beginnings: Set<string> | undefined;
    const told = new Set<string>();
    for (const { 0: word, index: from } of prose.matchAll(WORD)) {
      const lower = word.toLowerCase();
      if (allowed(language).has(lower) || told.has(lower)) continue;
      words ??= wordsOf(entry);
      if (words.has(lower)) continue;
      beginnings ??= beginningsOf(entry);
      if (beginnings.has(lower.slice(0, COMPARED)) || beginnings.has(stem(lower))) continue;
      told.add(lower);
      if (told.size <= SEARCHED && entry.source.toLowerCase().includes(lower)) continue;
      yield { message: `the word "${word}" is not in the English`, from, to: from + word.length };
    }
  },
};

function wordsOf({ source }: Subject['entry']): Set<string> {
  return new Set(source.toLowerCase().match(/[a-z0-9]+/g));
}

/**
 * Beginnings of what stands at each word, punctuation and spaces dropped: so `UTF8` is found in `UTF-8`, `index` in
 * `indexes`. Of words in CamelCase each part is a word.
 */
function beginningsOf({ source }: Subject['entry']): Set<string> {
  const starts: number[] = [];
  let joined = '';
  for (const [part] of source.replaceAll('\\', '').matchAll(/[A-Z]*[a-z]+|[A-Z]+|\d+/g)) {
    starts.push(joined.length);
    joined += part.toLowerCase();
  }
  const found = new Set<string>();
  for (const start of starts)
    for (let length = 1; length <= COMPARED; length++) found.add(joined.slice(start, start + length));
  return found;
}

/** Without the endings that English words take. */
function stem(word: string): string {
  return word.replace(/(?:ies|es|s|ed|ing)$/, '').slice(0, COMPARED);
}

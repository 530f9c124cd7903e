/** What a rule prepares of the language's data, such as regular expressions: made once a language, not once an entry. */
import type { LanguageRules } from './language.ts';

/** The same function, which remembers what it made of each language; data of a language never changes. */
export function perLanguage<T>(prepare: (language: LanguageRules) => T): (language: LanguageRules) => T {
  const made = new WeakMap<LanguageRules, { readonly value: T }>();
  return (language) => {
    let found = made.get(language);
    if (!found) {
      found = { value: prepare(language) };
      made.set(language, found);
    }
    return found.value;
  };
}

/** Matches one of the words; the longest that fits. Never matches when there are none. */
export function anyOf(words: Iterable<string>, flags = 'g'): RegExp {
  const sorted = [...words].toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(sorted.length === 0 ? '(?!)' : sorted.join('|'), flags);
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Tells characters of the language's script, a UTF-16 unit each; undefined where the language is in Latin script. */
export const scriptOf = perLanguage(({ script }) => (script === undefined ? undefined : membership(script)));

/** A table of the basic plane, because asking a regular expression for each character takes ten times as long. */
function membership(script: string): (text: string, at: number) => boolean {
  const pattern = new RegExp(`\\p{Script=${script}}`, 'u');
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) if (pattern.test(String.fromCharCode(code))) table[code] = 1;
  return (text, at) => table[text.charCodeAt(at)] === 1;
}

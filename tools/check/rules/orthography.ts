/** Characters of another orthography of the language, by data: `characters` of checks.yml. */
import { finder } from '../finder.ts';
import { perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const prepared = perLanguage(({ characters = {} }) => ({
  characters: new Map(Object.entries(characters)),
  /** Runs, so that a word of several is one remark. */
  pattern: new RegExp(Object.keys(characters).length === 0 ? '(?!)' : `[${classOf(Object.keys(characters))}]+`, 'gu'),
}));

export const orthography: Rule = {
  name: 'orthography',
  severity: 'warning',
  *check({ prose, entry }, { language }): Iterable<Remark> {
    const { characters, pattern } = prepared(language);
    if (prose.search(pattern) < 0) return;
    const inSource = finder(entry.source);
    for (const { 0: found, index: from } of prose.matchAll(pattern)) {
      if (inSource(found)) continue;
      const fix = [...found].map((character) => characters.get(character) ?? character).join('');
      yield { message: `"${found}"; expected "${fix}"`, from, to: from + found.length, fix };
    }
  },
};

function classOf(characters: readonly string[]): string {
  return characters.map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
}

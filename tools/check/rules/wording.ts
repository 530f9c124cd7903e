/** Words that the language's translators have agreed not to use, by data: `wordsToAvoid` of checks.yml. */
import { anyOf, perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const prepared = perLanguage(({ wordsToAvoid = {} }) => ({
  words: new Map(Object.entries(wordsToAvoid)),
  pattern: anyOf(Object.keys(wordsToAvoid)),
}));

export const wording: Rule = {
  name: 'wording',
  severity: 'warning',
  *check({ prose }, { language }): Iterable<Remark> {
    const { words, pattern } = prepared(language);
    if (prose.search(pattern) < 0) return;
    for (const { 0: found, index: from } of prose.matchAll(pattern)) {
      const fix = words.get(found);
      if (fix !== undefined) yield { message: `"${found}"; expected "${fix}"`, from, to: from + found.length, fix };
    }
  },
};

/** Entries, and what rules say of them. */

import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import type { LanguageRules } from '../../tools/check/language.ts';
import { newSubjects } from '../../tools/check/subject.ts';
import { surroundingsOf } from '../../tools/check/surroundings.ts';
import type { Remark, Rule, Surroundings } from '../../tools/check/types.ts';
import { glossaryOf } from '../../tools/glossary/find.ts';
import type { Glossary } from '../../tools/glossary/types.ts';
import { catalog, entry } from '../catalog/samples.ts';

export const noTerms: Glossary = glossaryOf([]);

/** Surroundings of these catalogs; those of a language that knows nothing by default. */
export const around = (
  catalogs: readonly Catalog[] = [],
  language: LanguageRules = {},
  glossary: Glossary = noTerms,
): Surroundings => surroundingsOf(catalogs, language, glossary);

/** What a rule remarks on one entry. */
export function remarks(rule: Rule, source: string, target: string, others: readonly Entry[] = []): Remark[] {
  const own = entry(source, target);
  return [...rule.check(newSubjects()('sql-keep', own), around([catalog(own, ...others)]))];
}

/** The text that each remark points at, with its message. */
export function pointed(rule: Rule, source: string, target: string): [string, string][] {
  return remarks(rule, source, target).map(({ message, from = 0, to = target.length }) => [
    target.slice(from, to),
    message,
  ]);
}

/** A rule for tests: replaces one text by another. */
export const replacing = (
  name: string,
  wrong: string,
  right: string,
  severity: Rule['severity'] = 'warning',
): Rule => ({
  name,
  severity,
  *check({ entry: { target } }) {
    for (let from = target.indexOf(wrong); from >= 0; from = target.indexOf(wrong, from + wrong.length))
      yield { message: `${wrong} should be ${right}`, from, to: from + wrong.length, fix: right };
  },
});

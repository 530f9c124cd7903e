/** What rules say of Chinese targets, with the data of zh-CN. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageRules } from '../../../tools/check/language.ts';
import { parseLanguageRules } from '../../../tools/check/parse-language.ts';
import { newSubjects } from '../../../tools/check/subject.ts';
import type { Remark, Rule } from '../../../tools/check/types.ts';
import { glossaryOf } from '../../../tools/glossary/find.ts';
import { parseGlossary } from '../../../tools/glossary/parse.ts';
import { catalog, entry } from '../../catalog/samples.ts';
import { around } from '../samples.ts';

const path = join(import.meta.dirname, '../../../translations/zh-CN/checks.yml');
export const chinese: LanguageRules = parseLanguageRules(readFileSync(path, 'utf8'), 'checks.yml');

interface Workspace {
  readonly glossary?: string;
  readonly language?: LanguageRules;
  /** Targets of the same source on other pages. */
  readonly elsewhere?: readonly string[];
}

export function remarksOf(rule: Rule, source: string, target: string, workspace: Workspace = {}): Remark[] {
  const { glossary = '', language = chinese, elsewhere = [] } = workspace;
  const own = entry(source, target);
  const catalogs = [own, ...elsewhere.map((each) => entry(source, each))].map((each) => catalog(each));
  const surroundings = around(catalogs, language, glossaryOf(parseGlossary(glossary, 'glossary.yml')));
  return [...rule.check(newSubjects()('pot', own), surroundings)];
}

/** What the remarks point at. */
export function pieces(rule: Rule, source: string, target: string, workspace?: Workspace): string[] {
  return remarksOf(rule, source, target, workspace).map(({ from = 0, to = target.length }) => target.slice(from, to));
}

/** The target with every fix made. */
export function fixed(rule: Rule, source: string, target: string, workspace?: Workspace): string {
  const remarks = remarksOf(rule, source, target, workspace).filter(({ fix }) => fix !== undefined);
  return remarks
    .toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0))
    .reduce((text, { from = 0, to = 0, fix = '' }) => text.slice(0, from) + fix + text.slice(to), target);
}

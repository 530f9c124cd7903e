/** translations/points.yml: what is worth how much, and why. */
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { NAME, rulesSchema } from './rules-schema.ts';
import type { Rules } from './types.ts';

export const RULES_FILE = 'translations/points.yml';

/**
 * Reads points.yml.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseRules(text: string, file: string = RULES_FILE): Rules {
  const given = parseStrictYaml(rulesSchema, text, file, (value, report) => {
    for (const part of ['awards', 'offices'])
      for (const name of namesAt(value, part))
        if (!NAME.test(name))
          report([part, name], `${part}: a name of lower-case letters and hyphens expected, such as wish`);
    reportRepeated(value, ['levels'], 'level', report);
    reportRepeated(value, ['levels'], 'from', report);
    reportRepeated(value, ['reviews', 'waited'], 'days', report);
  });
  const { reviews, replacement } = given;
  return {
    texts: mapped(given.texts, (rule) => ({
      per100Words: rule['per-100-words'],
      byChange: rule['by-change'],
      atLeast: rule['at-least'],
      nothingBelow: rule['nothing-below'],
      reason: rule.reason,
    })),
    correctors: given.correctors,
    reviews: reviews && {
      share: reviews.share,
      allReviewers: reviews['all-reviewers'],
      waited: reviews.waited.toSorted((a, b) => b.days - a.days),
      reason: reviews.reason,
    },
    replacement: replacement && {
      points: replacement.points,
      atLeastPlaces: replacement['at-least-places'],
      reason: replacement.reason,
    },
    content: mapped(given.content, (rule) => ({
      points: rule.points,
      chosen: rule.chosen,
      atLeastWords: rule['at-least-words'],
      reason: rule.reason,
    })),
    awards: mapped(given.awards, (rule) => rule),
    offices: mapped(given.offices, (rule) => rule),
    repeated: given.repeated,
    caps: given.caps.map((cap) => ({ kinds: cap.kinds, points: cap['points-per-month'], reason: cap.reason })),
    levels: given.levels.map(({ level, name, from }) => ({ level, name, from })).toSorted((a, b) => a.from - b.from),
  };
}

function mapped<K extends string, Given, Rule>(
  rules: Readonly<Partial<Record<K, Given>>>,
  rule: (given: Given) => Rule,
): ReadonlyMap<K, Rule> {
  const all = new Map<K, Rule>();
  for (const name of Object.keys(rules) as K[]) {
    const given = rules[name];
    if (given !== undefined) all.set(name, rule(given));
  }
  return all;
}

type Report = (path: readonly PropertyKey[], message: string) => void;

/** Two entries of a list that say the same of what has to tell them apart. */
function reportRepeated(value: unknown, list: readonly string[], key: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const [at, entry] of entriesAt(value, list).entries()) {
    const said = (entry as Readonly<Record<string, unknown>> | undefined)?.[key];
    if (said !== undefined && seen.has(said)) report([...list, at, key], `${key}: ${String(said)} stands here twice`);
    seen.add(said);
  }
}

function namesAt(value: unknown, part: string): readonly string[] {
  const found =
    value instanceof Object && Object.hasOwn(value, part) ? (value as Readonly<Record<string, unknown>>)[part] : {};
  return found instanceof Object ? Object.keys(found) : [];
}

function entriesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const found = path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined),
    value,
  );
  return Array.isArray(found) ? found : [];
}

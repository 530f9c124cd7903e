/** translations/<language>/glossary.yml: text to terms. Everything that is wrong with it is told at once. */
import { z } from 'zod';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { spellingOf } from './spelling.ts';
import type { Term } from './types.ts';

/** No term of the manual comes near; finding one takes as many steps as the longest has words. */
const MOST_WORDS = 8;

const line = z
  .string('text expected')
  .trim()
  .min(1, 'text expected, found nothing')
  .regex(/^[^\p{Cc}\p{Cs}\uFFFC]*$/u, 'text on one line expected');

const english = line
  .regex(
    /^[\p{L}\p{N}\p{M}_]+(?:[ '’./+-][\p{L}\p{N}\p{M}_]+)*$/u,
    'English words of letters and digits expected, such as index or write-ahead log',
  )
  .refine((text) => text.split(/[^\p{L}\p{N}\p{M}_]/u).length <= MOST_WORDS, `at most ${MOST_WORDS} words expected`);

/** One text, or a list of texts. */
function oneOrMore(text: z.ZodType<string>, least: 0 | 1) {
  const list = z.array(text, 'text or a list of texts expected').min(least, 'a text expected, found an empty list');
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), list);
}

const term = z.strictObject({
  term: english,
  target: oneOrMore(line, 1),
  not: oneOrMore(line, 0).default([]),
  forms: oneOrMore(english, 0).default([]),
  context: line.optional(),
  pos: z
    .enum(
      ['noun', 'verb', 'adjective', 'adverb', 'name'],
      '"noun", "verb", "adjective", "adverb" or "name" expected; leave it out if a word is noun and verb',
    )
    .optional(),
  note: line.optional(),
  case: z.enum(['exact', 'any'], '"exact" or "any" expected').default('any'),
});

const glossary = z.array(term, 'a list of terms expected, each beginning with "- term:"').default([]);

/**
 * Reads glossary.yml. A file without a term is one with none.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseGlossary(text: string, file: string): readonly Term[] {
  let lines: readonly number[] = [];
  const terms = parseStrictYaml(glossary, text, file, (value, report, lineOf) => {
    const entries = Array.isArray(value) ? value.map((entry: unknown) => (isRecord(entry) ? entry : {})) : [];
    lines = entries.map((_, at) => lineOf([at]));
    reportRepeated(entries, lines, report);
    reportContradictions(entries, report);
  });
  return terms.map(({ term, target, not, forms, context, pos, note, case: letters }, at) => ({
    term,
    targets: target,
    not,
    forms,
    ...(context === undefined ? {} : { context }),
    ...(pos === undefined ? {} : { partOfSpeech: pos }),
    ...(note === undefined ? {} : { note }),
    case: letters,
    line: lines[at] ?? 1,
  }));
}

type Entry = Readonly<Record<string, unknown>>;
type Report = (path: readonly PropertyKey[], message: string) => void;

/** Two terms are the same if a reader could not tell them apart; capitals tell only `case: exact` ones. */
function reportRepeated(entries: readonly Entry[], lines: readonly number[], report: Report): void {
  const seen = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    for (const key of ['term', 'forms'] as const) {
      for (const form of textsOf(entry[key])) {
        const spelling = spellingOf(form);
        const id = entry.case === 'exact' ? `exact ${spelling}` : spelling.toLowerCase();
        const first = seen.get(id);
        seen.set(id, first ?? at);
        if (first !== undefined) report([at, key], repeated(form, lines[first] ?? 1, first === at));
      }
    }
  }
}

function repeated(form: string, line: number, isSameEntry: boolean): string {
  return isSameEntry
    ? `"${form}" is known already: capitals, and a hyphen for a space, make no difference; delete it`
    : `"${form}" stands in line ${line} already; give both meanings in one entry: a list of targets, and in context which is right where`;
}

/** What is not to be used would be found in every text that has the right target. */
function reportContradictions(entries: readonly Entry[], report: Report): void {
  for (const [at, entry] of entries.entries()) {
    const targets = textsOf(entry.target);
    for (const not of textsOf(entry.not)) {
      const target = targets.find((each) => not !== '' && each.includes(not));
      if (target !== undefined)
        report([at, 'not'], `"${not}" is not to be used, but is part of the target "${target}"`);
    }
  }
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
    typeof each === 'string' ? [each.trim()] : [],
  );
}

function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

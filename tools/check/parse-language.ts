/** translations/<language>/checks.yml -> LanguageRules. Strict: whatever is wrong is told at once, with file and line. */
import { z } from 'zod';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import type { LanguageRules } from './language.ts';

const text = z.string('text expected').min(1, 'text expected');
const texts = z.array(text, 'a list expected, such as [a, b]');
const unit = text.refine((value) => value.length === 1, 'one character expected');
const decimal = z
  .string('a number expected')
  .regex(/^\d{1,15}(\.\d{1,15})?$/, 'a number expected, such as 10000')
  .transform(Number);

/** Lists of pairs written without anything between them keep thousands of characters readable. */
const pairsOfCharacters = texts
  .refine(
    (lines) => lines.every((line) => [...line.replace(/\s/g, '')].length % 2 === 0),
    'pairs of characters expected: each wrong one, followed by the right one',
  )
  .transform((lines): Record<string, string> => {
    const found: Record<string, string> = {};
    const characters = [...lines.join('').replace(/\s/g, '')];
    for (let at = 0; at + 1 < characters.length; at += 2)
      found[characters[at] as string] = characters[at + 1] as string;
    return found;
  });

const punctuation = z.strictObject({
  fullWidth: z.record(unit, unit, 'marks expected, such as ",": "\uFF0C"').default({}),
  list: z.strictObject({ mark: unit, not: unit }, 'mark and not expected').optional(),
  ends: z.record(unit, texts, 'marks expected, such as ".": ["\u3002"]').default({}),
  pairs: z
    .array(
      z
        .string('a pair expected, such as "()"')
        .regex(/^..$/su, 'two characters expected, the opening and the closing one')
        .transform((pair): readonly [string, string] => [pair.charAt(0), pair.charAt(1)]),
      'a list of pairs expected',
    )
    .default([]),
});

const schema: z.ZodType<LanguageRules> = z.strictObject({
  script: text.refine(isScript, 'the Unicode name of a script expected, such as Han or Cyrillic').optional(),
  punctuation: punctuation.optional(),
  spacing: z.enum(['space', 'none'], 'space or none expected').optional(),
  numberUnits: z.record(text, decimal, 'units with their factors expected').optional(),
  numberWords: z.record(text, decimal, 'words with their numbers expected').optional(),
  digits: z
    .array(
      text.refine((value) => value.length === 10, 'ten digits expected, from 0 to 9'),
      'a list of digits expected',
    )
    .optional(),
  characters: pairsOfCharacters.optional(),
  invisible: z
    .array(
      z
        .string()
        .regex(/^U\+[0-9A-Fa-f]{4,5}$/, 'a character expected, written as U+00A0')
        .transform((name) => String.fromCodePoint(Number.parseInt(name.slice(2), 16))),
      'a list of characters expected, such as [U+00A0]',
    )
    .optional(),
  wordsToAvoid: z.record(text, text, 'words expected, each with the one to write instead').optional(),
  latinWords: texts.optional(),
  doubled: z
    .strictObject(
      { words: z.array(text.max(4, 'at most four characters expected')), except: texts },
      'words and except expected',
    )
    .optional(),
  lengthRatio: z.strictObject({ min: decimal, max: decimal }, 'min and max expected').optional(),
});

/**
 * @param file the name that messages bear
 * @returns without any rule for an empty text: then the rules that need data say nothing
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseLanguageRules(content: string, file: string): LanguageRules {
  return content.trim() === '' ? {} : parseStrictYaml(schema, content, file);
}

function isScript(name: string): boolean {
  if (!/^[A-Z][A-Za-z_]{1,40}$/.test(name)) return false;
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').source !== '';
  } catch {
    return false;
  }
}

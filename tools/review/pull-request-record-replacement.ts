/** Whether all that a pull request changes in the manual is one `pgdoc replace`, as it says of itself. Pure. */

import { entriesOf } from '../catalog/entries.ts';
import { parseCatalog } from '../catalog/parse.ts';
import { newSubstitution, type ReplacementSpec, specProblem } from '../catalog/replacement.ts';
import { provesReplacement } from '../catalog/replacement-proof.ts';
import { proseOf } from '../check/scan.ts';
import type { PullRequestRecord } from '../ledger/types.ts';
import { catalogAt } from './changes-pages.ts';
import type { FileChange } from './types.ts';

export type ProvedReplacement = NonNullable<PullRequestRecord['replacement']>;

/** Each further command costs a proof over all that changed. */
const MOST = 3;

/**
 * Proves one of the commands `pgdoc replace OLD NEW` that texts name, the first that explains every catalog that differs.
 *
 * @param texts such as the title, the body and the messages of commits
 * @returns undefined when none is named, or none is proved
 */
export function provedReplacement(
  files: readonly FileChange[],
  texts: readonly string[],
): ProvedReplacement | undefined {
  const catalogs = files.filter(({ path, before, after }) => catalogAt(path) && before !== after);
  if (catalogs.length === 0) return undefined;
  for (const spec of replacementsNamed(texts).slice(0, MOST)) {
    const substitution = newSubstitution(spec, proseOf);
    const isProved = catalogs.every(
      ({ path, before, after }) => provesReplacement(before, after, path, substitution).findings.length === 0,
    );
    if (!isProved) continue;
    const places = catalogs
      .flatMap(({ path, before }) => entriesOf(parseCatalog(before ?? '', path, catalogAt(path)?.page ?? '').catalog))
      .reduce((sum, entry) => sum + substitution(entry).places, 0);
    return { old: spec.old, new: spec.new, places };
  }
  return undefined;
}

const COMMAND = /\bpgdoc replace[ \t]+(\S.*)$/;
const WORD = /"([^"\\]*)"|'([^']*)'|([^\s"'`]+)/y;

/** The commands that stand in texts, each on one line, its words quoted as in a shell where they have spaces. */
export function replacementsNamed(texts: readonly string[]): ReplacementSpec[] {
  const found = new Map<string, ReplacementSpec>();
  for (const line of texts.flatMap((text) => text.split(/\r\n?|\n/))) {
    const [, rest] = COMMAND.exec(line.slice(0, 2000)) ?? [];
    const spec = rest === undefined ? undefined : specOf(wordsOf(rest));
    if (spec && specProblem(spec) === undefined) found.set(JSON.stringify(spec), spec);
  }
  return [...found.values()];
}

function wordsOf(rest: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < rest.length && rest[at] !== '`') {
    WORD.lastIndex = at;
    const [found, double, single, bare] = WORD.exec(rest) ?? [];
    if (found === undefined) break;
    words.push(double ?? single ?? bare ?? '');
    at += found.length;
    while (/\s/.test(rest[at] ?? '')) at++;
  }
  return words;
}

function specOf(words: readonly string[]): ReplacementSpec | undefined {
  const [old, replacement, ...options] = words;
  if (old === undefined || replacement === undefined || old.startsWith('-')) return undefined;
  const where = options.indexOf('--where-source');
  const whereSource = where < 0 ? undefined : options[where + 1];
  return {
    old,
    new: replacement,
    ...(whereSource === undefined ? {} : { whereSource }),
    ...(options.includes('--whole-words') ? { wholeWords: true } : {}),
  };
}

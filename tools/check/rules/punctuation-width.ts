/**
 * Half-width marks in prose of a script that has full-width ones, and full-width marks inside what is English or a
 * number. Brackets count when what they hold is in the language; a pair with one of each width is half wrong.
 */
import { bracketRemarks } from '../bracket-width.ts';
import { anyOf, perLanguage, scriptOf } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';
import { latinMarkRemarks } from '../wide-in-latin.ts';

const BRACKETS = new Set(['(', ')', '[', ']', '{', '}']);

const prepared = perLanguage(({ punctuation, script }) => {
  if (script === undefined || !punctuation) return undefined;
  const wide = new Map(Object.entries(punctuation.fullWidth));
  const marks = [...wide.keys()].filter((mark) => !BRACKETS.has(mark));
  return { wide, wideMarks: new Set([...wide.values()]), pattern: anyOf(marks) };
});

export const punctuationWidth: Rule = {
  name: 'punctuation-width',
  severity: 'warning',
  *check(subject, { language }): Iterable<Remark> {
    const data = prepared(language);
    const isNative = scriptOf(language);
    if (!data || !isNative) return;
    const { prose, sourceProse } = subject;
    for (const { 0: mark, index: from } of prose.matchAll(data.pattern)) {
      const before = prose.charAt(from - 1);
      const follows = afterSpaces(prose, from + 1);
      const next = prose.charAt(from + 1);
      const afterNative = from > 0 && (isNative(prose, from - 1) || data.wideMarks.has(before));
      const beforeNative = follows < prose.length && isNative(prose, follows) && isLatin(before);
      const ends = follows === prose.length && sourceProse.trimEnd().endsWith(mark) && hasNative(prose, isNative);
      const wrong =
        mark === '.'
          ? (afterNative && !isLatin(next) && next !== '.' && next !== '\uFFFC') || ends
          : afterNative || (beforeNative && mark !== '.') || ends;
      if (!wrong || before === mark) continue;
      const to = Math.min(follows, prose.length);
      const fix = data.wide.get(mark) ?? mark;
      const shown = prose.slice(Math.max(0, from - 3), from + 1).replaceAll('\uFFFC', '');
      yield { message: `half-width "${mark}" in "${shown}"; expected "${fix}"`, from, to, fix };
    }
    yield* bracketRemarks(prose, data.wide, isNative);
    yield* latinMarkRemarks(subject, data.wide);
  },
};

/** Spaces behind a mark go with it: a full-width one brings its own. */
function afterSpaces(prose: string, from: number): number {
  let at = from;
  while (prose.charAt(at) === ' ') at++;
  return at;
}

function isLatin(character: string): boolean {
  return /[A-Za-z0-9\uFFFC)\]"]/.test(character);
}

function hasNative(prose: string, isNative: (text: string, at: number) => boolean): boolean {
  for (let at = 0; at < prose.length; at++) if (isNative(prose, at)) return true;
  return false;
}

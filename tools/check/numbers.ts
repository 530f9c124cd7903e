/** Numbers in prose, as values that can be compared over languages. One pass over a text. */
import { SCALES } from './english-numbers.ts';
import type { LanguageRules } from './language.ts';
import { anyOf, perLanguage } from './per-language.ts';

/** A number as it is written. */
export interface WrittenNumber {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What it may mean: itself, or itself times the unit that follows. */
  readonly values: readonly string[];
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** Digits of a name (`UTF-8`, `int4`, `x86_64`) are spelt in more ways than one and say no quantity. */
const IN_NAME = /[A-Za-z_]-?$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** @param factorAfter what the unit that stands behind a number multiplies it by, if there is one */
export function writtenNumbers(text: string, factorAfter: (text: string, at: number) => number): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const { 0: run, index } of text.matchAll(NUMBER)) {
    if (IN_NAME.test(text.slice(Math.max(0, index - 2), index))) continue;
    let from = index;
    for (const part of THOUSANDS.test(run) ? [run] : run.split(',')) {
      const to = from + part.length;
      const plain = canonical(part.replaceAll(',', ''));
      const factor = factorAfter(text, to);
      const others = factor === 1 ? centuryOf(text, from, to) : [scaled(plain, factor)];
      found.push({ text: part, from, to, values: [plain, ...others] });
      from = to + 1;
    }
  }
  return found;
}

/** Every value that the text may be said to hold, those in names and of single runs of digits too. */
export function allValues(text: string, written: readonly WrittenNumber[]): Set<string> {
  const values = new Set(written.flatMap((number) => number.values));
  const joined = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  for (const [run] of joined.matchAll(/\d+(?:\.\d+)*/g)) values.add(canonical(run));
  for (const [run] of joined.matchAll(/\d+/g)) values.add(canonical(run));
  return values;
}

/** Without zeros in front, which dates have and have not, and without cents where there are none. */
export function canonical(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/(?<=^\d+)\.00$/, '');
}

function scaled(plain: string, factor: number): string {
  return String(Math.round(Number(plain) * factor * 1e6) / 1e6);
}

/** `1900s` are the 20th century. */
function centuryOf(text: string, from: number, to: number): string[] {
  const years = text.slice(from, to + 1);
  return /^\d\d00s$/.test(years) ? [String(Number(years.slice(0, 2)) + 1)] : [];
}

/** `million` behind an English number. */
export function englishFactor(text: string, at: number): number {
  const word = /^[ -]?([a-z]{7,8})/.exec(text.slice(at, at + 10))?.[1];
  return (word === undefined ? undefined : SCALES.get(word)) ?? 1;
}

/** Units of the language behind a number; several multiply. */
export const factorIn = perLanguage(({ numberUnits = {} }: LanguageRules) => {
  const units = new Map(Object.entries(numberUnits));
  const unit = new RegExp(` ?(${anyOf(units.keys()).source})`, 'y');
  return (text: string, at: number): number => {
    let factor = 1;
    for (let next = at, rounds = 0; rounds < 3; rounds++) {
      unit.lastIndex = next;
      const found = unit.exec(text)?.[1];
      if (found === undefined) break;
      factor *= units.get(found) ?? 1;
      next = unit.lastIndex;
    }
    return factor;
  };
});

/** Digits of the language as those of ASCII; offsets stay. */
export const asciiDigits = perLanguage(({ digits = [] }: LanguageRules) => {
  const ascii = new Map(digits.flatMap((ten) => ten.split('').map((digit, at) => [digit, String(at)] as const)));
  const pattern = anyOf(ascii.keys());
  return (text: string): string =>
    text.search(pattern) < 0 ? text : text.replace(pattern, (digit) => ascii.get(digit) ?? digit);
});

/** Values of the language's words of number; runs of them are read as one number, and each as itself. */
export const nativeValues = perLanguage(({ numberWords = {}, numberUnits = {} }: LanguageRules) => {
  const words = new Map(Object.entries(numberWords));
  const units = new Map(Object.entries(numberUnits));
  const one = anyOf([...words.keys(), ...units.keys()]);
  const run = new RegExp(`(?:${one.source})+`, 'g');
  return (text: string): Set<number> => {
    const found = new Set<number>();
    if (text.search(run) < 0) return found;
    for (const [match] of text.matchAll(run)) {
      const parts = match.match(one) ?? [];
      for (const part of parts) found.add(words.get(part) ?? units.get(part) ?? 0);
      if (parts.length > 1) found.add(positionalValue(parts, words, units));
    }
    return found;
  };
});

/** Positional with units: digits in a row count by place, a unit multiplies what stands before it in its section. */
function positionalValue(
  parts: readonly string[],
  words: ReadonlyMap<string, number>,
  units: ReadonlyMap<string, number>,
): number {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  for (const part of parts) {
    const unit = units.get(part);
    if (unit === undefined) current = (current ?? 0) * 10 + (words.get(part) ?? 0);
    else if (unit < 10_000) {
      section += (current ?? 1) * unit;
      current = undefined;
    } else {
      total += (section + (current ?? 0) || 1) * unit;
      section = 0;
      current = undefined;
    }
  }
  return total + section + (current ?? 0);
}

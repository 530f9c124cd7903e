/**
 * Amounts, reckoned exactly. What a text is worth is no whole number of hundredths; so it is counted in units so small
 * that thirds, halves and percents of it come out even, and only a whole line is rounded.
 */
import type { Fraction, Hundredths } from './types.ts';

/** Units of a hundredth: a percent of a word at a hundredth for 100 words, divided by 1 to 10, is a whole number. */
export const UNIT = 10_000 * 2520;

export type Units = number;

/** Divides a whole by weights: as near as whole numbers come; what is left goes to the largest remainders, first come first. */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  // A whole times a weight can be more than a number holds exactly.
  const exact = weights.map((weight) => BigInt(whole) * BigInt(weight));
  const floors = exact.map((product) => Number(product / BigInt(sum)));
  const remainders = exact.map((product) => Number(product % BigInt(sum)));
  let left = whole - floors.reduce((total, each) => total + each, 0);
  const order = weights.map((_, at) => at).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const at of order) {
    if (left === 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    left--;
  }
  return floors;
}

/** To the nearest hundredth, halves upward. */
export const toHundredths = (units: Units): Hundredths => Math.floor((2 * units + UNIT) / (2 * UNIT));

export const part = (units: Units, [over, under]: Fraction): Units => Math.round((units * over) / under);

/** `12.30` of 1230; of units, up to four decimals where two do not hold it. */
export function shown(points: Hundredths): string {
  const sign = points < 0 ? '-' : '';
  const digits = String(Math.abs(points)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function shownUnits(units: Units): string {
  return (units / UNIT / 100).toFixed(4).replace(/0{1,2}$/, '');
}

/** `1/3`, reduced; `1` as it is. */
export function shownFraction(over: number, under: number): string {
  const divisor = greatestDivisor(over, under);
  return over === under ? '1' : `${over / divisor}/${under / divisor}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

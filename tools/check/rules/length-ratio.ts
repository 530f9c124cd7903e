/**
 * A target far shorter or longer than its source: a piece was lost, or a note or another segment's text got in. Prose
 * only is measured, without names and numbers, which stand in both alike; of short texts a ratio says nothing.
 */
import { scriptOf } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const SHORTEST = 60;

export const lengthRatio: Rule = {
  name: 'length-ratio',
  severity: 'warning',
  *check({ prose, sourceProse }, { language }): Iterable<Remark> {
    if (!language.lengthRatio || sourceProse.length < SHORTEST) return;
    const shared = scriptOf(language) ? latin(prose) : 0;
    const source = characters(sourceProse) - shared;
    if (source < SHORTEST) return;
    const { min, max } = language.lengthRatio;
    const target = characters(prose) - shared;
    if (target >= min * source && target <= max * source) return;
    const what = target < min * source ? 'shorter' : 'longer';
    const [low, high] = [Math.round(min * source), Math.round(max * source)];
    yield {
      message: `far ${what} than the English: ${target} characters of prose for ${source}; expected ${low} to ${high}`,
    };
  },
};

/** Characters of prose, spaces aside. */
function characters(prose: string): number {
  let count = 0;
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code !== 0xfffc && code !== 0x20 && code !== 0x0a) count++;
  }
  return count;
}

/** ASCII characters, spaces aside: what a target in another script keeps of its source. */
function latin(prose: string): number {
  let count = 0;
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) count++;
  }
  return count;
}

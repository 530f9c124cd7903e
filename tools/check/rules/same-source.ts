/**
 * The same English, translated in two ways: a reader who meets both takes them for two things. Spaces alone make no
 * difference; a single word may need another translation elsewhere; what is left in English is for `untranslated`. The
 * remark stands at each of the places, because which of the targets is the better one is for a person to say.
 */
import type { Remark, Rule } from '../types.ts';

/** More are not worth a sentence. */
const SHOWN = 2;

export const sameSource: Rule = {
  name: 'same-source',
  severity: 'warning',
  *check({ entry }, { targetsOf }): Iterable<Remark> {
    if (!/\S\s+\S/.test(entry.source)) return;
    const targets = targetsOf(entry.key);
    if (targets.length < 2) return;
    const others = new Map(targets.map((target) => [essence(target), target]));
    const own = essence(entry.target);
    if (own === essence(entry.source)) return;
    others.delete(own);
    others.delete(essence(entry.source));
    if (others.size === 0) return;
    const shown = [...others.values()].slice(0, SHOWN).map((target) => `"${clipped(target)}"`);
    const rest = others.size > SHOWN ? ` and ${others.size - SHOWN} more` : '';
    yield { message: `the same English is translated elsewhere as ${shown.join(', ')}${rest}` };
  },
};

function essence(target: string): string {
  return target.replace(/\s+/g, '');
}

function clipped(target: string): string {
  return target.length <= 60 ? target : `${target.slice(0, 60)}\u2026`;
}

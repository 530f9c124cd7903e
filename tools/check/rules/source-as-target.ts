/** A target that is the English of another entry: text that was pasted into the wrong place. */
import type { Rule } from '../types.ts';

/** Shorter ones are phrases that may rightly stay English, such as the name of a program. */
const FEWEST_WORDS = 4;

export const sourceAsTarget: Rule = {
  name: 'source-as-target',
  severity: 'error',
  check({ entry: { key, target } }, { keyOfSource }) {
    if (target.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS) return [];
    const other = keyOfSource(target);
    if (other === undefined || other === key) return [];
    return [{ message: `the translation is the English of another entry, @${other}` }];
  },
};

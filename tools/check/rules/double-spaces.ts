/** Two spaces in a row: they show as one on the page, and come of editing; two at the end of a line are a break. */
import type { Remark, Rule } from '../types.ts';

const SPACES = /[ \t]{2,}|\t/g;

export const doubleSpaces: Rule = {
  name: 'double-spaces',
  severity: 'warning',
  *check({ prose }): Iterable<Remark> {
    if (!prose.includes('  ') && !prose.includes('\t')) return;
    for (const { 0: spaces, index: from } of prose.matchAll(SPACES)) {
      const to = from + spaces.length;
      const atEdge = from === 0 || to === prose.length || prose[from - 1] === '\n' || prose[to] === '\n';
      const what = spaces.includes('\t') ? 'a tab' : `${spaces.length} spaces in a row`;
      const [expected, fix] = atEdge ? ['none', ''] : ['one space', ' '];
      yield { message: `${what}; expected ${expected}`, from, to, fix };
    }
  },
};

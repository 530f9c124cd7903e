/** Cross references, `[[ID]]`: their words are generated, so a target names the same ids. */
import { type TokenWords, tokenRemarks, tokensThatDiffer } from '../token-remarks.ts';
import type { Remark, Rule, Subject } from '../types.ts';

const words: TokenWords = { show: (token) => token, needles: (token) => [token] };

export const crossReferences: Rule = {
  name: 'cross-references',
  severity: 'error',
  check(subject) {
    const { missing, added } = tokensThatDiffer(subject, '[[');
    if (missing.length === 0 && added.length === 0) return [];
    const linked = new Set(tokensThatDiffer(subject, '(').added);
    const spelled = missing.filter((token) => linked.has(linkOf(token)));
    const lost = missing.filter((token) => !linked.has(linkOf(token)));
    return [
      ...spelled.map((token) => spelledOut(subject, token)),
      ...tokenRemarks(subject, { missing: lost, added }, words),
    ];
  },
};

const linkOf = (token: string) => `(#${token.slice(2, -2)})`;

function spelledOut({ entry }: Subject, token: string): Remark {
  const link = `]${linkOf(token)}`;
  const from = entry.target.indexOf(link);
  return {
    message: `the English has ${token}, whose words are generated; write it so, without words of your own`,
    ...(from < 0 ? {} : { from, to: from + link.length }),
  };
}

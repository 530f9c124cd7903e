/** Links: a target leads where the English leads. */
import { type TokenWords, tokenRemarks, tokensThatDiffer } from '../token-remarks.ts';
import type { Rule } from '../types.ts';

const words: TokenWords = {
  show: (token) => (token.startsWith('(#') ? `the link […]${token}` : `the link ${hrefOf(token)}`),
  needles: (token) => [`](${hrefOf(token)})`, `<${hrefOf(token)}>`, hrefOf(token)],
};

const hrefOf = (token: string) => token.slice(1, -1);

export const links: Rule = {
  name: 'links',
  severity: 'error',
  check(subject) {
    const { missing, added } = tokensThatDiffer(subject, '(');
    if (missing.length === 0 && added.length === 0) return [];
    // A link in place of a cross reference is named by cross-references.
    const references = new Set(tokensThatDiffer(subject, '[[').missing);
    const invented = added.filter((token) => !references.has(token.replace(/^\(#(.*)\)$/, '[[$1]]')));
    return tokenRemarks(subject, { missing, added: invented }, words);
  },
};

/** Variables of the manual, such as `&version;`: they stay by name, so that a minor release changes no target. */
import { type TokenWords, tokenRemarks, tokensThatDiffer } from '../token-remarks.ts';
import type { Rule } from '../types.ts';

const words: TokenWords = { show: (token) => token, needles: (token) => [token] };

export const variables: Rule = {
  name: 'variables',
  severity: 'error',
  check(subject) {
    if (!subject.entry.source.includes('version;') && !subject.entry.target.includes('version;')) return [];
    return tokenRemarks(subject, tokensThatDiffer(subject, '&'), words);
  },
};

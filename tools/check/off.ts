/** The switches of an entry, `off=RULE:"reason"`, are checked themselves: a misspelt one would switch nothing off. */
import type { Entry } from '../catalog/types.ts';
import { nearest } from './nearest.ts';
import type { Finding, Rule } from './types.ts';

export function offFindings(file: string, entry: Entry, known: readonly Rule[]): Finding[] {
  const names = known.map(({ name }) => name);
  const finding = (rule: string, message: string): Finding => ({
    severity: 'error',
    rule,
    file,
    line: entry.line + 1,
    column: 1,
    key: entry.key,
    message,
  });
  return (entry.off ?? []).flatMap(({ rule, reason }) => {
    if (!names.includes(rule)) {
      const near = nearest(rule, names);
      const hint = near === undefined ? `known are ${names.join(', ')}` : `did you mean ${near}?`;
      return [finding('off/unknown-rule', `off=${rule}: there is no such rule; ${hint}`)];
    }
    if (reason.trim() === '')
      return [
        finding(
          'off/no-reason',
          `off=${rule}: say why between the quotation marks; without a reason it does not count`,
        ),
      ];
    return [];
  });
}

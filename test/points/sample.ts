/** Rules for tests, with round numbers, and what a ledger comes to by them. */
import { reversedRecords } from '../../tools/ledger/reversed.ts';
import type { LedgerRecord, Person } from '../../tools/ledger/types.ts';
import { accountsOf } from '../../tools/points/accounts.ts';
import { parseRules } from '../../tools/points/parse-rules.ts';
import type { Account, Office, PointLine, Rules } from '../../tools/points/types.ts';
import { fileOf } from '../ledger/records.ts';

export const RULES = `
texts:
  translated: { per-100-words: 1, by-change: true, at-least: 0.2, reason: the hardest work }
  updated: { per-100-words: 0.5, reason: most of it stands }
  corrected: { per-100-words: 1, by-change: true, nothing-below: 0.05, reason: what it changes }
  kept: { per-100-words: 0.2, reason: somebody has read it }
correctors: { weight: 0.25, reason: a smaller part of it }
reviews:
  share: 1/3
  all-reviewers: 2/3
  reason: a third of the time
  waited:
    - { days: 30, extra: 1/4, reason: a month is long }
    - { days: 90, extra: 1/2, reason: a season is longer }
replacement: { points: 3, at-least-places: 5, reason: for the decision }
content:
  blog: { points: 10, chosen: 50, at-least-words: 300, reason: reaches many people }
  faq: { points: 2, reason: spares questions }
awards:
  wish: { points: 5, reason: better for everybody }
  report: { points: 1, reason: readers mend it }
offices:
  website: { points: 10, reason: it has to run }
repeated: { days: 30, reason: not in slices }
caps:
  - { kinds: [corrected, kept], points-per-month: 30, reason: a good month }
levels:
  - { level: newcomer, from: 0 }
  - { level: contributor, name: Contributor, from: 10 }
`;

export const rules: Rules = parseRules(RULES);
export const EVER = '2099-12-31T23:59:59Z';
export const mia: Person = { id: 44, login: 'mia' };
export const robot: Person = { id: 99, login: 'helper[bot]' };

export const accounts = (
  records: readonly LedgerRecord[],
  more: { rules?: Rules; offices?: readonly Office[]; until?: string } = {},
): Account[] => accountsOf(records.map(fileOf), more.rules ?? rules, more.offices ?? [], more.until ?? EVER);

/** Hundredths by login. */
export const totals = (...records: LedgerRecord[]): Record<string, number> =>
  Object.fromEntries(accounts(records).map(({ person, points }) => [person.login, points]));

export function linesOf(person: Person, ...records: LedgerRecord[]): readonly PointLine[] {
  return accounts(records).find((account) => account.person.id === person.id)?.lines ?? [];
}

/** `pr-1 translated 31: 1 text, 31 words x 0.01`, a line each. */
export const told = (person: Person, ...records: LedgerRecord[]): string[] =>
  linesOf(person, ...records).map(({ record, kind, points, because }) => `${record} ${kind} ${points}: ${because}`);

/** What does not add up, or is no whole number, or is of a record that counts no longer; empty when all is well. */
export function faultsOf(all: readonly Account[], records: readonly LedgerRecord[]): string[] {
  const sum = (items: readonly { points: number }[]) => items.reduce((total, { points }) => total + points, 0);
  const reversed = reversedRecords(records.map(fileOf));
  return all.flatMap(({ person, points, lines }) => [
    ...(sum(lines) === points ? [] : [`${person.login}: ${points} is not the sum ${sum(lines)}`]),
    ...lines.flatMap((line) => {
      const name = `${person.login} ${line.record} ${line.kind}`;
      return [
        ...(Number.isSafeInteger(line.points) ? [] : [`${name}: ${line.points}`]),
        ...(sum(line.parts) === line.points ? [] : [`${name}: parts come to ${sum(line.parts)}, not ${line.points}`]),
        ...(reversed.has(line.record) ? [`${name}: counts no longer`] : []),
        ...(line.because === '' ? [`${name}: no reason`] : []),
      ];
    }),
  ]);
}

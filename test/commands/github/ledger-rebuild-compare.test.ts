/** The ledger against the ledger made again. */
import { expect, test } from 'vitest';
import { compareLedgers, type Remade } from '../../../tools/commands/github/ledger-rebuild-compare.ts';
import { nameOf, pathOf } from '../../../tools/ledger/names.ts';
import { parseRecord } from '../../../tools/ledger/parse.ts';
import { serializeRecord } from '../../../tools/ledger/serialize.ts';
import type { AdjustRecord, LedgerRecord, PullRequestRecord } from '../../../tools/ledger/types.ts';

const pull: PullRequestRecord = {
  type: 'pull-request',
  number: 7,
  url: 'https://github.com/example/manual/pull/7',
  title: 'Jars',
  mergeCommit: '1'.repeat(40),
  mergedAt: '2026-03-01T12:00:00Z',
  author: { id: 1, login: 'ada' },
  coAuthors: [],
  approvals: [{ id: 2, login: 'eve', at: '2026-03-01T11:00:00Z', commit: '2'.repeat(40), entitledBy: '*' }],
  segments: [{ page: 'jars', key: '0123456789', target: '9876543210', action: 'translated', words: 3 }],
  content: [],
};
const byHand: AdjustRecord = {
  type: 'adjust',
  number: 1,
  at: '2026-03-05T09:00:00Z',
  by: { id: 2, login: 'eve' },
  reason: 'Thanks',
  award: { to: { id: 1, login: 'ada' }, kind: 'wish', count: 1 },
};

function ledger(...records: readonly LedgerRecord[]) {
  const texts = new Map(records.map((record) => [pathOf(record), serializeRecord(record)]));
  return { texts, files: [...texts].flatMap(([path, text]) => parseRecord(text, path).file ?? []) };
}
const remade = (record: LedgerRecord, isWhole = true): Remade => ({ name: nameOf(record), record, isWhole, notes: [] });
const statuses = (...args: Parameters<typeof compareLedgers>) => compareLedgers(...args).map(({ status }) => status);

test('the same bytes; records by hand stay without a word', () => {
  expect(statuses(ledger(pull, byHand), [remade(pull)])).toEqual(['same', 'same']);
});

test('a record that is missing', () => {
  expect(compareLedgers(ledger(), [remade(pull)])).toMatchObject([{ status: 'missing', made: pull }]);
});

test('a record that somebody has changed: shown line by line', () => {
  const forged = { ...pull, segments: [{ ...pull.segments[0]!, words: 300 }] };
  const [found] = compareLedgers(ledger(forged), [remade(pull)]);
  expect(found?.status).toBe('differs');
  expect(found?.difference).toMatch(/^-.*words: 300/m);
  expect(found?.difference).toMatch(/^\+.*words: 3 /m);
});

test('people who are called otherwise today keep the login that they had', () => {
  const renamed = { ...pull, author: { id: 1, login: 'ada-l' }, approvals: [{ ...pull.approvals[0]!, login: 'eva' }] };
  expect(statuses(ledger(pull), [remade(renamed)])).toEqual(['same']);
});

test('what can no longer be read does not take away what was recorded when it could', () => {
  const poorer = { ...pull, approvals: [] };
  expect(statuses(ledger(pull), [remade(poorer, false)])).toEqual(['kept']);
  expect(statuses(ledger(pull), [remade(poorer, true)])).toEqual(['differs']);
});

test('a record of what GitHub does not know is named, and stays', () => {
  const [gone] = compareLedgers(ledger(pull), []);
  expect(gone).toMatchObject({ status: 'kept', notes: [expect.stringContaining('no such merged pull request')] });
  const nothing = { name: 'pr-7', record: undefined, isWhole: false, notes: ['its merge is not on main'] };
  expect(compareLedgers(ledger(pull), [nothing])).toMatchObject([{ status: 'kept', notes: nothing.notes }]);
});

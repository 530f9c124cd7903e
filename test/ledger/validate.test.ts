import { expect, test } from 'vitest';
import type { LedgerRecord } from '../../tools/ledger/types.ts';
import { validateLedger } from '../../tools/ledger/validate.ts';
import { ada, adjust, approval, bob, day, eve, fileOf, pull, review, segment } from './records.ts';

const told = (...records: LedgerRecord[]) =>
  validateLedger(records.map(fileOf)).map(({ file, message }) => `${file.replace(/.*\//, '')}: ${message}`);

const sound = pull(1, ada, {
  coAuthors: [bob],
  segments: [segment('jars:a:1', { by: [11] })],
  approvals: [approval(bob)],
});

test('a sound ledger has no findings', () => {
  expect(
    told(sound, review(2, eve, ['jars:a:1']), adjust(1, { reverses: 'pr-1' }), adjust(2, { reverses: 'adjust-1' })),
  ).toEqual([]);
});

test('a record of the same name in another year is reported with the first', () => {
  expect(told(sound, { ...sound, mergedAt: '2027-01-01T00:00:00Z' })).toEqual([
    'pr-1.yml: pr-1 is recorded in translations/ledger/2026/pr-1.yml already',
  ]);
});

test('approvals of own work are reported', () => {
  expect(told({ ...sound, approvals: [approval(ada)] })).toEqual([
    expect.stringContaining('ada approves their own pull request'),
  ]);
  expect(told({ ...sound, segments: [segment('jars:a:1')] })).toEqual([
    expect.stringContaining('bob approves what they wrote'),
  ]);
});

test('adjustments of what is not there, comes later or has not happened yet are reported', () => {
  expect(told(adjust(1, { reverses: 'pr-7' }))).toEqual([expect.stringContaining('pr-7, which is not in the ledger')]);
  expect(told(adjust(1, { reverses: 'adjust-1' }))).toEqual([expect.stringContaining('which is not before it')]);
  expect(told(sound, adjust(1, { reverses: 'pr-1', at: day(0) }))).toEqual([
    expect.stringContaining('which is not before it but of 2026-01-01'),
  ]);
});

test('what a pull request reverses has to be there, and before it', () => {
  expect(told(sound, pull(2, bob, { reverses: ['pr-1'] }))).toEqual([]);
  expect(told(sound, pull(2, bob, { reverses: ['pr-1', 'pr-2', 'pr-3', 'pr-4'] }), pull(4, ada, {}))).toEqual([
    expect.stringContaining('pr-2.yml: it reverses pr-2, which is not before it'),
    expect.stringContaining('pr-3, which is not in the ledger'),
    expect.stringContaining('pr-4, which is not before it but of 2026-01-04'),
  ]);
});

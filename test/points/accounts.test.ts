/** Accounts as a whole: whose they are, until when, in what order; and what one more pull request would add. */
import { expect, test } from 'vitest';
import { accountsOf, pointsOf } from '../../tools/points/accounts.ts';
import { pointFindings } from '../../tools/points/findings.ts';
import { parseOffices } from '../../tools/points/offices.ts';
import { standings } from '../../tools/points/standings.ts';
import { ada, adjust, approval, bob, day, eve, fileOf, pull, review, segment } from '../ledger/records.ts';
import { accounts, EVER, rules, totals } from './sample.ts';

const work = (number: number, who = ada, key = 'a', words = 100) =>
  pull(number, who, { segments: [segment(`jars:${key}:${number % 10}`, { words })] });

test('a renamed person is one, with the latest login', () => {
  const renamed = { id: ada.id, login: 'countess' };
  const [account] = accounts([work(9, renamed, 'b'), work(1)]);
  expect(account).toMatchObject({ person: renamed, formerly: ['ada'], points: 200 });
  const [approved] = accounts([work(1), pull(300, bob, { approvals: [approval(renamed, { at: day(299) })] })]);
  expect(approved?.person.login).toBe('countess');
});

test('what comes later than the moment does not count, nor does a reversal that comes later', () => {
  const records = [work(1), work(2, bob, 'b'), adjust(1, { at: day(3), reverses: 'pr-1' })];
  expect(accounts(records, { until: day(1) }).map(({ person }) => person.login)).toEqual(['ada']);
  expect(accounts(records, { until: day(2) }).map(({ person }) => person.login)).toEqual(['ada', 'bob']);
  expect(accounts(records, { until: day(3) }).map(({ person }) => person.login)).toEqual(['bob']);
});

test('a record that stands in two files is paid once', () => {
  const file = fileOf(work(1));
  const twin = { ...file, path: file.path.replace('2026', '2027') };
  expect(accountsOf([twin, file], rules, [], EVER)).toEqual(accountsOf([file], rules, [], EVER));
});

test('what one more pull request would be worth, for all people, on top of the ledger', () => {
  const ledger = [work(1), review(2, eve, ['jars:a:1'])].map(fileOf);
  const more = pull(9, bob, {
    segments: [segment('jars:a:1', { words: 100 }), segment('jars:b:1', { words: 100 })],
    approvals: [approval(eve)],
  });
  expect(pointsOf(more, ledger, rules).map(({ person, kind, points }) => [person, kind, points])).toEqual([
    [bob.id, 'translated', 100],
    [eve.id, 'reviewed', 33],
  ]);
  expect(pointsOf(more, [...ledger, fileOf(more)], rules)).toEqual(pointsOf(more, ledger, rules));
});

test('lists by year and of all time, with ranks and levels', () => {
  const old = { ...work(1, bob, 'a', 1200), mergedAt: '2025-05-01T00:00:00Z' };
  const all = accounts([old, work(2, ada, 'b', 500), work(3, eve, 'c', 500), work(4, bob, 'd', 100)]);
  const rows = (year?: string) =>
    standings(all, rules.levels, year).map(({ rank, person, points, lifetime, level }) => [
      `${rank} ${person.login} ${points} ${lifetime} ${level?.level}`,
    ]);
  expect(rows('2026').flat()).toEqual([
    '1 ada 500 500 newcomer',
    '1 eve 500 500 newcomer',
    '3 bob 100 1300 contributor',
  ]);
  expect(rows('2025').flat()).toEqual(['1 bob 1200 1300 contributor']);
  expect(rows().flat()[0]).toBe('1 bob 1300 1300 contributor');
  expect(rows('1999')).toEqual([]);
});

test('what no rule knows is told, with file and line, unless it was reversed', () => {
  const files = [
    adjust(1, { award: { to: ada, kind: 'medal', count: 1 } }),
    adjust(2, { award: { to: eve, kind: 'wish', count: 1 } }),
    adjust(3, { award: { to: ada, kind: 'medal', count: 1 } }),
    adjust(4, { reverses: 'adjust-3' }),
  ].map(fileOf);
  const offices = parseOffices('\n- { office: cellar, id: 11, login: ada, from: 2026-01 }', 'offices.yml');
  expect(
    pointFindings(files, rules, offices).map(({ file, line, rule, message }) => [file, line, rule, message]),
  ).toEqual([
    ['translations/ledger/2026/adjust-1.yml', 1, 'points/award', expect.stringContaining('they name wish, report')],
    ['translations/ledger/2026/adjust-2.yml', 1, 'points/own-award', expect.stringContaining('eve')],
    ['translations/offices.yml', 2, 'points/office', expect.stringContaining('cellar')],
  ]);
});

test('nobody has points in an empty ledger', () => {
  expect(totals()).toEqual({});
});

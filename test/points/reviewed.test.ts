/** What reviewers earn: each rule by an example that was reckoned by hand. */
import { expect, test } from 'vitest';
import type { Person, PullRequestRecord, ReviewRecord } from '../../tools/ledger/types.ts';
import { ada, approval, bob, day, eve, pull, review, segment } from '../ledger/records.ts';
import { mia, robot, told, totals } from './sample.ts';

const work = (more: Partial<PullRequestRecord> = {}) =>
  pull(1, ada, { segments: [segment('jars:a:1', { words: 300 })], ...more });

/** A comment on the n-th day. */
const comment = (at: number, who: Person, words = 300, text = 'jars:a:1'): ReviewRecord => {
  const record = review(at, who, [text]);
  return { ...record, segments: record.segments.map((each) => ({ ...each, words })) };
};

test('a reviewer earns a third of what the text was worth', () => {
  const segments = [
    segment('jars:a:1', { words: 300 }),
    segment('jars:b:1', { words: 300, action: 'updated' }),
    segment('jars:c:1', { words: 300, action: 'corrected', changed: 0.1 }),
  ];
  // A third of 3.00, of 1.50 and of 0.30
  expect(told(eve, work({ segments, approvals: [approval(eve)] }))).toEqual([
    'pr-1 reviewed 160: 1 text, 300 words x 0.01 x 1/3; 1 text, 300 words x 0.005 x 1/3; 1 text, 300 words, 30 of them changed, x 0.01 x 1/3',
  ]);
});

test('thirds are added up before they are rounded', () => {
  const segments = ['a', 'b', 'c', 'd'].map((key) => segment(`jars:${key}:1`, { words: 1 }));
  expect(totals(work({ segments, approvals: [approval(eve)] }))).toEqual({ ada: 4, eve: 1 });
});

test('of an approval of some texts, those count', () => {
  const segments = [segment('jars:a:1', { words: 300 }), segment('jars:b:1', { words: 600 })];
  const approvals = [approval(eve, { only: [`jars:${'b'.repeat(10)}`] })];
  expect(totals(work({ segments, approvals }))).toEqual({ ada: 900, eve: 200 });
});

test('entitled by two folders, a person is one reviewer', () => {
  const approvals = [approval(eve, { entitledBy: 'sql' }), approval(eve, { entitledBy: 'front' })];
  expect(totals(work({ approvals }))).toEqual({ ada: 300, eve: 100 });
});

test('all reviewers of a text have two thirds together, first come first served, then by id', () => {
  const at = (who: Person, hour: number) => approval(who, { at: day(1).replace('T12', `T0${hour}`) });
  expect(totals(work({ approvals: [at(eve, 3), at(bob, 2), at(mia, 1)] }))).toEqual({
    ada: 300,
    mia: 100,
    bob: 100,
    eve: 0,
  });
  expect(totals(work({ approvals: [at(mia, 1), at(eve, 1), at(bob, 1)] }))).toMatchObject({
    bob: 100,
    eve: 100,
    mia: 0,
  });
  const later = comment(2, mia);
  expect(told(mia, work({ approvals: [at(eve, 3), at(bob, 2)] }), later)).toEqual([
    'review-2 reviewed 0: 1 text, 300 words: enough others had reviewed it: nothing',
  ]);
});

test('a text is reviewed once by a person', () => {
  expect(totals(work({ approvals: [approval(eve)] }), comment(2, eve), comment(70, eve))).toEqual({
    ada: 300,
    eve: 100,
  });
});

test('nobody earns by approving what they wrote, now or earlier, and no program does', () => {
  const approvals = [approval(ada), approval(bob), approval(robot)];
  expect(totals(work({ coAuthors: [bob], approvals }))).toEqual({ ada: 150, bob: 150 });
  expect(totals(work(), comment(2, ada))).toEqual({ ada: 300 });
});

test("a program's draft that is approved unchanged earns a review's credit and no other", () => {
  const segments = [segment('jars:a:1', { words: 300, machine: true })];
  expect(totals(work({ segments, approvals: [approval(eve)] }))).toEqual({ ada: 0, eve: 100 });
  // A draft that no record knows: it was imported.
  expect(totals(comment(2, eve))).toEqual({ eve: 100 });
});

test('what was kept is read as a whole by its reviewer', () => {
  const segments = [segment('jars:a:1', { words: 300, action: 'kept' })];
  expect(totals(work({ segments, approvals: [approval(eve)] }))).toEqual({ ada: 60, eve: 100 });
});

test('a trivial correction earns its reviewer nothing either', () => {
  const segments = [segment('jars:a:1', { words: 300, action: 'corrected', changed: 0.04 })];
  expect(told(eve, work({ segments, approvals: [approval(eve)] }))).toEqual([
    'pr-1 reviewed 0: 1 text, 300 words: changed by less than 5 %: nothing',
  ]);
});

test('the same segment, edited again and reviewed again within 30 days, counts once', () => {
  const edit = (at: number, target: number) => {
    const segments = [segment(`jars:a:${target}`, { words: 300, action: 'corrected', changed: 0.5 })];
    return pull(at, bob, { segments, approvals: [approval(eve, { at: day(at) })] });
  };
  // A third of 1.50
  expect(totals(edit(1, 1), edit(9, 2), edit(20, 3)).eve).toBe(50);
  expect(totals(edit(1, 1), edit(40, 2)).eve).toBe(100);
  const slice = segment('jars:a:2', { words: 300, action: 'corrected', changed: 0.6 });
  const larger = pull(9, bob, { segments: [slice], approvals: [approval(eve, { at: day(9) })] });
  // A third of 1.80, of which 0.50 is paid
  expect(totals(edit(1, 1), larger).eve).toBe(60);
});

test('the first to review what waited long earns more, by the days since a record brought it', () => {
  expect(totals(work(), comment(30, eve))).toEqual({ ada: 300, eve: 100 });
  expect(totals(work(), comment(31, eve))).toEqual({ ada: 300, eve: 125 });
  expect(totals(work(), comment(91, eve))).toEqual({ ada: 300, eve: 150 });
  expect(told(eve, work(), comment(91, eve))).toEqual([
    'review-91 reviewed 150: 1 text, 300 words x 0.01 x 1/3; 1 text, 300 words x 0.01 x 1/3 x 1/2 (waited 90 days or more)',
  ]);
  expect(totals(work({ approvals: [approval(bob)] }), comment(91, eve))).toEqual({ ada: 300, bob: 100, eve: 100 });
});

test('words that were replaced everywhere are not reviewed anew for points', () => {
  const replaced = pull(2, bob, {
    segments: [segment('jars:a:2', { words: 300, action: 'corrected', changed: 0.1, replaces: '1'.repeat(10) })],
    replacement: { old: 'jar', new: 'pot', places: 1 },
  });
  expect(totals(work({ approvals: [approval(eve)] }), replaced, comment(60, eve, 300, 'jars:a:2'))).toEqual({
    ada: 300,
    bob: 0,
    eve: 100,
  });
});

test("words that were replaced make a text nobody else's, and a draft no reading", () => {
  const replaced = pull(2, bob, {
    segments: [segment('jars:a:2', { words: 300, action: 'corrected', changed: 0.1, replaces: '1'.repeat(10) })],
    replacement: { old: 'jar', new: 'pot', places: 1 },
  });
  expect(totals(work(), replaced, comment(60, ada, 300, 'jars:a:2'))).toEqual({ ada: 300, bob: 0 });
  const draft = work({ segments: [segment('jars:a:1', { words: 300, machine: true })] });
  const kept = pull(3, mia, { segments: [segment('jars:a:2', { words: 300, action: 'kept' })] });
  expect(totals(draft, replaced, kept)).toEqual({ ada: 0, bob: 0, mia: 60 });
});

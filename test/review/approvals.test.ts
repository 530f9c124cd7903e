import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ApprovalsInput, approvalsOf, type MergedText } from '../../tools/review/approvals.ts';
import { commitsToRead } from '../../tools/review/approvals-effective.ts';
import type { Step } from '../../tools/review/attribution.ts';
import type { Actor } from '../../tools/review/types.ts';
import {
  ada,
  approve,
  bob,
  catalog,
  commit,
  day,
  dismiss,
  EVERYBODY,
  eve,
  hash,
  JAR,
  jar,
  LID,
  lid,
  path,
  robot,
  type Said,
  sha,
} from './made.ts';

const text = (key: string, target: string, more: Partial<MergedText> = {}): MergedText => ({
  page: 'jars',
  key,
  target: hash(target),
  folder: 'sql',
  same: [],
  writers: [ada.id],
  steps: [],
  ...more,
});

const tree = (texts: Record<string, Said>, folder = 'sql') => new Map([[path('jars', folder), catalog('jars', texts)]]);

/** Merged: lid A2, jar B. At commit `one` lid was A1 still; at `two` all is as merged. */
const trees = new Map([
  [sha('one'), tree({ [LID]: 'A1', [JAR]: 'B' })],
  [sha('two'), tree({ [LID]: 'A2', [JAR]: 'B' })],
]);

function approvals(more: Partial<ApprovalsInput>) {
  const told = approvalsOf({
    author: ada.id,
    mergedAt: day(20),
    reviews: [],
    dismissals: [],
    reviewers: EVERYBODY,
    texts: [text(lid, 'A2'), text(jar, 'B')],
    textsAt: trees,
    ...more,
  });
  const brief = told.approvals.map(({ login, at, commit: of, entitledBy, only }) =>
    [
      login,
      Number(at.slice(8, 10)),
      of === sha('one') ? 'one' : of === sha('two') ? 'two' : of,
      entitledBy,
      only ? only.join() : 'all',
    ].join(' '),
  );
  return { brief, notes: told.notes };
}

const standing = (more: Partial<ApprovalsInput>) => approvals(more).brief;

test('an approval covers what is the same at its commit and at the merge', () => {
  expect(standing({ reviews: [approve(2, bob, 'two')] })).toEqual(['bob 2 two * all']);
  expect(standing({ reviews: [approve(1, bob, 'one')] })).toEqual([`bob 1 one * jars:${jar}`]);
  expect(standing({ reviews: [approve(1, bob, 'one')], texts: [text(lid, 'A2')] })).toEqual([]);
});

test('approvals of one person are one, with the commit of the latest that covers something', () => {
  expect(standing({ reviews: [approve(1, bob, 'two'), approve(2, bob, 'one')] })).toEqual(['bob 2 one * all']);
  const other = new Map([...trees, [sha('three'), tree({ [LID]: 'A9', [JAR]: 'B9' })] as const]);
  expect(standing({ reviews: [approve(1, bob, 'one'), approve(2, bob, 'three')], textsAt: other })).toEqual([
    `bob 1 one * jars:${jar}`,
  ]);
});

test('a forerunner with the same words is the same text, and a folder that was another is the same page', () => {
  const texts = [text('0123456789', 'B', { same: [jar] })];
  expect(standing({ reviews: [approve(1, bob, 'one')], texts })).toEqual(['bob 1 one * all']);
  const moved = new Map([[sha('one'), tree({ [JAR]: 'B' }, 'admin')]]);
  expect(standing({ reviews: [approve(1, bob, 'one')], texts: [text(jar, 'B')], textsAt: moved })).toEqual([
    'bob 1 one * all',
  ]);
});

test('what was stale at the commit was not approved for the English of now; a draft was', () => {
  const at = (said: Said) => new Map([[sha('one'), tree({ [JAR]: said })]]);
  const texts = [text(jar, 'B')];
  expect(standing({ reviews: [approve(1, bob, 'one')], texts, textsAt: at({ target: 'B', was: 'Wash it.' }) })).toEqual(
    [],
  );
  expect(standing({ reviews: [approve(1, bob, 'one')], texts, textsAt: at({ target: 'B', machine: true }) })).toEqual([
    'bob 1 one * all',
  ]);
});

test('a request for changes takes earlier approvals back, whatever the order of events', () => {
  const asked = approve(5, bob, 'two', { state: 'CHANGES_REQUESTED' });
  expect(standing({ reviews: [approve(2, bob, 'two'), asked] })).toEqual([]);
  expect(standing({ reviews: [asked, approve(2, bob, 'two')] })).toEqual([]);
  expect(standing({ reviews: [approve(2, bob, 'two'), asked, approve(6, bob, 'two')] })).toEqual(['bob 6 two * all']);
  expect(standing({ reviews: [approve(2, eve, 'two'), asked] })).toEqual(['eve 2 two * all']);
  expect(standing({ reviews: [approve(2, bob, 'two'), { ...asked, at: day(21) }] })).toEqual(['bob 2 two * all']);
  expect(standing({ reviews: [approve(2, bob, 'two'), { ...asked, state: 'COMMENTED' }] })).toEqual([
    'bob 2 two * all',
  ]);
});

test('a push that dismisses takes nothing away, a person does', () => {
  const reviews = [approve(1, bob, 'one'), approve(2, bob, 'two', { state: 'DISMISSED' })];
  const pushed = dismiss(2, day(3), { commit: sha('two') });
  expect(standing({ reviews, dismissals: [pushed] })).toEqual(['bob 2 two * all']);
  expect(standing({ reviews, dismissals: [dismiss(2, day(3))] })).toEqual([]);
  expect(standing({ reviews, dismissals: [dismiss(2, day(21))] })).toEqual(['bob 2 two * all']);
  expect(standing({ reviews: [...reviews, approve(4, bob, 'two')], dismissals: [dismiss(2, day(3))] })).toEqual([
    'bob 4 two * all',
  ]);
  expect(standing({ reviews, dismissals: [dismiss(2, day(3), { was: 'changes_requested' })] })).toEqual([]);
  expect(approvals({ reviews, dismissals: [] })).toEqual({
    brief: [`bob 1 one * jars:${jar}`],
    notes: [expect.stringContaining('review 2 of bob was dismissed, and nothing says how')],
  });
});

test('what comes after the merge, from a program, from nobody, or from the author counts for nothing', () => {
  const reviews = [approve(1, ada, 'two'), approve(2, robot, 'two'), approve(21, bob, 'two')];
  expect(approvals({ reviews })).toEqual({ brief: [], notes: [] });
  expect(approvals({ reviews: [approve(1, undefined, 'two')] }).notes).toEqual([expect.stringContaining('is gone')]);
  expect(standing({ reviews: [approve(20, bob, 'two')] })).toEqual(['bob 20 two * all']);
});

test('entitlement is by folder, one approval for each', () => {
  const texts = [text(lid, 'A2'), text(jar, 'B', { folder: 'admin' })];
  const reviews = [approve(2, bob, 'two')];
  const entitled = (folders: readonly string[]) => approvals({ reviews, texts, reviewers: [{ ...bob, folders }] });
  expect(entitled(['sql', 'admin']).brief).toEqual([`bob 2 two admin jars:${jar}`, `bob 2 two sql jars:${lid}`]);
  expect(entitled(['sql'])).toEqual({
    brief: [`bob 2 two sql jars:${lid}`],
    notes: ['bob (22) may not review admin; that approval counts for nothing'],
  });
  expect(approvals({ reviews, reviewers: [] })).toEqual({
    brief: [],
    notes: [expect.stringContaining('may not review sql')],
  });
});

test('a commit that cannot be read covers nothing, and that is told', () => {
  expect(approvals({ reviews: [approve(1, bob, 'lost')], textsAt: new Map([[sha('lost'), undefined]]) })).toEqual({
    brief: [],
    notes: [expect.stringContaining(`bob approved the commit ${sha('lost')}, which cannot be read any more`)],
  });
  expect(approvals({ reviews: [approve(1, bob, 'one', { commit: undefined })] }).notes).toEqual([
    expect.stringContaining('nothing says which commit'),
  ]);
  expect(
    commitsToRead([approve(1, bob, 'one'), approve(2, eve, 'one'), approve(3, eve, 'x', { state: 'COMMENTED' })]),
  ).toEqual([sha('one')]);
});

const step = (name: string, by: Actor, from: string, to: string, people = [by.id]): Step => ({
  commit: commit(name, by),
  people,
  old: from,
  new: to,
  from: hash(from),
  to: hash(to),
});

test("a reviewer's own last correction of what they approved is an approval of the result", () => {
  const corrected = (...steps: Step[]) =>
    standing({ reviews: [approve(1, bob, 'one')], texts: [text(lid, 'A2', { steps })] });
  expect(corrected(step('0', ada, '', 'A1'), step('fix', bob, 'A1', 'A2'))).toEqual([`bob 1 ${sha('fix')} * all`]);
  expect(corrected(step('fix', bob, 'A1', 'A'), step('more', bob, 'A', 'A2'))).toEqual([`bob 1 ${sha('more')} * all`]);
  expect(corrected(step('fix', eve, 'A1', 'A2'))).toEqual([]);
  const inTheirName = step('fix', bob, 'A1', 'A2');
  expect(corrected({ ...inTheirName, commit: { ...inTheirName.commit, isProved: false } })).toEqual([]);
  expect(corrected(step('fix', bob, 'A1', 'A2', [22, 33]))).toEqual([]);
  expect(corrected(step('fix', bob, 'A0', 'A2'))).toEqual([]);
  expect(corrected(step('fix', bob, 'A1', 'A'), step('more', ada, 'A', 'A2'))).toEqual([]);
});

test('nobody approves what they wrote', () => {
  const texts = [text(lid, 'A2', { writers: [ada.id, bob.id] }), text(jar, 'B')];
  expect(approvals({ reviews: [approve(2, bob, 'two')], texts })).toEqual({
    brief: [`bob 2 two * jars:${jar}`],
    notes: ['bob (22) approved what they wrote themselves (texts: 1); that counts for nothing'],
  });
  const own = text(lid, 'A2', { writers: [bob.id], steps: [step('fix', bob, 'A1', 'A2')] });
  expect(standing({ reviews: [approve(1, bob, 'one')], texts: [own] })).toEqual([]);
});

const people = fc.constantFrom<Actor>(ada, bob, eve, robot);
const target = fc.constantFrom('A1', 'A2', 'B');
const anyReview = fc.record({
  author: people,
  state: fc.constantFrom('APPROVED' as const, 'CHANGES_REQUESTED' as const, 'COMMENTED' as const, 'DISMISSED' as const),
  at: fc.integer({ min: 1, max: 22 }).map(day),
  commit: fc.constantFrom('one', 'two', 'three').map(sha),
});

test('an approval covers exactly the texts that were equal then, none of them its own; order means nothing', () => {
  const at = fc.record({ [LID]: target, [JAR]: target });
  fc.assert(
    fc.property(
      fc.array(anyReview, { maxLength: 6 }),
      fc.tuple(at, at, at),
      at,
      fc.array(people, { maxLength: 2 }),
      fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 22 }), fc.boolean()), { maxLength: 3 }),
      (given, commits, merged, writers, dismissed) => {
        const reviews = given.map((each, id) => ({ ...each, id }));
        const texts = ([LID, JAR] as const).map((source, n) =>
          text(n === 0 ? lid : jar, merged[source] ?? '', { writers: writers.map(({ id }) => id) }),
        );
        const textsAt = new Map(
          ['one', 'two', 'three'].map((name, n) => [sha(name), tree(commits[n] as Record<string, string>)]),
        );
        const dismissals = dismissed.map(([review, when, byPush]) =>
          dismiss(review, day(when), byPush ? { commit: sha('one') } : {}),
        );
        const known = { author: ada.id, mergedAt: day(20), reviewers: EVERYBODY };
        const told = approvalsOf({ ...known, reviews, dismissals, texts, textsAt });
        const turned = approvalsOf({
          ...known,
          reviews: reviews.toReversed(),
          dismissals,
          texts: texts.toReversed(),
          textsAt: new Map([...textsAt].reverse()),
        });
        expect(turned.approvals).toEqual(told.approvals);
        for (const { id } of [ada, bob, eve, robot]) {
          const own = told.approvals.find((each) => each.id === id);
          const names = own ? (own.only ?? texts.map(({ key }) => `jars:${key}`)) : [];
          if (id === ada.id || id === robot.id || writers.some((each) => each.id === id)) {
            expect(names).toEqual([]);
            continue;
          }
          const looked = reviews.filter(({ author, at: when }) => author.id === id && when <= day(20));
          const covered = texts.filter(({ key, target: now }) =>
            looked.some(({ state, commit: head }) => {
              const there = commits[['one', 'two', 'three'].map(sha).indexOf(head)];
              const isApproved = state === 'APPROVED' || state === 'DISMISSED';
              return isApproved && there !== undefined && hash(there[key === lid ? LID : JAR]) === now;
            }),
          );
          const all = covered.map(({ key }) => `jars:${key}`);
          expect(all).toEqual(expect.arrayContaining([...names]));
          if (looked.every(({ state }) => state === 'APPROVED' || state === 'COMMENTED'))
            expect([...names].sort()).toEqual(all.sort());
        }
      },
    ),
    { numRuns: 500 },
  );
});

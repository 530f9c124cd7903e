import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import type { LedgerRecord, Person, PullRequestRecord } from '../../tools/ledger/types.ts';
import { ada, adjust, approval, bob, day, eve, fileOf, pull, review, segment } from './records.ts';

/** Who has reviewed `page:key:target`, and by which record. */
function reviewer(records: readonly LedgerRecord[], text: string, ...same: string[]): string | undefined {
  const { page, key, target } = segment(text);
  const found = reviewsOf(records.map(fileOf)).of(
    page,
    key,
    target,
    same.map((each) => each.repeat(10)),
  );
  return found && `${found.who.login} ${found.record}`;
}

const approved = pull(1, ada, { segments: [segment('jars:a:1'), segment('jars:b:2')], approvals: [approval(bob)] });

test('an approval covers the exact English with the exact translation, and nothing else', () => {
  expect(reviewer([approved], 'jars:a:1')).toBe('bob pr-1');
  expect(reviewer([approved], 'jars:a:2')).toBeUndefined();
  expect(reviewer([approved], 'jars:c:1')).toBeUndefined();
  expect(reviewer([], 'jars:a:1')).toBeUndefined();
});

test('the same words with other markup, and the same text on another page, stay reviewed', () => {
  expect(reviewer([approved], 'jars:c:1', 'd', 'a')).toBe('bob pr-1');
  expect(reviewer([approved], 'lids:a:1')).toBe('bob pr-1');
});

test('of several reviews the one of the page is named, the latest first', () => {
  const records = [approved, review(2, eve, ['lids:a:1']), review(3, eve, ['jars:a:1'])];
  expect(reviewer(records, 'jars:a:1')).toBe('eve review-3');
  expect(reviewer(records, 'lids:a:1')).toBe('eve review-2');
  expect(reviewer(records.toReversed(), 'kegs:a:1')).toBe('eve review-3');
});

test('an approval of some texts covers those only', () => {
  const partial = { ...approved, approvals: [approval(bob, { only: ['jars:aaaaaaaaaa'] })] };
  expect([reviewer([partial], 'jars:a:1'), reviewer([partial], 'jars:b:2')]).toEqual(['bob pr-1', undefined]);
});

test('nobody reviews what they wrote: as author, as co-author, or in an earlier pull request', () => {
  const segments = [segment('jars:a:1')];
  expect(reviewer([pull(1, ada, { segments, approvals: [approval(ada)] })], 'jars:a:1')).toBeUndefined();
  expect(
    reviewer([pull(1, ada, { segments, coAuthors: [bob], approvals: [approval(bob)] })], 'jars:a:1'),
  ).toBeUndefined();
  expect(reviewer([pull(1, bob, { segments }), review(2, bob, ['jars:a:1'])], 'jars:a:1')).toBeUndefined();
  const copied = pull(2, ada, { segments: [segment('lids:a:1')], approvals: [approval(bob)] });
  expect(reviewer([pull(1, bob, { segments }), copied], 'lids:a:1')).toBeUndefined();
});

test('a co-author may review what the others wrote, and what they corrected of it', () => {
  const people = { coAuthors: [bob], approvals: [approval(bob)] };
  const records = (more: object) => [pull(1, ada, { ...people, segments: [segment('jars:a:1', more)] })];
  expect(reviewer(records({ by: [11] }), 'jars:a:1')).toBe('bob pr-1');
  expect(reviewer(records({ by: [11, 22] }), 'jars:a:1')).toBeUndefined();
  expect(reviewer(records({ correctors: [22] }), 'jars:a:1')).toBe('bob pr-1');
});

test("a review goes on to the reviewer's own last correction, and to nobody else's", () => {
  const correct = (number: number, who: Person, target: string, replaces: string, more = {}) =>
    pull(number, who, {
      segments: [segment(`jars:a:${target}`, { action: 'corrected', replaces: replaces.repeat(10), ...more })],
    });
  expect(reviewer([approved, correct(2, bob, '3', '1')], 'jars:a:3')).toBe('bob pr-2');
  expect(reviewer([approved, correct(2, bob, '3', '1'), correct(3, bob, '4', '3')], 'jars:a:4')).toBe('bob pr-3');
  expect(reviewer([approved, correct(2, eve, '3', '1')], 'jars:a:3')).toBeUndefined();
  expect(reviewer([approved, correct(2, bob, '3', '9')], 'jars:a:3')).toBeUndefined();
  const together = { ...correct(2, bob, '3', '1'), coAuthors: [eve] };
  expect(reviewer([approved, together], 'jars:a:3')).toBeUndefined();
  expect(reviewer([approved, correct(2, eve, '3', '1'), correct(3, bob, '4', '3')], 'jars:a:4')).toBeUndefined();
});

test('who restores a text that they had reviewed takes nothing away', () => {
  const restored = pull(3, bob, { segments: [segment('jars:a:1', { action: 'corrected' })] });
  expect(reviewer([approved, restored], 'jars:a:1')).toBe('bob pr-1');
});

test('a record that is reversed counts no longer, until the reversal is reversed', () => {
  const reversal = adjust(1, { reverses: 'pr-1' });
  expect(reviewer([approved, reversal], 'jars:a:1')).toBeUndefined();
  expect(reviewer([approved, reversal, adjust(2, { reverses: 'adjust-1' })], 'jars:a:1')).toBe('bob pr-1');
  expect(reviewer([approved, review(2, eve, ['jars:a:1']), adjust(1, { reverses: 'review-2' })], 'jars:a:1')).toBe(
    'bob pr-1',
  );
  const launder = [pull(1, bob, { segments: [segment('jars:a:1')] }), reversal, review(300, bob, ['jars:a:1'])];
  expect(reviewer(launder, 'jars:a:1')).toBeUndefined();
});

test('an adjustment that names itself or a later one reverses nothing', () => {
  const circle = [
    adjust(1, { reverses: 'adjust-2' }),
    adjust(2, { reverses: 'pr-1' }),
    adjust(3, { reverses: 'adjust-3' }),
  ];
  expect(reviewer([approved, ...circle], 'jars:a:1')).toBeUndefined();
});

test('a pull request that took another back counts as long as it is not taken back itself', () => {
  const revert = (number: number, name: string) => pull(number, eve, { reverses: [name] });
  expect(reviewer([approved, revert(2, 'pr-1')], 'jars:a:1')).toBeUndefined();
  expect(reviewer([approved, revert(2, 'pr-1'), revert(3, 'pr-2')], 'jars:a:1')).toBe('bob pr-1');
  expect(reviewer([approved, revert(2, 'pr-1'), revert(3, 'pr-2'), revert(4, 'pr-3')], 'jars:a:1')).toBeUndefined();
  expect(reviewer([approved, revert(2, 'pr-1'), adjust(1, { reverses: 'pr-2' })], 'jars:a:1')).toBe('bob pr-1');
  // Not what comes later, nor itself.
  expect(
    reviewer([pull(1, eve, { reverses: ['pr-2', 'pr-1'] }), { ...approved, number: 2, mergedAt: day(2) }], 'jars:a:1'),
  ).toBe('bob pr-2');
});

test('numbers of comments do not order adjustments, moments do', () => {
  const first = adjust(900, { reverses: 'pr-1', at: day(3) });
  expect(reviewer([approved, first, adjust(5, { reverses: 'adjust-900', at: day(4) })], 'jars:a:1')).toBe('bob pr-1');
  expect(reviewer([approved, first, adjust(950, { reverses: 'adjust-900', at: day(2) })], 'jars:a:1')).toBeUndefined();
});

const max: Person = { id: 44, login: 'max' };

const replaced = (number: number, who: Person, text: string, from: string, more = {}) =>
  pull(number, who, {
    replacement: { old: 'lid', new: 'cap', places: 1 },
    approvals: [approval(max)],
    segments: [segment(text, { action: 'corrected', replaces: from.repeat(10), ...more })],
  });

test('reviews go over a proved replacement that somebody else approved, and over nothing else', () => {
  const step = replaced(2, eve, 'jars:a:3', '1') as PullRequestRecord;
  expect(reviewer([approved, step], 'jars:a:3')).toBe('bob pr-1');
  expect(reviewer([approved, { ...step, approvals: [] }], 'jars:a:3')).toBeUndefined();
  expect(reviewer([approved, { ...step, approvals: [approval(eve)] }], 'jars:a:3')).toBeUndefined();
  expect(
    reviewer([approved, { ...step, approvals: [approval(max, { only: [`jars:${'b'.repeat(10)}`] })] }], 'jars:a:3'),
  ).toBeUndefined();
  // Whoever approves that a word is replaced in four hundred drafts has not read four hundred drafts.
  expect(reviewer([step], 'jars:a:3')).toBeUndefined();
});

test('reviews go over one replacement after another', () => {
  const chain = [approved, replaced(2, eve, 'jars:a:3', '1'), replaced(3, ada, 'jars:a:4', '3')];
  expect(reviewer(chain, 'jars:a:3')).toBe('bob pr-1');
  expect(reviewer(chain, 'jars:a:4')).toBe('bob pr-1');
  expect(reviewer([replaced(2, eve, 'jars:a:3', '1')], 'jars:a:3')).toBeUndefined();
  expect(
    reviewer(
      [approved, { ...replaced(2, eve, 'jars:a:3', '1'), approvals: [], replacement: undefined } as LedgerRecord],
      'jars:a:3',
    ),
  ).toBeUndefined();
  // What is approved afterwards was not what was replaced.
  expect(reviewer([replaced(2, eve, 'jars:a:3', '1'), review(3, bob, ['jars:a:1'])], 'jars:a:3')).toBeUndefined();
});

test('reviews of a forerunner go over a replacement too', () => {
  const records = [approved, replaced(2, eve, 'jars:c:3', '1')];
  expect(reviewer(records, 'jars:c:3', 'a')).toBe('bob pr-1');
  expect(reviewer(records, 'jars:c:3')).toBeUndefined();
  const known = [
    pull(1, ada, { segments: [segment('jars:c:1')] }),
    review(2, bob, ['jars:a:1']),
    replaced(3, eve, 'jars:c:3', '1'),
  ];
  expect(reviewer(known, 'jars:c:3', 'a')).toBe('bob review-2');
});

test('a replacement that is taken back carries nothing, and makes nobody a stranger to their text', () => {
  const back = [approved, replaced(2, eve, 'jars:a:3', '1'), adjust(1, { reverses: 'pr-2' })];
  expect(reviewer(back, 'jars:a:3')).toBeUndefined();
  expect(reviewer([...back, review(300, ada, ['jars:a:3'])], 'jars:a:3')).toBeUndefined();
});

test('who wrote a text has written it under its forerunner, and under a replaced word', () => {
  const wrote = pull(1, ada, { segments: [segment('jars:a:1')] });
  expect(reviewer([wrote, review(2, ada, ['jars:c:1'])], 'jars:c:1', 'a')).toBeUndefined();
  expect(reviewer([wrote, review(2, bob, ['jars:c:1'])], 'jars:c:1', 'a')).toBe('bob review-2');
  expect(
    reviewer([wrote, replaced(2, eve, 'jars:a:3', '1'), review(3, ada, ['jars:a:3'])], 'jars:a:3'),
  ).toBeUndefined();
  const reviews = reviewsOf([wrote, replaced(2, eve, 'jars:a:3', '1')].map(fileOf));
  const { page, key, target } = segment('jars:a:3');
  expect([ada, bob, eve].map(({ id }) => reviews.wrote(id, page, key, target, []))).toEqual([true, false, true]);
});

/** Whether a text is told to be unread. */
function isUnread(records: readonly LedgerRecord[], text: string, ...same: string[]): boolean {
  const { page, key, target } = segment(text);
  const reviews = reviewsOf(records.map(fileOf));
  return reviews.isMachine(
    page,
    key,
    target,
    same.map((each) => each.repeat(10)),
  );
}

test('a draft stays unread until somebody who has read it says so', () => {
  const draft = pull(1, ada, { segments: [segment('jars:a:1', { machine: true })] });
  expect(isUnread([draft], 'jars:a:1')).toBe(true);
  expect(isUnread([draft], 'lids:c:1', 'a')).toBe(true);
  expect(isUnread([draft], 'jars:a:2')).toBe(false);
  expect(isUnread([draft, pull(2, bob, { segments: [segment('jars:a:1', { action: 'kept' })] })], 'jars:a:1')).toBe(
    false,
  );
  const unreadStill = pull(2, bob, { segments: [segment('jars:a:1', { action: 'kept', machine: true })] });
  expect(isUnread([draft, unreadStill], 'jars:a:1')).toBe(true);
  expect(isUnread([unreadStill, { ...draft, mergedAt: day(1) }], 'jars:a:1')).toBe(true);
  expect(isUnread([draft, adjust(1, { reverses: 'pr-1' })], 'jars:a:1')).toBe(false);
  expect(reviewsOf([fileOf(draft)]).has('a'.repeat(10))).toBe(true);
});

test('a draft with a word replaced is a draft; one that was read is read', () => {
  const draft = pull(1, ada, { segments: [segment('jars:a:1', { machine: true })] });
  expect(isUnread([draft, replaced(2, eve, 'jars:a:3', '1')], 'jars:a:3')).toBe(true);
  expect(isUnread([draft, replaced(2, eve, 'jars:a:3', '1', { machine: true })], 'jars:a:3')).toBe(true);
  expect(isUnread([approved, replaced(2, eve, 'jars:a:3', '1')], 'jars:a:3')).toBe(false);
});

/** Each step looked at twice as often as the one before would not end before the test does. */
test('a word replaced to and fro a hundred times is followed', () => {
  const toAndFro = Array.from({ length: 100 }, (_, at) =>
    replaced(at + 2, eve, at % 2 === 0 ? 'jars:a:3' : 'jars:a:1', at % 2 === 0 ? '1' : '3'),
  );
  expect(reviewer([approved, ...toAndFro], 'jars:a:3')).toBe('bob pr-1');
});

const people = [ada, bob, eve];
const letter = fc.constantFrom('a', 'b');
const digit = fc.constantFrom('1', '2', '3');
const who = fc.constantFrom(...people);
const text = fc.tuple(fc.constantFrom('jars', 'lids'), letter, digit).map((parts) => parts.join(':'));

const change = fc.record({
  text,
  replaces: fc.option(digit, { nil: undefined }),
  correctors: fc.option(who, { nil: undefined }),
});
const step = fc.oneof(
  fc.record({
    kind: fc.constant('pull' as const),
    author: who,
    co: fc.option(who, { nil: undefined }),
    changes: fc.array(change, { maxLength: 2 }),
    isReplacement: fc.boolean(),
    approver: fc.option(who, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('review' as const), reviewer: who, texts: fc.array(text, { maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('adjust' as const),
    name: fc.constantFrom('pr-1', 'pr-2', 'pr-3', 'review-2', 'adjust-1'),
  }),
);

/** A ledger from steps in time; step n makes the record of number n. */
const history = fc.array(step, { maxLength: 8 }).map((steps) =>
  steps.map((each, at): LedgerRecord => {
    const number = at + 1;
    if (each.kind === 'review') return review(number, each.reviewer, each.texts);
    if (each.kind === 'adjust') return adjust(number, { reverses: each.name, at: day(number) });
    const coAuthors = each.co && each.co.id !== each.author.id ? [each.co] : [];
    return pull(number, each.author, {
      ...(each.isReplacement ? { replacement: { old: 'lid', new: 'cap', places: 1 } } : {}),
      coAuthors,
      approvals: each.approver ? [approval(each.approver, { at: day(number) })] : [],
      segments: each.changes.map(({ text, replaces, correctors }) =>
        segment(text, {
          ...(replaces ? { action: 'corrected' as const, replaces: replaces.repeat(10) } : {}),
          ...(correctors && coAuthors.some(({ id }) => id === correctors.id) ? { correctors: [correctors.id] } : {}),
        }),
      ),
    });
  }),
);

/** The same without proved replacements. */
const plainHistory = history.map((records) =>
  records.map((record): LedgerRecord => {
    if (record.type !== 'pull-request') return record;
    const { replacement: _, ...rest } = record;
    return rest;
  }),
);

const everyText = ['jars', 'lids'].flatMap((page) =>
  ['a', 'b'].flatMap((key) => ['1', '2', '3'].map((target) => `${page}:${key}:${target}`)),
);

test('no sequence of records makes a text reviewed that nobody but its writers has approved', () => {
  fc.assert(
    fc.property(plainHistory, (records) => {
      const reviews = reviewsOf(records.map(fileOf));
      for (const each of everyText) {
        const { page, key, target } = segment(each);
        const found = reviews.of(page, key, target, []);
        if (!found) continue;
        const record = records.find((one) => fileOf(one).name === found.record);
        const isOf = (one: { key: string; target: string }) => one.key === key && one.target === target;
        if (record?.type === 'review') {
          expect(record.reviewer.id).toBe(found.who.id);
          expect(record.segments.some(isOf)).toBe(true);
          continue;
        }
        if (record?.type !== 'pull-request') throw new Error(`${found.record} reviews nothing`);
        const { author, coAuthors, approvals } = record;
        const made = record.segments.filter(isOf);
        const isApproved = approvals.some(({ id }) => id === found.who.id) && author.id !== found.who.id;
        const isOwnCorrection =
          author.id === found.who.id &&
          coAuthors.length === 0 &&
          made.some(({ replaces }) => replaces && reviews.of(page, key, replaces, []));
        expect(made.length).toBeGreaterThan(0);
        expect(isApproved || isOwnCorrection).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('without approvals and comments nothing is ever reviewed', () => {
  fc.assert(
    fc.property(history, (records) => {
      const silent = records
        .filter(({ type }) => type !== 'review')
        .map((record) => (record.type === 'pull-request' ? { ...record, approvals: [] } : record));
      expect(everyText.filter((each) => reviewer(silent, each))).toEqual([]);
    }),
  );
});

test('reversing a record never makes more reviewed, and the order of files means nothing', () => {
  const reviewed = (records: readonly LedgerRecord[]) => everyText.filter((each) => reviewer(records, each));
  fc.assert(
    fc.property(history, fc.nat(7), (records, at) => {
      const all = reviewed(records);
      expect(reviewed(records.toReversed())).toEqual(all);
      const victim = records[at];
      if (!victim || victim.type === 'adjust') return;
      const less = reviewed([...records, adjust(99, { reverses: fileOf(victim).name })]);
      expect(less.filter((each) => !all.includes(each))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('one person alone makes nothing reviewed of what they wrote, whatever they do', () => {
  fc.assert(
    fc.property(history, (records) => {
      const written = new Set<string>();
      const alone = records.map((record): LedgerRecord => {
        if (record.type === 'review') {
          const known = record.segments.filter(({ key, target }) => written.has(`${key} ${target}`));
          return { ...record, reviewer: ada, segments: known };
        }
        if (record.type === 'adjust') return record;
        for (const { key, target } of record.segments) written.add(`${key} ${target}`);
        const segments = record.segments.map(({ correctors: _, ...each }) => each);
        return { ...record, author: ada, coAuthors: [], segments, approvals: [approval(ada)] };
      });
      expect(everyText.filter((each) => reviewer(alone, each))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

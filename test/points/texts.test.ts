/** What makers of texts earn: each rule by an example that was reckoned by hand. */
import { expect, test } from 'vitest';
import { ada, adjust, approval, bob, day, eve, pull, segment } from '../ledger/records.ts';
import { linesOf, mia, robot, told, totals } from './sample.ts';

const words = (count: number, more = {}) => ({ words: count, ...more });

test('a page of 1000 words is worth 10 points, whatever its paragraphs', () => {
  const texts = ['a', 'b', 'c', 'd', 'e'].map((key) => segment(`jars:${key}:1`, words(137)));
  const rest = segment('jars:f:1', words(315));
  expect(told(ada, pull(1, ada, { segments: [...texts, rest] }))).toEqual([
    'pr-1 translated 1000: 6 texts, 1000 words x 0.01',
  ]);
});

test('kinds have their rates', () => {
  const segments = [
    segment('jars:a:1', words(100)),
    segment('jars:b:1', words(100, { action: 'updated' })),
    segment('jars:c:1', words(100, { action: 'kept' })),
    segment('jars:d:1', words(100, { action: 'corrected', changed: 0.25 })),
  ];
  expect(told(ada, pull(1, ada, { segments }))).toEqual([
    'pr-1 corrected 25: 1 text, 100 words, 25 of them changed, x 0.01',
    'pr-1 kept 20: 1 text, 100 words x 0.002',
    'pr-1 translated 100: 1 text, 100 words x 0.01',
    'pr-1 updated 50: 1 text, 100 words x 0.005',
  ]);
});

test('corrections add up before they are rounded; a trivial one earns nothing', () => {
  const segments = [
    segment('jars:a:1', words(10, { action: 'corrected', changed: 0.33 })),
    segment('jars:b:1', words(7, { action: 'corrected', changed: 0.5 })),
    segment('jars:c:1', words(90, { action: 'corrected', changed: 0.04 })),
  ];
  // 3.3 + 3.5 = 6.8 hundredths
  const [line] = linesOf(ada, pull(1, ada, { segments }));
  expect(line?.because).toBe(
    '2 texts, 17 words, 6.8 of them changed, x 0.01; 1 text, 90 words: changed by less than 5 %: nothing',
  );
  expect([line?.points, line?.parts.map(({ points }) => points)]).toEqual([7, [3, 4, 0]]);
  expect(line?.parts[0]).toEqual({
    what: 'jars:aaaaaaaaaa',
    points: 3,
    because: '10 words, 3.3 of them changed, x 0.01',
  });
});

test('a draft that a person worked over is worth what changed, a fifth at least', () => {
  const segments = [
    segment('jars:a:1', words(100, { changed: 0.6 })),
    segment('jars:b:1', words(100, { changed: 0.02 })),
  ];
  expect(totals(pull(1, ada, { segments }))).toEqual({ ada: 80 });
});

test('who makes a text together shares it alike, and what is left over goes to the author first', () => {
  const segments = [segment('jars:a:1', words(31))];
  const together = pull(1, bob, { coAuthors: [ada], segments });
  expect(totals(together)).toEqual({ bob: 16, ada: 15 });
  expect(told(ada, together)).toEqual(['pr-1 translated 15: 1 text, 31 words x 0.01 x 1/2 (shared with bob)']);
  expect(totals(pull(1, eve, { coAuthors: [bob, ada], segments: [segment('jars:a:1', words(100))] }))).toEqual({
    eve: 34,
    ada: 33,
    bob: 33,
  });
});

test('the texts of some of the authors are theirs alone', () => {
  const segments = [segment('jars:a:1', words(40, { by: [bob.id] })), segment('jars:b:1', words(60))];
  expect(totals(pull(1, ada, { coAuthors: [bob], segments }))).toEqual({ bob: 70, ada: 30 });
});

test('who only corrected has a quarter of a share, and none if they approved the text', () => {
  const segments = [segment('jars:a:1', words(300, { correctors: [bob.id] }))];
  const record = pull(1, ada, { coAuthors: [bob], segments });
  // 4/5 and 1/5 of 3.00
  expect(totals(record)).toEqual({ ada: 240, bob: 60 });
  // All of it, and a third of it.
  expect(totals({ ...record, approvals: [approval(bob)] })).toEqual({ ada: 300, bob: 100 });
});

test('programs get nothing, and take nothing from people', () => {
  const segments = [segment('jars:a:1', words(100))];
  expect(totals(pull(1, robot, { coAuthors: [ada], segments }))).toEqual({ ada: 100 });
  expect(totals(pull(1, robot, { segments }))).toEqual({});
});

test('a draft that its author has not read earns nothing; the one who reads and keeps it earns what keeping is worth', () => {
  const draft = pull(1, ada, { segments: [segment('jars:a:1', words(200, { machine: true }))] });
  const read = pull(2, bob, { segments: [segment('jars:a:1', words(200, { action: 'kept' }))] });
  const claimed = pull(2, bob, { segments: [segment('jars:a:1', words(200))] });
  expect(told(ada, draft)).toEqual([
    'pr-1 translated 0: 1 text, 200 words: drafted by a program, not read by its author: nothing',
  ]);
  expect(totals(draft, read)).toEqual({ ada: 0, bob: 40 });
  expect(totals(draft, claimed)).toEqual({ ada: 0, bob: 40 });
});

test('the same text is paid once ever, to whoever wrote it first', () => {
  const first = pull(1, ada, { segments: [segment('jars:a:1', words(100))] });
  const other = pull(60, bob, { segments: [segment('jars:a:2', words(100, { action: 'corrected', changed: 0.5 }))] });
  const back = pull(120, bob, { segments: [segment('jars:a:1', words(100, { action: 'corrected', changed: 0.5 }))] });
  const again = pull(180, bob, { segments: [segment('jars:a:2', words(100, { action: 'corrected', changed: 0.5 }))] });
  expect(totals(first, other)).toEqual({ ada: 100, bob: 50 });
  expect(totals(first, other, back, again)).toEqual({ ada: 100, bob: 50 });
  expect(told(bob, first, other, back)[1]).toBe(
    'pr-120 corrected 0: 1 text, 100 words: the text was written before: nothing',
  );
});

test('to restore what a recorded correction replaced earns nothing, whoever had written it', () => {
  const change = pull(1, ada, {
    segments: [segment('jars:a:2', words(100, { action: 'corrected', changed: 0.5, replaces: '1'.repeat(10) }))],
  });
  const back = pull(90, bob, { segments: [segment('jars:a:1', words(100, { action: 'corrected', changed: 0.5 }))] });
  expect(totals(change, back)).toEqual({ ada: 50, bob: 0 });
});

test('a segment is translated once by a person, not again with other words', () => {
  const records = [1, 100, 200].map((at) => pull(at, ada, { segments: [segment(`jars:a:${at % 7}`, words(100))] }));
  expect(totals(...records)).toEqual({ ada: 100 });
  expect(told(ada, ...records)[1]).toBe(
    'pr-100 translated 0: 1 text, 100 words x 0.01, less 1.00 earned on the same text before',
  );
});

test('edits of a segment within 30 days count once, the larger; after that, anew', () => {
  const edit = (at: number, changed: number, target: number) =>
    pull(at, ada, { segments: [segment(`jars:a:${target}`, words(100, { action: 'corrected', changed }))] });
  expect(totals(edit(1, 0.2, 1), edit(5, 0.2, 2), edit(9, 0.2, 3))).toEqual({ ada: 20 });
  expect(totals(edit(1, 0.2, 1), edit(5, 0.5, 2), edit(9, 0.3, 3))).toEqual({ ada: 50 });
  expect(totals(edit(1, 0.2, 1), edit(30, 0.2, 2))).toEqual({ ada: 20 });
  expect(totals(edit(1, 0.2, 1), edit(31, 0.2, 2))).toEqual({ ada: 40 });
  const translated = pull(1, ada, { segments: [segment('jars:a:9', words(100))] });
  expect(totals(translated, edit(5, 0.5, 2))).toEqual({ ada: 100 });
});

test('corrections and what was kept earn 30.00 a month at most, and the next month again', () => {
  const many = (at: number, key: string) =>
    pull(at, ada, { segments: [segment(`jars:${key}:1`, words(2000, { action: 'corrected', changed: 1 }))] });
  const kept = pull(21, ada, { segments: [segment('jars:d:1', words(2000, { action: 'kept' }))] });
  expect(told(ada, many(10, 'a'), many(20, 'b'), kept, many(33, 'c'))).toEqual([
    'pr-10 corrected 2000: 1 text, 2000 words, 2000 of them changed, x 0.01',
    'pr-20 corrected 1000: 1 text, 2000 words, 2000 of them changed, x 0.01; cut from 20.00: corrected and kept earn 30.00 a month at most',
    'pr-21 kept 0: 1 text, 2000 words x 0.002; cut from 4.00: corrected and kept earn 30.00 a month at most',
    'pr-33 corrected 2000: 1 text, 2000 words, 2000 of them changed, x 0.01',
  ]);
});

test('what was reversed gives nothing to anybody, and the text is not free for others to take', () => {
  const work = pull(1, ada, { segments: [segment('jars:a:1', words(100))], approvals: [approval(eve)] });
  const taken = pull(50, bob, { segments: [segment('jars:a:1', words(100))] });
  expect(totals(work, adjust(1, { reverses: 'pr-1' }))).toEqual({});
  expect(totals(work, adjust(1, { reverses: 'pr-1' }), adjust(2, { reverses: 'adjust-1' }))).toEqual({
    ada: 100,
    eve: 33,
  });
  expect(totals(work, adjust(1, { at: day(9), reverses: 'pr-1' }), taken)).toEqual({ bob: 0 });
});

test('a pull request that takes another back earns nothing for the old text, and what it does besides counts', () => {
  const work = pull(1, ada, { segments: [segment('jars:a:2', words(100, { action: 'corrected', changed: 0.5 }))] });
  const revert = pull(2, mia, {
    reverses: ['pr-1'],
    segments: [segment('jars:a:1', words(100, { action: 'corrected', changed: 0.5 })), segment('jars:b:1', words(100))],
    approvals: [approval(eve)],
  });
  expect(totals(work, revert)).toEqual({ mia: 100, eve: 33 });
});

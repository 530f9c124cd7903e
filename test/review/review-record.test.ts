import { expect, test } from 'vitest';
import { pathOf } from '../../tools/ledger/names.ts';
import { parseRecord } from '../../tools/ledger/parse.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';
import { answerText } from '../../tools/review/command-words.ts';
import { type ReviewedPage, type ReviewRequest, reviewRecord } from '../../tools/review/review-record.ts';
import { fileOf, pull } from '../ledger/records.ts';
import { ada, bob, catalog, day, EVERYBODY, hash, JAR, jar, KEG, keg, LID, lid, path, robot, sha } from './made.ts';

const OLD = 'Roll a keg home.';
const text = catalog('jars', {
  [LID]: 'A',
  [JAR]: { target: 'B', machine: true },
  [KEG]: { target: 'C', was: OLD },
  Bung: '',
});
const bung = /@([0-9a-f]{10}) -->\n*$/.exec(text.trimEnd())?.[1] ?? '';
const page = (more: Partial<ReviewedPage> = {}): ReviewedPage => ({
  page: 'jars',
  file: { path: path('jars'), text },
  keys: undefined,
  except: [],
  ...more,
});
const url = 'https://github.com/example/manual/issues/9#issuecomment-4';

const answer = (pages: readonly ReviewedPage[], more: Partial<ReviewRequest> = {}) => {
  const { refusals, ...rest } = reviewRecord({
    kind: 'reviewed',
    comment: { id: 4, url, at: day(3), author: bob },
    commit: sha('main'),
    pages,
    reviewers: EVERYBODY,
    reviews: reviewsOf([]),
    ...more,
  });
  return { ...rest, refusals: refusals.map((refusal) => answerText(refusal)) };
};
const keys = (pages: readonly ReviewedPage[], more: Partial<ReviewRequest> = {}) =>
  answer(pages, more).record?.segments.map(({ key }) => key);

test('a page is reviewed as it is: what is translated or a draft, with its exact text', () => {
  const { record, refusals } = answer([page()]);
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    type: 'review',
    comment: 4,
    url,
    at: day(3),
    reviewer: { login: 'bob', id: 22 },
    entitledBy: '*',
    commit: sha('main'),
    segments: [
      { page: 'jars', key: lid, target: hash('A'), words: 6 },
      { page: 'jars', key: jar, target: hash('B'), words: 4 },
    ].sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
  if (!record) return;
  expect(parseRecord(serializeRecord(record), pathOf(record)).findings).toEqual([]);
  expect(reviewsOf([fileOf(record)]).of('jars', lid, hash('A'), [])?.who.login).toBe('bob');
});

test('named texts, and all but some', () => {
  expect(keys([page({ keys: [lid] })])).toEqual([lid]);
  expect(keys([page({ except: [lid] })])).toEqual([jar]);
  const kegs = { page: 'kegs', file: { path: path('kegs'), text: catalog('kegs', { [KEG]: 'C' }) } };
  expect(answer([page({ keys: [lid] }), page(kegs)]).record?.segments.map((each) => each.page)).toEqual([
    'jars',
    'kegs',
  ]);
});

test.each<[string, ReviewedPage, RegExp]>([
  ['a page that there is not', page({ file: undefined }), /There is no page `jars`/],
  ['a key that there is not', page({ keys: [lid, '0123456789'] }), /`jars` has no paragraph `0123456789`/],
  ['an exception that there is not', page({ except: ['0123456789'] }), /`jars` has no paragraph `0123456789`/],
  ['a stale text', page({ keys: [lid, keg] }), /is stale, as its English has changed/],
  ['a text without translation', page({ keys: [bung] }), /has no translation/],
  ['nothing', page({ except: [lid, jar] }), /nothing to review/],
])('%s is refused, and nothing is recorded', (_, asked, refusal) => {
  expect(answer([asked])).toEqual({ record: undefined, refusals: [expect.stringMatching(refusal)], own: [] });
});

test('strangers, programs and the gone are refused; a folder entitles for itself', () => {
  const by = (author: ReviewRequest['comment']['author'], reviewers: ReviewRequest['reviewers']) =>
    answer([page()], { comment: { id: 4, url, at: day(3), author }, reviewers });
  expect(by(bob, []).refusals).toEqual(['You are not on the list of those who review `sql`, where `jars` stands.']);
  expect(by(bob, [{ ...bob, folders: ['admin'] }]).record).toBeUndefined();
  expect(by(bob, [{ ...bob, folders: ['sql'] }]).record?.entitledBy).toBe('sql');
  expect(by(robot, [{ ...robot, folders: 'all' }]).refusals).toEqual([expect.stringContaining('Programs')]);
  expect(by(undefined, EVERYBODY).refusals).toEqual([expect.stringContaining('gone')]);
  const kegs = page({ page: 'kegs', file: { path: path('kegs', 'admin'), text: catalog('kegs', { [KEG]: 'C' }) } });
  expect(answer([page(), kegs], { reviewers: [{ ...bob, folders: ['admin', 'sql'] }] }).refusals).toEqual([
    expect.stringContaining('`sql` `admin`'),
  ]);
});

const written = (key: string, target: string) =>
  reviewsOf([
    fileOf(pull(1, bob, { segments: [{ page: 'jars', key, target: hash(target), action: 'translated', words: 1 }] })),
  ]);

test('own texts are left out, and told', () => {
  expect(answer([page()], { reviews: written(lid, 'A') })).toMatchObject({
    own: [`jars:${lid}`],
    record: { segments: [{ key: jar }] },
  });
  expect(answer([page({ keys: [lid] })], { reviews: written(lid, 'A') }).refusals).toEqual([
    expect.stringContaining('somebody else has to review them'),
  ]);
});

test('to accept is for stale texts; who wrote one says no more of it than that it stands', () => {
  expect(keys([page({ keys: [keg] })], { kind: 'accept' })).toEqual([keg]);
  expect(answer([page({ keys: [lid] })], { kind: 'accept' }).refusals).toEqual([
    `\`${lid}\` of \`jars\` is not stale.`,
  ]);
  const old = /was=([0-9a-f]{10})/.exec(text)?.[1] ?? '';
  expect(answer([page({ keys: [keg] })], { kind: 'accept', reviews: written(old, 'C') })).toEqual({
    record: undefined,
    refusals: [],
    own: [`jars:${keg}`],
  });
  expect(
    answer([page({ keys: [keg] })], { kind: 'accept', comment: { id: 4, url, at: day(3), author: ada } }).record
      ?.reviewer.login,
  ).toBe('ada');
});

/** Records of an invented project, for tests: short to write down, and at random. */
import fc from 'fast-check';
import { nameOf, pathOf } from '../../tools/ledger/names.ts';
import type {
  AdjustRecord,
  Approval,
  LedgerFile,
  LedgerRecord,
  Person,
  PullRequestRecord,
  ReviewRecord,
  SegmentRecord,
} from '../../tools/ledger/types.ts';

export const ada: Person = { id: 11, login: 'ada' };
export const bob: Person = { id: 22, login: 'bob' };
export const eve: Person = { id: 33, login: 'eve' };
export const commit = 'c0ffee'.padEnd(40, '0');

export const fileOf = (record: LedgerRecord): LedgerFile => ({ path: pathOf(record), name: nameOf(record), record });

/** Noon of the n-th day of 2026. */
export const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12)).toISOString().replace('.000Z', 'Z');

/** `page:key:target` with one letter or digit for key and target each, such as `jars:a:1`. */
export function segment(text: string, more: Partial<SegmentRecord> = {}): SegmentRecord {
  const [page = '', key = '', target = ''] = text.split(':');
  return { page, key: key.repeat(10), target: target.repeat(10), action: 'translated', words: 7, ...more };
}

export const approval = (who: Person, more: Partial<Approval> = {}): Approval => ({
  ...who,
  at: day(1),
  commit,
  entitledBy: '*',
  ...more,
});

/** Merged on the day of its number. */
export const pull = (number: number, author: Person, more: Partial<PullRequestRecord>): PullRequestRecord => ({
  type: 'pull-request',
  number,
  url: `https://github.com/example/manual/pull/${number}`,
  title: 'Jars and their lids',
  mergeCommit: commit,
  mergedAt: day(number),
  author,
  coAuthors: [],
  approvals: [],
  segments: [],
  content: [],
  ...more,
});

/** Made on the day of its number, later than that day's pull request. */
export const review = (comment: number, reviewer: Person, texts: readonly string[]): ReviewRecord => ({
  type: 'review',
  comment,
  url: `https://github.com/example/manual/issues/1#issuecomment-${comment}`,
  at: day(comment).replace('T12', 'T13'),
  reviewer,
  entitledBy: '*',
  commit,
  segments: texts.map((text) => {
    const { page, key, target, words } = segment(text);
    return { page, key, target, words };
  }),
});

export const adjust = (number: number, more: Partial<AdjustRecord>): AdjustRecord => ({
  type: 'adjust',
  number,
  at: day(200 + number),
  by: eve,
  reason: 'The lids were of another jar.',
  ...more,
});

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const line = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .filter((text) => /^[^\p{Cc}\p{Cs}]+$/u.test(text));
const page = fc.constantFrom('jars', 'lids', 'sql-select', 'app-kettle', 'null', '1e3', 'a.b');
const words = fc.nat(5000);
const person = fc.record({
  id: fc.integer({ min: 1, max: 1e9 }),
  login: fc.constantFrom('ada', 'null', '123', 'a-b', 'x[bot]'),
});
const moment = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const option = { requiredKeys: ['page', 'key', 'target', 'action', 'words'] as const };

const anySegment = fc.record(
  {
    page,
    key: hex(10),
    target: hex(10),
    action: fc.constantFrom('translated' as const, 'updated' as const, 'kept' as const),
    words,
    changed: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
    machine: fc.constant(true as const),
  },
  { requiredKeys: [...option.requiredKeys] },
);

const distinct = <T>(item: fc.Arbitrary<T>, nameOf: (item: T) => string | number) =>
  fc.uniqueArray(item, { selector: nameOf, maxLength: 6 });

const anyPull: fc.Arbitrary<LedgerRecord> = fc
  .record({
    number: fc.integer({ min: 1, max: 99999 }),
    title: line,
    mergeCommit: hex(40),
    mergedAt: moment,
    people: fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
    approvers: distinct(fc.tuple(person, moment, hex(40), fc.constantFrom('*', 'sql', 'front')), ([{ id }]) => id),
    segments: distinct(anySegment, (each) => `${each.page}:${each.key}`),
    isPartial: fc.boolean(),
    isOfSome: fc.boolean(),
    content: distinct(
      fc.record({
        path: fc.constantFrom('docs/blog/a.md', 'docs/faq/问.md', 'x: y'),
        kind: fc.constantFrom('blog' as const, 'other' as const),
        words,
      }),
      ({ path }) => path,
    ),
    replacement: fc.option(fc.record({ old: line, new: line, places: words }), { nil: undefined }),
    reverses: fc.option(fc.uniqueArray(fc.constantFrom('pr-12', 'pr-7', 'review-9', 'adjust-3'), { minLength: 1 }), {
      nil: undefined,
    }),
  })
  .map(({ people, approvers, segments, isPartial, isOfSome, replacement, reverses, ...rest }) => {
    const [author = ada, ...coAuthors] = people;
    const [first] = segments;
    const only = isPartial && first ? { only: [`${first.page}:${first.key}`] } : {};
    const made =
      isOfSome && coAuthors.length > 0
        ? { by: [author.id, ...coAuthors.map(({ id }) => id)], correctors: [author.id] }
        : {};
    const corrected = { action: 'corrected' as const, replaces: '0123456789', ...made };
    return pull(rest.number, author, {
      ...rest,
      coAuthors,
      approvals: approvers.map(([who, at, head, entitledBy]) => ({ ...who, at, commit: head, entitledBy, ...only })),
      segments: isOfSome ? segments.map((each) => ({ ...each, ...corrected })) : segments,
      ...(replacement && { replacement }),
      ...(reverses && { reverses }),
    });
  });

const anyReview: fc.Arbitrary<LedgerRecord> = fc.record({
  type: fc.constant('review' as const),
  comment: fc.integer({ min: 1, max: 1e12 }),
  url: fc.webUrl().map((url) => encodeURI(decodeURI(encodeURI(url)))),
  at: moment,
  reviewer: person,
  entitledBy: fc.constantFrom('*', 'sql'),
  commit: hex(40),
  segments: distinct(fc.record({ page, key: hex(10), target: hex(10), words }), (each) => `${each.page}:${each.key}`),
});

const anyAdjust: fc.Arbitrary<LedgerRecord> = fc.record(
  {
    type: fc.constant('adjust' as const),
    number: fc.integer({ min: 1, max: 999 }),
    url: fc.constantFrom('https://github.com/example/manual/issues/9#issuecomment-4567', 'http://a.example/x'),
    at: moment,
    by: person,
    reason: line,
    reverses: fc.constantFrom('pr-1', 'review-99', 'adjust-3'),
    award: fc.record({ to: person, kind: fc.constantFrom('wish', 'office'), count: fc.constantFrom(1, 12, -3) }),
  },
  { requiredKeys: ['type', 'number', 'at', 'by', 'reason', 'award'] },
);

export const anyRecord: fc.Arbitrary<LedgerRecord> = fc.oneof(anyPull, anyReview, anyAdjust);

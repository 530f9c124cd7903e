/** What a record may hold, as YAML has it (names with hyphens, numbers as text) and as types.ts has it. */
import { z } from 'zod';
import { KEY } from '../segment/key.ts';
import type { AdjustRecord, Approval, PullRequestRecord, ReviewRecord, SegmentAction, SegmentRecord } from './types.ts';

const ACTIONS: readonly SegmentAction[] = ['translated', 'updated', 'corrected', 'kept'];
/** A number that is safe to compute with. */
const ID = /^[1-9]\d{0,14}$/;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

const line = z
  .string('text expected')
  .min(1, 'text expected, found nothing')
  .max(1000, '1000 characters at most expected')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'text on one line expected');

const as = (pattern: RegExp, expected: string) =>
  z.string(`${expected} expected`).regex(pattern, `${expected} expected`);
const number = (pattern: RegExp, expected: string) => as(pattern, expected).transform(Number);

export const id = number(ID, "a number such as GitHub's id of a person or comment");
export const login = as(/^(?=.{1,100}$)[A-Za-z0-9](?:[\w-]*)(?:\[bot\])?$/, 'a GitHub login');
const url = as(/^https?:\/\/[^\s\p{Cc}]+$/u, 'an address such as https://github.com/org/name/pull/1').max(1000);
const commit = as(/^[0-9a-f]{40}$/, 'a full commit id');
const hash = as(KEY, 'a key or hash of 10 hex digits');
const page = as(/^(?=.{1,200}$)[A-Za-z0-9_](?:[\w.-]*\w)?$/, 'the name of a page, such as sql-select');
const words = number(NUMBER, 'a number of words');
const share = number(/^(?:0(?:\.\d{1,2})?|1)$/, 'a share from 0 to 1 with two decimals');
/** A folder of a language's catalogs. */
export const folder = as(/^[A-Za-z0-9_](?:[\w.-]*\w)?$/, 'a folder of the language, such as sql');
const entitledBy = z.union([z.literal('*'), folder], '"*" or a folder of the language expected');
const moment = as(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a moment such as 2026-03-01T12:00:00Z').refine(
  (text) => Number.isFinite(Date.parse(text)) && new Date(text).toISOString() === text.replace('Z', '.000Z'),
  'a moment that there is expected, such as 2026-03-01T12:00:00Z',
);
const person = z.strictObject({ id, login });
const yes = z.literal(true, 'true expected; leave it out otherwise').optional();
const ids = z.array(id, 'a list of ids expected').min(1, 'an id expected, found an empty list').optional();
const recordName = as(/^(?:pr|review|adjust)-[1-9]\d{0,14}$/, 'the name of a record, such as pr-123');
const listOf = <T>(item: z.ZodType<T>) => z.array(item, 'a list expected').default([]);

const text = { page, key: hash, target: hash, words };

const segment = z
  .strictObject({
    ...text,
    action: z.enum(ACTIONS, `${ACTIONS.join(', ')} expected`),
    changed: share.optional(),
    replaces: hash.optional(),
    by: ids,
    correctors: ids,
    machine: yes,
  })
  .transform((given): SegmentRecord => present(given));

const approval = z
  .strictObject({
    ...person.shape,
    at: moment,
    commit,
    'entitled-by': entitledBy,
    only: z
      .array(as(/^[\w.-]+:[0-9a-f]{10}$/, 'a text as page:key'), 'a list of texts expected')
      .min(1, 'a text expected, found an empty list')
      .optional(),
  })
  .transform(({ 'entitled-by': entitledBy, ...given }): Approval => present({ ...given, entitledBy }));

const content = z.strictObject({
  path: line.regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))/, 'a path inside the repository expected'),
  kind: z.enum(['blog', 'faq', 'guide', 'other'], 'blog, faq, guide or other expected'),
  words,
  chosen: yes,
});

export const pullRequest = z
  .strictObject({
    type: z.literal('pull-request', 'pull-request expected, as the file is called pr-…'),
    number: id,
    url,
    title: line,
    'merge-commit': commit,
    'merged-at': moment,
    author: person,
    'co-authors': listOf(person),
    approvals: listOf(approval),
    segments: listOf(segment),
    content: listOf(content.transform((given): PullRequestRecord['content'][number] => present(given))),
    replacement: z.strictObject({ old: line, new: line, places: words }).optional(),
    reverses: z
      .array(recordName, 'a list of records expected')
      .min(1, 'a record expected, found an empty list')
      .optional(),
  })
  .transform(
    ({ 'merge-commit': mergeCommit, 'merged-at': mergedAt, 'co-authors': coAuthors, ...given }): PullRequestRecord =>
      present({ ...given, mergeCommit, mergedAt, coAuthors }),
  );

export const review = z
  .strictObject({
    type: z.literal('review', 'review expected, as the file is called review-…'),
    comment: id,
    url,
    at: moment,
    reviewer: person,
    'entitled-by': entitledBy,
    commit,
    segments: listOf(z.strictObject(text)),
  })
  .transform(({ 'entitled-by': entitledBy, ...given }): ReviewRecord => ({ ...given, entitledBy }));

const award = z.strictObject({
  to: person,
  kind: as(/^[a-z][a-z-]{0,40}$/, 'a kind of award, such as wish'),
  count: number(/^-?[1-9]\d{0,5}$/, 'how many, above 0, or below to take back'),
});

export const adjust = z
  .strictObject({
    type: z.literal('adjust', 'adjust expected, as the file is called adjust-…'),
    number: id,
    url: url.optional(),
    at: moment,
    by: person,
    reason: line,
    reverses: recordName.optional(),
    award: award.optional(),
  })
  .transform((given): AdjustRecord => present(given));

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are not there: a record read is equal to the one that was written. */
function present<T extends object>(given: T): Present<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;
}

/**
 * Record -> the text of its file. One record has one text: fields in one order, lists sorted, what is empty left out, so
 * that a ledger that is made again has the same bytes. `serialize(parse(x)) === x` for every text written here.
 */
import { type Row, writeRow } from './rows.ts';
import type { AdjustRecord, Approval, LedgerRecord, Person, PullRequestRecord, ReviewRecord } from './types.ts';

export function serializeRecord(record: LedgerRecord): string {
  if (record.type === 'pull-request') return pullRequest(record);
  return record.type === 'review' ? review(record) : adjust(record);
}

type Field = readonly [name: string, value: string | undefined];

function pullRequest(record: PullRequestRecord): string {
  const { number, url, title, mergeCommit, mergedAt, author, replacement } = record;
  return (
    lines([
      ['type', record.type],
      ['number', String(number)],
      ['url', quoted(url)],
      ['title', quoted(title)],
      ['merge-commit', quoted(mergeCommit)],
      ['merged-at', quoted(mergedAt)],
      ['author', person(author)],
    ]) +
    list(
      'co-authors',
      record.coAuthors.toSorted((a, b) => a.id - b.id).map((each) => `  - ${person(each)}\n`),
    ) +
    list('approvals', record.approvals.toSorted(byMoment).map(approval)) +
    segments(record.segments) +
    list(
      'content',
      record.content
        .toSorted((a, b) => compare(a.path, b.path))
        .map(({ path, kind, words, chosen }) => {
          const more = chosen ? ', chosen: true' : '';
          return `  - { path: ${quoted(path)}, kind: ${kind}, words: ${words}${more} }\n`;
        }),
    ) +
    (replacement
      ? `replacement:\n${lines(
          [
            ['old', quoted(replacement.old)],
            ['new', quoted(replacement.new)],
            ['places', String(replacement.places)],
          ],
          '  ',
        )}`
      : '') +
    lines([['reverses', record.reverses && `[${record.reverses.toSorted().join(', ')}]`]])
  );
}

function approval({ id, login, at, commit, entitledBy, only }: Approval): string {
  const fields = lines(
    [
      ['id', String(id)],
      ['login', quoted(login)],
      ['at', quoted(at)],
      ['commit', quoted(commit)],
      ['entitled-by', quoted(entitledBy)],
    ],
    '    ',
  );
  const covers = only
    ? `    only:\n${only
        .toSorted()
        .map((text) => `      - ${quoted(text)}\n`)
        .join('')}`
    : '';
  return `  - ${fields.trimStart()}${covers}`;
}

function review(record: ReviewRecord): string {
  return (
    lines([
      ['type', record.type],
      ['comment', String(record.comment)],
      ['url', quoted(record.url)],
      ['at', quoted(record.at)],
      ['reviewer', person(record.reviewer)],
      ['entitled-by', quoted(record.entitledBy)],
      ['commit', quoted(record.commit)],
    ]) + segments(record.segments)
  );
}

function adjust({ type, number, url, at, by, reason, reverses, award }: AdjustRecord): string {
  return lines([
    ['type', type],
    ['number', String(number)],
    ['url', url === undefined ? undefined : quoted(url)],
    ['at', quoted(at)],
    ['by', person(by)],
    ['reason', quoted(reason)],
    ['reverses', reverses],
    ['award', award && `{ to: ${person(award.to)}, kind: ${quoted(award.kind)}, count: ${award.count} }`],
  ]);
}

/** Texts by page and key. */
function segments(rows: readonly Row[]): string {
  const sorted = rows.toSorted((a, b) => compare(a.page, b.page) || compare(a.key, b.key));
  return list(
    'segments',
    sorted.map((row) => `${writeRow(row)}\n`),
  );
}

const lines = (fields: readonly Field[], indent = ''): string =>
  fields.map(([name, value]) => (value === undefined ? '' : `${indent}${name}: ${value}\n`)).join('');

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `${name}:\n${items.join('')}`;

const person = ({ id, login }: Person): string => `{ id: ${id}, login: ${quoted(login)} }`;

/** JSON's strings are YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

/** By code unit, the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byMoment = (a: Approval, b: Approval): number =>
  compare(a.at, b.at) || a.id - b.id || compare(a.entitledBy, b.entitledBy);

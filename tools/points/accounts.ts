/**
 * Ledger, rules and offices -> accounts. Pure, and the same for any order of the files. Records are taken in order of
 * their moments, then names; each once; what was reversed counts for nothing.
 */
import { Logins } from '../ledger/logins.ts';
import { momentOf, nameOf, pathOf } from '../ledger/names.ts';
import { byEvent } from '../ledger/order.ts';
import { reversedRecords } from '../ledger/reversed.ts';
import type { LedgerFile, Moment, PullRequestRecord } from '../ledger/types.ts';
import { Book, groupBy } from './book.ts';
import type { Claim } from './claims.ts';
import { lastMoment, OFFICES_FILE } from './offices.ts';
import { compare } from './people.ts';
import { ReviewedTexts } from './reviewed.ts';
import { Texts } from './texts.ts';
import type { Account, Office, PointLine, Rules } from './types.ts';
import { awardClaims, dutyClaims, Works } from './works.ts';

/** `offices.yml`, as lines name it. */
const OFFICES = OFFICES_FILE.slice(OFFICES_FILE.lastIndexOf('/') + 1);

/**
 * Accounts of everybody who has a line, most points first; of equal ones by id.
 *
 * @param until what happened later does not count; a month of an office counts when it is over by then
 */
export function accountsOf(
  files: readonly LedgerFile[],
  rules: Rules,
  offices: readonly Office[],
  until: Moment,
): Account[] {
  const records = inOrder(files, until);
  const logins = new Logins();
  for (const { record } of records) logins.addAll(record);
  const book = new Book(rules.caps);
  enterRecords(book, records, rules);
  enterOffices(book, offices, rules, until);
  for (const office of offices) if (!logins.knows(office.id)) logins.add(office);
  return [...groupBy(book.lines, ({ person }) => person)]
    .map(([id, lines]): Account => {
      const { login, formerly } = logins.of(id);
      return { person: { id, login }, formerly, points: sumOf(lines), lines: lines.toSorted(byTime) };
    })
    .sort((a, b) => b.points - a.points || a.person.id - b.person.id);
}

/**
 * Lines that a pull request's record has on top of a ledger, of all people: what it is worth, or would be if it were merged
 * then. Later records, and its own if it is there already, are left out.
 */
export function pointsOf(record: PullRequestRecord, files: readonly LedgerFile[], rules: Rules): readonly PointLine[] {
  const own = { path: pathOf(record), name: nameOf(record), record };
  const others = files.filter(({ name }) => name !== own.name);
  return accountsOf([...others, own], rules, [], record.mergedAt).flatMap(({ lines }) =>
    lines.filter((line) => line.record === own.name),
  );
}

function enterRecords(book: Book, records: readonly LedgerFile[], rules: Rules): void {
  const byName = new Map(records.map(({ name, record }) => [name, record]));
  const reversed = reversedRecords(records);
  const texts = new Texts(rules, byName);
  const reviewed = new ReviewedTexts(rules, byName);
  const works = new Works(rules);
  for (const { name, record } of records) {
    const counts = !reversed.has(name);
    const claims: Claim[] = [];
    if (record.type === 'pull-request') {
      claims.push(...texts.claims(record, counts), ...reviewed.ofPullRequest(record, counts));
      if (counts) claims.push(...works.claims(record));
    } else if (counts) {
      claims.push(...(record.type === 'review' ? reviewed.ofReview(record) : awardClaims(record, rules)));
    }
    book.enter(name, momentOf(record), claims);
  }
}

function enterOffices(book: Book, offices: readonly Office[], rules: Rules, until: Moment): void {
  for (const office of offices.toSorted(
    (a, b) => compare(a.from, b.from) || compare(a.office, b.office) || a.id - b.id,
  )) {
    const rule = rules.offices.get(office.office);
    if (!rule) continue;
    for (const claims of dutyClaims(office, rule, until).values()) {
      const last = claims.at(-1);
      if (last) book.enter(OFFICES, lastMoment(last.what), claims);
    }
  }
}

/** In the order of events, each name once: of two files of one name, which the ledger's check reports, the first by path. */
function inOrder(files: readonly LedgerFile[], until: Moment): readonly LedgerFile[] {
  const seen = new Set<string>();
  return files
    .filter(({ record }) => momentOf(record) <= until)
    .toSorted((a, b) => compare(a.path, b.path))
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .sort(byEvent);
}

function byTime(a: PointLine, b: PointLine): number {
  return compare(a.at, b.at) || compare(a.record, b.record) || compare(a.kind, b.kind);
}

const sumOf = (lines: readonly PointLine[]): number => lines.reduce((sum, { points }) => sum + points, 0);

/** Ledger and settings -> everybody with what they did and what it is worth, all in all and by year. */
import { latestMoment } from '../ledger/order.ts';
import type { LedgerFile, Moment } from '../ledger/types.ts';
import { accountsOf } from '../points/accounts.ts';
import { groupBy } from '../points/book.ts';
import { type Standing, standings } from '../points/standings.ts';
import type { Account, Rules } from '../points/types.ts';
import type { Contributor, People, PeopleFacts, Work, Year, YearOfWork } from './types.ts';
import { type Worked, workOf } from './work.ts';

const NO_WORK: Work = { translated: 0, reviewed: 0, pages: [], posts: [], pulls: [] };

/**
 * Points are reckoned up to the latest record, so that the same ledger gives the same pages on any day. Without a record
 * nobody has points, an office or not.
 */
export function peopleOf(facts: PeopleFacts): People {
  const { files, pages, rules, offices } = facts;
  const asOf = latestMoment(files);
  const accounts = rules && asOf !== undefined ? accountsOf(files, rules, offices, asOf) : [];
  const work = workOf(files, facts.reviews);
  const years = yearsOf(accounts, work);
  const ranks = new Map(years.map((year) => [year, ranksOf(standings(accounts, rules?.levels ?? [], year))]));
  const lifetime = new Map(standings(accounts, rules?.levels ?? []).map((row) => [row.person.id, row]));
  const all = [...pages.values()]
    .map((page) => contributor({ page, standing: lifetime.get(page.id), worked: work.get(page.id), ranks, rules }))
    .sort((a, b) => b.points - a.points || b.work.translated - a.work.translated || a.page.id - b.page.id);
  return {
    asOf,
    hasPoints: rules !== undefined && asOf !== undefined,
    all,
    contributors: all.filter(({ years: { length } }) => length > 0),
    years: years.map((year) => yearOf(year, all, asOf)),
    records: addressesOf(files),
  };
}

/** The newest first. */
function yearsOf(accounts: readonly Account[], work: ReadonlyMap<number, Worked>): readonly string[] {
  const ofPoints = accounts.flatMap(({ lines }) => lines.map(({ at }) => at.slice(0, 4)));
  const ofWork = [...work.values()].flatMap(({ years }) => [...years.keys()]);
  return [...new Set([...ofPoints, ...ofWork])].sort().reverse();
}

type Ranks = ReadonlyMap<number, number>;

const ranksOf = (rows: readonly Standing[]): Ranks => new Map(rows.map(({ person, rank }) => [person.id, rank]));

interface Known {
  readonly page: Contributor['page'];
  readonly standing: Standing | undefined;
  readonly worked: Worked | undefined;
  /** By year, the newest first. */
  readonly ranks: ReadonlyMap<string, Ranks>;
  readonly rules: Rules | undefined;
}

function contributor({ page, standing, worked, ranks, rules }: Known): Contributor {
  const points = standing?.lifetime ?? 0;
  const lines = groupBy(standing?.account.lines ?? [], ({ at }) => at.slice(0, 4));
  const years = [...ranks].flatMap(([year, ofYear]): YearOfWork[] => {
    const own = lines.get(year) ?? [];
    const work = worked?.years.get(year);
    if (own.length === 0 && !work) return [];
    const sum = own.reduce((total, line) => total + line.points, 0);
    return [{ year, work: work ?? NO_WORK, points: sum, rank: ofYear.get(page.id), lines: own }];
  });
  const next = standing && rules?.levels.find(({ from }) => from > points);
  return {
    page,
    work: worked?.all ?? NO_WORK,
    points,
    rank: standing?.rank,
    level: standing?.level,
    next: next && { level: next, missing: next.from - points },
    years,
  };
}

function yearOf(year: string, all: readonly Contributor[], asOf: Moment | undefined): Year {
  const rows = all.flatMap((person) => {
    const own = person.years.find((each) => each.year === year);
    return own ? [{ person, own }] : [];
  });
  rows.sort(
    (a, b) =>
      b.own.points - a.own.points ||
      b.own.work.translated - a.own.work.translated ||
      a.person.page.id - b.person.page.id,
  );
  const most = rows[0]?.own.points ?? 0;
  return {
    year,
    best: most > 0 ? rows.filter(({ own }) => own.points === most).map(({ person }) => person) : [],
    points: rows.reduce((sum, { own }) => sum + own.points, 0),
    people: rows.map(({ person }) => person),
    isOver: year < (asOf ?? '').slice(0, 4),
  };
}

/** Addresses of records by their names, where they have one. */
function addressesOf(files: readonly LedgerFile[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ name, record: { url } }) => (url === undefined ? [] : [[name, url] as const])));
}

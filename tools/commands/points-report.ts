/** How points are shown: a list of people, one person's account, and both as JSON. */
import type { Moment } from '../ledger/types.ts';
import { shown } from '../points/amounts.ts';
import { levelName, type Standing } from '../points/standings.ts';
import type { Level, PointKind, PointLine } from '../points/types.ts';
import { table } from './table.ts';

export interface Span {
  /** Undefined for all time. */
  readonly year: string | undefined;
  readonly until: Moment;
}

const COLUMNS: readonly (readonly [string, readonly PointKind[]])[] = [
  ['texts', ['translated', 'updated', 'corrected', 'kept', 'replacement']],
  ['reviews', ['reviewed']],
  ['content', ['content']],
  ['awards', ['award']],
  ['offices', ['office']],
];

/** Everybody, most points first. Who has nothing but lines of 0 points is left out. */
export function standingsTable(standings: readonly Standing[], span: Span): string {
  const rows = standings.filter(({ points, lifetime }) => points !== 0 || lifetime !== 0);
  if (rows.length === 0) return `Nobody has points ${inSpan(span)} yet.`;
  const head = ['', 'person', 'level', 'points', ...COLUMNS.map(([name]) => name), ...ofYear(span, 'all years')];
  const cells = rows.map(({ rank, person, level, points, byKind, lifetime }) => [
    String(rank).padStart(String(rows.length).length),
    person.login,
    level ? levelName(level) : '',
    shown(points),
    ...COLUMNS.map(([, kinds]) => shownOrNothing(kinds.reduce((sum, kind) => sum + (byKind.get(kind) ?? 0), 0))),
    ...ofYear(span, shown(lifetime)),
  ]);
  const total = shown(rows.reduce((sum, { points }) => sum + points, 0));
  const people = rows.length === 1 ? '1 person' : `${rows.length} people`;
  const last = `${people}, ${total} points. \`pgdoc points --person NAME\` says what for, \`--explain\` text by text.`;
  return `Points ${inSpan(span)}:\n\n${table(head, cells, 3)}\n\n${last}`;
}

/** One person's account: each line of the year, or of all time, and with `isExplained` what it counts. */
export function accountText(row: Standing, levels: readonly Level[], span: Span, isExplained: boolean): string {
  const { account, points, lifetime, level, rank } = row;
  const { login, id } = account.person;
  const earlier = account.formerly.length > 0 ? `, formerly ${account.formerly.join(', ')}` : '';
  const next = levels.find(({ from }) => from > lifetime);
  const way = next ? `${shown(next.from - lifetime)} points to ${levelName(next)}` : '';
  const standing = [level ? levelName(level) : '', way].filter((text) => text !== '').join(', ');
  const whole = span.year === undefined ? '' : `, ${shown(lifetime)} in all years`;
  const lines = linesOf(row, span);
  const cells = lines.map((line) => [line.at.slice(0, 10), line.record, line.kind, shown(line.points), line.because]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((cell) => cell[at]?.length ?? 0)));
  const told = lines.flatMap((line, at) => [
    aligned(cells[at] ?? [], widths),
    ...(isExplained ? line.parts.map((part) => `      ${part.what}  ${shown(part.points)}  ${part.because}`) : []),
  ]);
  return [
    `${login}${earlier} (id ${id}): ${shown(points)} points ${inSpan(span)}, rank ${rank}${whole}`,
    ...(standing === '' ? [] : [standing]),
    ...told,
  ].join('\n');
}

/** What `--json` prints, without findings. Points as numbers with two decimals. */
export function describe(standings: readonly Standing[], span: Span, isDetailed: boolean): object {
  return {
    until: span.until,
    year: span.year ?? null,
    people: standings.map((row) => ({
      rank: row.rank,
      id: row.person.id,
      login: row.person.login,
      formerly: row.account.formerly,
      level: row.level?.level ?? null,
      points: row.points / 100,
      lifetime: row.lifetime / 100,
      kinds: Object.fromEntries([...row.byKind].map(([kind, points]) => [kind, points / 100])),
      ...(isDetailed && { lines: linesOf(row, span).map(describeLine) }),
    })),
  };
}

function describeLine({ at, record, kind, points, because, parts }: PointLine): object {
  const described = parts.map((part) => ({ ...part, points: part.points / 100 }));
  return { at, record, kind, points: points / 100, because, parts: described };
}

const linesOf = ({ account }: Standing, { year }: Span): readonly PointLine[] =>
  account.lines.filter(({ at }) => year === undefined || at.startsWith(`${year}-`));

const inSpan = ({ year, until }: Span): string =>
  year === undefined ? `by ${until.slice(0, 10)}` : `of ${year}, by ${until.slice(0, 10)}`;

const ofYear = ({ year }: Span, cell: string): string[] => (year === undefined ? [] : [cell]);

const shownOrNothing = (points: number): string => (points === 0 ? '' : shown(points));

function aligned(
  [date = '', record = '', kind = '', points = '', because = '']: readonly string[],
  widths: readonly number[],
): string {
  const [, ofRecord = 0, ofKind = 0, ofPoints = 0] = widths;
  return `  ${date}  ${record.padEnd(ofRecord)}  ${kind.padEnd(ofKind)}  ${points.padStart(ofPoints)}  ${because}`;
}

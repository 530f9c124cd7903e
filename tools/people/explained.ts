/**
 * How the points of a year add up: a row a line of the account, and under it each text that it counts, as `pgdoc points
 * --explain` has them. A page shows so many; the command that shows all stands below.
 */
import type { PersonPage } from '../ledger/person-pages.ts';
import { shown } from '../points/amounts.ts';
import type { PointLine, PointPart } from '../points/types.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { headCell, numberOf, outside, pageLink, tableOf, timeOf } from './pieces.ts';
import type { Surroundings, YearOfWork } from './types.ts';

/** Lines of a year, texts of a line and texts of a year that are shown. */
const LINES = 100;
const PARTS = 20;
const ALL_PARTS = 300;

export function explained(
  { id }: PersonPage,
  { year, points, lines }: YearOfWork,
  records: ReadonlyMap<string, string>,
  around: Surroundings,
): string {
  const { words } = around;
  const latest = lines.toReversed().slice(0, LINES);
  let left = ALL_PARTS;
  const rows = latest.flatMap((line) => {
    // A line of one text says all of it.
    const parts = line.parts.length < 2 ? [] : line.parts.slice(0, Math.min(PARTS, left));
    left -= parts.length;
    const hidden = line.parts.length < 2 ? 0 : line.parts.length - parts.length;
    return [lineRow(line, records), ...parts.map((part) => partRow(part, around)), ...hiddenRow(hidden, around)];
  });
  const head = [headCell(words.date), headCell(words.record), headCell(words.points, 'number'), headCell(words.why)];
  const count = numberOf(around, lines.length - latest.length);
  const command = tag('code', { lang: 'en' }, escapeHtml(`pgdoc points --person ${id} --year ${year} --explain`));
  const all = lines.length > latest.length ? escapeHtml(fillWord(words.cut, { n: count })) : escapeHtml(words.computed);
  return tag(
    'details',
    { class: 'explained' },
    tag('summary', {}, escapeHtml(fillWord(words.explained, { n: shown(points), year }))) +
      tableOf(head.join(''), rows, 'lines') +
      tag('p', { class: 'remark' }, `${all} ${command}`),
  );
}

function lineRow({ at, record, kind, points, because }: PointLine, records: ReadonlyMap<string, string>): string {
  return (
    `<tr><td>${timeOf(at)}</td><td>${outside(records.get(record), escapeHtml(record))}</td>` +
    `<td class="number">${shown(points)}</td><td lang="en"><b>${escapeHtml(kind)}</b> ${escapeHtml(because)}</td></tr>`
  );
}

/** `page:key`, or a path, an award, a month. */
function partRow({ what, points, because }: PointPart, around: Surroundings): string {
  const [, page = '', key = ''] = /^([\w.-]+):([0-9a-f]{10})$/.exec(what) ?? [];
  const there = page === '' ? undefined : around.manual(page);
  const name = there ? `${pageLink(around, there)} ${tag('code', {}, key)}` : tag('code', {}, escapeHtml(what));
  return (
    `<tr class="part"><td colspan="2">${name}</td><td class="number">${shown(points)}</td>` +
    `<td lang="en">${escapeHtml(because)}</td></tr>`
  );
}

function hiddenRow(count: number, around: Surroundings): string[] {
  if (count === 0) return [];
  const text = fillWord(around.words.moreTexts, { n: numberOf(around, count) });
  return [`<tr class="part"><td colspan="4">${escapeHtml(text)}</td></tr>`];
}

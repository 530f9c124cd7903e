/** A person's years: points as bars, and all numbers in a table. */
import { shown } from '../points/amounts.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { headCell, numberCell, tableOf } from './pieces.ts';
import type { Contributor, Surroundings } from './types.ts';

const BAR = 44;
const HEIGHT = 90;

/** Bars from the earliest year to the latest, years without points too. The table says the same in numbers. */
export function yearsChart({ years }: Contributor, hasPoints: boolean, { words }: Surroundings): string {
  const last = Number(years[0]?.year);
  const first = Number(years.at(-1)?.year);
  const most = Math.max(...years.map(({ points }) => points));
  if (!hasPoints || years.length < 2 || most <= 0) return '';
  const span = Array.from({ length: Math.min(last - first + 1, 40) }, (_, at) => String(last - at)).reverse();
  const bars = span.map((year, at) => {
    const points = Math.max(0, years.find((each) => each.year === year)?.points ?? 0);
    const height = Math.round((points * HEIGHT) / most);
    const x = at * BAR;
    return (
      `<rect x="${x + 6}" y="${HEIGHT - height}" width="${BAR - 12}" height="${height}"/>` +
      `<text x="${x + BAR / 2}" y="${HEIGHT + 16}">${year}</text>`
    );
  });
  const width = span.length * BAR;
  const box = {
    class: 'bars',
    viewBox: `0 0 ${width} ${HEIGHT + 22}`,
    width: String(width),
    height: String(HEIGHT + 22),
  };
  const ground = `<path d="M0 ${HEIGHT}.5H${width}"/>`;
  return tag('svg', { ...box, role: 'img', 'aria-label': words.chart }, ground + bars.join(''));
}

export function yearsTable({ years, work, points }: Contributor, hasPoints: boolean, around: Surroundings): string {
  const { words } = around;
  const numbers = (own: typeof work, sum: number) => [
    ...(hasPoints ? [tag('td', { class: 'number' }, shown(sum))] : []),
    numberCell(around, own.translated),
    numberCell(around, own.reviewed),
    numberCell(around, own.posts.length),
  ];
  const rowOf = (head: string, cells: readonly string[]) =>
    `<tr>${tag('th', { scope: 'row' }, head)}${cells.join('')}</tr>`;
  const rows = years.map((each) =>
    rowOf(tag('a', { href: `#y${each.year}` }, each.year), numbers(each.work, each.points)),
  );
  if (years.length > 1) rows.push(rowOf(escapeHtml(words.lifetime), numbers(work, points)));
  const head = [
    headCell(words.year),
    ...(hasPoints ? [headCell(words.points, 'number')] : []),
    headCell(words.translated, 'number'),
    headCell(words.reviewed, 'number'),
    headCell(words.posts, 'number'),
  ];
  return tableOf(head.join(''), rows, 'standings');
}

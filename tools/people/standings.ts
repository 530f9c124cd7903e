/** Tables of people by points, so many a page. */
import { shown } from '../points/amounts.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { headCell, numberCell, personLink, tableOf } from './pieces.ts';
import type { Contributor, Surroundings, YearOfWork } from './types.ts';
import { nameOfKey } from './words.ts';

export const ROWS = 100;

/**
 * @param year with the points of all time beside those of the year; of all time when undefined
 * @param hasPoints without rules there are no points to show
 */
export function standingsTable(
  people: readonly Contributor[],
  year: string | undefined,
  hasPoints: boolean,
  around: Surroundings,
): string {
  const { words } = around;
  const head = [
    ...(hasPoints ? [headCell(words.rank, 'number')] : []),
    headCell(words.person),
    ...(hasPoints ? [headCell(words.level, 'level'), headCell(words.points, 'number')] : []),
    ...(hasPoints && year !== undefined ? [headCell(words.lifetime, 'number')] : []),
    headCell(words.translated, 'number'),
    headCell(words.reviewed, 'number'),
    headCell(words.posts, 'number'),
  ];
  const rows = people.map((person) => row(person, year, hasPoints, around));
  return tableOf(head.join(''), rows, 'standings');
}

function row(person: Contributor, year: string | undefined, hasPoints: boolean, around: Surroundings): string {
  const span: Pick<YearOfWork, 'work' | 'points' | 'rank'> = person.years.find((each) => each.year === year) ?? person;
  const { work, points, rank } = span;
  const cells = [
    ...(hasPoints ? [number(rank === undefined ? '' : String(rank))] : []),
    tag('th', { scope: 'row' }, personLink(person.page)),
    ...(hasPoints ? [tag('td', { class: 'level' }, escapeHtml(levelOf(person, around))), number(shown(points))] : []),
    ...(hasPoints && year !== undefined ? [number(shown(person.points))] : []),
    numberCell(around, work.translated),
    numberCell(around, work.reviewed),
    numberCell(around, work.posts.length),
  ];
  return `<tr>${cells.join('')}</tr>`;
}

const number = (text: string): string => tag('td', { class: 'number' }, text);

export function levelOf({ level }: Pick<Contributor, 'level'>, { words }: Surroundings): string {
  return level ? nameOfKey(words, 'level', level.level, level.name) : '';
}

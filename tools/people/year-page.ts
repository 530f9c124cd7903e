/** people/2026.html: everybody of a year by the points of that year. */

import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { asOfLine, listPath, pagesNav, rowsOf, rulesLink } from './list-page.ts';
import { hrefOf, personLink } from './pieces.ts';
import { standingsTable } from './standings.ts';
import type { People, Surroundings, Year } from './types.ts';

/** @param page from 1 */
export function yearHtml(people: People, year: Year, page: number, around: Surroundings): string {
  const { words } = around;
  const note = tag('p', { class: 'remark' }, escapeHtml(words.wordsHow) + rulesLink(people, around));
  return tag(
    'div',
    { class: 'people' },
    tag('h1', {}, escapeHtml(yearTitle(year, page, around))) +
      asOfLine(people, around) +
      yearsNav(people, year, around) +
      (page === 1 ? bestLine(year, around) : '') +
      standingsTable(rowsOf(year.people, page), year.year, people.hasPoints, around) +
      pagesNav(year.year, year.people.length, page, around) +
      note,
  );
}

export function yearTitle({ year }: Year, page: number, { words }: Surroundings): string {
  return page === 1 ? fillWord(words.yearTitle, { year }) : fillWord(words.yearPage, { year, n: String(page) });
}

function yearsNav({ years }: People, { year }: Year, { words }: Surroundings): string {
  const links = years.map((each) => {
    const current = each.year === year ? 'page' : undefined;
    return tag(
      'li',
      {},
      tag('a', { href: hrefOf(`${listPath(each.year, 1)}.html`), 'aria-current': current }, each.year),
    );
  });
  const all = tag('li', {}, tag('a', { href: 'index.html' }, escapeHtml(words.everybody)));
  return tag('nav', { class: 'numbers', 'aria-label': words.years }, tag('ul', {}, all + links.join('')));
}

function bestLine({ year, best, isOver }: Year, { words }: Surroundings): string {
  if (best.length === 0) return '';
  const word = fillWord(isOver ? words.best : words.bestSoFar, { year });
  return tag('p', { class: 'best' }, `${escapeHtml(word)} ${best.map(({ page }) => personLink(page)).join(' ')}`);
}

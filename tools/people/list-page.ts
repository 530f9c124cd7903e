/** people/index.html and the further pages of its list: years, everybody, duties, imported translations. */
import { shown } from '../points/amounts.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { dutiesTable } from './duties.ts';
import { levelsList } from './levels.ts';
import { originsList } from './origins.ts';
import { dateOf, hrefOf, numberOf, personLink, section } from './pieces.ts';
import { ROWS, standingsTable } from './standings.ts';
import type { Contributor, People, PeopleFacts, Surroundings, Year } from './types.ts';

export function listHtml(people: People, facts: PeopleFacts, around: Surroundings): string {
  const { words } = around;
  const duties = dutiesTable(facts, people.asOf, around);
  const sections = [
    ...(people.contributors.length > 0 ? contributorSections(people, facts, around) : [emptySection(around)]),
    ...(duties === '' ? [] : [{ id: 'offices', title: words.officesTitle, html: duties }]),
    ...(facts.origins.length === 0
      ? []
      : [{ id: 'origins', title: words.originsTitle, html: originsList(facts.origins, around) }]),
  ];
  const links = sections.map(({ id, title }) => tag('li', {}, `<a href="#${id}">${escapeHtml(title)}</a>`));
  const contents =
    sections.length < 2
      ? ''
      : tag('nav', { class: 'on-page', 'aria-label': words.sections }, tag('ul', {}, links.join('')));
  return tag(
    'div',
    { class: 'people' },
    tag('h1', {}, escapeHtml(words.title)) +
      tag('p', { class: 'lead' }, escapeHtml(words.lead)) +
      asOfLine(people, around) +
      contents +
      sections.map(({ id, title, html }) => section(id, title, html)).join(''),
  );
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** Further pages, from 2, with what is left of everybody. */
export function furtherHtml(people: People, page: number, around: Surroundings): string {
  const { words } = around;
  return tag(
    'div',
    { class: 'people' },
    tag('h1', {}, escapeHtml(fillWord(words.allPage, { n: String(page) }))) +
      asOfLine(people, around) +
      standingsTable(rowsOf(people.contributors, page), undefined, people.hasPoints, around) +
      pagesNav('', people.contributors.length, page, around),
  );
}

/** @param page from 1 */
export const rowsOf = (people: readonly Contributor[], page: number): readonly Contributor[] =>
  people.slice((page - 1) * ROWS, page * ROWS);

export function asOfLine({ asOf, hasPoints }: People, { words }: Surroundings): string {
  if (asOf === undefined) return '';
  const date = tag('time', { datetime: dateOf(asOf) }, dateOf(asOf));
  const [before = '', after = ''] = (hasPoints ? words.asOfPoints : words.asOf).split('{date}').map(escapeHtml);
  return tag('p', { class: 'byline' }, before + date + after);
}

/** @param name of the list: empty for everybody, else the year */
export function pagesNav(name: string, length: number, page: number, { words }: Surroundings): string {
  const count = Math.ceil(length / ROWS);
  if (count < 2) return '';
  const links = Array.from({ length: count }, (_, at) => {
    const attributes = {
      href: hrefOf(`${listPath(name, at + 1)}.html`),
      'aria-current': at + 1 === page ? 'page' : undefined,
    };
    return tag('li', {}, tag('a', attributes, String(at + 1)));
  });
  return tag('nav', { class: 'numbers', 'aria-label': words.lists }, tag('ul', {}, links.join('')));
}

/** Site path of a page of a list; no login becomes one of these (person-pages.ts). */
export function listPath(name: string, page: number): string {
  if (page === 1) return `people/${name === '' ? 'index' : name}`;
  return `people/${name === '' ? page : `${name}-${page}`}`;
}

function contributorSections(people: People, { rules }: PeopleFacts, around: Surroundings): readonly Section[] {
  const { words } = around;
  const how = tag('p', { class: 'remark' }, escapeHtml(words.wordsHow) + rulesLink(people, around));
  const all =
    standingsTable(rowsOf(people.contributors, 1), undefined, people.hasPoints, around) +
    pagesNav('', people.contributors.length, 1, around) +
    how +
    levelsList(rules, around);
  const best = people.hasPoints ? tag('p', {}, escapeHtml(words.bestHow)) : '';
  const years = tag('ol', { class: 'years' }, people.years.map((year) => yearItem(year, around)).join(''));
  return [
    { id: 'years', title: people.hasPoints ? words.bestTitle : words.years, html: best + years },
    { id: 'everybody', title: words.allTitle, html: all },
  ];
}

/** The best of a year by name, and the way to its list. */
function yearItem(year: Year, around: Surroundings): string {
  const { words } = around;
  const most = year.best[0]?.years.find((each) => each.year === year.year)?.points ?? 0;
  const title = fillWord(year.isOver ? words.best : words.bestSoFar, { year: year.year });
  const best =
    year.best.length === 0
      ? tag('h3', {}, escapeHtml(year.year))
      : tag('h3', {}, escapeHtml(title)) +
        tag(
          'p',
          { class: 'names' },
          `${year.best
            .slice(0, ROWS)
            .map(({ page }) => personLink(page))
            .join(' ')} ${tag('small', {}, escapeHtml(fillWord(words.pointsOf, { n: shown(most) })))}`,
        );
  const all =
    year.people.length === 1
      ? fillWord(words.yearOne, { year: year.year })
      : fillWord(words.yearAll, { n: numberOf(around, year.people.length), year: year.year });
  return tag(
    'li',
    {},
    best + tag('p', {}, tag('a', { href: hrefOf(`${listPath(year.year, 1)}.html`) }, escapeHtml(all))),
  );
}

export function rulesLink({ hasPoints }: People, { rules, words }: Surroundings): string {
  if (!hasPoints || rules === undefined) return '';
  return ` ${tag('a', { href: hrefOf(rules) }, escapeHtml(words.pointsHow))}`;
}

function emptySection({ words, guide }: Surroundings): Section {
  const link =
    guide === undefined
      ? ''
      : tag('p', {}, tag('a', { class: 'button', href: hrefOf(guide) }, escapeHtml(words.emptyGuide)));
  return { id: 'begin', title: words.emptyTitle, html: tag('p', {}, escapeHtml(words.empty)) + link };
}

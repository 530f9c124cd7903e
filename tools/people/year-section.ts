/** What somebody did in a year: pages of the manual, what they wrote, pull requests, and how its points add up. */
import { shown } from '../points/amounts.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { explained } from './explained.ts';
import { headCell, numberCell, numberOf, outside, pageLink, section, tableOf, timeOf } from './pieces.ts';
import type { Contributor, PageWork, People, Post, Pull, Surroundings, YearOfWork } from './types.ts';
import type { PeopleWord } from './words.ts';

/** How many of each a year shows; what is left out is counted. */
const PAGES = 15;
const PULLS = 15;
const POSTS = 20;

export function yearSection(person: Contributor, year: YearOfWork, people: People, around: Surroundings): string {
  const { work } = year;
  return section(
    `y${year.year}`,
    people.hasPoints ? `${year.year} · ${fillWord(around.words.pointsOf, { n: shown(year.points) })}` : year.year,
    pagesTable(work.pages, around) +
      postsList(work.posts, around) +
      pullsList(work.pulls, around) +
      (year.lines.length === 0 ? '' : explained(person.page, year, people.records, around)),
  );
}

function pagesTable(pages: readonly PageWork[], around: Surroundings): string {
  if (pages.length === 0) return '';
  const { words } = around;
  const head = [headCell(words.manualPages), headCell(words.translated, 'number'), headCell(words.reviewed, 'number')];
  const rows = pages.slice(0, PAGES).map(({ page, translated, reviewed }) => {
    const there = around.manual(page);
    const name = there ? pageLink(around, there) : tag('code', { lang: 'en' }, escapeHtml(page));
    return `<tr>${tag('th', { scope: 'row' }, name)}${numberCell(around, translated)}${numberCell(around, reviewed)}</tr>`;
  });
  const left = pages.slice(PAGES);
  if (left.length > 0) {
    const sum = (of: (page: PageWork) => number) =>
      numberCell(
        around,
        left.reduce((total, page) => total + of(page), 0),
      );
    const more = escapeHtml(fillWord(words.morePages, { n: numberOf(around, left.length) }));
    rows.push(
      `<tr class="rest"><th scope="row">${more}</th>${sum((page) => page.translated)}${sum((page) => page.reviewed)}</tr>`,
    );
  }
  return tableOf(head.join(''), rows, 'worked');
}

const KINDS: Readonly<Record<Post['kind'], PeopleWord>> = {
  blog: 'kindBlog',
  faq: 'kindFaq',
  guide: 'kindGuide',
  other: 'kindOther',
};

function postsList(posts: readonly Post[], around: Surroundings): string {
  if (posts.length === 0) return '';
  const { words } = around;
  const items = posts.slice(0, POSTS).map(({ path, kind, at }) => {
    const there = around.article(path);
    const name = there ? pageLink(around, there) : tag('code', { lang: 'en' }, escapeHtml(path));
    return tag('li', {}, `${name} ${tag('small', {}, `${escapeHtml(words[KINDS[kind]])} · ${timeOf(at)}`)}`);
  });
  const more = posts.length > POSTS ? [fillWord(words.moreWritten, { n: numberOf(around, posts.length - POSTS) })] : [];
  return tag('h3', {}, escapeHtml(words.written)) + listOf(items, more);
}

function pullsList(pulls: readonly Pull[], around: Surroundings): string {
  if (pulls.length === 0) return '';
  const { words } = around;
  const items = pulls.slice(0, PULLS).map(({ number, title, url, at }) => {
    const link = outside(url, `#${number} ${tag('bdi', {}, escapeHtml(title))}`);
    return tag('li', {}, `${link} ${tag('small', {}, timeOf(at))}`);
  });
  const left = pulls.slice(PULLS);
  const earliest = left.at(-1);
  const more = earliest
    ? [fillWord(words.morePulls, { n: numberOf(around, left.length), number: String(earliest.number) })]
    : [];
  return tag('h3', {}, escapeHtml(words.pulls)) + listOf(items, more);
}

const listOf = (items: readonly string[], more: readonly string[]): string =>
  tag('ul', {}, items.join('') + more.map((text) => tag('li', { class: 'rest' }, escapeHtml(text))).join(''));

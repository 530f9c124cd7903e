/** people/<login>.html: what somebody translated, reviewed and wrote, what it is worth, and what they look after. */
import type { Person } from '../ledger/types.ts';
import { shown } from '../points/amounts.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { dutiesOf } from './duties.ts';
import { asOfLine } from './list-page.ts';
import { initial, numberOf, outside, personLink, section } from './pieces.ts';
import { levelOf } from './standings.ts';
import type { Contributor, People, PeopleFacts, Surroundings } from './types.ts';
import { nameOfKey } from './words.ts';
import { yearSection } from './year-section.ts';
import { yearsChart, yearsTable } from './years.ts';

export function personHtml(person: Contributor, people: People, facts: PeopleFacts, around: Surroundings): string {
  const { words } = around;
  const { page, years } = person;
  const duties = dutiesOf(page.id, facts, people.asOf, around);
  return tag(
    'div',
    { class: 'people one' },
    tag('p', { class: 'crumb' }, tag('a', { href: 'index.html' }, escapeHtml(words.everybody))) +
      tag('h1', {}, initial(page) + escapeHtml(page.login)) +
      factsLine(person, people, around) +
      namesakes(page, people, around) +
      (people.hasPoints && years.length > 0 ? levelLine(person, around) : '') +
      (duties === '' ? '' : section('offices', words.officesTitle, duties)) +
      (years.length === 0
        ? tag('p', {}, escapeHtml(words.nothing))
        : section(
            'years',
            words.byYear,
            yearsChart(person, people.hasPoints, around) + yearsTable(person, people.hasPoints, around),
          )) +
      years.map((year) => yearSection(person, year, people, around)).join('') +
      asOfLine(people, around),
  );
}

/** Level, points, place, earlier logins, and where they are on GitHub. */
function factsLine(person: Contributor, people: People, around: Surroundings): string {
  const { words } = around;
  const { page, rank, points } = person;
  const count = numberOf(around, people.contributors.length);
  const facts = [
    ...(people.hasPoints && person.years.length > 0
      ? [levelOf(person, around), fillWord(words.pointsOf, { n: shown(points) })]
          .filter((text) => text !== '')
          .map(escapeHtml)
      : []),
    ...(rank === undefined ? [] : [escapeHtml(fillWord(words.rankOf, { rank: String(rank), n: count }))]),
    ...(page.formerly.length === 0
      ? []
      : [escapeHtml(fillWord(words.formerly, { logins: page.formerly.slice(-5).join(words.separator) }))]),
    ...(isLogin(page) ? [outside(`https://github.com/${page.login}`, escapeHtml(words.github))] : []),
  ];
  return facts.length === 0 ? '' : tag('p', { class: 'byline' }, facts.join(' · '));
}

/** What GitHub takes for a login; of other names nobody knows where they lead. */
const isLogin = ({ login }: Person): boolean => /^(?=.{1,39}$)[a-z\d]+(?:[-_][a-z\d]+)*$/i.test(login);

/** Logins go from one person to another: whoever looks for the other one finds them here. */
function namesakes({ id, login, formerly }: Contributor['page'], people: People, { words }: Surroundings): string {
  const own = new Set([login, ...formerly].map((name) => name.toLowerCase()));
  const others = people.all.filter(
    ({ page }) => page.id !== id && [page.login, ...page.formerly].some((name) => own.has(name.toLowerCase())),
  );
  if (others.length === 0) return '';
  const links = others.slice(0, 5).map(({ page }) => personLink(page));
  return tag('p', { class: 'remark' }, `${escapeHtml(words.namesake)} ${links.join(' ')}`);
}

/** How far it is to the next level: in words, and as a bar. */
function levelLine({ level, next, points }: Contributor, { words }: Surroundings): string {
  if (!next) return level ? tag('p', { class: 'remark' }, escapeHtml(words.highest)) : '';
  const name = nameOfKey(words, 'level', next.level.level, next.level.name);
  const text = escapeHtml(fillWord(words.toNext, { n: shown(next.missing), level: name }));
  const start = level?.from ?? 0;
  const share = Math.max(0, Math.min(100, Math.round(((points - start) * 100) / Math.max(1, next.level.from - start))));
  const bar =
    '<svg class="way" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">' +
    `<rect class="all" width="100" height="4"/><rect class="done" width="${share}" height="4"/></svg>`;
  return tag('div', { class: 'to-next' }, bar + tag('p', {}, text));
}

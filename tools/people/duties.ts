/** Offices and who holds them, and who may review what. */
import type { PersonPages } from '../ledger/person-pages.ts';
import type { Reviewer } from '../ledger/reviewers.ts';
import type { Moment, Person } from '../ledger/types.ts';
import { groupBy } from '../points/book.ts';
import type { Office } from '../points/types.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { personLink } from './pieces.ts';
import type { PeopleFacts, Surroundings } from './types.ts';
import { nameOfKey } from './words.ts';

type DutyFacts = Pick<PeopleFacts, 'offices' | 'reviewers' | 'pages'>;

/** Whoever bears an office that has not ended before the moment of the latest record; the others as earlier holders. */
export function dutiesTable({ offices, reviewers, pages }: DutyFacts, asOf: Moment | undefined, around: Surroundings) {
  const { words } = around;
  const rows = [...groupBy(offices, ({ office }) => office)].map(([office, lines]) => {
    const now = lines.filter((line) => isHeld(line, asOf));
    const earlier = lines.filter((line) => !now.includes(line));
    const holder = (line: Office) => tag('li', {}, `${nameOf(line, pages)} ${small(spanOf(line, asOf, around))}`);
    const list = (items: readonly string[]) =>
      items.length === 0 ? '' : tag('ul', { class: 'plain' }, items.join(''));
    const former =
      earlier.length === 0
        ? ''
        : tag('details', {}, tag('summary', {}, escapeHtml(words.formerOffices)) + list(earlier.map(holder)));
    const held = now.length === 0 ? escapeHtml(words.nobody) : list(now.map(holder));
    return rowOf(nameOfKey(words, 'office', office), held + former);
  });
  if (reviewers.length > 0) {
    const items = reviewers.map((each) => tag('li', {}, `${nameOf(each, pages)} ${small(foldersOf(each, around))}`));
    rows.push(
      rowOf(
        words.reviewers,
        `<p>${escapeHtml(words.reviewersHow)}</p>${tag('ul', { class: 'plain' }, items.join(''))}`,
      ),
    );
  }
  return rows.length === 0 ? '' : tag('dl', { class: 'duties' }, rows.join(''));
}

const rowOf = (name: string, content: string): string =>
  tag('div', {}, `${tag('dt', {}, escapeHtml(name))}${tag('dd', {}, content)}`);

/** What one person has to do, a line each, the latest office first. */
export function dutiesOf(
  person: number,
  { offices, reviewers }: DutyFacts,
  asOf: Moment | undefined,
  around: Surroundings,
): string {
  const { words } = around;
  const own = offices.filter(({ id }) => id === person).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const lines = [
    ...own.map((line) => `${escapeHtml(nameOfKey(words, 'office', line.office))} ${small(spanOf(line, asOf, around))}`),
    ...reviewers
      .filter(({ id }) => id === person)
      .map((each) => `${escapeHtml(words.reviewers)} ${small(foldersOf(each, around))}`),
  ];
  return lines.length === 0 ? '' : tag('ul', {}, lines.map((line) => tag('li', {}, line)).join(''));
}

const isHeld = ({ to }: Office, asOf: Moment | undefined): boolean =>
  to === undefined || (asOf !== undefined && to >= asOf.slice(0, 7));

const nameOf = (person: Person, pages: PersonPages): string => {
  const page = pages.get(person.id);
  return page ? personLink(page) : escapeHtml(person.login);
};

function spanOf({ from, to }: Office, asOf: Moment | undefined, { words }: Surroundings): string {
  if (to !== undefined) return fillWord(words.span, { from, to });
  return fillWord(asOf !== undefined && from > asOf.slice(0, 7) ? words.from : words.since, { month: from });
}

const foldersOf = ({ folders }: Reviewer, { words }: Surroundings): string =>
  folders === 'all' ? words.allFolders : folders.join(words.separator);

const small = (text: string): string => tag('small', {}, escapeHtml(text));

/** Ledger and settings -> the pages about people, and people.json. */

import { fillWord } from '../project/fill-word.ts';
import { describePeople } from './describe.ts';
import { furtherHtml, listHtml, listPath } from './list-page.ts';
import { peopleOf } from './people.ts';
import { personHtml } from './person-page.ts';
import { ROWS } from './standings.ts';
import type { People, PeopleFacts, Surroundings, Year } from './types.ts';
import { yearHtml, yearTitle } from './year-page.ts';

export type { Destination, OriginFacts, PeopleFacts, Surroundings } from './types.ts';

export interface PeoplePage {
  /** Site path without extension. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly html: () => string;
}

export interface PeopleSection {
  readonly pages: readonly PeoplePage[];
  /** What people.json holds. */
  readonly described: object;
}

export function peopleSection(facts: PeopleFacts, around: Surroundings): PeopleSection {
  const people = peopleOf(facts);
  return {
    pages: [
      ...listPages(people, facts, around),
      ...people.years.flatMap((year) => yearPages(people, year, around)),
      ...people.all.map((person) => ({
        path: person.page.path,
        title: person.page.login,
        description: fillWord(around.words.description, { login: person.page.login }),
        html: () => personHtml(person, people, facts, around),
      })),
    ],
    described: describePeople(people, facts),
  };
}

function listPages(people: People, facts: PeopleFacts, around: Surroundings): readonly PeoplePage[] {
  const { words } = around;
  return numbers(people.contributors.length).map((page) => ({
    path: listPath('', page),
    title: page === 1 ? words.title : fillWord(words.allPage, { n: String(page) }),
    description: words.lead,
    html: () => (page === 1 ? listHtml(people, facts, around) : furtherHtml(people, page, around)),
  }));
}

function yearPages(people: People, year: Year, around: Surroundings): readonly PeoplePage[] {
  return numbers(year.people.length).map((page) => ({
    path: listPath(year.year, page),
    title: yearTitle(year, page, around),
    description: around.words.lead,
    html: () => yearHtml(people, year, page, around),
  }));
}

/** Numbers of the pages of a list, from 1; a list of nobody has one. */
const numbers = (length: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(length / ROWS)) }, (_, at) => at + 1);

/** people/people.json: the same for programs. Points are numbers with two decimals. */
import { officesHeld } from '../points/offices.ts';
import type { Contributor, People, PeopleFacts, Work } from './types.ts';

export function describePeople(people: People, { offices, origins }: PeopleFacts): object {
  return {
    until: people.asOf ?? null,
    years: people.years.map(({ year, isOver, best, people: ofYear }) => ({
      year,
      over: isOver,
      best: best.map(({ page }) => page.id),
      people: ofYear.length,
    })),
    people: people.all.map((person) => ({
      ...describePerson(person),
      offices: people.asOf === undefined ? [] : officesHeld(offices, person.page.id, people.asOf),
    })),
    offices: offices.map(({ office, id, login, from, to }) => ({ office, id, login, from, to: to ?? null })),
    origins: origins.map(({ id, name, url, licence, people: names, pages }) => ({
      id,
      name,
      url: url ?? null,
      licence: licence ?? null,
      people: names,
      pages,
    })),
  };
}

function describePerson({ page, rank, level, points, work, years }: Contributor): object {
  return {
    id: page.id,
    login: page.login,
    formerly: page.formerly,
    page: `${page.path}.html`,
    rank: rank ?? null,
    level: level?.level ?? null,
    ...numbersOf(points, work),
    years: years.map((each) => ({ year: each.year, rank: each.rank ?? null, ...numbersOf(each.points, each.work) })),
  };
}

const numbersOf = (points: number, { translated, reviewed, posts, pulls }: Work): object => ({
  points: points / 100,
  words: { translated, reviewed },
  written: posts.length,
  pulls: pulls.length,
});

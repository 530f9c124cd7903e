/**
 * Where each person's page stands. A login is a name that others may take over and that paths have to be guarded
 * against, so it becomes a path only where it is plain, and each path is one person's.
 */
import { isBot, type Logins, loginsOf } from './logins.ts';
import type { LedgerFile, Person } from './types.ts';

export interface PersonPage {
  readonly id: number;
  /** What the person is called now, as far as the ledger knows. */
  readonly login: string;
  /** Other logins that earlier records know, in order of time. */
  readonly formerly: readonly string[];
  /** Site path without extension: `people/ada`, or `people/id-1001`. */
  readonly path: string;
}

/** Of people by GitHub's number. */
export type PersonPages = ReadonlyMap<number, PersonPage>;

/** GitHub's rule: letters, digits and single hyphens, none at an end; 39 characters. */
const PLAIN = /^(?=.{1,39}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Pages that are nobody’s: the list, a year’s, further pages of them (2, 2026-2), and those by number. */
const TAKEN = /^(?:index|\d+(?:-\d+)*|id-\d+)$/;

/**
 * Pages of everybody whom the ledger names, programs left out. Of people with the same login, the one whom the ledger named
 * last is who bears it on GitHub today; the others' pages bear their number. The order of the files means nothing.
 *
 * @param others people whom the ledger need not know, such as holders of an office
 */
export function personPages(files: readonly LedgerFile[], others: readonly Person[] = []): PersonPages {
  const logins = loginsOf(files);
  const unknown = others.filter(({ id }) => !logins.knows(id));
  const people = [...logins.latestFirst(), ...unknown.toSorted((a, b) => a.id - b.id)];
  const taken = new Set<string>();
  const pages = new Map<number, PersonPage>();
  for (const person of people) {
    if (isBot(person) || pages.has(person.id)) continue;
    const { login, formerly } = called(person, logins);
    const name = login.toLowerCase();
    const isOwn = PLAIN.test(name) && !TAKEN.test(name) && !taken.has(name);
    taken.add(name);
    pages.set(person.id, { id: person.id, login, formerly, path: `people/${isOwn ? name : `id-${person.id}`}` });
  }
  return pages;
}

const called = ({ id, login }: Person, logins: Logins): Pick<PersonPage, 'login' | 'formerly'> =>
  logins.knows(id) ? logins.of(id) : { login, formerly: [] };

/** Whose page a login leads to: who bears it today, else who bore it before; in any case of letters. */
export function byLogin(pages: PersonPages): ReadonlyMap<string, PersonPage> {
  const found = new Map<string, PersonPage>();
  const claim = (login: string, page: PersonPage) => {
    if (!found.has(login.toLowerCase())) found.set(login.toLowerCase(), page);
  };
  for (const page of pages.values()) claim(page.login, page);
  for (const page of pages.values()) for (const login of page.formerly) claim(login, page);
  return found;
}

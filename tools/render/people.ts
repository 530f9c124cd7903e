/** People around a manual page: links to their pages, and the line that says who made this one. */
import { escapeHtml, tag } from './html.ts';
import type { PageWords } from './page-words.ts';
import type { Deed } from './paragraph-facts.ts';

/** Manual pages stand two folders deep, `docs/18/`. */
const PEOPLE_FOLDER = '../../people/';

/** @param login as GitHub has it; pages of people are named in lower case */
export function personLink(login: string): string {
  const page = `${encodeURIComponent(login.toLowerCase())}.html`;
  return tag('a', { href: `${PEOPLE_FOLDER}${page}` }, escapeHtml(login));
}

/** Who made a page: logins, those with most words first. */
export interface PagePeople {
  readonly translators: readonly string[];
  readonly reviewers: readonly string[];
  /** Day of the last change of its text that people made, `2026-03-01`. */
  readonly changed: string | undefined;
}

/** @param texts each text of the page once, with the words of its English */
export function pagePeople(texts: readonly { readonly words: number; readonly deeds: readonly Deed[] }[]): PagePeople {
  const translated = new Map<string, number>();
  const reviewed = new Map<string, number>();
  let changed: string | undefined;
  for (const { words, deeds } of texts) {
    const isReview = ({ what }: Deed) => what === 'reviewed';
    const made = deeds.filter((deed) => !isReview(deed));
    for (const [known, some] of [
      [translated, made],
      [reviewed, deeds.filter(isReview)],
    ] as const)
      for (const login of new Set(some.flatMap(({ people }) => people)))
        known.set(login, (known.get(login) ?? 0) + words);
    for (const { day } of made) if (changed === undefined || day > changed) changed = day;
  }
  return { translators: mostFirst(translated), reviewers: mostFirst(reviewed), changed };
}

function mostFirst(words: ReadonlyMap<string, number>): readonly string[] {
  return [...words].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([login]) => login);
}

/** Names that a reader sees at once; one more is shown too, for "and 1 other" is no shorter. */
const SHOWN = 3;

/** One line; nothing where the ledger knows nobody. */
export function peopleLine({ translators, reviewers, changed }: PagePeople, lang: string, words: PageWords): string {
  if (translators.length === 0 && reviewers.length === 0) return '';
  const part = (word: string, logins: readonly string[]) =>
    logins.length === 0 ? [] : [tag('span', {}, fill(word, { names: names(logins, words) }))];
  const date = changed === undefined ? undefined : `<time datetime="${changed}">${changed}</time>`;
  const parts = [
    ...part(words.translators, translators),
    ...part(words.reviewers, reviewers),
    ...(date === undefined ? [] : [tag('span', {}, fill(words.changed, { date }))]),
  ];
  return tag('div', { class: 'page-people', lang, 'data-extra': true }, parts.join(' '));
}

function names(logins: readonly string[], words: PageWords): string {
  const list = (some: readonly string[]) => some.map(personLink).join(escapeHtml(words.separator));
  if (logins.length <= SHOWN + 1) return list(logins);
  const others = logins.slice(SHOWN);
  const more = escapeHtml(words.others.replace('{n}', String(others.length)));
  return `${list(logins.slice(0, SHOWN))} <details><summary>${more}</summary> ${list(others)}</details>`;
}

/** @param values finished HTML */
function fill(word: string, values: Readonly<Record<string, string>>): string {
  return escapeHtml(word).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

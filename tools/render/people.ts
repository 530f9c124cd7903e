/** People around a manual page: links to their pages, and the line that says who made this one. */
import { fillWord } from '../project/fill-word.ts';
import type { Deed, NamedPerson } from './deeds.ts';
import { escapeHtml, tag } from './html.ts';
import type { PageWords } from './page-words.ts';

/** Manual pages stand two folders deep, `docs/18/`. */
const ROOT = '../../';

export function personLink({ login, path }: NamedPerson): string {
  return tag('a', { href: `${ROOT}${path}.html` }, escapeHtml(login));
}

/** Who made a page, those with most words first. */
export interface PagePeople {
  readonly translators: readonly NamedPerson[];
  readonly reviewers: readonly NamedPerson[];
  /** Day of the last change of its text that people made, `2026-03-01`. */
  readonly changed: string | undefined;
}

/** Up to so many words are no sentence: "See Also" stands on many pages, and does not make its translator theirs. */
const COMMON = 3;

/** @param texts each text of the page once, with the words of its English */
export function pagePeople(texts: readonly { readonly words: number; readonly deeds: readonly Deed[] }[]): PagePeople {
  const translated = new Tally();
  const reviewed = new Tally();
  let changed: string | undefined;
  for (const { words, deeds: all } of texts) {
    const deeds = words > COMMON ? all : all.filter(({ elsewhere }) => !elsewhere);
    const made = deeds.filter(({ what }) => what !== 'reviewed');
    translated.add(made, words);
    reviewed.add(
      deeds.filter(({ what }) => what === 'reviewed'),
      words,
    );
    for (const { what, day } of made) if (what !== 'kept' && (changed === undefined || day > changed)) changed = day;
  }
  return { translators: translated.mostFirst(), reviewers: reviewed.mostFirst(), changed };
}

/** Words by person; a text counts once for each who had a hand in it. */
class Tally {
  private readonly known = new Map<string, { readonly person: NamedPerson; words: number }>();

  add(deeds: readonly Deed[], words: number): void {
    const people = new Map(deeds.flatMap((deed) => deed.people.map((person) => [person.path, person])));
    for (const [path, person] of people) {
      const known = this.known.get(path);
      if (known) known.words += words;
      else this.known.set(path, { person, words });
    }
  }

  mostFirst(): readonly NamedPerson[] {
    return [...this.known.values()]
      .sort((a, b) => b.words - a.words || (a.person.path < b.person.path ? -1 : 1))
      .map(({ person }) => person);
  }
}

/** Names that a reader sees at once; one more is shown too, for "and 1 other" is no shorter. */
const SHOWN = 3;

/** One line; nothing where the ledger knows nobody. */
export function peopleLine({ translators, reviewers, changed }: PagePeople, lang: string, words: PageWords): string {
  if (translators.length === 0 && reviewers.length === 0) return '';
  const part = (word: string, people: readonly NamedPerson[]) =>
    people.length === 0 ? [] : [tag('div', {}, fillWord(escapeHtml(word), { names: names(people, words) }))];
  const date = changed === undefined ? undefined : `<time datetime="${changed}">${changed}</time>`;
  const parts = [
    ...part(words.translators, translators),
    ...part(words.reviewers, reviewers),
    ...(date === undefined ? [] : [tag('div', {}, fillWord(escapeHtml(words.changed), { date }))]),
  ];
  return tag('div', { class: 'page-people', lang, 'data-extra': true }, parts.join(' '));
}

function names(people: readonly NamedPerson[], words: PageWords): string {
  const list = (some: readonly NamedPerson[]) => some.map(personLink).join(escapeHtml(words.separator));
  if (people.length <= SHOWN + 1) return list(people);
  const others = people.slice(SHOWN);
  const more = escapeHtml(words.others.replace('{n}', String(others.length)));
  return `${list(people.slice(0, SHOWN))} <details><summary>${more}</summary> ${list(others)}</details>`;
}

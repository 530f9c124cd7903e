/** Which questions speak of which page of the manual, for the pages of the manual. */

import { manualLinks } from '../manual-places.ts';
import { way } from '../markup.ts';
import type { Question } from '../types.ts';
import { byTitle } from './pages.ts';

/** A question as a page of the manual shows it. */
export interface QuestionLink {
  readonly title: string;
  /** From the page. */
  readonly href: string;
}

/**
 * A question speaks of a page if it names it under `related`, or links to it; and of a version if it names that, or none
 * at all.
 *
 * @param version whose pages will show them
 * @returns the questions of a page, by title
 */
export function questionsByPage(
  questions: readonly Question[],
  version: string,
  lang: string,
): (page: string) => readonly QuestionLink[] {
  const pages = new Map<string, Set<Question>>();
  for (const question of byTitle(questions, lang)) {
    const { versions, related, outline } = question;
    if (versions.length > 0 && !versions.includes(version)) continue;
    for (const { page } of [...related, ...manualLinks(outline.links)])
      pages.set(page, (pages.get(page) ?? new Set()).add(question));
  }
  return (page) =>
    [...(pages.get(page) ?? [])].map(({ title, path }) => ({
      title,
      href: way(`docs/${version}/${page}`, `${path}.html`),
    }));
}

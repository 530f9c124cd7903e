/** Which questions speak of which page of the manual, for the pages of the manual. */
import { manualLinks } from '../manual-places.ts';
import type { Question } from '../types.ts';

/** Questions by the name of a page, of one version. */
export type QuestionsOf = (page: string) => readonly Question[];

/**
 * A question speaks of a page if it names it under `related`, or has a link to it; and of a version if it names that, or
 * none at all.
 *
 * @param questions in the order of the list
 */
export function questionsOf(questions: readonly Question[], version: string): QuestionsOf {
  const pages = new Map<string, Set<Question>>();
  for (const question of questions) {
    if (question.versions.length > 0 && !question.versions.includes(version)) continue;
    const linked = manualLinks(question.outline.links);
    for (const { page } of [...question.related, ...linked]) {
      const known = pages.get(page) ?? new Set();
      pages.set(page, known.add(question));
    }
  }
  return (page) => [...(pages.get(page) ?? [])];
}

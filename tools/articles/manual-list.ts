/** The pages of the manual that an article speaks of, as a list with titles in both languages. */
import { escapeHtml, tag } from '../render/html.ts';
import type { ManualLink } from './manual-places.ts';
import { aside, bothLanguages, type Surroundings, way } from './markup.ts';

/** Of what no manual has, nothing is shown. */
export function manualList(from: string, links: readonly ManualLink[], surroundings: Surroundings): string {
  const seen = new Set<string>();
  const items = links.flatMap(({ version, page, id }) => {
    const title = surroundings.manualTitle(version === 'current' ? surroundings.current : version, page);
    const place = `docs/${version}/${page}.html${id === undefined ? '' : `#${id}`}`;
    if (title === undefined || seen.has(place)) return [];
    seen.add(place);
    const spot = id === undefined ? '' : ` ${tag('code', { class: 'spot' }, escapeHtml(`#${id}`))}`;
    return [tag('a', { href: way(from, place) }, bothLanguages(title, surroundings.lang)) + spot];
  });
  return aside('related-manual', surroundings.words.relatedManual, items);
}

/** One link a page: of several places on it, and of several versions of it, the first. */
export function onePerPage(links: readonly ManualLink[]): readonly ManualLink[] {
  const pages = new Map<string, ManualLink>();
  for (const link of links) if (!pages.has(link.page)) pages.set(link.page, { ...link, id: undefined });
  return [...pages.values()];
}

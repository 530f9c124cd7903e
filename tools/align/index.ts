/** A translated DocBook tree + its English -> pairs of source and target. Pure. */
import { cutPages, type Page, type Pages } from '../docbook/pages.ts';
import type { DocumentTree, Element } from '../docbook/types.ts';
import { keyOf } from '../segment/key.ts';
import { readMarkers } from './markers.ts';
import { alignElements } from './structure.ts';
import type { AlignedPair, Alignment, AlignmentProblem } from './types.ts';

export type { AlignedPair, Alignment, AlignmentProblem } from './types.ts';

/**
 * Pairs what stands between markers first; then, page by page, the rest by structure.
 *
 * @param source the English that the translation was made from
 * @param translation the translated document
 */
export function alignDocuments(source: Pages, translation: DocumentTree): Alignment {
  const pages = cutPages(translation);
  const isPage = (element: Element) => pages.byElement.has(element) || source.byElement.has(element);
  const pairs: AlignedPair[] = [];
  const problems: AlignmentProblem[] = [];
  const markers: string[] = [];
  for (const page of pages.all) {
    forEachOfPage(page, isPage, (element) => {
      const marked = readMarkers(element, page.name, translation);
      markers.push(...marked.markers);
      pairs.push(...marked.pairs);
      problems.push(...marked.problems);
    });
    const english = source.byName.get(page.name);
    if (english) {
      const aligned = alignElements(english.element, page.element, isPage);
      for (const pair of aligned.pairs)
        pairs.push({ ...pair, page: page.name, key: keyOf(pair.source), by: 'structure' });
      for (const problem of aligned.problems) problems.push({ page: page.name, ...problem });
    } else {
      const { file, line } = page.element;
      problems.push({ page: page.name, file, line, message: `the English has no page ${page.name}` });
    }
  }
  return { pairs, problems, markers };
}

/** Every element of a page that is no page of its own. */
function forEachOfPage(page: Page, isPage: (element: Element) => boolean, visit: (element: Element) => void): void {
  const step = (element: Element) => {
    visit(element);
    for (const node of element.children) if (node.type === 'element' && !isPage(node)) step(node);
  };
  step(page.element);
}

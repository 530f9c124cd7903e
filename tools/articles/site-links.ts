/** Links from an article to other articles and guides. */
import { nearest } from '../check/nearest.ts';
import type { Finding } from '../docbook/types.ts';
import type { Article } from './types.ts';

/** Sections whose pages are files of docs/, save their lists. */
const LINK = /^((?:blog|faq|guide)\/[^#?]+)\.html(?:[?#].*)?$/;
const LISTS = /^(?:blog|faq)\/(?:index$|tags\/|authors\/|page\/|archive$)/;

/** @param pages site paths, without extension, of all pages that are files of docs/ */
export function checkSiteLinks({ outline, file }: Article, pages: ReadonlySet<string>): readonly Finding[] {
  return outline.links.flatMap(({ href, line }): Finding[] => {
    const path = LINK.exec(href)?.[1];
    if (path === undefined || LISTS.test(path) || pages.has(path)) return [];
    const near = nearest(path, pages);
    const hint = near === undefined ? '' : `; did you mean /${near}.md?`;
    const message = `the link leads to ${path}, which is no published page${hint}`;
    return [{ severity: 'warning', rule: 'articles/site-link', file, line, message }];
  });
}

/** What a page of the manual is, as structured data (schema.org). */
import type { PageLink } from './types.ts';

export interface StructuredPage {
  readonly title: string;
  readonly language: string;
  readonly version: string;
  readonly page: string;
  /** From the book down to the page above. */
  readonly above: readonly PageLink[];
}

/** @param address gives a site path its absolute address */
export function structuredPage(
  { title, language, version, page, above }: StructuredPage,
  address: (path: string) => string,
): object {
  const at = (name: string) => address(`docs/${version}/${name}.html`);
  const crumbs = above.map((each, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name: each.title.target ?? each.title.source,
    item: at(each.name),
  }));
  return [
    { '@type': 'TechArticle', headline: title, inLanguage: language, version, url: at(page) },
    ...(crumbs.length === 0 ? [] : [{ '@type': 'BreadcrumbList', itemListElement: crumbs }]),
  ];
}

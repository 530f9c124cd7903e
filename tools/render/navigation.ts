/** What leads from a page to others: sidebar, crumbs, previous, up, next. Never the whole manual. */
import type { Page } from '../docbook/pages.ts';
import { attributes, tag } from './html.ts';
import { spans } from './nodes.ts';
import { titleElsewhere, titleText, tocTitle } from './titles.ts';
import type { Context, PageLink } from './types.ts';

/** Pages that stand beside the book: no other page leads to them in reading order. */
const ASIDE = new Set(['legalnotice']);

/** Neighbours in reading order, for every page. */
export function readingOrder(all: readonly Page[]): Map<Page, { readonly prev?: Page; readonly next?: Page }> {
  const pages = all.filter((page) => !ASIDE.has(page.element.name));
  return new Map(
    pages.map((page, i) => {
      const [prev, next] = [pages[i - 1], pages[i + 1]];
      return [page, { ...(prev && { prev }), ...(next && { next }) }];
    }),
  );
}

export function pageLink(page: Page, context: Context): PageLink {
  return { name: page.name, title: titleText(page.element, context) };
}

/** Components whose own pages a sidebar lists; a page below shows the list of the nearest one. */
const HOLDERS = new Set(['book', 'part', 'reference', 'chapter', 'appendix', 'preface', 'article']);

/** The component around a page and its pages; below the page's own branch, one level more. */
export function sidebar(page: Page, context: Context): string {
  let holder = page;
  while (!HOLDERS.has(holder.element.name) && holder.parent) holder = holder.parent;
  const branch = new Set<Page>();
  for (let at: Page | undefined = page; at; at = at.parent) branch.add(at);
  return tag('ul', {}, item(holder, page, branch, context, 0));
}

function item(at: Page, current: Page, branch: ReadonlySet<Page>, context: Context, depth: number): string {
  const listed = at.children.filter(({ element }) => !ASIDE.has(element.name));
  const open = listed.length > 0 && (depth === 0 || branch.has(at));
  const below = open
    ? tag('ul', {}, listed.map((each) => item(each, current, branch, context, depth + 1)).join(''))
    : '';
  const linked = `<a${attributes({ href: `${at.name}.html`, 'aria-current': at === current ? 'page' : undefined })}>${depth === 0 ? headLine(at, context) : line(at, context)}</a>`;
  return tag('li', {}, linked + below);
}

function headLine(page: Page, context: Context): string {
  return spans(titleElsewhere(page.element, context) ?? { source: page.name }, context);
}

/** One page's line is the same in every sidebar that holds it. */
function line(page: Page, context: Context): string {
  const { lines } = context.manual;
  const known = lines.get(page.element);
  if (known !== undefined) return known;
  const html = spans(tocTitle(page.element, context), context);
  lines.set(page.element, html);
  return html;
}

/** From the book down to the page above. */
export function crumbs(page: Page, context: Context): string {
  const above: Page[] = [];
  for (let at = page.parent; at; at = at.parent) above.unshift(at);
  const links = above.map((each) => {
    return tag('li', {}, tag('a', { href: `${each.name}.html` }, headLine(each, context)));
  });
  return tag('ol', {}, links.join(''));
}

/** Paths of pages: which may become files, and how one page of the site is reached from another. */
import { Failure } from '../tools/failure.ts';
import type { SitePage } from './types.ts';

/** Reserved by file systems, by URLs, or by VitePress (brackets make a route dynamic). */
const reserved = /[\s\\:*?"'<>|[\]{}()#%&$+,;=@`^~]|\p{Cc}/u;

/** @throws Failure naming all pages that cannot stand in the site */
export function checkPages(pages: readonly SitePage[]): void {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { path } of pages) {
    const bad = path.split('/').some((part) => part === '' || part.startsWith('.') || reserved.test(part));
    if (bad) problems.push(`${JSON.stringify(path)}: expected names of letters, digits, "-", "_", "." between slashes`);
    const folded = path.toLowerCase();
    if (seen.has(folded)) problems.push(`${JSON.stringify(path)}: another page has this path`);
    seen.add(folded);
  }
  if (problems.length > 0) throw new Failure(1, `Pages that cannot stand in the site:\n  ${problems.join('\n  ')}`);
}

/** The way from a page to the site's root: `../../` for `docs/18/x`. A 404 page is shown at any address: the base. */
export function rootOf(page: SitePage, base: string): string {
  if (page.kind === 'notfound') return base;
  return '../'.repeat(page.path.split('/').length - 1) || './';
}

/** A link of the shell as the layout writes it: `@/` stands for the site's root until the page is known. */
export function siteHref(href: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const path = href.replace(/^\/+/, '');
  return `@/${path === '' || path.endsWith('/') ? `${path}index.html` : path}`;
}

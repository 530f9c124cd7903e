/** The text of an article for places outside the site: every address in it is absolute, and its title stands elsewhere. */
import { posix } from 'node:path';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { writeHtml } from '../render/markdown/index.ts';
import { sitePath } from './outline.ts';
import type { Article } from './types.ts';

/** @param address makes a site path absolute */
export function absoluteHtml({ tree, path }: Article, address: (path: string) => string): string {
  const title = tree.children.findIndex((child) => child.type === 'element' && child.tagName === 'h1');
  const children = tree.children
    .filter((_, at) => at !== title)
    .map((child): RootContent => (child.type === 'element' ? absolute(child, path, address) : child));
  return writeHtml({ ...tree, children } satisfies Root).trim();
}

function absolute(element: Element, path: string, address: (path: string) => string): Element {
  const properties = { ...element.properties };
  for (const name of ['href', 'src'])
    if (typeof properties[name] === 'string') properties[name] = absoluteAddress(properties[name], path, address);
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? absolute(child, path, address) : child),
  );
  return { ...element, properties, children };
}

/** @param path site path of the page that has the link */
export function absoluteAddress(href: string, path: string, address: (path: string) => string): string {
  if (href.startsWith('#')) return address(`${path}.html${href}`);
  const found = sitePath(href, posix.dirname(path));
  return found.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(found) ? found : address(found);
}

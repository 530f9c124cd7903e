/** The tree of a page -> its outline: headings, links, pictures, how long it takes to read. */
import { posix } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { readingMinutes } from './reading-time.ts';
import type { Heading, Outline, Picture, TextLink } from './types.ts';

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * @param tree as the Markdown renderer made it
 * @param path site path of the page, for what its relative links lead to
 */
export function outlineOf(tree: Root, path: string): Outline {
  const headings: Heading[] = [];
  const links: TextLink[] = [];
  const pictures: Picture[] = [];
  const folder = posix.dirname(path);
  const visit = (element: Element): void => {
    const { tagName, properties, position } = element;
    const line = position?.start.line ?? 1;
    if (/^h[2-6]$/.test(tagName) && typeof properties.id === 'string' && properties.dataFootnotes === undefined)
      headings.push({ level: Number(tagName[1]), id: properties.id, text: textOf(element).trim() });
    if (tagName === 'a' && typeof properties.href === 'string')
      links.push({ href: sitePath(properties.href, folder), line });
    if (tagName === 'img' && typeof properties.src === 'string')
      pictures.push({ src: sitePath(properties.src, folder), alt: String(properties.alt ?? ''), line });
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  for (const child of tree.children) if (child.type === 'element') visit(child);
  const text = tree.children.map((child) => (child.type === 'element' ? textOf(child) : '')).join(' ');
  return {
    headings: headings.filter(({ id }) => id !== 'footnote-label'),
    links,
    pictures,
    minutes: readingMinutes(text),
  };
}

/** Where a relative link of a page in `folder` leads, from the site's root; addresses and fragments stay. */
export function sitePath(href: string, folder: string): string {
  return href === '' || href.startsWith('#') || ADDRESS.test(href) ? href : posix.join(folder, href);
}

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Ids for headings, made from their words; letters of every script stay, as on GitHub. */
import type { Element, ElementContent, Root } from 'hast';

/** Ids of the site's shell, which a page's heading must not take. */
const taken = ['content', 'chapter', 'search-results'];

/** Gives every heading of the tree an id of its own. */
export function addHeadingIds(tree: Root): void {
  const used = new Set(taken);
  for (const heading of headings(tree)) {
    const base = slug(textOf(heading)) || 'section';
    let id = base;
    for (let count = 1; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    heading.properties.id = id;
  }
}

/** The first heading of level 1, wherever it stands. */
export function firstTitle(tree: Root): Element | undefined {
  return headings(tree).find((heading) => heading.tagName === 'h1');
}

export function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Footnotes' heading has an id of its own, to which their links refer. */
function headings(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return /^h[1-6]$/.test(child.tagName) && child.properties.id === undefined ? [child] : headings(child);
  });
}

function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replace(/ +/g, '-');
}

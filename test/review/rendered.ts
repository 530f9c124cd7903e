/** What GitHub would make of Markdown, as far as a tree tells: what is live in it. */
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export const treeOf = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

export function nodesOf(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => nodesOf(child as Nodes))] : [node];
}

/** Addresses of links and images, tags, and words outside of code that GitHub makes links or pictures of. */
export function liveIn(markdown: string): string[] {
  return nodesOf(treeOf(markdown)).flatMap((node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      return [`${node.type} ${node.url}`];
    if (node.type === 'html') return [`html ${node.value}`];
    if (node.type === 'heading') return ['heading'];
    if (node.type !== 'text') return [];
    const words = node.value.match(/@[\w-]+|#\d+|\bGH-\d+|\b[0-9a-f]{7,40}\b|:\w+:|https?:|www\.|javascript:/gi);
    return (words ?? []).map((word) => `text ${word}`);
  });
}

/** All that is code. */
export const codeIn = (markdown: string): string[] =>
  nodesOf(treeOf(markdown)).flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));

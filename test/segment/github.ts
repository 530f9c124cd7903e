/** What a reader of a catalog sees on GitHub: the text of Markdown as remark reads it. */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly identifier?: string;
  readonly children?: readonly MarkdownNode[];
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/**
 * The words of one paragraph. Markdown that is no single paragraph gives the names of its blocks instead, which no
 * text equals.
 */
export function markdownText(markdown: string): string {
  const root = processor.parse(markdown) as MarkdownNode;
  const [paragraph, ...more] = root.children ?? [];
  if (!paragraph) return '';
  if (paragraph.type !== 'paragraph' || more.length > 0) return `blocks: ${root.children!.map(({ type }) => type)}`;
  return textOf(paragraph).replaceAll('\u200B', '');
}

function textOf({ type, value, identifier, children }: MarkdownNode): string {
  // The four tags show nothing themselves; any other HTML would vanish, so it counts as lost.
  if (type === 'html') return /^<\/?(code|var|sub|sup)>$/.test(value ?? '') ? '' : `lost: ${value}`;
  if (type === 'footnoteReference') return `[^${identifier}]`;
  return value ?? (children ?? []).map(textOf).join('');
}

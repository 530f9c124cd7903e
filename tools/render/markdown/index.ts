/**
 * A contributor's Markdown (blog, questions, guides, start page) as safe HTML. Nothing in it runs, at build time or in
 * the reader's browser: raw HTML is shown as the text it is, links have a protocol from a list, and the result is
 * sanitised and never compiled.
 */
import { posix } from 'node:path';
import type { Element, Root, Text } from 'hast';
import type { Html } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Finding } from '../../docbook/types.ts';
import { readFrontMatter } from './front-matter.ts';
import { addHeadingIds, firstTitle, textOf } from './headings.ts';
import { rehypeSiteLinks } from './links.ts';
import type { MarkdownWords, PageKind, RenderedMarkdown } from './types.ts';

export type { FrontMatter, FrontMatterLines, MarkdownWords, PageKind, RenderedMarkdown } from './types.ts';

const english: MarkdownWords = { footnotes: 'Footnotes', backToText: 'Back to the text' };

/** Without raw HTML, only footnotes bring ids, and their links refer to them: nothing to keep apart by a prefix. */
const schema = { ...defaultSchema, clobber: [] };

/**
 * @param text the file's content
 * @param file its path in the workspace with slashes, `docs/blog/2026-first.md`: it decides which front matter is
 *   known, and where relative links lead
 * @param words of the page's language
 */
export function renderMarkdown(text: string, file: string, words: MarkdownWords = english): RenderedMarkdown {
  const split = readFrontMatter(text, file, kindOf(file));
  const findings: Finding[] = [...split.findings];
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(remarkRehype, {
      clobberPrefix: 'user-content-',
      footnoteLabel: words.footnotes,
      footnoteBackLabel: words.backToText,
      handlers: { html: (_state: unknown, node: Html) => htmlAsText(node, file, findings) },
    })
    .use(() => rehypeSiteLinks(file, findings))
    .use(rehypeSanitize, schema);
  const tree: Root = processor.runSync(processor.parse(split.body));
  const heading = firstTitle(tree);
  const title = split.frontMatter.title ?? (heading ? textOf(heading).trim() : posix.basename(file, '.md'));
  if (heading === undefined) {
    const text: Text = { type: 'text', value: title };
    tree.children.unshift({ type: 'element', tagName: 'h1', properties: {}, children: [text] });
    if (split.frontMatter.title === undefined) findings.push(noTitle(file));
  }
  addHeadingIds(tree);
  const html = writeHtml(tree);
  return { title, html, tree, frontMatter: split.frontMatter, lines: split.lines, findings };
}

/** HTML of a tree that has been sanitised. */
export function writeHtml(tree: Root): string {
  return unified().use(rehypeStringify).stringify(tree);
}

/** A page's folder decides; the index of a folder is an ordinary page. */
export function kindOf(file: string): PageKind {
  const folder = /^docs\/(blog|faq)\/(?!index\.md$)/.exec(file)?.[1];
  return folder === 'blog' || folder === 'faq' ? folder : 'page';
}

/** A comment is for whoever edits the file, and is left out. */
function htmlAsText(node: Html, file: string, findings: Finding[]): Element | Text | undefined {
  if (/^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value.trim())) return undefined;
  findings.push({
    severity: 'warning',
    rule: 'markdown/raw-html',
    file,
    line: node.position?.start.line ?? 1,
    message: `HTML is shown as text: ${JSON.stringify(node.value.slice(0, 60))}. Expected Markdown`,
  });
  return { type: 'text', value: node.value };
}

function noTitle(file: string): Finding {
  return {
    severity: 'error',
    rule: 'markdown/no-title',
    file,
    line: 1,
    message: 'The page has no title: expected `title:` in its front matter, or a first line `# Title`',
  };
}

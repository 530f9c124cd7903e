/** Small manuals as Markdown, and Markdown read again by remark: what the tests of this room share. */
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createMarkdownRenderer, englishMarkdownWords } from '../../tools/page-markdown/index.ts';
import { englishWords, type ManualWords } from '../../tools/render/index.ts';
import { bilingual } from '../../tools/segment/bilingual.ts';
import { collectSegments } from '../../tools/segment/collect.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { restore } from '../../tools/segment/restore.ts';
import type { Target } from '../../tools/segment/types.ts';
import { readBook } from '../render/invented.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** As GitHub reads it. */
export const parse = (markdown: string): Root => parser.parse(markdown);

/** The text that a reader sees, white space folded. */
export function seen(node: Nodes): string {
  return visible(node)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function visible(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  if ('children' in node) return node.children.map(visible).join('');
  return 'value' in node ? node.value : '';
}

export interface Options {
  /** Targets as a catalog has them, by their English. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly words?: Partial<ManualWords>;
}

/** The article of the chapter `kites` that holds some content: without its title, the head and the foot. */
export function inChapter(content: string, options: Options = {}): string {
  return pageOf(`<chapter id="kites"><title>Kites</title>${content}</chapter>`, 'kites', options)
    .replace(/^# [^\n]*\n\n(?:- [^\n]*\n)+/, '')
    .replace(/(?:^|\n)[-*] (?:Up|Prev): [\s\S]*$/, '')
    .trim();
}

/** A whole page of a book. */
export function pageOf(content: string, name: string, { targets, words = {} }: Options = {}): string {
  const { renderer, pages } = markdownOf(content, { ...(targets && { targets }), words });
  const page = pages.byName.get(name);
  if (!page) throw new Error(`no page ${name}; there are ${[...pages.byName.keys()].join(', ')}`);
  return renderer.page(page, { url: `https://kites.example/docs/3/${name}.html`, release: '3.1' });
}

export function markdownOf(content: string, { targets, words }: Options = {}) {
  const { tree, pages, numbering } = readBook(content);
  const childrenOf = targets
    ? bilingual(collectSegments(pages), (_, { source, owner, from, to, kind }): Target | undefined => {
        const target = targets[source];
        if (target === undefined) return undefined;
        const run = kind === 'comment' ? [] : owner.children.slice(from, to);
        const at = { file: 'targets.md', line: 1 };
        return { status: 'translated', nodes: restore(readMarkdown(target).inlines, run, { variables: {}, at }) };
      })
    : (element: (typeof tree)['root']) => element.children;
  const renderer = createMarkdownRenderer({
    tree,
    pages,
    numbering,
    childrenOf,
    lang: targets ? 'xx' : 'en',
    words: { source: englishWords, target: { ...englishWords, ...words } },
    own: englishMarkdownWords,
  });
  return { renderer, pages };
}

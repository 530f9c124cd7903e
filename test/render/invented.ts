/** Small manuals about invented things, rendered: what the tests of this room share. */
import { type Numbering, numberDocument } from '../../tools/docbook/numbering.ts';
import { cutPages, type Pages } from '../../tools/docbook/pages.ts';
import { parseFragment, parseManual } from '../../tools/docbook/parse.ts';
import type { DocumentTree } from '../../tools/docbook/types.ts';
import { createRenderer, englishWords, type ManualWords, type Renderer } from '../../tools/render/index.ts';
import { bilingual } from '../../tools/segment/bilingual.ts';
import { collectSegments } from '../../tools/segment/collect.ts';
import type { ChildrenOf, Target } from '../../tools/segment/types.ts';

export interface Invented {
  readonly tree: DocumentTree;
  readonly pages: Pages;
  readonly numbering: Numbering;
  readonly renderer: Renderer;
  /** A page's article, white space between tags left out. */
  article(page: string): string;
}

export interface Options {
  /** Targets as DocBook, by the segment's source; `status:` in front of the source gives another status. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly words?: ManualWords;
  readonly figures?: Readonly<Record<string, string>>;
}

/** Reads `<book>` content as postgres.sgml would stand in an upstream tree. */
export function readBook(content: string): { tree: DocumentTree; pages: Pages; numbering: Numbering } {
  const text = `\n<book id="invented"><title>Kite Manual</title>${content}</book>`;
  const tree = parseManual({
    read: (path) => (path === 'doc/src/sgml/postgres.sgml' ? new TextEncoder().encode(text) : undefined),
    list: () => [],
    isLink: () => false,
  });
  const pages = cutPages(tree);
  return { tree, pages, numbering: numberDocument(tree, pages) };
}

export function invent(content: string, options: Options = {}): Invented {
  const { tree, pages, numbering } = readBook(content);
  const { targets, lang = targets ? 'xx' : 'en', words = englishWords, figures = {} } = options;
  const renderer = createRenderer({
    tree,
    pages,
    numbering,
    childrenOf: targets ? withTargets(pages, targets) : (element) => element.children,
    lang,
    words: { source: englishWords, target: words },
    readFigure: (path) => figures[path],
  });
  const article = (name: string) => {
    const page = pages.byName.get(name);
    if (!page) throw new Error(`no page ${name}; there are ${[...pages.byName.keys()].join(', ')}`);
    return tidy(renderer.page(page).article);
  };
  return { tree, pages, numbering, renderer, article };
}

/** One chapter `kites` that holds the given content; its page's article without the title page. */
export function inChapter(content: string, options?: Options): string {
  const html = invent(`<chapter id="kites"><title>Kites</title>${content}</chapter>`, options).article('kites');
  return html
    .replace(/^<article[^>]*><div class="chapter"[^>]*><div class="titlepage">.*?<\/h1><\/div>/, '')
    .replace(/<\/div><\/article>$/, '');
}

function withTargets(pages: Pages, targets: Readonly<Record<string, string>>): ChildrenOf {
  return bilingual(collectSegments(pages), (_, { source }): Target | undefined => {
    const text = targets[source];
    if (text === undefined) return undefined;
    return { status: 'translated', nodes: parseFragment(text, { file: 'targets.md', line: 1 }).nodes };
  });
}

/** How the source is indented says nothing to these tests. */
export function tidy(html: string): string {
  return html.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');
}

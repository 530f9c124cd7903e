/** What the renderer takes and gives, and what handlers pass among themselves. */
import type { Numbering } from '../docbook/numbering.ts';
import type { Page, Pages } from '../docbook/pages.ts';
import type { DocumentTree, Element, Finding } from '../docbook/types.ts';
import type { BilingualNode, ChildrenOf } from '../segment/types.ts';
import type { Dictionary } from './dictionary.ts';
import type { ManualWords } from './words.ts';

export interface RendererInput {
  readonly tree: DocumentTree;
  readonly pages: Pages;
  readonly numbering: Numbering;
  readonly childrenOf: ChildrenOf;
  /** Language tag of the target, such as `zh-CN`; one that begins with `en` gives the plain English manual. */
  readonly lang: string;
  readonly words: { readonly source: ManualWords; readonly target: ManualWords };
  /** Text of an SVG file, by its path in the source (`images/gin.svg`). */
  readFigure(path: string): string | undefined;
}

/** Plain text in both languages; no target: not translated. */
export interface Texts {
  readonly source: string;
  readonly target?: string;
}

export interface PageLink {
  /** The page's name; its file is `name` + `.html` in the same folder. */
  readonly name: string;
  readonly title: Texts;
}

export interface RenderedPage {
  /** With its number: "13.1. Introduction". */
  readonly title: Texts;
  /** The one `<article data-page>` with all of upstream's content of the page. */
  readonly article: string;
  /** A nested list of the chapter, reference or part that the page stands in. */
  readonly sidebar: string;
  /** An ordered list of links, from the book down to the page above this one. */
  readonly crumbs: string;
  readonly prev?: PageLink;
  readonly up?: PageLink;
  readonly next?: PageLink;
  /** About 160 characters of the page's text, the target's where there is one. */
  readonly description: string;
}

export interface Renderer {
  /** Renders one page; nothing else is rendered along. */
  page(page: Page): RenderedPage;
  /** The title of a page with its number, without rendering the page. */
  title(page: Page): Texts;
  /** What the pages rendered so far had wrong. Grows with each page; no finding is reported twice. */
  readonly findings: readonly Finding[];
}

/** Finished HTML of one run in both languages. `key` is set where the run is a segment. */
export interface Sides {
  readonly source: string;
  readonly target?: string;
  readonly key?: string;
  readonly status?: string;
}

/** `both`: English with its ids, targets beside it · `source`, `target`: one language only. */
export type Side = 'both' | 'source' | 'target';

/** Which shared things and which place on the page an element is rendered with. */
export interface Context {
  readonly manual: Manual;
  readonly page: Page;
  readonly side: Side;
  /** False in titles that are shown elsewhere: no ids, no links, no footnote marks. */
  readonly anchors: boolean;
  /** Level of the next heading below, 2 to 6. */
  readonly level: number;
  /** Footnotes met so far, to be shown at the end of the page or table. */
  readonly footnotes: Set<Element>;
  /** Inside a verbatim block: the source is shown to the letter, pairs are not asked for. */
  readonly verbatim: boolean;
  /** Quotes around: they alternate. */
  readonly quotes: number;
}

/** Renders one element. */
export type Handler = (element: Element, context: Context) => string;

/** What all pages of one manual share. */
export interface Manual {
  readonly input: RendererInput;
  readonly bilingual: boolean;
  readonly handlers: Dictionary<Handler>;
  /** Sides of titles as shown away from their place, by title element. */
  readonly titles: Map<Element, Sides>;
  /** Lines of sidebars, by the element they stand for. */
  readonly lines: Map<Element, string>;
  readonly findings: Finding[];
  readonly reported: Set<Element>;
}

export type Nodes = readonly BilingualNode[];

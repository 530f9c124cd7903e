/** What the Markdown of a page is made of: blocks whose texts stand in both languages. Plain data. */
import type { Page } from '../docbook/pages.ts';
import type { Element, Finding } from '../docbook/types.ts';
import type { RendererInput } from '../render/types.ts';
import type { Inline } from '../segment/inline.ts';
import type { BilingualNode } from '../segment/types.ts';
import type { MarkdownWords } from './words.ts';

/** A text in both languages. No target: it has no translation, or needs none. */
export interface Both {
  readonly source: readonly Inline[];
  readonly target?: readonly Inline[];
  /** Whether any of it is a segment, which could have a translation. */
  readonly isSegment?: boolean;
}

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: Both; readonly id?: string | undefined }
  /** The target, then the English as a quote. */
  | { readonly type: 'paragraph'; readonly text: Both }
  /** Both languages on one line: titles of tables, terms, lines of contents. */
  | { readonly type: 'line'; readonly text: Both; readonly isStrong?: boolean; readonly id?: string | undefined }
  | { readonly type: 'code'; readonly language: string; readonly value: string }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  /** Rows of cells; the first row is the head. All rows have as many cells as `columns` says. */
  | { readonly type: 'table'; readonly columns: number; readonly rows: readonly (readonly Both[])[] }
  | { readonly type: 'footnote'; readonly number: number; readonly children: readonly Block[] };

/** What of a renderer's input Markdown needs: pictures are left to the HTML. */
export interface MarkdownInput extends Omit<RendererInput, 'readFigure'> {
  readonly own: MarkdownWords;
}

/** What all pages of one manual share. */
export interface Manual {
  readonly input: MarkdownInput;
  readonly isBilingual: boolean;
  /** Values of `&version;` and `&majorversion;`. */
  readonly variables: ReadonlyMap<string, string>;
  /** Titles as shown away from their place, by title element. */
  readonly titles: Map<Element, Both>;
  readonly handlers: HandlerTable;
  /** What a cross-reference to an element says. */
  readonly reference: (to: Element, side: Side, context: Context) => Inline[];
  readonly findings: Finding[];
  readonly reported: Set<Element>;
}

export interface Context {
  readonly manual: Manual;
  readonly page: Page;
  /** Level of the next heading below, 1 to 6. */
  readonly level: number;
  /** Footnotes met so far, with their numbers on the page. */
  readonly footnotes: Map<Element, number>;
  /** False in titles that are shown elsewhere: no links, no footnotes. */
  readonly anchors: boolean;
}

/** What an element comes to, as blocks or as a text. */
export type Handler<T> = (element: Element, context: Context) => T;
export type Handlers<T> = Readonly<Record<string, Handler<T> | undefined>>;

export type Side = 'source' | 'target';
export type Nodes = readonly BilingualNode[];

/** Every element, by what it comes to. */
export interface HandlerTable {
  readonly blocks: Handlers<readonly Block[]>;
  /** Texts that segments do not know how to write. */
  readonly inlines: Handlers<Both>;
  /** Texts that are written as in a segment. */
  readonly words: ReadonlySet<string>;
}

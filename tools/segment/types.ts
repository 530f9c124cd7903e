/** Segments: the translatable units of the manual, and how they lie in the DocBook tree. */
import type { Element, Node, Position } from '../docbook/types.ts';

/**
 * `text`: inline run of a paragraph, title, term, cell … · `index`: words of an index term ·
 * `comment`: words inside a verbatim block (comment, lineannotation, phrase), plain text only.
 */
export type SegmentKind = 'text' | 'index' | 'comment';

/** One translatable unit at one place. The same key may stand at several places of a page. */
export interface Segment extends Position {
  /** First 10 hex digits of SHA-256 of `source`. */
  readonly key: string;
  /** English as inline Markdown, on one line. */
  readonly source: string;
  readonly kind: SegmentKind;
  /** The element whose children hold the run. */
  readonly owner: Element;
  /** The run: `owner.children.slice(from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** Status of a segment in one version; see the guide for how each comes about. */
export type Status = 'untranslated' | 'machine' | 'stale' | 'translated' | 'reviewed';

/** What a catalog holds for one segment, ready for the page. */
export interface Target {
  readonly status: Exclude<Status, 'untranslated'>;
  /** The target read back into DocBook, with the elements that Markdown cannot say taken from the source. */
  readonly nodes: readonly Node[];
}

/** A segment in its place in the bilingual tree: stands in the children of its owner instead of the run. */
export interface Pair extends Position {
  readonly type: 'pair';
  readonly key: string;
  readonly kind: SegmentKind;
  /** The English run, as upstream has it. */
  readonly source: readonly Node[];
  readonly target: Target | undefined;
}

export type BilingualNode = Node | Pair;

/**
 * The bilingual tree, read lazily: an element's children with every inline run replaced by its pair.
 * Children of elements inside a run or a target are their own children.
 */
export type ChildrenOf = (element: Element) => readonly BilingualNode[];

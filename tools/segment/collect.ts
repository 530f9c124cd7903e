/**
 * DocumentTree -> segments, page by page in reading order.
 *
 * An element's children are cut into runs of inline nodes and blocks. A run with words of its own is a segment; a
 * block is looked into. So a paragraph with a list inside gives one segment before it, those of the list, and one
 * after it. Nothing is lost: runs and blocks, in order, are the element's children again.
 */
import type { Page, Pages } from '../docbook/pages.ts';
import type { Element, Finding, Node } from '../docbook/types.ts';
import { ELEMENTS_ONLY, INDEX_WORDS, INLINE, NEVER_TRANSLATED, VERBATIM } from './elements.ts';
import { fromDocBook } from './from-docbook.ts';
import type { Inline } from './inline.ts';
import { keyOf } from './key.ts';
import { isReplaceable } from './tidy.ts';
import type { Segment, SegmentKind } from './types.ts';
import { verbatimComments } from './verbatim.ts';
import { writeMarkdown } from './write.ts';

export interface PageSegments {
  readonly page: Page;
  /** Every place of every segment, in reading order. */
  readonly segments: readonly Segment[];
}

export interface Segmentation {
  readonly pages: readonly PageSegments[];
  readonly findings: readonly Finding[];
}

/** Reads the segments of all pages. Two sources of one key on a page are an error. */
export function collectSegments(pages: Pages): Segmentation {
  const findings: Finding[] = [];
  const collected = pages.all.map((page) => {
    const segments: Segment[] = [];
    visitBlock(
      page.element,
      (segment) => segments.push(segment),
      (element) => pages.byElement.has(element),
    );
    findCollisions(segments, findings);
    return { page, segments };
  });
  return { pages: collected, findings };
}

type Emit = (segment: Segment) => void;
type IsPage = (element: Element) => boolean;

function visitBlock(element: Element, emit: Emit, isPage: IsPage): void {
  if (isNeverTranslated(element)) return;
  if (VERBATIM.has(element.name)) {
    for (const comment of verbatimComments(element))
      emit({ ...comment, key: keyOf(comment.source), kind: 'comment', owner: element, from: 0, to: 0 });
    visitInside(element.children, emit, isPage);
    return;
  }
  const { children } = element;
  for (const [from, to] of runsOf(element)) {
    const run = children.slice(from, to);
    if (from + 1 === to && isBlock(run[0] as Node, element)) {
      const block = run[0] as Element;
      if (!isPage(block)) visitBlock(block, emit, isPage);
      continue;
    }
    const inlines = fromDocBook(run);
    if (hasWords(inlines)) {
      const source = writeMarkdown(inlines);
      const { file, line } = run.find((node) => node.type !== 'comment' && !isBlank(node)) as Node;
      emit({ key: keyOf(source), source, kind: kindOf(element), owner: element, from, to, file, line });
    }
    visitInside(run, emit, isPage);
  }
}

/** Index terms and footnotes inside a run have segments of their own. */
function visitInside(nodes: readonly Node[], emit: Emit, isPage: IsPage): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.name === 'indexterm' || node.name === 'footnote') visitBlock(node, emit, isPage);
    else if (INLINE.has(node.name)) visitInside(node.children, emit, isPage);
  }
}

/** Cuts children into runs: `[from, to)` of inline nodes, or one block. Blank runs are left out. */
export function runsOf(element: Element): [number, number][] {
  const runs: [number, number][] = [];
  const { children } = element;
  let from = 0;
  let isFilled = false;
  for (let at = 0; at < children.length; at++) {
    const node = children[at] as Node;
    if (isBlock(node, element)) {
      if (isFilled) runs.push([from, at]);
      runs.push([at, at + 1]);
      from = at + 1;
      isFilled = false;
    } else isFilled ||= !isBlank(node);
  }
  if (isFilled) runs.push([from, children.length]);
  return runs;
}

function isBlock(node: Node, parent: Element): boolean {
  return node.type === 'element' && (!INLINE.has(node.name) || ELEMENTS_ONLY.has(parent.name));
}

function isBlank(node: Node): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

/** Names, numbers and generated words; an author's note with a paragraph in it is prose all the same. */
export function isNeverTranslated(element: Element): boolean {
  if (!NEVER_TRANSLATED.has(element.name)) return false;
  return !element.children.some((node) => node.type === 'element' && (node.name === 'para' || node.name === 'simpara'));
}

function kindOf(owner: Element): SegmentKind {
  return INDEX_WORDS.has(owner.name) ? 'index' : 'text';
}

/** Two letters or more that are no part of a name such as `pg_class`, `E011-01` or `x86`; or an article. */
const WORD = /(?<![\p{L}\p{N}_])(?:\p{L}[\p{L}'’]+|[aA](?=\s))(?![\p{L}\p{N}_])/u;

/** Code, names to replace, numbers, symbols and generated words need no translator. */
export function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => {
    switch (inline.type) {
      case 'text':
        return WORD.test(inline.value);
      case 'em':
        return !isReplaceable(inline) && hasWords(inline.children);
      case 'strong':
      case 'optional':
      case 'link':
        return hasWords(inline.children);
      default:
        return false;
    }
  });
}

function findCollisions(segments: readonly Segment[], findings: Finding[]): void {
  const seen = new Map<string, Segment>();
  for (const segment of segments) {
    const first = seen.get(segment.key);
    if (!first) seen.set(segment.key, segment);
    else if (first.source !== segment.source)
      findings.push({
        file: segment.file,
        line: segment.line,
        severity: 'error',
        rule: 'segment/key-collision',
        message: `the segment has the key ${segment.key}, as has another text of this page (${first.file}:${first.line}); pgdoc cannot tell them apart`,
      });
  }
}

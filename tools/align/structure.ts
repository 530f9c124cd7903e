/**
 * Pairs an English element with its translation by structure: their children in order, block with block and run with
 * run, and so on downwards. Ids must agree; code, links and numbers decide where the sequences differ.
 */
import type { Element, Node, Position } from '../docbook/types.ts';
import { hasWords, isNeverTranslated } from '../segment/collect.ts';
import { VERBATIM } from '../segment/elements.ts';
import { fromDocBook } from '../segment/from-docbook.ts';
import { allComments } from '../segment/verbatim.ts';
import { writeMarkdown } from '../segment/write.ts';
import { affinity, type Item, itemsOf, sameKind } from './items.ts';
import { pairSequences } from './sequence.ts';

/** A source with its translation, both as Markdown. */
export interface StructuralPair {
  readonly source: string;
  readonly target: string;
  readonly at: Position;
}

export interface StructuralProblem extends Position {
  readonly message: string;
}

export interface StructuralResult {
  readonly pairs: readonly StructuralPair[];
  readonly problems: readonly StructuralProblem[];
}

/**
 * @param isBoundary elements that are aligned on their own, such as pages inside a page
 */
export function alignElements(
  source: Element,
  target: Element,
  isBoundary: (element: Element) => boolean = () => false,
): StructuralResult {
  const pairs: StructuralPair[] = [];
  const problems: StructuralProblem[] = [];

  const children = (a: Element, b: Element): void => {
    const left = itemsOf(a).filter((item) => !item.block || !isBoundary(item.block));
    const right = itemsOf(b).filter((item) => !item.block || !isBoundary(item.block));
    const zipped = left.length === right.length && left.every((item, at) => sameKind(item, right[at] as Item));
    const matched: [Item, Item][] = zipped
      ? left.map((item, at) => [item, right[at] as Item])
      : pairSequences(left, right, affinity);
    if (matched.length < right.length) reportLost(right, new Set(matched.map(([, item]) => item)));
    for (const [one, other] of matched) {
      if (one.block && other.block) block(one.block, other.block);
      else run(one.nodes, other.nodes);
    }
  };
  const reportLost = (items: readonly Item[], found: ReadonlySet<Item>) => {
    for (const item of items) {
      const first = item.nodes.find(
        (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
      );
      if (found.has(item) || !first) continue;
      const what = item.block ? `<${item.block.name}>` : 'text';
      problems.push({
        file: first.file,
        line: first.line,
        message: `${what} of the translation stands where the English has nothing like it`,
      });
    }
  };
  const block = (a: Element, b: Element): void => {
    if (VERBATIM.has(a.name)) verbatim(a, b);
    else if (!isNeverTranslated(a)) children(a, b);
  };
  const run = (a: readonly Node[], b: readonly Node[]): void => {
    const english = fromDocBook(a);
    if (hasWords(english)) emit(writeMarkdown(english), writeMarkdown(fromDocBook(b)), b);
    inside(a, b);
  };
  const emit = (source: string, words: string, nodes: readonly Node[]) => {
    const first = nodes.find((node) => node.type !== 'comment' && !(node.type === 'text' && node.value.trim() === ''));
    const { file, line } = first ?? nodes[0] ?? target;
    pairs.push({ source, target: words, at: { file, line } });
  };
  /** Index terms and footnotes inside two runs, in order. */
  const inside = (a: readonly Node[], b: readonly Node[]): void => {
    const left = nested(a);
    const right = nested(b);
    for (const name of ['indexterm', 'footnote']) {
      const english = left.filter((element) => element.name === name);
      const translated = right.filter((element) => element.name === name);
      if (english.length === translated.length)
        for (const [at, element] of english.entries()) children(element, translated[at] as Element);
    }
  };
  const verbatim = (a: Element, b: Element): void => {
    const english = allComments(a);
    const translated = allComments(b);
    if (english.length !== translated.length) return;
    english.forEach((comment, at) => {
      const other = translated[at] as (typeof translated)[number];
      if (comment.isProse)
        pairs.push({ source: comment.source, target: other.source, at: { file: other.file, line: other.line } });
    });
    inside(a.children, b.children);
  };

  block(source, target);
  return { pairs, problems };
}

function nested(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return node.name === 'indexterm' || node.name === 'footnote' ? [node] : nested(node.children);
  });
}

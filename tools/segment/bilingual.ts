/** Tree + targets -> the bilingual tree, read lazily: one page can be rendered without touching the others. */
import type { Element, Node } from '../docbook/types.ts';
import type { Segmentation } from './collect.ts';
import { plainText } from './inline.ts';
import { readMarkdown } from './read.ts';
import type { BilingualNode, ChildrenOf, Pair, Segment, Target } from './types.ts';

/** The target of a segment on a page, if the workspace has one. */
export type TargetOf = (page: string, segment: Segment) => Target | undefined;

/** Every inline run of the segmentation becomes a pair in its owner's children; comments follow their block. */
export function bilingual(segmentation: Segmentation, targetOf: TargetOf): ChildrenOf {
  const byOwner = new Map<Element, { page: string; segments: Segment[] }>();
  for (const { page, segments } of segmentation.pages)
    for (const segment of segments) {
      const known = byOwner.get(segment.owner);
      if (known) known.segments.push(segment);
      else byOwner.set(segment.owner, { page: page.name, segments: [segment] });
    }
  const made = new Map<Element, readonly BilingualNode[]>();
  return (element) => {
    const owned = byOwner.get(element);
    if (!owned) return element.children;
    const known = made.get(element);
    if (known) return known;
    const children = splice(element, owned.segments, (segment) => pairOf(segment, targetOf(owned.page, segment)));
    made.set(element, children);
    return children;
  };
}

function splice(owner: Element, segments: readonly Segment[], pair: (segment: Segment) => Pair): BilingualNode[] {
  const out: BilingualNode[] = [];
  const comments: Pair[] = [];
  let at = 0;
  for (const segment of segments) {
    if (segment.kind === 'comment') {
      comments.push(pair(segment));
      continue;
    }
    out.push(...owner.children.slice(at, segment.from), pair(segment));
    at = segment.to;
  }
  return [...out, ...owner.children.slice(at), ...comments];
}

function pairOf(segment: Segment, target: Target | undefined): Pair {
  const { key, kind, file, line, owner, from, to } = segment;
  const source = kind === 'comment' ? [plain(segment)] : owner.children.slice(from, to);
  return { type: 'pair', key, kind, source, target, file, line };
}

/** The words of a comment are plain text; only their Markdown has escapes. */
function plain({ source, file, line }: Segment): Node {
  return { type: 'text', value: plainText(readMarkdown(source).inlines), file, line };
}

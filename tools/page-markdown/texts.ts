/** Runs of the bilingual tree -> inline trees in both languages. */
import type { Element, Node } from '../docbook/types.ts';
import type { Inline } from '../segment/inline.ts';
import { text, tidy, trim } from '../segment/tidy.ts';
import { words } from './inlines.ts';
import type { Both, Context, Nodes, Side } from './types.ts';

/** The whole inline content of an element. */
export function textOf(owner: Element, context: Context): Both {
  return bothOf(context.manual.input.childrenOf(owner), context);
}

/** A run of pairs and inline nodes. What stands beside segments needs no translation, but its generated words have one. */
export function bothOf(nodes: Nodes, context: Context): Both {
  const pairs = nodes.filter((node) => node.type === 'pair');
  const isSegment = pairs.length > 0;
  const source = sideOf(nodes, 'source', context);
  const isTranslated = pairs.some(({ target }) => target) || nodes.some((node) => special(node, context)?.target);
  return isTranslated ? { source, target: sideOf(nodes, 'target', context), isSegment } : { source, isSegment };
}

function sideOf(nodes: Nodes, side: Side, context: Context): Inline[] {
  const out: Inline[] = [];
  let bare: Node[] = [];
  for (const node of nodes) {
    const own = node.type === 'pair' ? undefined : special(node, context);
    if (node.type !== 'pair' && !own) {
      bare.push(node);
      continue;
    }
    out.push(...words(bare, side, context));
    bare = [];
    if (own) out.push(...((side === 'target' ? own.target : undefined) ?? own.source));
    else if (node.type === 'pair')
      out.push(...words(side === 'source' ? node.source : (node.target?.nodes ?? node.source), side, context));
  }
  out.push(...words(bare, side, context));
  return trim(tidy(out));
}

/** Elements that the notation of segments does not know have handlers of their own. */
function special(node: Nodes[number], context: Context): Both | undefined {
  return node.type === 'element' ? context.manual.handlers.inlines[node.name]?.(node, context) : undefined;
}

/** Several texts as one, with what stands between them. */
export function joined(texts: readonly Both[], separator: Both): Both {
  const side = (of: (both: Both) => readonly Inline[]) =>
    tidy(texts.flatMap((each, i) => (i === 0 ? of(each) : [...of(separator), ...of(each)])));
  const source = side((both) => both.source);
  const isSegment = texts.some((each) => each.isSegment);
  if (!texts.some(({ target }) => target)) return { source, isSegment };
  return { source, target: side((both) => both.target ?? both.source), isSegment };
}

export const plain = (value: string): Both => ({ source: text(value) });

export const isEmpty = ({ source, target }: Both): boolean => source.length === 0 && (target?.length ?? 0) === 0;

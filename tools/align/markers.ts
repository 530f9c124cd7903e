/**
 * Bilingual DocBook with markers, as pgdoc-cn writes it:
 * `<!-- pgdoc-cn_start sig_en=… sig_cn_org=… source=… ENGLISH ____--> TRANSLATION <!-- pgdoc-cn_end sig_en=… -->`.
 * In the English, `--` is written `-&minus;`, because a comment must not hold it.
 */
import { parseFragment } from '../docbook/parse.ts';
import type { DocumentTree, Element, Node } from '../docbook/types.ts';
import { keyOf } from '../segment/key.ts';
import { alignElements } from './structure.ts';
import type { AlignedPair, AlignmentProblem } from './types.ts';

const START = /^\s*pgdoc-cn_start\b[^\n]*?sig_en=(\S+)([^\n]*)\n([\s\S]*?)\n?_{4,}\s*$/;
const END = /^\s*pgdoc-cn_end\b[^\n]*?sig_en=(\S+)/;
const ANY = /^\s*pgdoc-cn_(start|end)\b/;

/** Whether a node is a marker, broken or whole. */
function isMarker(node: Node): boolean {
  return node.type === 'comment' && ANY.test(node.value);
}

export interface MarkedPairs {
  /** `file:line` of each marker that opens a pair. */
  readonly markers: readonly string[];
  readonly pairs: readonly AlignedPair[];
  readonly problems: readonly AlignmentProblem[];
}

/**
 * Reads the marked pairs among the children of one element of the translation.
 *
 * @param page the page that the element stands on
 */
export function readMarkers(element: Element, page: string, document: DocumentTree): MarkedPairs {
  const markers: string[] = [];
  const pairs: AlignedPair[] = [];
  const problems: AlignmentProblem[] = [];
  let open: { sig: string; english: string; at: Node; index: number } | undefined;
  const problem = ({ file, line }: Node, message: string) => problems.push({ page, file, line, message });

  const close = (sig: string, node: Node, index: number) => {
    if (!open) return problem(node, 'the end of a marked pair has no start beside it');
    const { at, english, index: from } = open;
    if (open.sig !== sig)
      problem(node, `the end of a marked pair names ${sig}, its start in line ${at.line} ${open.sig}`);
    else {
      const nodes = element.children.slice(from + 1, index);
      const result = alignMarked(element, english, nodes, at, document);
      for (const pair of result.pairs)
        pairs.push({ ...pair, page, key: keyOf(pair.source), by: 'marker', marker: `${at.file}:${at.line}` });
      for (const each of result.problems) problems.push({ page, ...each });
    }
    open = undefined;
  };

  for (const [index, node] of element.children.entries()) {
    if (node.type !== 'comment' || !isMarker(node)) continue;
    const end = END.exec(node.value);
    if (end) {
      close(end[1] as string, node, index);
      continue;
    }
    markers.push(`${node.file}:${node.line}`);
    if (open) problem(open.at, 'the start of a marked pair has no end beside it');
    const start = START.exec(node.value);
    open = start ? { sig: start[1] as string, english: start[3] as string, at: node, index } : undefined;
    if (!start)
      problem(node, 'the marker cannot be read; expected sig_en=…, a line end, the English, and a line of underscores');
  }
  if (open) problem((open as { at: Node }).at, 'the start of a marked pair has no end beside it');
  return { markers, pairs, problems };
}

function alignMarked(parent: Element, english: string, nodes: readonly Node[], at: Node, document: DocumentTree) {
  const text = english.replaceAll('&minus;', '-');
  const fragment = parseFragment(text, { file: at.file, line: at.line + 1 }, document.entities);
  const broken = fragment.findings[0];
  if (broken)
    return {
      pairs: [],
      problems: [{ file: broken.file, line: broken.line, message: `the English of the marker: ${broken.message}` }],
    };
  const wrap = (children: readonly Node[]): Element => ({ ...parent, children });
  return alignElements(wrap(fragment.nodes), wrap(withoutIncluded(nodes, at.file)));
}

/** A marker's English holds references to files, not their contents: those have markers of their own. */
function withoutIncluded(nodes: readonly Node[], file: string): Node[] {
  return nodes
    .filter((node) => node.file === file)
    .map((node) => (node.type === 'element' ? { ...node, children: withoutIncluded(node.children, file) } : node));
}

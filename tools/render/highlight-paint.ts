/**
 * Lays colours over a listing: every element stays where it is, and text becomes text and phrases of the colours'
 * classes. The text of the listing is the same before and after.
 */
import { textOf } from '../docbook/tree.ts';
import type { Element, Node, Text, Variable } from '../docbook/types.ts';
import { tokensOf } from './highlight.ts';
import { codeRanges } from './highlight-language.ts';
import type { Token } from './highlight-types.ts';

/** The children of a listing, coloured where they are code. */
export function highlighted(listing: Element): readonly Node[] {
  const text = codeText(listing);
  const ranges = codeRanges({ element: listing.name, language: listing.attributes.language, text });
  return ranges.length === 0 ? listing.children : painted(listing.children, tokensOf(text, ranges));
}

/** Elements whose text says nothing of the code around it: what a program printed, and what the author remarks. */
const NO_CODE = new Set(['computeroutput', 'lineannotation', 'phrase', 'footnote']);

/**
 * The text that the rules see, as long as that of the listing: of elements that are no code the line ends remain, and
 * a part for the reader to replace reads as a name, whatever word it shows.
 */
function codeText(element: Element): string {
  let text = '';
  for (const node of element.children) {
    const { type } = node;
    if (type === 'comment') continue;
    if (type !== 'element') text += node.value;
    else if (node.name === 'replaceable') text += textOf(node).replace(/\w/g, '_');
    else if (NO_CODE.has(node.name)) text += textOf(node).replace(/[^\n]/g, ' ');
    else if (node.name !== 'indexterm') text += codeText(node);
  }
  return text;
}

/**
 * Wraps each token in a phrase whose role is its class.
 *
 * @param nodes the children of an element; tokens are placed in their text, as `textOf` puts it together
 */
export function painted(nodes: readonly Node[], tokens: readonly Token[]): readonly Node[] {
  let at = 0;
  let next = 0;
  const paint = (list: readonly Node[]): readonly Node[] =>
    list.flatMap((node): readonly Node[] => {
      if (node.type === 'comment' || (node.type === 'element' && node.name === 'indexterm')) return [node];
      const end = at + textOf(node).length;
      while (next < tokens.length && (tokens[next] as Token).to <= at) next += 1;
      const first = tokens[next];
      if (first === undefined || first.from >= end) {
        at = end;
        // Whoever asks for an element by itself, such as a callout's number, finds it.
        return [node];
      }
      if (node.type === 'element') return [{ ...node, children: paint(node.children) }];
      const pieces = cut(node, at, tokens, next);
      at = end;
      return pieces;
    });
  return paint(nodes);
}

/** A text that begins at `at`, cut at the bounds of the tokens that touch it; `next` is the first of them. */
function cut(node: Text | Variable, at: number, tokens: readonly Token[], next: number): Node[] {
  const { value, file, line } = node;
  const pieces: Node[] = [];
  let done = 0;
  const text = (to: number): Text => ({ type: 'text', value: value.slice(done, to), file, line });
  for (let i = next; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const [from, to] = [Math.max(token.from - at, 0), Math.min(token.to - at, value.length)];
    if (from >= value.length) break;
    if (from > done) pieces.push(text(from));
    done = from;
    pieces.push({ type: 'element', name: 'phrase', attributes: { role: token.cls }, children: [text(to)], file, line });
    done = to;
  }
  if (done < value.length) pieces.push(text(value.length));
  return pieces;
}

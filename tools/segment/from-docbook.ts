/**
 * DocBook inline nodes -> inline tree. White space is folded, U+200B dropped, spaces at the edge of a token move
 * outside it; neighbouring code shares one token.
 */
import { child, textOf } from '../docbook/tree.ts';
import type { Element, Node } from '../docbook/types.ts';
import { INLINE, type Notation } from './elements.ts';
import type { Inline } from './inline.ts';
import { hoist, isReplaceable, text, tidy, trim } from './tidy.ts';

/** Counts through one segment. */
interface State {
  footnotes: number;
}

/** Reads a run of inline nodes. */
export function fromDocBook(nodes: readonly Node[]): Inline[] {
  return trim(tidy(convertAll(nodes, { footnotes: 0 }, 0)));
}

function convertAll(nodes: readonly Node[], state: State, quotes: number): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'text') out.push({ type: 'text', value: folded(node.value) });
    else if (node.type === 'variable') out.push({ type: 'variable', name: node.name });
    else if (node.type === 'element') out.push(...convertElement(node, state, quotes));
  }
  return out;
}

/** Single spaces, by far the most, are left alone. */
function folded(value: string): string {
  const text = value.includes('\u200B') ? value.replaceAll('\u200B', '') : value;
  return text.replace(/[ \t\r\n]{2,}|[\t\r\n]/g, ' ');
}

function convertElement(element: Element, state: State, quotes: number): Inline[] {
  const notation = INLINE.get(element.name);
  const whole = convertWhole(element, notation, state);
  if (whole) return whole;
  const inner = convertAll(element.children, state, notation === 'quote' ? quotes + 1 : quotes);
  return wrap(element, notation, inner, quotes);
}

/** Elements whose notation does not come from that of their children. */
function convertWhole(element: Element, notation: Notation | undefined, state: State): Inline[] | undefined {
  switch (notation) {
    case 'none':
      return [];
    case 'xref':
      return crossReference(element);
    case 'email':
      return [{ type: 'link', href: `mailto:${textOf(element).trim()}`, children: [], from: [element] }];
    case 'footnote':
    case 'footnoteref':
      return [{ type: 'footnote', number: ++state.footnotes, from: [element] }];
    case 'keycombo':
      return [{ type: 'code', children: text(keyWords(element)), from: [element] }];
    case 'citerefentry':
      return text(citation(element));
    default:
      return undefined;
  }
}

/** @param inner what the element's children came to */
function wrap(element: Element, notation: Notation | undefined, inner: Inline[], quotes: number): Inline[] {
  const { linkend, url, role } = element.attributes;
  const from = [element];
  switch (notation) {
    case 'code':
      return hoist({ type: 'code', children: asCode(inner), from });
    case 'emphasis': {
      const type = role === 'bold' || role === 'strong' ? 'strong' : 'em';
      return hoist({ type, children: withoutEmphasis(inner), from });
    }
    case 'replaceable':
      return hoist({ type: 'em', children: withoutEmphasis(inner), from });
    case 'optional':
      return [{ type: 'optional', children: tidy(inner), from }];
    case 'sub':
    case 'sup':
      return hoist({ type: notation, children: inner, from });
    case 'link': {
      const words = tidy(inner);
      if (linkend === undefined || trim(words).length === 0) return [...words, ...crossReference(element)];
      return hoist({ type: 'link', href: `#${linkend}`, children: words, from });
    }
    case 'ulink':
      return hoist({ type: 'link', href: (url ?? '').trim().replace(/\s/g, '%20'), children: inner, from });
    case 'quote': {
      const [open, close] = quotes % 2 === 0 ? ['\u201C', '\u201D'] : ['\u2018', '\u2019'];
      return [...text(open as string), ...trim(tidy(inner)), ...text(close as string)];
    }
    case 'trademark':
      return [...inner, ...text(element.attributes.class === 'registered' ? '\u00AE' : '\u2122')];
    default:
      // A glossterm that points somewhere is a link; every other element is its words.
      return element.name === 'glossterm' && linkend !== undefined
        ? hoist({ type: 'link', href: `#${linkend}`, children: inner, from })
        : inner;
  }
}

/** One that names nothing shows nothing. */
function crossReference(element: Element): Inline[] {
  const { linkend } = element.attributes;
  return linkend === undefined ? [] : [{ type: 'xref', id: linkend, from: [element] }];
}

/** keycombo: its keys with a plus sign between, as the stylesheets show them. */
function keyWords(element: Element): string {
  const keys = element.children.filter((node) => node.type === 'element').map((node) => textOf(node).trim());
  return keys.join(element.attributes.action === 'seq' ? ' ' : '+');
}

/** citerefentry: name(volume). */
function citation(element: Element): string {
  const title = child(element, 'refentrytitle');
  const volume = child(element, 'manvolnum');
  return `${title ? textOf(title).trim() : ''}${volume ? `(${textOf(volume).trim()})` : ''}`;
}

/**
 * Emphasis in emphasis is the one around it: `***a* b*` reads in several ways, and upstream has none of it. Code
 * keeps what it holds.
 */
function withoutEmphasis(inlines: readonly Inline[]): Inline[] {
  const flat = inlines.flatMap((inline): Inline[] => {
    if (!('children' in inline) || inline.type === 'code') return [inline];
    const children = withoutEmphasis(inline.children);
    return inline.type === 'em' || inline.type === 'strong' ? children : [{ ...inline, children }];
  });
  return tidy(flat);
}

/** What stands inside code: nested code is the same code, a lone replaceable is the part to replace. */
function asCode(inlines: readonly Inline[]): Inline[] {
  const inner = inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'code') return [...inline.children];
    if (inline.type === 'em' && isReplaceable(inline)) return [{ ...inline, type: 'var' }];
    if (inline.type === 'optional') return [{ ...inline, children: asCode(inline.children) }];
    return [inline];
  });
  return tidy(inner);
}

/**
 * DocBook inline nodes -> inline tree. White space is folded, U+200B dropped, spaces at the edge of a token move
 * outside it; neighbouring code shares one token.
 */
import { child, textOf } from '../docbook/tree.ts';
import type { Element, Node } from '../docbook/types.ts';
import { INLINE, type Notation } from './elements.ts';
import type { Inline, InlineLink, InlineParent } from './inline.ts';

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
    if (node.type === 'text')
      out.push({ type: 'text', value: node.value.replaceAll('\u200B', '').replace(/[ \t\r\n]+/g, ' ') });
    else if (node.type === 'variable') out.push({ type: 'variable', name: node.name });
    else if (node.type === 'element') out.push(...convertElement(node, state, quotes));
  }
  return out;
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

const text = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);

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

/** Whether emphasis stands for `replaceable`: a name in code rather than a stressed word. */
export function isReplaceable(inline: InlineParent): boolean {
  return inline.from?.every((node) => node.type === 'element' && node.name === 'replaceable') ?? false;
}

/** Moves spaces at the edges of a token outside it; an empty token that is no code and no URL vanishes. */
function hoist(inline: InlineParent | InlineLink): Inline[] {
  const children = tidy(inline.children);
  const first = children[0];
  const last = children.at(-1);
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  const words = trim(children);
  if (words.length === 0 && inline.type !== 'code' && !(inline.type === 'link' && isUrl(inline.href)))
    return text(before);
  const after = words.length > 0 && last?.type === 'text' ? last.value.slice(last.value.trimEnd().length) : '';
  const token: Inline = { ...inline, children: isOwnAddress(inline, words) ? [] : words };
  return [...text(before), token, ...text(after)];
}

const isUrl = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href);

function isOwnAddress(inline: Inline, words: readonly Inline[]): boolean {
  const only = words.length === 1 ? words[0] : undefined;
  return inline.type === 'link' && only?.type === 'text' && only.value === inline.href && isUrl(inline.href);
}

/** Joins what stands side by side: texts, code, emphasis. No text stays empty, no two spaces follow each other. */
function tidy(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.type === 'text') {
      if (inline.value === '') continue;
      if (last?.type === 'text')
        out[out.length - 1] = { type: 'text', value: (last.value + inline.value).replace(/ {2,}/g, ' ') };
      else out.push(inline);
    } else {
      const joined = last && join(last, inline);
      if (joined) out[out.length - 1] = joined;
      else out.push(inline);
    }
  }
  return out;
}

/** Two neighbours as one token, where Markdown could not tell where one ends and the next begins. */
function join(a: Inline, b: Inline): Inline | undefined {
  const from = 'from' in a && 'from' in b ? [...(a.from ?? []), ...(b.from ?? [])] : [];
  const codeLike = (inline: Inline): inline is InlineParent =>
    inline.type === 'code' || (inline.type === 'em' && isReplaceable(inline));
  if (codeLike(a) && codeLike(b) && (a.type === 'code' || b.type === 'code')) {
    const parts = (inline: InlineParent): Inline[] =>
      inline.type === 'code' ? [...inline.children] : [{ ...inline, type: 'var' }];
    return { type: 'code', children: tidy([...parts(a), ...parts(b)]), from };
  }
  if ((a.type === 'em' || a.type === 'strong') && a.type === b.type)
    return { type: a.type, children: tidy([...a.children, ...(b as InlineParent).children]), from };
  return undefined;
}

function trim(inlines: readonly Inline[]): Inline[] {
  const out = [...inlines];
  const first = out[0];
  if (first?.type === 'text') out[0] = { type: 'text', value: first.value.trimStart() };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value.trimEnd() };
  return out.filter((inline) => inline.type !== 'text' || inline.value !== '');
}

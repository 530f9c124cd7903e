/**
 * A target's inline tree -> DocBook nodes. What Markdown cannot say (which code-like element, attributes) is taken
 * back from the source: from the token of the same notation with the same text, else from the next one in order that
 * no equal text claims, else `literal` and `emphasis` serve.
 */
import type { Element, Node, Position } from '../docbook/types.ts';
import { fromDocBook } from './from-docbook.ts';
import { type Inline, type InlineLink, type InlineParent, plainText } from './inline.ts';

/** Schemes that a link of a target may have; anything else is shown as text. */
const SAFE_URL = /^(https?|ftp|mailto|news):/i;

export interface RestoreContext {
  /** Values of `&version;` and `&majorversion;`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where the target stands, for findings on its nodes. */
  readonly at: Position;
}

/** @param source the English run that the target stands beside */
export function restore(target: readonly Inline[], source: readonly Node[], context: RestoreContext): Node[] {
  const store = new TokenStore(fromDocBook(source), target);
  return build(target, store, context, false);
}

type Token = Exclude<Inline, { type: 'text' } | { type: 'variable' }>;

/** The source's tokens by notation. */
class TokenStore {
  private readonly exact = new Map<string, Token[]>();
  private readonly rest = new Map<string, Token[]>();

  constructor(source: readonly Inline[], target: readonly Inline[]) {
    const claimed = new Set<string>();
    forEachToken(target, (token) => claimed.add(nameOf(token)));
    forEachToken(source, (token) => {
      push(this.exact, nameOf(token), token);
      if (!claimed.has(nameOf(token))) push(this.rest, token.type, token);
    });
  }

  /** The token with the same text; it may serve again when the target repeats it. */
  same(token: Token): Token | undefined {
    const list = this.exact.get(nameOf(token));
    return list && list.length > 1 ? list.shift() : list?.[0];
  }

  /** The next token of the notation whose text stands nowhere in the target. */
  next(token: Token): Token | undefined {
    return this.rest.get(token.type)?.shift();
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function nameOf(token: Token): string {
  if (token.type === 'link') return `link ${token.href}`;
  return `${token.type} ${plainText([token])}`;
}

function forEachToken(inlines: readonly Inline[], visit: (token: Token) => void): void {
  for (const inline of inlines) {
    if (inline.type === 'text' || inline.type === 'variable') continue;
    visit(inline);
    if ('children' in inline) forEachToken(inline.children, visit);
  }
}

function build(inlines: readonly Inline[], store: TokenStore, context: RestoreContext, inLink: boolean): Node[] {
  return inlines.flatMap((inline) => buildOne(inline, store, context, inLink));
}

function buildOne(inline: Inline, store: TokenStore, context: RestoreContext, inLink: boolean): Node[] {
  const { at } = context;
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', value: inline.value, ...at }];
    case 'variable': {
      const value = context.variables[inline.name];
      return [
        value === undefined
          ? { type: 'text', value: `&${inline.name};`, ...at }
          : { type: 'variable', name: inline.name, value, ...at },
      ];
    }
    case 'xref': {
      const from = store.same(inline)?.from;
      return from ? [...from] : [make('xref', { linkend: inline.id }, [], at)];
    }
    case 'footnote': {
      const from = store.same(inline)?.from;
      return from ? [...from] : [{ type: 'text', value: `[^${inline.number}]`, ...at }];
    }
    case 'link':
      return buildLink(inline, store, context, inLink);
    default:
      return buildParent(inline, store, context, inLink);
  }
}

const DEFAULTS: Readonly<Record<InlineParent['type'], { name: string; attributes: Record<string, string> }>> = {
  code: { name: 'literal', attributes: {} },
  var: { name: 'replaceable', attributes: {} },
  em: { name: 'emphasis', attributes: {} },
  strong: { name: 'emphasis', attributes: { role: 'bold' } },
  optional: { name: 'optional', attributes: {} },
  sub: { name: 'subscript', attributes: {} },
  sup: { name: 'superscript', attributes: {} },
};

function buildParent(inline: InlineParent, store: TokenStore, context: RestoreContext, inLink: boolean): Node[] {
  const same = store.same(inline);
  // Code is the source's own, element by element; the words of emphasis are the translator's.
  if (same?.from && inline.type === 'code') return [...same.from];
  const model = (same ?? store.next(inline))?.from;
  const only = model?.length === 1 && model[0]?.type === 'element' ? model[0] : undefined;
  const { name, attributes } = only ?? DEFAULTS[inline.type];
  return [make(name, withoutId(attributes), build(inline.children, store, context, inLink), context.at)];
}

function buildLink(inline: InlineLink, store: TokenStore, context: RestoreContext, inLink: boolean): Node[] {
  const words = build(inline.children, store, context, true);
  if (inLink) return words;
  const from = store.same(inline)?.from?.[0];
  if (from?.type === 'element')
    return [
      make(from.name, withoutId(from.attributes), inline.children.length === 0 ? from.children : words, context.at),
    ];
  if (inline.href.startsWith('#')) return [make('link', { linkend: inline.href.slice(1) }, words, context.at)];
  if (SAFE_URL.test(inline.href)) return [make('ulink', { url: inline.href }, words, context.at)];
  const shown: Node = { type: 'text', value: ` (${inline.href})`, ...context.at };
  return [...words, shown];
}

function withoutId(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { id: _, ...rest } = attributes;
  return rest;
}

function make(name: string, attributes: Record<string, string>, children: readonly Node[], at: Position): Element {
  return { type: 'element', name, attributes, children, ...at };
}

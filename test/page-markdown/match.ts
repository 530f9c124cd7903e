/** Holds Markdown, as remark reads it, against the blocks that it was written from. */
import type { RootContent } from 'mdast';
import type { Block, Both } from '../../tools/page-markdown/types.ts';
import { plainText } from '../../tools/segment/inline.ts';
import { seen } from './made.ts';

const fold = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const said = (inlines: Both['source']) => fold(plainText(inlines));

/** @returns the first difference, or nothing */
export function difference(blocks: readonly Block[], nodes: readonly RootContent[]): string | undefined {
  const rest = [...nodes];
  for (const block of blocks) {
    const found = one(block, rest);
    if (found !== undefined) return `${block.type}: ${found}`;
  }
  return rest.length > 0
    ? `more than expected: ${rest[0]?.type} ${JSON.stringify(rest[0] && seen(rest[0]))}`
    : undefined;
}

function one(block: Block, rest: RootContent[]): string | undefined {
  if (block.type === 'paragraph') return paragraph(block.text, rest);
  const node = rest.shift();
  const expected = (what: string, text = '') =>
    `${what} ${JSON.stringify(text)} expected, ${node?.type} ${JSON.stringify(node && seen(node))} found`;
  switch (block.type) {
    case 'heading':
    case 'line': {
      const type = block.type === 'heading' ? 'heading' : 'paragraph';
      const text = line(block.text, block.id);
      return node?.type === type && text.includes(seen(node)) ? undefined : expected(type, text[0]);
    }
    case 'code':
      return node?.type === 'code' && node.value === block.value && (node.lang ?? '') === block.language
        ? undefined
        : expected('code', block.value);
    case 'quote':
      return node?.type === 'blockquote' ? difference(block.children, node.children) : expected('blockquote');
    case 'footnote':
      return node?.type === 'footnoteDefinition' ? difference(block.children, node.children) : expected('footnote');
    case 'list': {
      if (node?.type !== 'list' || (node.ordered ?? false) !== block.isOrdered) return expected('list');
      if (node.children.length !== block.items.length) return expected(`list of ${block.items.length}`);
      return first(block.items, (item, i) => difference(item, node.children[i]?.children ?? []));
    }
    case 'table': {
      if (node?.type !== 'table' || node.children.length !== block.rows.length) return expected('table');
      return first(block.rows, (row, r) =>
        first(row, (cell, c) => {
          const there = node.children[r]?.children[c];
          const text = there ? seen(there) : undefined;
          return text !== undefined && line(cell, undefined).includes(text)
            ? undefined
            : `cell ${JSON.stringify(line(cell, undefined)[0])} expected, ${JSON.stringify(text)} found`;
        }),
      );
    }
  }
}

/** The translation and the English as a quote; or the English alone, where both read the same. */
function paragraph({ source, target }: Both, rest: RootContent[]): string | undefined {
  const english = said(source);
  const translated = target === undefined ? '' : said(target);
  if (english === '' && translated === '') return undefined;
  const node = rest.shift();
  const text = node?.type === 'paragraph' ? seen(node) : undefined;
  if (text === undefined || ![english, translated].includes(text))
    return `${JSON.stringify(translated || english)} expected, ${node?.type} ${JSON.stringify(node && seen(node))} found`;
  const quote = rest[0];
  if (translated !== '' && quote?.type === 'blockquote' && quote.children.length === 1 && seen(quote) === english) {
    rest.shift();
    return undefined;
  }
  return text === english ? undefined : `no quote with ${JSON.stringify(english)}`;
}

/** What a line may read: both languages, or one where they are the same. */
function line({ source, target }: Both, id: string | undefined): string[] {
  const end = id === undefined ? '' : ` {#${id}}`;
  const english = said(source);
  return target === undefined || said(target) === ''
    ? [fold(english + end)]
    : [fold(`${said(target)} ‖ ${english}${end}`), ...(said(target) === english ? [fold(english + end)] : [])];
}

function first<T>(list: readonly T[], check: (one: T, at: number) => string | undefined): string | undefined {
  for (const [at, each] of list.entries()) {
    const found = check(each, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

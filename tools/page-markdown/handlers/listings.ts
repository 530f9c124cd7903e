/** Listings, to the letter but for marks of where a line may break, in fences that name their language where it is known. */
import { child, elements, textOf as wordsIn } from '../../docbook/tree.ts';
import type { Element, Node } from '../../docbook/types.ts';
import { codeRanges } from '../../render/highlight-language.ts';
import { plainText } from '../../segment/inline.ts';
import type { BilingualNode, Pair } from '../../segment/types.ts';
import { target } from '../addresses.ts';
import { words } from '../inlines.ts';
import { referenceInlines } from '../references.ts';
import type { Block, Both, Context, Handler } from '../types.ts';

export const verbatim: Handler<readonly Block[]> = (element, context) => {
  const text = listingText(element.children, context).replace(/^\n/, '').trimEnd();
  const code: Block = { type: 'code', language: languageOf(element, text, context), value: text };
  return [code, ...notes(element, context)];
};

/**
 * A mark of a callout, brackets of an optional part and the words of references are what the source does not spell out.
 * Zero-width spaces say to a typesetter where a line may break; in what is copied no program would understand them.
 */
export function listingText(nodes: readonly Node[], context: Context): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'variable') text += node.value.replaceAll('\u200B', '');
    else if (node.type === 'element') text += elementText(node, context);
  }
  return text;
}

function elementText(element: Element, context: Context): string {
  const { name, attributes, children } = element;
  const inner = () => listingText(children, context);
  switch (name) {
    case 'indexterm':
    case 'footnote':
      return '';
    case 'co':
      return `(${context.manual.input.numbering.labels.get(element) ?? ''})`;
    case 'optional':
      return attributes.role === 'tcl' ? `?${inner()}?` : `[${inner()}]`;
    case 'quote':
      return `“${inner()}”`;
    case 'returnvalue':
      return `→ ${inner()}`;
    case 'email':
      return `<${inner()}>`;
    case 'keycombo':
      return elements(element)
        .map((key) => listingText([key], context))
        .join(attributes.action === 'seq' ? ' ' : attributes.action === 'press' ? '-' : '+');
    case 'xref': {
      const to = target(attributes.linkend, context);
      return to ? plainText(referenceInlines(to, 'source', context)) : `[${attributes.linkend ?? ''}]`;
    }
    default:
      return inner();
  }
}

/** `sql`, `c`, `shell`; `console` for a session; nothing where it is not sure. */
function languageOf(element: Element, text: string, context: Context): string {
  const isSynopsis = element.name === 'synopsis';
  if (element.name === 'literallayout' || element.name === 'address') return '';
  if (isSynopsis && isStatement(context)) return 'sql';
  const name = isSynopsis ? 'programlisting' : element.name;
  const ranges = codeRanges({ element: name, language: element.attributes.language, text });
  const lengths = new Map<string, number>();
  for (const { language, from, to } of ranges) lengths.set(language, (lengths.get(language) ?? 0) + to - from);
  const [most] = [...lengths].sort((a, b) => b[1] - a[1]);
  if (!most) return '';
  const isWhole = ranges.length === 1 && most[1] >= text.trim().length;
  return most[0] === 'shell' && !isWhole ? 'console' : most[0];
}

/** Whether the page describes a statement of SQL. */
function isStatement({ page }: Context): boolean {
  const meta = child(page.element, 'refmeta');
  const about = meta && child(meta, 'refmiscinfo');
  return about !== undefined && /^\s*SQL\b/.test(wordsIn(about));
}

/** The translated words of a listing, each beside its English; the listing itself is never altered. */
function notes(element: Element, context: Context): Block[] {
  if (!context.manual.isBilingual) return [];
  const items = comments(element, context).map(({ source, target }): Block[] => {
    const text: Both = {
      source: words(source, 'source', context),
      target: words(target?.nodes ?? [], 'target', context),
    };
    return [{ type: 'line', text }];
  });
  return items.length > 0 ? [{ type: 'list', isOrdered: false, items }] : [];
}

/** Pairs with a target, wherever in the listing their owners stand. */
function comments(element: Element, context: Context): Pair[] {
  const nodes: readonly BilingualNode[] = context.manual.input.childrenOf(element);
  return nodes.flatMap((node) => {
    if (node.type === 'pair') return node.kind === 'comment' && node.target ? [node] : [];
    return node.type === 'element' ? comments(node, context) : [];
  });
}

const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
  req: ['{', '}'],
  plain: [' ', ' '],
  opt: ['[', ']'],
};

/** A synopsis in the grammar of command lines. */
export const cmdsynopsis: Handler<readonly Block[]> = (element, context) => {
  const lines = parts(element, ' ', context).split('\n');
  const value = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();
  return [{ type: 'code', language: '', value }];
};

function parts(element: Element, separator: string, context: Context): string {
  const meaningful = element.children.filter(
    (node) => element.name === 'arg' || node.type !== 'text' || node.value.trim() !== '',
  );
  const shown = meaningful.map((node, i) => {
    if (node.type !== 'element') return node.type === 'comment' ? '' : node.value.replace(/\s+/g, ' ');
    if (node.name === 'sbr') return '\n';
    if (node.name !== 'arg' && node.name !== 'group') return listingText([node], context).replace(/\s+/g, ' ');
    const [open, close] = BRACKETS[node.attributes.choice ?? 'opt'] ?? ['[', ']'];
    const inner = parts(node, node.name === 'group' ? ' | ' : ' ', context);
    const before = i === 0 ? '' : node.name === 'arg' ? separator : ' ';
    return `${before}${open}${inner}${close}${node.attributes.rep === 'repeat' ? '...' : ''}`;
  });
  return shown.join('');
}

/**
 * Emphasis that CommonMark would not read: whether stars open or close depends on the signs beside them, and Chinese
 * sets quotation marks against stars and letters against those. There the words stand without emphasis.
 */
import type { Inline } from '../segment/inline.ts';
import { tidy } from '../segment/tidy.ts';

/** Keeps the emphasis that every reader of CommonMark sees, and takes the rest away. */
export function steady(inlines: readonly Inline[]): Inline[] {
  if (!inlines.some(isEmphasis)) return inlines.map(inside);
  const out: Inline[] = [];
  for (const [i, inline] of inlines.entries()) {
    const inner = inside(inline);
    const before = last(out.at(-1));
    const after = first(inlines[i + 1]);
    if (!isEmphasis(inner) || holds(inner, before, after)) out.push(inner);
    else out.push(...inner.children);
  }
  return tidy(out);
}

type Emphasis = Extract<Inline, { type: 'code' | 'var' | 'em' | 'strong' | 'optional' | 'sub' | 'sup' }>;

function isEmphasis(inline: Inline): inline is Emphasis {
  return inline.type === 'em' || inline.type === 'strong';
}

function inside(inline: Inline): Inline {
  return 'children' in inline && inline.type !== 'code' ? { ...inline, children: steady(inline.children) } : inline;
}

/** CommonMark 6.2: left-flanking stars open, right-flanking ones close; next to other stars neither is sure. */
function holds({ children }: Emphasis, before: string, after: string): boolean {
  const [opening, closing] = [first(children[0]), last(children.at(-1))];
  if ([before, after, opening, closing].includes('*')) return false;
  const opens = !isBlank(opening) && (!isSign(opening) || isBlank(before) || isSign(before));
  return opens && !isBlank(closing) && (!isSign(closing) || isBlank(after) || isSign(after));
}

const isBlank = (sign: string) => /^\s?$/u.test(sign);
const isSign = (sign: string) => /[\p{P}\p{S}]/u.test(sign);

/** The sign that an inline begins with, as it is written; nothing at the edge of a block. */
function first(inline: Inline | undefined): string {
  if (!inline) return '';
  if (inline.type === 'text') return String.fromCodePoint(inline.value.codePointAt(0) ?? 32);
  return MARKS[inline.type]?.[0] ?? '[';
}

function last(inline: Inline | undefined): string {
  if (!inline) return '';
  if (inline.type === 'text') return Array.from(inline.value.slice(-2)).at(-1) ?? ' ';
  return MARKS[inline.type]?.[1] ?? ']';
}

const MARKS: Readonly<Partial<Record<Inline['type'], readonly [string, string]>>> = {
  code: ['`', '`'],
  em: ['*', '*'],
  strong: ['*', '*'],
  sub: ['<', '>'],
  sup: ['<', '>'],
  link: ['[', ')'],
};

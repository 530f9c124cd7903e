/** Cuts the Markdown of a segment into tokens, in one pass; see read.ts for the notation. */
import { characterEntities } from 'character-entities';
import type { StarRun } from './emphasis.ts';
import { type Inline, VARIABLES } from './inline.ts';

export type Token =
  | Inline
  | StarRun
  | { readonly type: 'open'; readonly raw: string }
  /** With `href` it closes a link, else an optional part. */
  | { readonly type: 'close'; readonly raw: string; readonly href?: string }
  | { readonly type: 'openTag' | 'closeTag'; readonly name: 'code' | 'var' | 'sub' | 'sup'; readonly raw: string };

const STEP =
  /\\([!-/:-@[-`{-~])|(`+)|(\*+)|\[\[([^\s!-,/;-@[-^`{-~]+)\]\]|\[\^([1-9]\d{0,2})\]|(\[)|\](\()?|<(\/?)(code|var|sub|sup)>|<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>|<([\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/g;

const DESTINATION = /<((?:[^<>\\\n]|\\.)*)>\)|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/y;

/** @param problems receives what is no part of the notation, in words */
export function tokenize(text: string, problems: string[]): Token[] {
  const tokens: Token[] = [];
  let plain = '';
  let at = 0;
  const fences = new Map<number, number>();

  const flush = () => {
    if (plain !== '') tokens.push({ type: 'text', value: plain });
    plain = '';
  };
  const push = (token: Token) => {
    flush();
    tokens.push(token);
  };

  for (;;) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match) break;
    const [raw, escaped, ticks, stars, xref, footnote, open, destination, slash, tag, url, email, reference] = match;
    plain += text.slice(at, match.index);
    at = match.index + raw.length;
    if (escaped !== undefined) plain += escaped;
    else if (ticks !== undefined) {
      const end = closingFence(text, at, ticks.length, fences);
      if (end < 0) {
        problems.push(`the code span that ${ticks} opens is not closed`);
        plain += ticks;
      } else {
        push({ type: 'code', children: spanText(text.slice(at, end)) });
        at = end + ticks.length;
      }
    } else if (stars !== undefined) {
      const before = text[match.index - 1] ?? ' ';
      const after = text[at] ?? ' ';
      push({ type: 'stars', count: stars.length, opens: !/\s/.test(after), closes: !/\s/.test(before) });
    } else if (xref !== undefined) push({ type: 'xref', id: xref });
    else if (footnote !== undefined) push({ type: 'footnote', number: Number(footnote) });
    else if (open !== undefined) push({ type: 'open', raw });
    else if (raw.startsWith(']')) {
      DESTINATION.lastIndex = at;
      const found = destination === undefined ? null : DESTINATION.exec(text);
      if (found) {
        at = DESTINATION.lastIndex;
        push({ type: 'close', raw: raw + found[0], href: (found[1]?.replace(/\\(.)/g, '$1') ?? found[2]) as string });
      } else {
        if (destination !== undefined) at--;
        push({ type: 'close', raw: ']' });
      }
    } else if (tag !== undefined)
      push({ type: slash ? 'closeTag' : 'openTag', name: tag as 'code' | 'var' | 'sub' | 'sup', raw });
    else if (url !== undefined) push({ type: 'link', href: url, children: [] });
    else if (email !== undefined) push({ type: 'link', href: `mailto:${email}`, children: [] });
    else if (reference !== undefined) {
      if (VARIABLES.includes(reference)) push({ type: 'variable', name: reference });
      else plain += characterOf(reference) ?? raw;
    }
  }
  plain += text.slice(at);
  flush();
  return tokens;
}

/**
 * Start of the next run of exactly `length` backticks. `fences` remembers lengths known not to come again, so that
 * hostile input stays linear.
 */
export function closingFence(text: string, from: number, length: number, fences: Map<number, number>): number {
  if ((fences.get(length) ?? Number.POSITIVE_INFINITY) <= from) return -1;
  const run = /`+/g;
  run.lastIndex = from;
  for (let match = run.exec(text); match; match = run.exec(text)) if (match[0].length === length) return match.index;
  fences.set(length, from);
  return -1;
}

/** CommonMark 6.1: one space at either end goes when both are there. */
function spanText(value: string): Inline[] {
  const inner = /^ .* $/.test(value) && value.trim() !== '' ? value.slice(1, -1) : value;
  return inner === '' ? [] : [{ type: 'text', value: inner }];
}

function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return reference === 'ZeroWidthSpace' ? '' : characterEntities[reference];
  const code = /^#[xX]/.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}

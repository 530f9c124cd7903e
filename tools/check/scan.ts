/**
 * Where markup stands in the Markdown of a segment: the places that the inline tree no longer knows. One pass, linear
 * in the length of the text; what it calls markup is what segment/read.ts reads as markup, line ends counted as spaces.
 */
import { type StarRun, type StarScope, unpairedStars } from './stars.ts';

/** A piece of the Markdown, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Scan {
  /** Everything that is no prose, in order of its start: code, addresses, references, marks, tags, backslashes. */
  readonly hidden: readonly Range[];
  /** Markup that has no partner, and so reads as the characters that it is made of. */
  readonly loose: readonly Range[];
}

type Tag = 'code' | 'var' | 'sub' | 'sup';

interface Frame extends StarScope {
  readonly open: 'root' | '[' | Tag;
  readonly from: number;
  readonly to: number;
}

/** As in segment/read.ts. */
const MAX_DEPTH = 16;

/** A text without any of these is prose from end to end. */
export const MARKUP = /[\\`*[\]<&]/;

const STEP =
  /\\[!-/:-@[-`{-~]|(`+)|(\*+)|\[\[[^\s!-,/;-@[-^`{-~]+\]\]|\[\^[1-9]\d{0,2}\]|(\[)|(\])(\()?|<(\/?)(code|var|sub|sup)>|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/g;

const DESTINATION = /<(?:[^<>\\\n]|\\.)*>\)|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*\)/y;

const PLAIN: Scan = { hidden: [], loose: [] };

export function scan(markdown: string): Scan {
  return MARKUP.test(markdown) ? scanMarkup(markdown) : PLAIN;
}

function scanMarkup(text: string): Scan {
  const hidden: Range[] = [];
  const loose: Range[] = [];
  const frames: Frame[] = [{ open: 'root', from: 0, to: 0, stars: [] }];
  const fences = new Map<number, number>();
  const top = () => frames.at(-1) as Frame;

  /** Stars inside an abandoned frame belong to the one around it. */
  const abandon = (depth: number) => {
    while (frames.length > depth) {
      const { from, to, stars } = frames.pop() as Frame;
      loose.push({ from, to });
      for (const run of stars) top().stars.push(run);
    }
  };
  const open = (kind: Frame['open'], from: number, to: number) => {
    if (frames.length < MAX_DEPTH) frames.push({ open: kind, from, to, stars: [] });
    else loose.push({ from, to });
  };
  const close = (kind: Frame['open'], from: number, to: number): Frame | undefined => {
    const depth = frames.findLastIndex((frame) => frame.open === kind);
    if (depth < 1) {
      loose.push({ from, to });
      return undefined;
    }
    abandon(depth + 1);
    const frame = frames.pop() as Frame;
    loose.push(...unpairedStars(frame.stars));
    return frame;
  };
  const bracket = (from: number, opensAddress: boolean): number => {
    let to = from + 1;
    DESTINATION.lastIndex = to + 1;
    const isLink = opensAddress && DESTINATION.test(text);
    if (isLink) to = DESTINATION.lastIndex;
    const frame = close('[', from, to);
    if (frame && isLink) hidden.push({ from: frame.from, to: frame.to }, { from, to });
    return to;
  };

  STEP.lastIndex = 0;
  for (let match = STEP.exec(text); match; match = STEP.exec(text)) {
    const [raw, ticks, stars, opening, closing, address, slash, tag] = match;
    const from = match.index;
    let to = from + raw.length;
    if (ticks !== undefined) {
      const end = closingFence(text, to, ticks.length, fences);
      if (end < 0) loose.push({ from, to });
      else {
        to = end + ticks.length;
        hidden.push({ from, to });
      }
    } else if (stars !== undefined) {
      const run = starRun(text, from, to);
      top().stars.push(run);
      if (run.opens || run.closes) hidden.push({ from, to });
    } else if (opening !== undefined) open('[', from, to);
    else if (closing !== undefined) to = bracket(from, address !== undefined);
    else if (tag === undefined) hidden.push({ from, to: raw.startsWith('\\') ? from + 1 : to });
    else if (slash === '') open(tag as Tag, from, to);
    else {
      const frame = close(tag as Tag, from, to);
      if (frame && tag === 'code') hidden.push({ from: frame.from, to });
      else if (frame) hidden.push({ from: frame.from, to: frame.to }, { from, to });
    }
    STEP.lastIndex = to;
  }
  abandon(1);
  loose.push(...unpairedStars(top().stars));
  return { hidden: hidden.sort(byPlace), loose: loose.sort(byPlace) };
}

const byPlace = (a: Range, b: Range) => a.from - b.from || b.to - a.to;

function starRun(text: string, from: number, to: number): StarRun {
  return { from, to, opens: !/\s/.test(text[to] ?? ' '), closes: !/\s/.test(text[from - 1] ?? ' ') };
}

/** Start of the next run of exactly `length` backticks; `fences` remembers lengths that do not come again. */
function closingFence(text: string, from: number, length: number, fences: Map<number, number>): number {
  if ((fences.get(length) ?? Number.POSITIVE_INFINITY) <= from) return -1;
  const run = /`+/g;
  run.lastIndex = from;
  for (let match = run.exec(text); match; match = run.exec(text)) if (match[0].length === length) return match.index;
  fences.set(length, from);
  return -1;
}

/** The text with `\uFFFC` for each UTF-16 unit that is no prose. */
export function proseOf(markdown: string): string {
  let prose = '';
  let at = 0;
  for (const { from, to } of scan(markdown).hidden) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    prose += markdown.slice(at, start) + '\uFFFC'.repeat(to - start);
    at = to;
  }
  return at === 0 ? markdown : prose + markdown.slice(at);
}

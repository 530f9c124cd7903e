/**
 * Where markup stands in the Markdown of a segment: the places that the inline tree no longer knows. One pass, linear
 * in the length of the text; what it calls markup is what segment/read.ts reads as markup, line ends counted as spaces.
 */
import { closingFence } from '../segment/tokens.ts';
import { type StarScope, unpairedStars } from './stars.ts';

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
  return MARKUP.test(markdown) ? new Scanner(markdown).scan() : PLAIN;
}

class Scanner {
  private readonly hidden: Range[] = [];
  private readonly loose: Range[] = [];
  private readonly frames: Frame[] = [{ open: 'root', from: 0, to: 0, stars: [] }];
  private readonly fences = new Map<number, number>();

  constructor(private readonly text: string) {}

  scan(): Scan {
    STEP.lastIndex = 0;
    for (let match = STEP.exec(this.text); match; match = STEP.exec(this.text)) STEP.lastIndex = this.step(match);
    this.abandon(1);
    this.leave(this.top());
    return { hidden: this.hidden.sort(byPlace), loose: this.loose.sort(byPlace) };
  }

  /** Takes one piece of markup. @returns where to go on */
  private step({
    0: raw,
    1: ticks,
    2: stars,
    3: opening,
    4: closing,
    5: address,
    6: slash,
    7: tag,
    index,
  }: RegExpExecArray): number {
    const to = index + raw.length;
    if (ticks !== undefined) return this.code(index, to);
    if (stars !== undefined) this.star(index, to);
    else if (opening !== undefined) this.open('[', index, to);
    else if (closing !== undefined) return this.bracket(index, address !== undefined);
    else if (tag === undefined) this.hidden.push({ from: index, to: raw.startsWith('\\') ? index + 1 : to });
    else if (slash === '') this.open(tag as Tag, index, to);
    else this.closeTag(tag as Tag, index, to);
    return to;
  }

  private code(from: number, afterTicks: number): number {
    const ticks = afterTicks - from;
    const end = closingFence(this.text, afterTicks, ticks, this.fences);
    if (end < 0) this.loose.push({ from, to: afterTicks });
    else this.hidden.push({ from, to: end + ticks });
    return end < 0 ? afterTicks : end + ticks;
  }

  private star(from: number, to: number): void {
    const [before = ' ', after = ' '] = [this.text[from - 1], this.text[to]];
    const run = { from, to, opens: !/\s/.test(after), closes: !/\s/.test(before) };
    this.top().stars.push(run);
    if (run.opens || run.closes) this.hidden.push({ from, to });
  }

  private bracket(from: number, opensAddress: boolean): number {
    DESTINATION.lastIndex = from + 2;
    const isLink = opensAddress && DESTINATION.test(this.text);
    const to = isLink ? DESTINATION.lastIndex : from + 1;
    const frame = this.close('[', from, to);
    if (frame && isLink) this.hidden.push({ from: frame.from, to: frame.to }, { from, to });
    return to;
  }

  private closeTag(tag: Tag, from: number, to: number): void {
    const frame = this.close(tag, from, to);
    if (frame && tag === 'code') this.hidden.push({ from: frame.from, to });
    else if (frame) this.hidden.push({ from: frame.from, to: frame.to }, { from, to });
  }

  private open(kind: Frame['open'], from: number, to: number): void {
    if (this.frames.length < MAX_DEPTH) this.frames.push({ open: kind, from, to, stars: [] });
    else this.loose.push({ from, to });
  }

  private close(kind: Frame['open'], from: number, to: number): Frame | undefined {
    const depth = this.frames.findLastIndex((frame) => frame.open === kind);
    if (depth < 1) {
      this.loose.push({ from, to });
      return undefined;
    }
    this.abandon(depth + 1);
    const frame = this.frames.pop() as Frame;
    this.leave(frame);
    return frame;
  }

  /** What stands open above a depth is loose; stars inside belong to what is around it. */
  private abandon(depth: number): void {
    while (this.frames.length > depth) {
      const { from, to, stars } = this.frames.pop() as Frame;
      this.loose.push({ from, to });
      for (const run of stars) this.top().stars.push(run);
    }
  }

  private leave({ stars }: Frame): void {
    for (const { from, to } of unpairedStars(stars)) this.loose.push({ from, to });
  }

  private top(): Frame {
    return this.frames.at(-1) as Frame;
  }
}

const byPlace = (a: Range, b: Range) => a.from - b.from || b.to - a.to;

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

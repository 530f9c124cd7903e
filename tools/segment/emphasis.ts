/**
 * Runs of stars -> emphasis and strong, by the way of CommonMark's appendix ("process emphasis"), with one
 * difference: a run opens when no space follows it and closes when no space precedes it, whatever punctuation stands
 * beside it, because Chinese sets quotation marks against the stars and letters against those.
 */
import type { Inline } from './inline.ts';

export interface StarRun {
  readonly type: 'stars';
  readonly count: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

export type Piece = Inline | StarRun;

interface Opener {
  /** Index in `out` of its place: nothing as long as it may be closed, then the stars that nothing closed. */
  readonly at: number;
  /** Stars of the whole run, and those that are left. */
  readonly length: number;
  count: number;
  readonly closes: boolean;
}

/** Limits on what may stand in each other; beyond them stars are text. Real text has a run of 3, and 2 runs open. */
const LONGEST_RUN = 6;
const MOST_OPENERS = 20;

const NO_PARTNER = 'a * has no partner; write \\* for a plain star';

/** @param problems receives a message for stars that stand alone */
export function resolveStars(pieces: readonly Piece[], problems: string[]): Inline[] {
  const out: Inline[] = [];
  const openers: Opener[] = [];
  const stars = (count: number): Inline => ({ type: 'text', value: '*'.repeat(count) });

  const drop = ({ at, count }: Opener) => {
    problems.push(NO_PARTNER);
    out[at] = stars(count);
  };
  /** Closes the innermost opener that may be closed; what stands open inside it is text. Returns how many stars it took. */
  const close = (run: StarRun, left: number): number => {
    const index = openers.findLastIndex((opener) => mayClose(opener, run));
    const opener = openers[index];
    if (!opener) return 0;
    for (const inner of openers.splice(index + 1)) drop(inner);
    const used = left >= 2 && opener.count >= 2 ? 2 : 1;
    const children = mergeText(out.splice(opener.at + 1));
    opener.count -= used;
    if (opener.count === 0) {
      openers.pop();
      out.pop();
    }
    out.push({ type: used === 2 ? 'strong' : 'em', children });
    return used;
  };

  for (const piece of pieces) {
    if (piece.type !== 'stars') {
      out.push(piece);
      continue;
    }
    let left = piece.count;
    while (piece.closes && left > 0 && piece.count <= LONGEST_RUN) {
      const used = close(piece, left);
      if (used === 0) break;
      left -= used;
    }
    if (left === 0) continue;
    const opens = piece.opens && piece.count <= LONGEST_RUN;
    if (opens) {
      const oldest = openers.length < MOST_OPENERS ? undefined : openers.shift();
      if (oldest) drop(oldest);
      openers.push({ at: out.length, length: piece.count, count: left, closes: piece.closes });
    } else if (piece.opens || piece.closes) problems.push(NO_PARTNER);
    out.push(stars(opens ? 0 : left));
  }
  for (const opener of openers) drop(opener);
  return mergeText(out);
}

/** CommonMark's rule of three: it keeps `*a**b*` one piece of emphasis. */
function mayClose(opener: Opener, run: StarRun): boolean {
  if (!opener.closes && !run.opens) return true;
  return (opener.length + run.count) % 3 !== 0 || (opener.length % 3 === 0 && run.count % 3 === 0);
}

/** Texts side by side become one. */
function mergeText(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.value === '') continue;
    const last = out.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + inline.value };
    else out.push(inline);
  }
  return out;
}

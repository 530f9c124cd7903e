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
  /** Index in `out` of the first piece after the stars. */
  readonly at: number;
  count: number;
}

/** @param problems receives a message for stars that stand alone */
export function resolveStars(pieces: readonly Piece[], problems: string[]): Inline[] {
  const out: Inline[] = [];
  const openers: Opener[] = [];
  const literal = (count: number): Inline => ({ type: 'text', value: '*'.repeat(count) });

  /** Stars that nothing closed are text again. */
  const drop = (opener: Opener) => {
    problems.push('a * has no partner; write \\* for a plain star');
    out.splice(opener.at, 0, literal(opener.count));
  };

  for (const piece of pieces) {
    if (piece.type !== 'stars') {
      out.push(piece);
      continue;
    }
    let left = piece.count;
    while (piece.closes && left > 0) {
      const opener = openers.at(-1);
      if (!opener || opener.at === out.length) break;
      const strong = left >= 2 && opener.count >= 2;
      // A pair and a single star do not close each other while a better partner is open.
      if (!strong && (left >= 2 || opener.count === 2) && openers.length > 1 && openers.at(-2)?.count === left) {
        drop(openers.pop() as Opener);
        continue;
      }
      const children = out.splice(opener.at);
      out.push({ type: strong ? 'strong' : 'em', children: mergeText(children) });
      const used = strong ? 2 : 1;
      left -= used;
      opener.count -= used;
      if (opener.count === 0) openers.pop();
    }
    if (left === 0) continue;
    if (piece.opens) openers.push({ at: out.length, count: left });
    else {
      if (!(piece.count === left && !piece.closes)) problems.push('a * has no partner; write \\* for a plain star');
      out.push(literal(left));
    }
  }
  for (const opener of openers.reverse()) drop(opener);
  return mergeText(out);
}

/** Texts side by side become one. */
function mergeText(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + inline.value };
    else out.push(inline);
  }
  return out;
}

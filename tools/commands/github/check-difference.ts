/** How a text has changed, word by word, cut to what a comment shows. */
import { diffArrays } from 'diff';
import { type Difference, LIMITS } from '../../review/artifact.ts';

/** Comparing takes time that grows with the square of this; no person reads so many changes. */
const MOST_EDITS = 500;
/** Characters of what is the same, beside a change. */
const AROUND = 40;
const CUT = '…';

/** How a text differs from another; empty if it does not. */
export type Differ = (before: string, after: string) => Difference;

/** English: a word is what stands between spaces, so that code and links stay whole. */
export const englishDiffer: Differ = (before, after) => differ(before, after, (text) => text.split(/(?<=\s)/));

/** Words as a language has them. */
export function newDiffer(language: string): Differ {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (before, after) =>
    differ(before, after, (text) => Array.from(segmenter.segment(text), ({ segment }) => segment));
}

type Piece = Difference[number];

function differ(before: string, after: string, words: (text: string) => readonly string[]): Difference {
  if (before === after) return [];
  const parts = diffArrays([...words(before)], [...words(after)], { maxEditLength: MOST_EDITS });
  const pieces: Piece[] = parts
    ? parts.map(({ added, removed, value }) => [removed ? 'gone' : added ? 'come' : 'same', value.join('')])
    : [
        ['gone', before],
        ['come', after],
      ];
  return bounded(
    pieces
      .filter(([, text]) => text !== '')
      .map(([kind, text], at) => [
        kind,
        kind === 'same' ? aroundChanges(text, at === 0, at === pieces.length - 1) : text,
      ]),
  );
}

function aroundChanges(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = Array.from(text);
  const [first, last] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (characters.length <= first + last + CUT.length) return text;
  return characters.slice(0, first).join('') + CUT + (last === 0 ? '' : characters.slice(-last).join(''));
}

/** All pieces together are no longer than one text may be. */
function bounded(pieces: readonly Piece[]): Difference {
  const out: Piece[] = [];
  let left: number = LIMITS.text;
  for (const [kind, text] of pieces.slice(0, LIMITS.pieces - 1)) {
    if (text.length > left) {
      out.push([kind, `${text.slice(0, Math.max(0, left - 1)).replace(/[\uD800-\uDBFF]$/, '')}${CUT}`]);
      return out;
    }
    out.push([kind, text]);
    left -= text.length;
  }
  return pieces.length < LIMITS.pieces ? out : [...out, ['same', CUT]];
}

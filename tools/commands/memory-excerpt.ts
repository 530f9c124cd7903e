/** A piece of a text that fits on one line of a terminal, around the part that matters. */
import type { Range } from '../catalog/fold.ts';
import { width } from './table.ts';

const MARKS = ['⟦', '⟧'] as const;
const CUT = '…';
/** Columns that the marks and two cuts take. */
const FRAME = 4;

/**
 * @param range the part to mark; without it the text's beginning is shown
 * @param columns room on the line; at least a few words are shown whatever it is
 */
export function excerpt(text: string, range: Range | undefined, columns: number): string {
  const room = Math.max(columns, 30) - FRAME;
  const before = range ? text.slice(0, range.from) : '';
  const match = range ? text.slice(range.from, range.to) : '';
  const after = range ? text.slice(range.to) : text;
  const shownMatch = head(match, room);
  const left = room - width(shownMatch);
  // What one side does not need, the other may have.
  const widthBefore = width(before);
  const widthAfter = width(after);
  const half = Math.floor(left / 2);
  const forBefore = widthBefore <= half ? widthBefore : Math.max(half, left - widthAfter);
  const shown = range ? MARKS[0] + shownMatch + MARKS[1] : '';
  return oneLine(tail(before, forBefore) + shown + head(after, left - Math.min(forBefore, widthBefore)));
}

/** As much of the beginning as fits. */
function head(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += width(character);
    if (used > columns) break;
    shown += character;
  }
  return shown + CUT;
}

function tail(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return Array.from(head(Array.from(text).reverse().join(''), columns))
    .reverse()
    .join('');
}

const oneLine = (text: string) => text.replace(/[\r\n\t]/g, ' ');

/** How much of a text was changed. */
import { distance } from 'fastest-levenshtein';
import { joinLines } from '../segment/join-lines.ts';

/** Longer texts are measured piece by piece: the time would grow with the square of the length. */
const PIECE = 4000;

/**
 * The edit distance of two targets (insert, delete or put in place of another, each one UTF-16 unit) over the length of
 * the longer one, from 0 to 1, rounded to two decimals. Texts that differ have 0.01 at least. What targets' hashes do
 * not see, such as where lines break, is no difference. Where more than 4,000 units between the common beginning and the
 * common end differ, it is the sum over pieces, which is never less than the distance.
 */
export function changedShare(before: string, after: string): number {
  const [old, now] = [normal(before), normal(after)];
  if (old === now) return 0;
  const share = edits(old, now) / Math.max(old.length, now.length);
  return Math.min(1, Math.max(0.01, Math.round(share * 100) / 100));
}

/** As targetHash takes a text. */
const normal = (text: string): string => joinLines(text.normalize('NFC').replace(/\r\n?/g, '\n')).trim();

function edits(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [old, now] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const pieces = Math.ceil(Math.max(old.length, now.length) / PIECE);
  const piece = (text: string, at: number) =>
    text.slice(Math.floor((text.length * at) / pieces), Math.floor((text.length * (at + 1)) / pieces));
  let sum = 0;
  for (let at = 0; at < pieces; at++) sum += distance(piece(old, at), piece(now, at));
  return sum;
}

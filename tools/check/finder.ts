/** Looks for pieces in a text. */

/** More distinct pieces than that are no translation's. */
const MOST = 500;

/**
 * Tells whether the text contains a piece. Each is looked for once, and so many at most (others count as not there):
 * else a long target beside a long source takes time that grows with the square of their length.
 */
export function finder(text: string): (piece: string) => boolean {
  const known = new Map<string, boolean>();
  return (piece) => {
    const found = known.get(piece);
    if (found !== undefined) return found;
    if (known.size >= MOST) return false;
    const isThere = text.includes(piece);
    known.set(piece, isThere);
    return isThere;
  };
}

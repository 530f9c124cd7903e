/** Lines that git leaves in a file when two changes meet. */

export interface ConflictLine {
  /** Number of the line in the text, from 0. */
  readonly index: number;
  /** Offset of the line, and length, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const MARK = /^[ \t]*(<{7}|>{7}|\|{7}|={7})(?:[ \t\r]|$)/;

/** In order; a mark counts where it begins a line. */
export function conflictLines(text: string): ConflictLine[] {
  if (!/<{7}|>{7}|\|{7}|={7}/.test(text)) return [];
  const found: ConflictLine[] = [];
  let from = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const mark = MARK.exec(line)?.[1];
    const to = from + line.length;
    if (mark !== undefined) {
      const message = `the line ${mark} is left over from a merge; keep one of the two sides and delete the marks`;
      found.push({ index, from, to, message });
    }
    from = to + 1;
  }
  return found;
}

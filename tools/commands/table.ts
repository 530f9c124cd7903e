/** A table for a terminal. */

/** Columns are padded to the widest cell; the first two are set left, the rest are numbers and set right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], left = 2): string {
  const widths = head.map((cell, at) => Math.max(width(cell), ...rows.map((row) => width(row[at] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => {
        const pad = ' '.repeat((widths[at] ?? 0) - width(cell));
        return at < left ? cell + pad : pad + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

/** Columns that a terminal gives a text: CJK takes two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

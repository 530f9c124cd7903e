/** Rows of cells -> a table as GitHub reads it. */
import type { Both } from './types.ts';

/** @param rows the head first, all of one length @param write a cell's text, on one line */
export function rowsOf(rows: readonly (readonly Both[])[], write: (cell: Both) => string): string[] {
  const lines = rows.map((row) => `| ${row.map((cell) => inCell(write(cell))).join(' | ')} |`);
  const [head = '', ...body] = lines;
  return [head, `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...body];
}

/** Bars part cells wherever they stand, in code too, unless a backslash precedes them. */
function inCell(line: string): string {
  return line.replace(/(\\*)\|/g, (_, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}|`);
}

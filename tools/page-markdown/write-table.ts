/** Rows of cells -> a table as GitHub reads it. */
import { type Inline, plainText } from '../segment/inline.ts';
import type { Both } from './types.ts';

/** @param rows the head first, all of one length @param write a cell's text, on one line */
export function rowsOf(rows: readonly (readonly Both[])[], write: (cell: Both) => string): string[] {
  const lines = rows.map((row) => `| ${row.map((cell) => inCell(write(cell))).join(' | ')} |`);
  const [head = '', ...body] = lines;
  return [head, `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...body];
}

/** Whether a cell can say it: code and addresses know no escape for a bar that a backslash precedes, or any bar. */
export function fitsCell({ source, target }: Both): boolean {
  return !source.some(resists) && !(target?.some(resists) ?? false);
}

function resists(inline: Inline): boolean {
  if (inline.type === 'text') return /(?:https?:|www\.)\S*\|/i.test(inline.value);
  if (inline.type === 'code') return plainText(inline.children).includes('\\|');
  if (inline.type === 'link' && inline.href.includes('|')) return true;
  return 'children' in inline && inline.children.some(resists);
}

/** Bars part cells wherever they stand, in code too, unless a backslash precedes them. */
function inCell(line: string): string {
  return line.replace(/(\\*)\|/g, (_, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}|`);
}

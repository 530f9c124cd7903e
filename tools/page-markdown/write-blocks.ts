/**
 * Blocks -> Markdown (CommonMark and GitHub's tables and footnotes). What a text says never becomes a block of its own:
 * each text is one line, and what would open a block at its start is escaped.
 */
import type { Inline } from '../segment/inline.ts';
import { trim } from '../segment/tidy.ts';
import { writeMarkdown } from '../segment/write.ts';
import { endAddresses } from './bare-addresses.ts';
import { steady } from './emphasis.ts';
import type { Block, Both } from './types.ts';
import { rowsOf } from './write-table.ts';

/** Stands between the two languages on a line. */
export const BETWEEN = ' ‖ ';

export function writeBlocks(blocks: readonly Block[]): string {
  return `${linesOf(blocks).join('\n')}\n`;
}

/** Blocks one below the other, parted by an empty line. */
function linesOf(blocks: readonly Block[], isTight = false): string[] {
  const out: string[] = [];
  let before: Block | undefined;
  let isSecond = false;
  for (const block of blocks) {
    // Two lists side by side would be one: the second has other marks.
    isSecond = before?.type === 'list' && block.type === 'list' && before.isOrdered === block.isOrdered && !isSecond;
    const lines = one(block, isSecond);
    if (lines.length === 0) continue;
    if (out.length > 0 && !isTight) out.push('');
    for (const line of lines) out.push(line);
    before = block;
  }
  return out;
}

function one(block: Block, isSecond: boolean): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${lineOf(block.text)}${anchor(block.id)}`];
    case 'paragraph':
      return paragraph(block.text);
    case 'line':
      return [`${escapeTask(lineOf(block.text, block.isStrong))}${anchor(block.id)}`];
    case 'code':
      return fence(block.language, block.value);
    case 'quote':
      return quoted(linesOf(block.children));
    case 'list':
      return list(block, isSecond);
    case 'table':
      return rowsOf(block.rows, (text) => lineOf(text));
    case 'footnote':
      return indented(`[^${block.number}]: `, 4, linesOf(block.children));
  }
}

function paragraph({ source, target }: Both): string[] {
  const english = text(source);
  const translated = target && text(target);
  if (translated === undefined || translated === english || translated === '')
    return english === '' ? [] : [escapeTask(english)];
  return [escapeTask(translated), '', ...quoted([english])];
}

/** Both languages on one line. */
function lineOf({ source, target }: Both, isStrong = false): string {
  const written = (inlines: readonly Inline[]) => text(isStrong ? strong(inlines) : inlines);
  const english = written(source);
  const translated = target && written(target);
  if (translated === undefined || translated === english || translated === '') return english;
  return `${translated}${BETWEEN}${english}`;
}

/** Emphasis in bold would need stars beside stars. */
function strong(inlines: readonly Inline[]): Inline[] {
  const flat = trim(inlines).flatMap((inline) =>
    inline.type === 'em' || inline.type === 'strong' ? inline.children : [inline],
  );
  return flat.length === 0 ? [] : [{ type: 'strong', children: flat }];
}

/** One line, whatever it holds. */
function text(inlines: readonly Inline[]): string {
  return writeMarkdown(endAddresses(steady(trim(inlines)))).replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

/** Brackets at the start of an item are not to become a box to tick. */
function escapeTask(line: string): string {
  return line.replace(/^\[(?=[ xX]\](?:\s|$))/, '\\[');
}

function anchor(id: string | undefined): string {
  return id === undefined ? '' : ` {#${id}}`;
}

/** A fence is longer than any run of backticks in the listing. */
function fence(language: string, value: string): string[] {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map(({ length }) => length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, ...value.split('\n'), marks];
}

function quoted(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`));
}

function list({ isOrdered, items }: Extract<Block, { type: 'list' }>, isSecond: boolean): string[] {
  const isTight = items.every((blocks) => blocks.every(({ type }, i) => (i === 0 ? type === 'line' : type === 'list')));
  const out: string[] = [];
  for (const [i, blocks] of items.entries()) {
    const mark = isOrdered ? `${i + 1}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- ';
    if (i > 0 && !isTight) out.push('');
    for (const line of indented(mark, mark.length, linesOf(blocks, isTight))) out.push(line);
  }
  return out;
}

/** The first line behind a mark, the others below it. */
function indented(mark: string, width: number, lines: readonly string[]): string[] {
  if (lines.length === 0) return [mark.trimEnd()];
  const space = ' '.repeat(width);
  return lines.map((line, i) => (i === 0 ? mark + line : line === '' ? '' : space + line));
}

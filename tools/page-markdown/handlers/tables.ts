/** Tables of the CALS model: as tables where every cell is one line of text, else as lists, row by row. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { flow } from '../flow.ts';
import { isEmpty, plain } from '../texts.ts';
import type { Block, Both, Context, Handler } from '../types.ts';
import { fitsCell } from '../write-table.ts';
import { caption } from './sections.ts';

/** A cell at its column, counted from 0. */
interface Cell {
  readonly column: number;
  readonly blocks: readonly Block[];
}

type Row = readonly Cell[];

const MOST_COLUMNS = 100;

export const table: Handler<readonly Block[]> = (element, context) => [
  ...caption(element, context),
  ...elements(element, 'tgroup').flatMap((group) => grid(group, context)),
];

function grid(group: Element, context: Context): readonly Block[] {
  const head = rowsOf(group, 'thead', context);
  const body = [...rowsOf(group, 'tbody', context), ...rowsOf(group, 'tfoot', context)];
  const all = [...head, ...body];
  if (!all.every((row) => row.every(isLine))) return asList(head, body);
  const used = Math.max(0, ...all.flatMap((row) => row.map(({ column }) => column + 1)));
  const columns = Math.min(Math.max(wholeNumber(group.attributes.cols) ?? 1, used), MOST_COLUMNS);
  const rows = (head.length > 0 ? all : [[], ...all]).map((row) => spread(row, columns));
  return [{ type: 'table', columns, rows }];
}

/** A row of a table with every column filled; what a span covers is left empty. */
function spread(row: Row, columns: number): Both[] {
  const cells: Both[] = Array.from({ length: columns }, () => plain(''));
  for (const { column, blocks } of row) if (column < columns) cells[column] = textOfLine(blocks);
  return cells;
}

function isLine({ blocks }: Cell): boolean {
  const [block] = blocks;
  return blocks.length === 0 || (blocks.length === 1 && block?.type === 'paragraph' && fitsCell(block.text));
}

function textOfLine([block]: readonly Block[]): Both {
  return block?.type === 'paragraph' ? block.text : plain('');
}

/** The head as its own list in front, then an item a row; in it, the first cell leads. */
function asList(head: readonly Row[], body: readonly Row[]): Block[] {
  const items = (rows: readonly Row[]) =>
    rows.map((row) => row.flatMap(({ blocks }) => blocks)).filter((blocks) => blocks.length > 0);
  const titles = items(head).flat();
  const rows = items(body);
  return [
    ...titles.map(
      (block): Block => (block.type === 'paragraph' ? { type: 'line', text: block.text, isStrong: true } : block),
    ),
    ...(rows.length > 0 ? [{ type: 'list', isOrdered: false, items: rows } as const] : []),
  ];
}

/** Columns of a tgroup, counted from 0, by name; and spans by theirs. */
function namesOf(group: Element): {
  readonly columns: ReadonlyMap<string, number>;
  readonly spans: ReadonlyMap<string, Element>;
} {
  const columns = new Map<string, number>();
  let number = 0;
  for (const spec of elements(group, 'colspec')) {
    number = wholeNumber(spec.attributes.colnum) ?? number + 1;
    if (spec.attributes.colname !== undefined) columns.set(spec.attributes.colname, number - 1);
  }
  return { columns, spans: new Map(elements(group, 'spanspec').map((spec) => [spec.attributes.spanname ?? '', spec])) };
}

function rowsOf(group: Element, name: string, context: Context): Row[] {
  const part = child(group, name);
  if (!part) return [];
  const { columns, spans } = namesOf(group);
  // How many rows each column is still taken by an entry with morerows.
  const taken: number[] = [];
  return elements(part, 'row').map((row) => {
    let column = 0;
    const cells = elements(row, 'entry', 'entrytbl').map((entry): Cell => {
      while ((taken[column] ?? 0) > 0) column++;
      const named = (spans.get(entry.attributes.spanname ?? '') ?? entry).attributes;
      const [first, last] = [
        columns.get(entry.attributes.colname ?? named.namest ?? ''),
        columns.get(named.nameend ?? ''),
      ];
      column = first ?? column;
      const width = first !== undefined && last !== undefined && last > first ? last - first + 1 : 1;
      const cell = { column, blocks: flow(entry, context).filter((block) => !isBlank(block)) };
      for (let i = 0; i < width; i++)
        taken[column + i] = Math.min(wholeNumber(entry.attributes.morerows) ?? 0, 1000) + 1;
      column += width;
      return cell;
    });
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
    return cells;
  });
}

const isBlank = (block: Block) => block.type === 'paragraph' && isEmpty(block.text);

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** Tables of the CALS model: `table`, `informaltable`, `tgroup`, rows and entries. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { attributes, tag } from '../html.ts';
import { blocks, children, content } from '../nodes.ts';
import { captionTitle } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { footnoteText } from './footnotes.ts';
import { shownId } from './inline.ts';
import { isBlock } from './paragraphs.ts';

/** Columns of a tgroup, counted from 1, by name; and the spans that have a name. */
interface Columns {
  readonly count: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly specs: ReadonlyMap<number, Element>;
  readonly spans: ReadonlyMap<string, Element>;
}

export const table: Handler = (element, context) => {
  const grids = elements(element, 'tgroup').map((group) => grid(group, element.name, context));
  const title = captionTitle(element, context);
  const body = title === '' ? grids.join('') : title + tag('div', { class: 'table-contents' }, grids.join(''));
  return tag('div', { class: element.name, id: shownId(element, context) }, body);
};

/** A table's footnotes stand in its last row. */
function grid(group: Element, cls: string, outer: Context): string {
  const context: Context = { ...outer, footnotes: new Set() };
  const columns = columnsOf(group);
  const parts = ['thead', 'tbody', 'tfoot'].map((name) => {
    const part = child(group, name);
    return part ? tag(name, {}, rows(part, columns, context)) : '';
  });
  const notes = [...context.footnotes].map((note) => footnoteText(note, outer)).join('');
  const foot =
    notes === ''
      ? ''
      : `<tbody class="footnotes"><tr>${tag('td', { colspan: String(columns.count) }, notes)}</tr></tbody>`;
  return tag('table', { class: cls }, colgroup(columns) + parts.join('') + foot);
}

function columnsOf(group: Element): Columns {
  const numbers = new Map<string, number>();
  const specs = new Map<number, Element>();
  let number = 0;
  for (const spec of elements(group, 'colspec')) {
    number = wholeNumber(spec.attributes.colnum) ?? number + 1;
    specs.set(number, spec);
    if (spec.attributes.colname !== undefined) numbers.set(spec.attributes.colname, number);
  }
  const spans = new Map(elements(group, 'spanspec').map((spec) => [spec.attributes.spanname ?? '', spec]));
  return { count: Math.min(wholeNumber(group.attributes.cols) ?? 1, 100), numbers, specs, spans };
}

/** Column names become classes, so that a stylesheet can set widths. */
function colgroup({ count, specs }: Columns): string {
  let html = '';
  for (let i = 1; i <= count; i++) html += `<col${attributes({ class: specs.get(i)?.attributes.colname })}>`;
  return specs.size === 0 ? '' : tag('colgroup', {}, html);
}

function rows(part: Element, columns: Columns, context: Context): string {
  const name = part.name === 'thead' ? 'th' : 'td';
  // How many rows each column is still taken by an entry with morerows.
  const taken: number[] = [];
  return elements(part, 'row')
    .map((row) => {
      let column = 1;
      const cells = elements(row, 'entry', 'entrytbl').map((entry) => {
        while ((taken[column] ?? 0) > 0) column++;
        const named = entry.attributes.colname ?? entry.attributes.namest;
        column = (named !== undefined && columns.numbers.get(named)) || column;
        const width = span(entry, columns);
        const more = Math.min(wholeNumber(entry.attributes.morerows) ?? 0, 1000);
        const html = cell(name, entry, { column, width, more }, columns, context);
        for (let i = 0; i < width; i++) taken[column + i] = more + 1;
        column += width;
        return html;
      });
      for (let i = 1; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
      return tag('tr', { id: shownId(row, context) }, cells.join(''));
    })
    .join('');
}

function cell(
  name: string,
  entry: Element,
  place: { readonly column: number; readonly width: number; readonly more: number },
  columns: Columns,
  context: Context,
): string {
  const spanned = columns.spans.get(entry.attributes.spanname ?? '');
  const align =
    entry.attributes.align ?? spanned?.attributes.align ?? columns.specs.get(place.column)?.attributes.align;
  const valign = entry.attributes.valign;
  const classes = [
    entry.attributes.role,
    align && align !== 'left' ? `align-${align}` : '',
    valign ? `valign-${valign}` : '',
  ];
  const list = children(entry, context);
  const holdsBlocks = list.some((node) => isBlock(node) || (node.type === 'element' && /para$/.test(node.name)));
  return tag(
    name,
    {
      class: classes.filter(Boolean).join(' ') || undefined,
      id: shownId(entry, context),
      colspan: place.width > 1 ? String(place.width) : undefined,
      rowspan: place.more > 0 ? String(place.more + 1) : undefined,
    },
    holdsBlocks ? blocks(entry, context) : content(entry, context),
  );
}

/** Columns that an entry spans, by the name of a span or of its first and last column. */
function span(entry: Element, columns: Columns): number {
  const named = columns.spans.get(entry.attributes.spanname ?? '')?.attributes ?? entry.attributes;
  const [first, last] = [columns.numbers.get(named.namest ?? ''), columns.numbers.get(named.nameend ?? '')];
  return first !== undefined && last !== undefined && last > first ? last - first + 1 : 1;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** Tables of words by status: what the bars show, in numbers. */
import { escapeHtml, tag } from '../render/html.ts';
import type { Counts } from '../status/types.ts';
import { STATUSES, statusBar } from './bars.ts';
import { number, scrolling } from './html.ts';
import type { Surroundings } from './words.ts';

export interface CountRow {
  /** Finished HTML of the first cell. */
  readonly head: string;
  readonly words: Counts;
}

/** @param bars a bar below each head */
export function countTable(
  { label, first, rows, bars }: { label: string; first: string; rows: readonly CountRow[]; bars: boolean },
  { progress, lang }: Surroundings,
): string {
  const heads = [first, progress.words, ...STATUSES.map((status) => progress[status])];
  const thead = heads.map((head) => tag('th', { scope: 'col' }, escapeHtml(head))).join('');
  const body = rows.map(({ head, words }) => {
    const cells = [words.total, ...STATUSES.map((status) => words[status])];
    return tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, head + (bars ? statusBar(words) : '')) +
        cells.map((n) => (n === 0 ? '<td class="none">0</td>' : tag('td', {}, number(n, lang)))).join(''),
    );
  });
  const table = tag('table', { class: 'counts' }, `<thead><tr>${thead}</tr></thead><tbody>${body.join('')}</tbody>`);
  return scrolling(label, table);
}

/** Each colour with its name and what it says. */
export function legend({ progress }: Surroundings): string {
  const items = STATUSES.map(
    (status) =>
      `<li><span class="key ${status}"></span>${tag('b', {}, escapeHtml(progress[status]))} ${escapeHtml(progress[`${status}Means`])}</li>`,
  );
  return tag('ul', { class: 'legend', 'aria-label': progress.legend }, items.join(''));
}

/** The trend as a static picture, and as a table that says the same. */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, stack } from 'd3-shape';
import { escapeHtml, tag } from '../render/html.ts';
import { STATUSES } from './bars.ts';
import { day, isoDay, number, say } from './html.ts';
import { countTable } from './tables.ts';
import type { TrendPoint } from './trend.ts';
import type { Surroundings } from './words.ts';

const WIDTH = 900;
const HEIGHT = 240;
const FOOT = 24;

/** What keeps the trend from being known. */
export type NoTrend = 'none' | 'shallow';

export function trendSection(trend: readonly TrendPoint[] | NoTrend, around: Surroundings): string {
  const { progress } = around;
  const head = `<h2 id="trend">${escapeHtml(progress.trend)}</h2>`;
  if (typeof trend === 'string')
    return `${head}<p>${escapeHtml(trend === 'none' ? progress.trendNone : progress.trendShallow)}</p>`;
  const rows = trend.map(({ at, words }) => ({ head: day(isoDay(at)), words })).reverse();
  const table = countTable({ label: progress.trend, first: progress.day, rows, bars: false }, around);
  const picture = trend.length > 1 ? chart(trend, around) : '';
  return `${head}<p>${escapeHtml(progress.trendLead)}</p>${picture}<details><summary>${escapeHtml(progress.asTable)}</summary>${table}</details>`;
}

function chart(trend: readonly TrendPoint[], { progress, lang }: Surroundings): string {
  const [first, last] = [trend[0] as TrendPoint, trend.at(-1) as TrendPoint];
  const most = Math.max(1, ...trend.map(({ words }) => words.total));
  // Clocks may go backwards; the picture may not.
  const times: number[] = [];
  for (const { at } of trend) times.push(Math.max(at, times.at(-1) ?? at));
  const x = scaleLinear([times[0] as number, Math.max(times.at(-1) as number, (times[0] as number) + 1)], [0, WIDTH]);
  const y = scaleLinear([0, most], [HEIGHT, 0]);
  const layers = stack<TrendPoint>()
    .keys(STATUSES)
    .value(({ words }, status) => words[status as (typeof STATUSES)[number]])([...trend]);
  const shape = area<(typeof layers)[number][number]>()
    .x((_, at) => x(times[at] as number))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curveStepAfter)
    .digits(1);
  const paths = layers.map((layer, at) => `<path class="${STATUSES[at]}" d="${shape(layer) ?? ''}"/>`);
  const lines = y.ticks(4).map((tick) => `<path class="rule" d="M0 ${Math.round(y(tick))}H${WIDTH}"/>`);
  const label = (at: number, anchor: 'start' | 'end', left: number) =>
    `<text x="${left}" y="${HEIGHT + FOOT - 6}" text-anchor="${anchor}">${isoDay(at)}</text>`;
  const top = `<text x="4" y="14">${say(progress.nWords, { n: number(most, lang) })}</text>`;
  const title = say(progress.trendOf, { from: isoDay(first.at), to: isoDay(last.at) });
  return tag(
    'svg',
    { class: 'trend', viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: 'img', 'aria-labelledby': 'trend-title' },
    `<title id="trend-title">${title}</title>${paths.join('')}${lines.join('')}${top}${label(first.at, 'start', 0)}${label(last.at, 'end', WIDTH)}`,
  );
}

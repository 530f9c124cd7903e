/** Words by status as a stacked bar. The numbers stand beside it in a table, so the picture is hidden from who hears. */
import { scaleLinear } from 'd3-scale';
import { tag } from '../render/html.ts';
import type { Status } from '../segment/types.ts';
import type { Counts } from '../status/types.ts';

/** From what is done to what is not, as bars and tables show them. */
export const STATUSES = [
  'reviewed',
  'translated',
  'machine',
  'stale',
  'untranslated',
] as const satisfies readonly Status[];

const WIDTH = 1000;
const HEIGHT = 10;

/** A bar as wide as its place; its parts come to exactly all of it. */
export function statusBar(counts: Counts): string {
  const x = scaleLinear([0, Math.max(1, counts.total)], [0, WIDTH]);
  let before = 0;
  const pieces = STATUSES.flatMap((status) => {
    const from = before;
    before += counts[status];
    if (counts[status] === 0) return [];
    const edge = (n: number) => Math.round(x(n) * 10) / 10;
    const [left, right] = [edge(from), edge(before)];
    return `<rect class="${status}" x="${left}" width="${Math.round((right - left) * 10) / 10}" height="${HEIGHT}"/>`;
  });
  return tag(
    'svg',
    { class: 'bar', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    pieces.join(''),
  );
}

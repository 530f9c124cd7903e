/** Which stars of a text have no partner, by the same way as segment/emphasis.ts, on places instead of pieces. */

export interface StarRun {
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Stars find partners only among those that stand in the same brackets or tag. */
export interface StarScope {
  readonly stars: StarRun[];
}

interface Opener {
  readonly run: StarRun;
  readonly length: number;
  count: number;
}

const LONGEST_RUN = 6;
const MOST_OPENERS = 20;

/** Places of the runs that are left over, or partly so. */
export function unpairedStars(runs: readonly StarRun[]): readonly StarRun[] {
  if (runs.length === 0) return runs;
  const unpaired: StarRun[] = [];
  const openers: Opener[] = [];

  for (const run of runs) {
    const length = run.to - run.from;
    let left = length;
    while (run.closes && left > 0 && length <= LONGEST_RUN) {
      const index = lastThatCloses(openers, run, length);
      const opener = openers[index];
      if (!opener) break;
      for (const inner of openers.splice(index + 1)) unpaired.push(inner.run);
      const used = left >= 2 && opener.count >= 2 ? 2 : 1;
      opener.count -= used;
      left -= used;
      if (opener.count === 0) openers.pop();
    }
    if (left === 0) continue;
    if (run.opens && length <= LONGEST_RUN) {
      const oldest = openers.length < MOST_OPENERS ? undefined : openers.shift();
      if (oldest) unpaired.push(oldest.run);
      openers.push({ run, length, count: left });
    } else if (run.opens || run.closes) unpaired.push(run);
  }
  for (const opener of openers) unpaired.push(opener.run);
  return unpaired;
}

/** Index of the innermost opener that the run may close; -1 when there is none. */
function lastThatCloses(openers: readonly Opener[], run: StarRun, length: number): number {
  let at = openers.length - 1;
  while (at >= 0 && !mayClose(openers[at] as Opener, run, length)) at--;
  return at;
}

function mayClose(opener: Opener, run: StarRun, length: number): boolean {
  if (!opener.run.closes && !run.opens) return true;
  return (opener.length + length) % 3 !== 0 || (opener.length % 3 === 0 && length % 3 === 0);
}

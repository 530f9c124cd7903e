/**
 * Work of one person on one segment, again and again: within some days it counts once, the larger. The first of it
 * starts the days; what comes within them earns only what it is worth more.
 */
import type { Moment } from '../ledger/types.ts';
import type { Units } from './amounts.ts';

interface Counted {
  /** Milliseconds since 1970 of the first within the days. */
  since: number;
  units: Units;
  /** Of what counts once for ever, such as the translation of a source. */
  ever: Units;
}

const DAY = 86_400_000;

export class Repeats {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly days: number) {}

  /**
   * What such work has earned already, never more than it is worth now.
   *
   * @param once whether it counts once for ever, not only within the days
   */
  less(person: number, key: string, at: Moment, units: Units, once: boolean): Units {
    if (units === 0) return 0;
    const name = `${person} ${key}`;
    const now = Date.parse(at);
    const counted = this.counted.get(name);
    if (!counted) {
      this.counted.set(name, { since: now, units, ever: once ? units : 0 });
      return 0;
    }
    const isRecent = now - counted.since < this.days * DAY;
    const before = Math.max(isRecent ? counted.units : 0, once ? counted.ever : 0);
    counted.since = isRecent ? counted.since : now;
    counted.units = isRecent ? Math.max(units, counted.units) : units;
    if (once) counted.ever = Math.max(units, counted.ever);
    return Math.min(units, before);
  }
}

/** Whole days from one moment to another; below 0 when it is earlier. */
export const daysBetween = (from: Moment, to: Moment): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

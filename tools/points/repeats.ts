/**
 * Work of one person on one segment, again and again: within some days it counts once, the larger. The first of it
 * starts the days; what comes within them earns only what it is worth more.
 */
import type { Moment } from '../ledger/types.ts';
import type { Units } from './amounts.ts';

interface Counted {
  /** Milliseconds since 1970 of the first. */
  readonly since: number;
  readonly units: Units;
}

const DAY = 86_400_000;

export class Repeats {
  private readonly counted = new Map<string, Counted>();
  /** What counts once for ever, such as the translation of a source. */
  private readonly onceFor = new Map<string, Units>();

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
    const last = this.counted.get(name);
    const recent = last !== undefined && now - last.since < this.days * DAY ? last : undefined;
    this.counted.set(name, { since: recent?.since ?? now, units: Math.max(units, recent?.units ?? 0) });
    const ever = once ? (this.onceFor.get(name) ?? 0) : 0;
    if (once) this.onceFor.set(name, Math.max(units, ever));
    return Math.min(units, Math.max(recent?.units ?? 0, ever));
  }
}

/** Whole days from one moment to another; below 0 when it is earlier. */
export const daysBetween = (from: Moment, to: Moment): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The book that lines are entered in: claims of a record become lines, one a person and kind, in whole hundredths.
 * The makers' lines of one kind in one record add up to the rounded sum of their claims; a reviewer's line is rounded by
 * itself. Caps by month cut whole lines. The parts of a line add up to it.
 */
import type { Moment } from '../ledger/types.ts';
import { shareOut, shown, toHundredths } from './amounts.ts';
import { becauseOf, type Claim, partOf } from './claims.ts';
import type { Hundredths, PointKind, PointLine, Rules } from './types.ts';

export class Book {
  readonly lines: PointLine[] = [];
  /** What people have earned under each cap, by `cap month person`. */
  private readonly earned = new Map<string, Hundredths>();

  constructor(private readonly caps: Rules['caps']) {}

  /** Enters the claims of one record. Of shares that round alike, the first person's is the larger. */
  enter(record: string, at: Moment, claims: readonly Claim[]): void {
    for (const [kind, ofKind] of groupBy(claims, (claim) => claim.kind)) {
      const people = [...groupBy(ofKind, (claim) => claim.person)];
      const units = people.map(([, own]) => own.reduce((sum, claim) => sum + claim.units, 0));
      const points =
        kind === 'reviewed' ? units.map(toHundredths) : shareOut(toHundredths(units.reduce((a, b) => a + b, 0)), units);
      for (const [at_, [person, own]] of people.entries())
        this.enterLine(record, at, kind, person, own, points[at_] ?? 0);
    }
  }

  private enterLine(
    record: string,
    at: Moment,
    kind: PointKind,
    person: number,
    claims: readonly Claim[],
    whole: Hundredths,
  ): void {
    const { points, cut } = this.capped(person, at, kind, whole);
    const shares = shareOut(
      points,
      claims.map(({ units }) => Math.abs(units)),
    );
    this.lines.push({
      person,
      at,
      record,
      kind,
      points,
      because: `${becauseOf(claims)}${cut}`,
      parts: claims.map((claim, index) => partOf(claim, shares[index] ?? 0)),
    });
  }

  private capped(person: number, at: Moment, kind: PointKind, whole: Hundredths) {
    let points = whole;
    let cut = '';
    const caps = this.caps.flatMap((cap, index) =>
      cap.kinds.includes(kind) ? [{ cap, name: `${index} ${at.slice(0, 7)} ${person}` }] : [],
    );
    for (const { cap, name } of caps) {
      const left = cap.points - (this.earned.get(name) ?? 0);
      if (points <= left) continue;
      points = left;
      cut = `; cut from ${shown(whole)}: ${cap.kinds.join(' and ')} earn ${shown(cap.points)} a month at most`;
    }
    for (const { name } of caps) this.earned.set(name, (this.earned.get(name) ?? 0) + points);
    return { points, cut };
  }
}

/** In the order in which the names first come. */
export function groupBy<T, K>(items: readonly T[], nameOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

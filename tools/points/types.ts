/** Points: what the ledger's records are worth by the rules of translations/points.yml. Computed, never stored. */
import type { Moment, Person } from '../ledger/types.ts';

/** Points are whole hundredths, so that sums are exact. */
export type Hundredths = number;

export type PointKind =
  | 'translated'
  | 'updated'
  | 'corrected'
  | 'kept'
  | 'reviewed'
  | 'replacement'
  | 'content'
  | 'award'
  | 'office';

/** One line of an account: who gets how much, for what, by which rule. */
export interface PointLine {
  readonly person: number;
  readonly at: Moment;
  /** Name of the record, such as `pr-123`; `offices.yml` for duty points. */
  readonly record: string;
  readonly kind: PointKind;
  readonly points: Hundredths;
  /** Texts, words, months … that it counts, and what was cut and why, in words. */
  readonly because: string;
}

export interface Account {
  /** With the login that the latest record knows. */
  readonly person: Person;
  readonly points: Hundredths;
  readonly lines: readonly PointLine[];
}

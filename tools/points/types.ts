/**
 * Points: what the ledger's records are worth by the rules of translations/points.yml. Computed, never stored.
 * People who hold an office are listed in translations/offices.yml.
 */
import type { ContentRecord, Moment, Person, SegmentAction } from '../ledger/types.ts';

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

/** What a line counts, one by one. The points of a line's parts add up to the line's. */
export interface PointPart {
  /** A text as `page:key`, a path, an award's kind, a month. */
  readonly what: string;
  readonly points: Hundredths;
  /** How to compute it again. */
  readonly because: string;
}

/** One line of an account: who gets how much, for what, by which rule. One a record, kind and person. */
export interface PointLine {
  readonly person: number;
  readonly at: Moment;
  /** Name of the record, such as `pr-123`; `offices.yml` for duty points. */
  readonly record: string;
  readonly kind: PointKind;
  readonly points: Hundredths;
  /** Texts, words, months … that it counts, and what was cut and why, in words. */
  readonly because: string;
  readonly parts: readonly PointPart[];
}

export interface Account {
  /** With the login that the latest record knows. */
  readonly person: Person;
  /** Other logins that earlier records know, in order of time. */
  readonly formerly: readonly string[];
  readonly points: Hundredths;
  /** In order of time; lines of 0 points say why something earned nothing. */
  readonly lines: readonly PointLine[];
}

/** `1/3` as [1, 3]. */
export type Fraction = readonly [number, number];

interface Reasoned {
  /** Why the community has this rule. */
  readonly reason: string;
}

/** What the makers of a text earn. */
export interface TextRule extends Reasoned {
  readonly per100Words: Hundredths;
  /** Worth is in proportion to the share that changed, where the record says it. */
  readonly byChange: boolean;
  /** In percent: the proportion is never taken smaller than this. */
  readonly atLeast: number;
  /** In percent: what changed less earns nothing. */
  readonly nothingBelow: number;
}

export interface ReviewRule extends Reasoned {
  /** Of what making the text was worth, to each reviewer. */
  readonly share: Fraction;
  /** Of the same, to all reviewers of a text together. */
  readonly allReviewers: Fraction;
  /** Of the reviewer's share, on top, to the first one of a text that waited so many days; by days, falling. */
  readonly waited: readonly { readonly days: number; readonly extra: Fraction; readonly reason: string }[];
}

export interface FlatRule extends Reasoned {
  readonly points: Hundredths;
}

export interface ContentRule extends FlatRule {
  /** In place of `points`, once it is chosen for the public account. */
  readonly chosen: Hundredths | undefined;
  readonly atLeastWords: number;
}

/** A kind of thing that the rules do not name earns nothing. */
export interface Rules {
  readonly texts: ReadonlyMap<SegmentAction, TextRule>;
  /** What one weighs who only corrected in a pull request what another had written in it, in percent of a writer. */
  readonly correctors: (Reasoned & { readonly weight: number }) | undefined;
  readonly reviews: ReviewRule | undefined;
  readonly replacement: (FlatRule & { readonly atLeastPlaces: number }) | undefined;
  readonly content: ReadonlyMap<ContentRecord['kind'], ContentRule>;
  readonly awards: ReadonlyMap<string, FlatRule>;
  /** Points for each full month. */
  readonly offices: ReadonlyMap<string, FlatRule>;
  /** Work of one person on one segment within so many days counts once, the larger. */
  readonly repeated: Reasoned & { readonly days: number };
  /** What a person can earn in a calendar month by these kinds together. */
  readonly caps: readonly (FlatRule & { readonly kinds: readonly PointKind[] })[];
  /** By points, rising. */
  readonly levels: readonly Level[];
}

export interface Level {
  /** Key of its name, such as `contributor`. */
  readonly level: string;
  /** What people read, where that is not the key. */
  readonly name: string | undefined;
  readonly from: Hundredths;
}

/** `2026-01`. */
export type Month = string;

/** A line of offices.yml: somebody has an office from one month to another, both included, or without end. */
export interface Office extends Person {
  readonly office: string;
  readonly from: Month;
  readonly to?: Month;
  /** Where it stands in the file. */
  readonly line: number;
}

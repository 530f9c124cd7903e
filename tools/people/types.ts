/** People and what they did, as the pages about them need it. All of it follows from the ledger and four settings files. */
import type { PersonPage, PersonPages } from '../ledger/person-pages.ts';
import type { Reviewer } from '../ledger/reviewers.ts';
import type { Reviews } from '../ledger/reviews.ts';
import type { ContentRecord, LedgerFile, Moment } from '../ledger/types.ts';
import type { Hundredths, Level, Office, PointLine, Rules } from '../points/types.ts';
import type { Origin } from '../project/types.ts';
import type { Texts } from '../render/types.ts';
import type { PeopleWords } from './words.ts';

/** What the pages are made from. */
export interface PeopleFacts {
  readonly files: readonly LedgerFile[];
  readonly pages: PersonPages;
  readonly reviews: Pick<Reviews, 'wrote'>;
  /** Without rules there are no points. */
  readonly rules: Rules | undefined;
  readonly offices: readonly Office[];
  readonly reviewers: readonly Reviewer[];
  readonly origins: readonly OriginFacts[];
}

export interface OriginFacts extends Origin {
  /** How many pages took text from it. */
  readonly pages: number;
}

/** What somebody did in a span of time. */
export interface Work {
  /** Words of the English, each paragraph once: translated, updated, corrected, or read and kept. */
  readonly translated: number;
  /** Words of the English of texts approved, each text once. */
  readonly reviewed: number;
  /** By words, most first. */
  readonly pages: readonly PageWork[];
  /** In order of time, the latest first. */
  readonly posts: readonly Post[];
  readonly pulls: readonly Pull[];
}

export interface PageWork {
  readonly page: string;
  readonly translated: number;
  readonly reviewed: number;
}

/** Something written beside the manual; where it was changed again, as it was last. */
export interface Post {
  /** In the repository: `docs/blog/lids.md`. */
  readonly path: string;
  readonly kind: ContentRecord['kind'];
  readonly at: Moment;
}

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly at: Moment;
}

export interface YearOfWork {
  /** Four digits. */
  readonly year: string;
  readonly work: Work;
  readonly points: Hundredths;
  /** Place by the points of the year; undefined of who has none. */
  readonly rank: number | undefined;
  /** Of the year, in order of time. */
  readonly lines: readonly PointLine[];
}

export interface Contributor {
  readonly page: PersonPage;
  readonly work: Work;
  readonly points: Hundredths;
  /** Place by the points of all time; undefined of who has no line. */
  readonly rank: number | undefined;
  readonly level: Level | undefined;
  /** The next level, and what is missing to it. */
  readonly next: { readonly level: Level; readonly missing: Hundredths } | undefined;
  /** The newest first. */
  readonly years: readonly YearOfWork[];
}

export interface Year {
  readonly year: string;
  /** Who has most points of it; more than one where they are equal. */
  readonly best: readonly Contributor[];
  readonly points: Hundredths;
  /** Most points first. */
  readonly people: readonly Contributor[];
  /** The year that the latest record is of may go on. */
  readonly isOver: boolean;
}

export interface People {
  /** Moment of the latest record: what points are reckoned up to. Undefined without any record. */
  readonly asOf: Moment | undefined;
  readonly hasPoints: boolean;
  /** Everybody who has a page; most points first. */
  readonly all: readonly Contributor[];
  /** Those of them who have done something that counts. */
  readonly contributors: readonly Contributor[];
  /** The newest first. */
  readonly years: readonly Year[];
  readonly records: ReadonlyMap<string, string>;
}

/** What the pages lead to. */
export interface Surroundings {
  readonly lang: string;
  readonly words: PeopleWords;
  /** A page of the current version of the manual, if it has one of that name. */
  manual(page: string): Destination | undefined;
  /** The page of the site that a file of docs/ became, if it did. */
  article(file: string): Destination | undefined;
  /** Where translators begin. */
  readonly guide: string | undefined;
  /** Where points are explained. */
  readonly rules: string | undefined;
}

export interface Destination {
  /** Site path with extension. */
  readonly path: string;
  readonly title: Texts;
}

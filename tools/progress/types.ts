/** What is known of every version's pages when their progress is shown. Plain data. */
import type { Texts } from '../render/types.ts';
import type { Counts } from '../status/types.ts';

/** Segments and their source words, by status. */
export interface Amount {
  readonly segments: Counts;
  readonly words: Counts;
}

export interface PageFacts extends Amount {
  readonly name: string;
  readonly title: Texts;
  /** Folder of its catalog. */
  readonly part: string;
  /** Path of its catalog; undefined where it has none yet. */
  readonly file: string | undefined;
  /** A page of release notes: these are counted apart. */
  readonly isNotes: boolean;
}

/** A part of the book with the pages that are counted in it. */
export interface PartFacts extends Amount {
  /** Folder of its catalogs; release notes are no folder of their own. */
  readonly id: string;
  /** Undefined for the pages in front of all parts. */
  readonly title: Texts | undefined;
  /** In reading order. */
  readonly pages: readonly PageFacts[];
}

export interface VersionFacts extends Amount {
  readonly version: string;
  /** `18.6` */
  readonly release: string;
  /** Day of the release upstream. */
  readonly date: string | undefined;
  readonly current: boolean;
  /** In reading order; release notes are in none of them. */
  readonly parts: readonly PartFacts[];
  readonly notes: PartFacts;
}

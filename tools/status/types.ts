/** Counts of segments by status. */
import type { Status } from '../segment/types.ts';

export type Counts = Readonly<Record<'total' | Status, number>>;

/** How a segment is counted: text of the manual, words of its index, or release notes. */
export type Group = 'text' | 'index' | 'releaseNotes';

export interface PageStatus {
  readonly page: string;
  /** By group; `text` alone makes the counts that are shown. */
  readonly segments: Readonly<Record<Group, Counts>>;
  /** Words of the sources of `text`. */
  readonly words: Counts;
  /** Words of the sources of `releaseNotes`. */
  readonly noteWords: Counts;
}

/** Aligning a translated DocBook tree with its English: pairs of a segment and a target. */
import type { Position } from '../docbook/types.ts';

/** A source and what stands for it in the translation. */
export interface AlignedPair {
  /** Page of the translation that the pair was found on. */
  readonly page: string;
  readonly key: string;
  readonly source: string;
  /** The translation as Markdown. */
  readonly target: string;
  /** Where the translation stands. */
  readonly at: Position;
  /** `marker`: English and translation stood together · `structure`: paired by their place in the tree. */
  readonly by: 'marker' | 'structure';
  /** `file:line` of the marker, when it was paired by one. */
  readonly marker?: string;
}

/** Something that could not be paired, and why. */
export interface AlignmentProblem extends Position {
  readonly page: string;
  readonly message: string;
}

export interface Alignment {
  /** `file:line` of every marker that opens a pair, broken or whole. */
  readonly markers: readonly string[];
  readonly pairs: readonly AlignedPair[];
  readonly problems: readonly AlignmentProblem[];
}

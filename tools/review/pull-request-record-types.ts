/** What the record of a pull request is made of. */

import type { Reviewer } from '../ledger/reviewers.ts';
import type { CommitId, Moment, PullRequestRecord } from '../ledger/types.ts';
import type { CommitFacts, DismissalFacts, FileChange, PullRequestFacts, ReviewFacts } from './types.ts';

/** A commit of a pull request with what it changed. */
export interface CommitFiles {
  readonly commit: CommitFacts;
  /**
   * The files below translations/<language>/ that differ from each of its parents, in their order; undefined when the
   * commit cannot be read any more.
   */
  readonly parents: readonly (readonly FileChange[])[] | undefined;
}

/** Catalogs at a commit, by path; undefined when it cannot be read any more. */
export type TextsAt = ReadonlyMap<CommitId, ReadonlyMap<string, string> | undefined>;

export interface PullRequestInput {
  readonly facts: PullRequestFacts;
  /** When and as which commit of main it was merged; of an open one, what is foretold. */
  readonly merged: { readonly at: Moment; readonly commit: CommitId };
  /** Its merge holds work of others too: then only what its own commits changed is its own. */
  readonly cameWithOthers?: boolean;
  /** All commits, in any order. */
  readonly commits: readonly CommitFiles[];
  readonly reviews: readonly ReviewFacts[];
  readonly dismissals: readonly DismissalFacts[];
  /**
   * Every file of translations/ and docs/ that differs between main before and after it, in any order, the lock and the
   * list of origins included: by them a sync or an import is known.
   */
  readonly files: readonly FileChange[];
  /** As on main before it. */
  readonly reviewers: readonly Reviewer[];
  /** For each commit of `commitsToRead`: the catalogs that `files` names, those that are there. */
  readonly textsAt: TextsAt;
  /** The records that it takes back whole, by name such as `pr-12`: what `restoredBy` says of each. */
  readonly reverses: ReadonlyMap<string, readonly string[]>;
}

export interface RecordedPullRequest {
  readonly record: PullRequestRecord;
  /** What could not be told or does not count, in words for the maintainers; sorted. */
  readonly notes: readonly string[];
}

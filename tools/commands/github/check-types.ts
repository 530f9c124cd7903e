/** What check is asked, and what it looks at. */
import type { PullRequestFacts } from '../../review/types.ts';

export interface BotCheckOptions {
  /** Of an event `pull_request`. */
  readonly payload: unknown;
  /** Absolute path of the file to write for `bot comment`. */
  readonly artifact: string | undefined;
  /** Absolute path of the file that the step's summary is added to. */
  readonly summary: string | undefined;
  readonly toolRoot: string;
}

/** The merge that is checked out: main is its first parent, the pull request's head the second. */
export interface CheckedMerge {
  /** As the event has it. */
  readonly facts: PullRequestFacts;
  /** The author may touch guarded files. */
  readonly maintainer: boolean;
  readonly number: number;
  readonly head: string;
  readonly merge: string;
  readonly base: string;
  /** Where the branch left main; undefined if it never did. */
  readonly mergeBase: string | undefined;
}

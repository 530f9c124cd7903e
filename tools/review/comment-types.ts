/** What a comment is made of besides the artifact; all of it is the workspace's own. */
import type { BotWords } from './comment-words.ts';

export interface Surroundings {
  /** Words of the workspace's language; English alone without them. */
  readonly words: BotWords | undefined;
  /** The repository's page, such as https://github.com/owner/name. */
  readonly site: string;
  /** The page of the run that has the full report. */
  readonly report: string;
  /** Guarded files that GitHub says are touched, where it was asked; else those of the artifact. */
  readonly guarded?: readonly string[];
}

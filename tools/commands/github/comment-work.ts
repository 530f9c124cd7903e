/** What record and rebuild ask of whoever knows the commands in comments. */
import type { LedgerFile, LedgerRecord } from '../../ledger/types.ts';
import type { CommentFacts } from '../../review/types.ts';
import type { Outcome } from '../context.ts';
import type { GitHubContext } from './context.ts';

export interface CommentWork {
  /** Whether a comment holds a command that a record may come of. */
  readonly isCommand: (comment: CommentFacts) => boolean;
  /** Carries out what a comment says, as its workflow would have done. */
  readonly carryOut: (context: GitHubContext, options: { readonly comment: number }) => Promise<Outcome>;
  /**
   * The record of a comment, made of what GitHub and Git say; undefined when none comes of it.
   *
   * @param ledger what had been recorded of what happened before it
   */
  readonly recordOf: (
    context: GitHubContext,
    comment: CommentFacts,
    ledger: readonly LedgerFile[],
  ) => Promise<{ readonly record: LedgerRecord | undefined; readonly notes: readonly string[] }>;
}

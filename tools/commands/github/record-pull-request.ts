/** The record of a merged pull request, made of what GitHub and Git say and of what the ledger holds. */
import type { LedgerFile, PullRequestRecord } from '../../ledger/types.ts';
import { pullRequestRecord } from '../../review/pull-request-record.ts';
import type { RecordedPullRequest } from '../../review/pull-request-record-types.ts';
import type { GitHubContext } from './context.ts';
import type { Gathered } from './facts-of-git.ts';
import { reversesOf } from './record-reverts.ts';

export interface RecordedPull {
  readonly number: number;
  /**
   * `differs`: the ledger has other bytes, which are left as they are · `none`: there is nothing to record.
   */
  readonly status: 'written' | 'there' | 'differs' | 'none';
  /** Why there is nothing, or what could not be told. */
  readonly notes: readonly string[];
  readonly path?: string;
  readonly record?: PullRequestRecord;
  readonly gathered?: Gathered;
}

/** @param ledger all records that there are; those that happened later play no part */
export async function recordFrom(
  context: GitHubContext,
  gathered: Gathered,
  ledger: readonly LedgerFile[],
): Promise<RecordedPullRequest> {
  const reverses = await reversesOf(context, gathered, ledger);
  const { record, notes } = pullRequestRecord({ ...gathered.input, reverses });
  return { record, notes: [...gathered.notes, ...notes] };
}

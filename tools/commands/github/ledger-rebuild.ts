/**
 * `ledger rebuild`: the whole ledger made again from Git and GitHub, and held against what main has. What differs is
 * shown, and put right unless it is only a check. What can be read no longer (a deleted comment, a commit that is gone)
 * is named, and its record stays; so does what was written by hand.
 */
import { serializeRecord } from '../../ledger/serialize.ts';
import { inLog } from '../../review/escape-log.ts';
import type { Outcome } from '../context.ts';
import type { CommentWork } from './comment-work.ts';
import type { GitHubContext } from './context.ts';
import { ledgerAt } from './ledger-at.ts';
import { type Compared, compareLedgers } from './ledger-rebuild-compare.ts';
import { remakeLedger } from './ledger-rebuild-remake.ts';

export interface RebuildOptions {
  /** Only says what differs. */
  readonly check?: boolean;
  /** Without it, records of comments stay as they are. */
  readonly comments?: CommentWork;
}

/** @returns 1 when a check finds a difference */
export async function ledgerRebuild(
  context: GitHubContext,
  { check = false, comments }: RebuildOptions,
): Promise<Outcome> {
  const { repository } = context;
  const work = context.begin('reading GitHub and Git');
  let compared: readonly Compared[];
  try {
    const main = await repository.fetch();
    const { files, texts } = await ledgerAt(repository, main);
    compared = compareLedgers({ files, texts }, await remakeLedger(context, main, comments));
  } finally {
    work.end();
  }
  const changed = compared.filter(({ status }) => status === 'missing' || status === 'differs');
  tellAll(context, compared);
  if (check || changed.length === 0) return changed.length > 0 ? 1 : 0;
  const message = `Ledger: ${changed.length === 1 ? '1 record' : `${changed.length} records`} made again`;
  await repository.push({
    branch: repository.mainBranch,
    message,
    files: async () => new Map(changed.flatMap(({ path, made }) => (made ? [[path, serializeRecord(made)]] : []))),
  });
  return 0;
}

function tellAll({ json, print, tell }: GitHubContext, compared: readonly Compared[]): void {
  const told = compared.filter(({ status, notes }) => status !== 'same' || notes.length > 0);
  if (json) {
    print(JSON.stringify({ records: compared.length, told: told.map(({ made: _, ...rest }) => rest) }, null, 2));
    return;
  }
  const words = {
    same: 'is the same',
    missing: 'is missing',
    differs: 'differs',
    kept: 'stays as it is, since it cannot be made again',
  };
  for (const { path, status, notes, difference } of told) {
    print(inLog(`${path}: ${words[status]}`));
    for (const note of notes) tell(inLog(`${path}: ${note}`));
    if (difference !== undefined) print(inLog(difference.trimEnd()));
  }
  const count = (status: Compared['status']) => compared.filter((each) => each.status === status).length;
  tell(
    `${compared.length} records: ${count('same')} the same, ${count('missing')} missing, ${count('differs')} different, ${count('kept')} kept`,
  );
}

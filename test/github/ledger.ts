/** The ledger as main has it. */
import { parseRecord } from '../../tools/ledger/parse.ts';
import type { AdjustRecord, LedgerRecord, PullRequestRecord, ReviewRecord } from '../../tools/ledger/types.ts';
import type { World } from './world.ts';

/** Texts of the ledger's files by path. */
export function ledgerFiles({ host }: World, commit = 'main'): ReadonlyMap<string, string> {
  const paths = host.git(['ls-tree', '-r', '-z', '--name-only', commit, 'translations/ledger']).split('\0');
  return new Map(paths.filter(Boolean).map((path) => [path, host.textAt(commit, path)!]));
}

/** Records by name, such as `pr-7`. @throws Error for a file that is no record */
export function ledgerOf(world: World): ReadonlyMap<string, LedgerRecord> {
  const records = [...ledgerFiles(world)].map(([path, text]) => {
    const { file, findings } = parseRecord(text, path);
    if (!file) throw new Error(`${path}: ${JSON.stringify(findings)}\n${text}`);
    return [file.name, file.record] as const;
  });
  return new Map(records);
}

export function pullRecord(world: World, number: number): PullRequestRecord {
  const record = ledgerOf(world).get(`pr-${number}`);
  if (record?.type !== 'pull-request') throw new Error(`the ledger has no record of pull request ${number}`);
  return record;
}

export function reviewRecord(world: World, comment: number): ReviewRecord {
  const record = ledgerOf(world).get(`review-${comment}`);
  if (record?.type !== 'review') throw new Error(`the ledger has no record of comment ${comment}`);
  return record;
}

export function adjustRecord(world: World, number: number): AdjustRecord {
  const record = ledgerOf(world).get(`adjust-${number}`);
  if (record?.type !== 'adjust') throw new Error(`the ledger has no record of adjustment ${number}`);
  return record;
}

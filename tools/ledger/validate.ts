/** What only all records together show. What one record shows by itself, parse.ts has found. */
import { momentOf } from './names.ts';
import { byEvent } from './order.ts';
import { reversalsOf } from './reversed.ts';
import { covers, makersOf } from './reviews.ts';
import type { LedgerFile, LedgerFinding, PullRequestRecord } from './types.ts';

/** All findings, file by file. */
export function validateLedger(files: readonly LedgerFile[]): LedgerFinding[] {
  const byName = new Map<string, LedgerFile>();
  for (const file of files) if (!byName.has(file.name)) byName.set(file.name, file);
  return files.flatMap((file) => [
    ...repeatedName(file, byName),
    ...ownApprovals(file),
    ...wrongReversal(file, byName),
  ]);
}

/** The first file of each name. */
type ByName = ReadonlyMap<string, LedgerFile>;

function repeatedName(file: LedgerFile, byName: ByName): LedgerFinding[] {
  const first = byName.get(file.name);
  return first === undefined || first === file
    ? []
    : [finding('ledger/name', file, `${file.name} is recorded in ${first.path} already`)];
}

function ownApprovals(file: LedgerFile): LedgerFinding[] {
  const { record } = file;
  if (record.type !== 'pull-request') return [];
  return record.approvals.flatMap((approval) => {
    if (approval.id === record.author.id)
      return [
        finding('ledger/own', file, `${approval.login} approves their own pull request; that counts for nothing`),
      ];
    const covered = record.segments.filter((segment) => covers(approval, segment));
    const isOwn = covered.length > 0 && covered.every((segment) => isWriter(record, segment, approval.id));
    return isOwn
      ? [finding('ledger/own', file, `${approval.login} approves what they wrote; that counts for nothing`)]
      : [];
  });
}

function isWriter(record: PullRequestRecord, segment: PullRequestRecord['segments'][number], id: number): boolean {
  return makersOf(record, segment).includes(id) && !segment.correctors?.includes(id);
}

function wrongReversal(file: LedgerFile, byName: ByName): LedgerFinding[] {
  return reversalsOf(file.record).flatMap((name) => {
    const problem = (message: string) => [finding('ledger/reverses', file, `it reverses ${name}, ${message}`)];
    const reversed = byName.get(name);
    if (!reversed) return problem('which is not in the ledger');
    if (byEvent(reversed, file) < 0) return [];
    return problem(`which is not before it but of ${momentOf(reversed.record)}; that counts for nothing`);
  });
}

function finding(rule: string, { path }: LedgerFile, message: string): LedgerFinding {
  return { severity: 'error', rule, file: path, line: 1, message };
}

/** Reads a workspace's ledger. A workspace without one has no reviews. */
import { readTexts } from '../io/files.ts';
import { LEDGER_FOLDER } from '../ledger/names.ts';
import { parseRecord } from '../ledger/parse.ts';
import { type Reviews, reviewsOf } from '../ledger/reviews.ts';
import type { LedgerFile, LedgerFinding } from '../ledger/types.ts';

export interface Ledger {
  /** Sound records, in order of their paths. */
  readonly files: readonly LedgerFile[];
  readonly reviews: Reviews;
  /** Of files that count for nothing because something is wrong with them. */
  readonly findings: readonly LedgerFinding[];
}

/** @throws Failure(2) for files that are not UTF-8 */
export async function readLedger(root: string): Promise<Ledger> {
  const texts = await readTexts(root, LEDGER_FOLDER, '.yml');
  const parsed = [...texts].map(([path, text]) => parseRecord(text, path));
  const files = parsed.flatMap(({ file }) => file ?? []);
  return { files, reviews: reviewsOf(files), findings: parsed.flatMap(({ findings }) => findings) };
}

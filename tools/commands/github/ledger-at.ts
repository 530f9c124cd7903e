/** The ledger as a commit has it. */

import type { Repository } from '../../io/repository/types.ts';
import { LEDGER_FOLDER } from '../../ledger/names.ts';
import { parseRecord } from '../../ledger/parse.ts';
import type { LedgerFile } from '../../ledger/types.ts';

export interface LedgerAt {
  readonly texts: ReadonlyMap<string, string>;
  /** Sound records. */
  readonly files: readonly LedgerFile[];
}

export async function ledgerAt(repository: Repository, commit: string): Promise<LedgerAt> {
  const texts = await repository.textsAt(commit, LEDGER_FOLDER, '.yml');
  return { texts, files: [...texts].flatMap(([path, text]) => parseRecord(text, path).file ?? []) };
}

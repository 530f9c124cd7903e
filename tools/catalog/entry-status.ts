/** What an entry says of itself; reviews come from the ledger. */
import { targetHash } from '../segment/key.ts';
import type { Status } from '../segment/types.ts';
import type { Entry } from './types.ts';

/**
 * A flag holds while the target is the text that it speaks of; once a person changes the text, it is lifted.
 * A machine's draft of an older source counts as stale: it has to be made anew either way.
 */
export function entryStatus(entry: Entry): Exclude<Status, 'reviewed'> {
  if (entry.target === '') return 'untranslated';
  if (!entry.stale && !entry.machine) return 'translated';
  const hash = targetHash(entry.target);
  if (entry.stale?.target === hash) return 'stale';
  if (entry.machine?.target === hash) return 'machine';
  return 'translated';
}

/** A record made again, with what GitHub tells only as it is today put as it was then. Pure. */
import type { LedgerRecord } from '../../ledger/types.ts';

/**
 * People keep the login that they had then, and a pull request its title: they may be renamed at any time.
 *
 * @param there the record that the ledger has of the same event
 */
export function asRecorded(made: LedgerRecord, there: LedgerRecord): LedgerRecord {
  const logins = new Map<number, string>();
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('id' in part && 'login' in part && typeof part.id === 'number' && typeof part.login === 'string')
      logins.set(part.id, part.login);
    for (const each of Object.values(part)) collect(each);
  };
  collect(there);
  const renamed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(renamed);
    if (typeof part !== 'object' || part === null) return part;
    const copy = Object.fromEntries(Object.entries(part).map(([name, each]) => [name, renamed(each)]));
    const login = 'id' in part && 'login' in part ? logins.get(Number(part.id)) : undefined;
    return login === undefined ? copy : { ...copy, login };
  };
  const record = renamed(made) as LedgerRecord;
  return record.type === 'pull-request' && there.type === 'pull-request' ? { ...record, title: there.title } : record;
}

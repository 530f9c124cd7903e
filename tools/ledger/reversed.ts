/** Which records count no longer. */
import { byEvent } from './order.ts';
import type { LedgerFile, LedgerRecord } from './types.ts';

/**
 * Names of the records that a later one reverses: a pull request that took back what others did, or an adjustment. One
 * that reverses can be reversed by a later one still, and what it had reversed then counts again.
 */
export function reversedRecords(files: readonly LedgerFile[]): ReadonlySet<string> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const reversed = new Set<string>();
  const reversing = files.filter(({ record }) => reversalsOf(record).length > 0).sort((a, b) => byEvent(b, a));
  for (const file of reversing) {
    if (reversed.has(file.name)) continue;
    for (const name of reversalsOf(file.record)) {
      const target = byName.get(name);
      if (target && byEvent(target, file) < 0) reversed.add(name);
    }
  }
  return reversed;
}

/** Names of the records that a record reverses. */
export function reversalsOf(record: LedgerRecord): readonly string[] {
  if (record.type === 'review') return [];
  if (record.type === 'pull-request') return record.reverses ?? [];
  return record.reverses === undefined ? [] : [record.reverses];
}

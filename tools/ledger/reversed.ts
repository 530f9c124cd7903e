/** Which records count no longer. */
import type { AdjustRecord, LedgerFile } from './types.ts';

/**
 * Names of the records that an adjustment reverses. An adjustment can be reversed by a later one, by number, and what
 * the earlier one had reversed then counts again.
 */
export function reversedRecords(files: readonly LedgerFile[]): ReadonlySet<string> {
  const reversed = new Set<string>();
  const adjustments = files
    .flatMap(({ name, record }) => (record.type === 'adjust' ? [{ name, record }] : []))
    .sort((a, b) => b.record.number - a.record.number);
  for (const { name, record } of adjustments)
    if (record.reverses !== undefined && !reversed.has(name) && !isAhead(record)) reversed.add(record.reverses);
  return reversed;
}

/** Whether an adjustment names itself or one that comes after it. */
export function isAhead({ number, reverses }: AdjustRecord): boolean {
  const [, adjusted] = /^adjust-(\d+)$/.exec(reverses ?? '') ?? [];
  return adjusted !== undefined && Number(adjusted) >= number;
}

/** The order of events. */
import { momentOf } from './names.ts';
import type { LedgerFile, LedgerRecord, Moment } from './types.ts';

/**
 * By moment; of the same second pull requests first, then comments, then adjustments, each by number. So the order in
 * which files are read means nothing.
 */
export function byEvent(a: LedgerFile, b: LedgerFile): number {
  const [left, right] = [momentOf(a.record), momentOf(b.record)];
  if (left !== right) return left < right ? -1 : 1;
  return KINDS[a.record.type] - KINDS[b.record.type] || numberOf(a.record) - numberOf(b.record);
}

const KINDS: Readonly<Record<LedgerRecord['type'], number>> = { 'pull-request': 0, review: 1, adjust: 2 };

const numberOf = (record: LedgerRecord): number => (record.type === 'review' ? record.comment : record.number);

/** The moment of the latest record; undefined without any. */
export function latestMoment(files: readonly LedgerFile[]): Moment | undefined {
  return files.reduce<Moment | undefined>((latest, { record }) => {
    const at = momentOf(record);
    return latest === undefined || at > latest ? at : latest;
  }, undefined);
}

/** What the file of a record is called, and where it stands: all of it follows from the record. */
import type { LedgerRecord, Moment } from './types.ts';

export const LEDGER_FOLDER = 'translations/ledger';

/** `pr-123`, `review-456`, `adjust-7`. */
export function nameOf(record: LedgerRecord): string {
  if (record.type === 'pull-request') return `pr-${record.number}`;
  if (record.type === 'review') return `review-${record.comment}`;
  return `adjust-${record.number}`;
}

/** When it happened. */
export function momentOf(record: LedgerRecord): Moment {
  return record.type === 'pull-request' ? record.mergedAt : record.at;
}

/** Path in the workspace; the year is that of the event. */
export function pathOf(record: LedgerRecord): string {
  return `${LEDGER_FOLDER}/${momentOf(record).slice(0, 4)}/${nameOf(record)}.yml`;
}

/** The lines of `segments:`, one text a line, so that a diff and a search show it whole. */
import type { ReviewRecord, SegmentRecord } from './types.ts';

export type Row = SegmentRecord | ReviewRecord['segments'][number];

/** One line, without its end. */
export function writeRow(row: Row): string {
  const { page, key, target, words } = row;
  const more = 'action' in row ? row : undefined;
  const fields = [
    `page: ${JSON.stringify(page)}`,
    `key: "${key}"`,
    `target: "${target}"`,
    more && `action: ${more.action}`,
    `words: ${words}`,
    more?.changed !== undefined && `changed: ${more.changed}`,
    more?.replaces !== undefined && `replaces: "${more.replaces}"`,
    more?.by && `by: [${sorted(more.by)}]`,
    more?.correctors && `correctors: [${sorted(more.correctors)}]`,
    more?.machine && 'machine: true',
  ];
  return `  - { ${fields.filter((field) => typeof field === 'string').join(', ')} }`;
}

const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b).join(', ');

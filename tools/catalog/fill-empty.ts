/**
 * The last step of a merge: what one page has carried over to a new source, another that has the same source empty takes
 * as well. Without it a second sync would still find something to do.
 */
import { fill } from './carry-over.ts';
import type { Memory } from './memory.ts';
import type { MergedPage } from './merge.ts';

/** @param memory of the catalogs after the merge of all pages */
export function fillEmpty(merged: MergedPage, memory: Memory): MergedPage {
  const filled = new Set<string>();
  const items = merged.catalog.items.map((item) => {
    const known = item.type === 'entry' && item.target === '' ? memory.get(item.key) : undefined;
    if (item.type === 'junk' || !known) return item;
    filled.add(item.key);
    const { key, source, index = false, versions, off } = item;
    return { ...fill(known, { key, source, index }), ...(versions ? { versions } : {}), ...(off ? { off } : {}) };
  });
  if (filled.size === 0) return merged;
  const changes = merged.changes.map((change) =>
    change.kind !== 'gone' && filled.has(change.key) ? { ...change, kind: 'filled' as const } : change,
  );
  return { catalog: { ...merged.catalog, items }, changes };
}

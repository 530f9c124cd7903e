/** Where the broken pieces of a catalog stay when its entries change. */
import type { Catalog, Entry, Junk } from './types.ts';

/** Junk stays behind the entry that it followed; behind the last one before it when that has gone. */
export function withJunk(entries: readonly Entry[], old: Catalog | undefined): (Entry | Junk)[] {
  if (!old?.items.some((item) => item.type === 'junk')) return [...entries];
  const present = new Set(entries.map(({ key }) => key));
  const after = new Map<string | undefined, Junk[]>();
  let anchor: string | undefined;
  for (const item of old.items) {
    if (item.type === 'junk') after.set(anchor, [...(after.get(anchor) ?? []), item]);
    else if (present.has(item.key)) anchor = item.key;
  }
  return [...(after.get(undefined) ?? []), ...entries.flatMap((entry) => [entry, ...(after.get(entry.key) ?? [])])];
}

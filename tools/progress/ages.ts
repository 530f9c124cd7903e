/** Since when each entry of a page has been as it is, from the catalogs that main had before. Pure. */
import { entriesByKey } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import type { Catalog, Entry } from '../catalog/types.ts';

/** Seconds since 1970. */
export type Seconds = number;

/** A commit that changed a page's catalog. */
export interface CatalogChange {
  readonly at: Seconds;
  /** What the catalog was before; undefined where there was none. */
  readonly before: Catalog | undefined;
}

/**
 * @param now the catalog as the newest of the changes has left it
 * @param changes the newest first; no further ones are asked for once all is known
 */
export function agesOf(now: Catalog, changes: Iterable<CatalogChange>): ReadonlyMap<string, Seconds> {
  const ages = new Map<string, Seconds>();
  let open = now.items.flatMap((item) => (item.type === 'entry' ? [item] : []));
  let last: Seconds | undefined;
  for (const { at, before } of changes) {
    if (open.length === 0) return ages;
    const entries = entriesByKey(before);
    const [same, changed] = [[], []] as [Entry[], Entry[]];
    for (const entry of open) (wasSo(entry, entries) ? same : changed).push(entry);
    for (const { key } of changed) ages.set(key, at);
    open = same;
    last = at;
  }
  // Older than what is known: the oldest commit that is.
  if (last !== undefined) for (const { key } of open) ages.set(key, last);
  return ages;
}

/** An entry that got a new key for the same words has waited all the same. */
function wasSo(entry: Entry, before: ReadonlyMap<string, Entry>): boolean {
  return [entry.key, ...(entry.same ?? [])].some((key) => {
    const old = before.get(key);
    return old !== undefined && old.target === entry.target && entryStatus(old) === entryStatus(entry);
  });
}

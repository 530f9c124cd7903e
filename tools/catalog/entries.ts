/** The entries of a catalog, without what could not be read. */
import type { Catalog, Entry } from './types.ts';

/** In the catalog's order. */
export function entriesOf({ items }: Catalog): readonly Entry[] {
  return items.filter((item) => item.type === 'entry');
}

/** By their keys, in the catalog's order; no key stands twice on a page. Empty without a catalog. */
export function entriesByKey(catalog: Catalog | undefined): ReadonlyMap<string, Entry> {
  return new Map(catalog && entriesOf(catalog).map((entry) => [entry.key, entry]));
}

/** The entries of a catalog, without what could not be read. */
import type { Catalog, Entry } from './types.ts';

/** In the catalog's order. */
export function entriesOf({ items }: Catalog): readonly Entry[] {
  return items.filter((item) => item.type === 'entry');
}

const indexed = new WeakMap<Catalog, ReadonlyMap<string, Entry>>();

/**
 * By their keys, in the catalog's order; no key stands twice on a page. Empty without a catalog. A catalog never changes, and a
 * build asks for the same one several times.
 */
export function entriesByKey(catalog: Catalog | undefined): ReadonlyMap<string, Entry> {
  if (!catalog) return new Map();
  const known = indexed.get(catalog);
  if (known) return known;
  const entries = new Map(entriesOf(catalog).map((entry) => [entry.key, entry]));
  indexed.set(catalog, entries);
  return entries;
}

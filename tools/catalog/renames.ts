/** Pages that upstream has renamed: a new page that says what one that is gone said. */
import { entriesOf } from './entries.ts';
import type { Catalog } from './types.ts';

/** Least share of the smaller page's sources that both have. Short pages share headings with many others. */
const SHARED = 0.5;

/**
 * @param added keys of each page that has no catalog yet
 * @param removed catalogs of pages that no version has any more
 * @returns the old catalog of each renamed page; each old one serves one new page, the best match first
 */
export function findRenames(
  added: ReadonlyMap<string, ReadonlySet<string>>,
  removed: readonly Catalog[],
): ReadonlyMap<string, Catalog> {
  const pagesOf = new Map<string, string[]>();
  for (const [page, keys] of added) for (const key of keys) pagesOf.set(key, [...(pagesOf.get(key) ?? []), page]);
  const matches = removed.flatMap((catalog) => {
    const shared = new Map<string, number>();
    for (const { key } of entriesOf(catalog))
      for (const page of pagesOf.get(key) ?? []) shared.set(page, (shared.get(page) ?? 0) + 1);
    return [...shared].map(([page, count]) => {
      const size = Math.min(added.get(page)?.size ?? 0, catalog.items.length);
      return { page, catalog, share: count / size };
    });
  });
  const renames = new Map<string, Catalog>();
  const used = new Set<Catalog>();
  for (const { page, catalog, share } of matches.sort((a, b) => b.share - a.share)) {
    if (share < SHARED || renames.has(page) || used.has(catalog)) continue;
    renames.set(page, catalog);
    used.add(catalog);
  }
  return renames;
}

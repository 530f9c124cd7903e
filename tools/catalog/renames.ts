/** Pages that upstream has renamed: a new page that says what one that is gone said. */
import { entriesOf } from './entries.ts';
import { matchPages } from './page-matches.ts';
import type { Catalog } from './types.ts';

/**
 * @param added keys of each page that has no catalog yet
 * @param removed catalogs of pages that no version has any more
 * @returns the old catalog of each renamed page; each old one serves one new page, the best match first
 */
export function findRenames(
  added: ReadonlyMap<string, ReadonlySet<string>>,
  removed: readonly Catalog[],
): ReadonlyMap<string, Catalog> {
  return matchPages(added, new Map(removed.map((catalog) => [catalog, entriesOf(catalog).map(({ key }) => key)])));
}

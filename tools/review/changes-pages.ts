/** Files at two commits -> the catalogs of pages, before and after, each page once. */
import { entriesByKey } from '../catalog/entries.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { Catalog, CatalogFinding, Entry } from '../catalog/types.ts';
import type { FileChange } from './types.ts';

export interface PageFile {
  readonly path: string;
  readonly catalog: Catalog;
}

export interface PageFiles {
  readonly page: string;
  /** Undefined where the page has no catalog. */
  readonly before: PageFile | undefined;
  readonly after: PageFile | undefined;
  /** What is broken in the catalog after, that of a second catalog of the page included. */
  readonly findings: readonly CatalogFinding[];
}

/** Where a catalog stands; names are such as the ledger takes. */
const CATALOG = /^translations\/([A-Za-z0-9-]+)\/([A-Za-z0-9_](?:[\w.-]*\w)?)\/([A-Za-z0-9_](?:[\w.-]{0,198}\w)?)\.md$/;

/** The folder of the language and the page that a path of a catalog names; undefined for other files. */
export function catalogAt(path: string): { readonly folder: string; readonly page: string } | undefined {
  const [, , folder, page] = CATALOG.exec(path) ?? [];
  return folder === undefined || page === undefined ? undefined : { folder, page };
}

/** Pages by name, of files in any order. A page that moved to another folder has one file before and another after. */
export function pagesOf(files: readonly FileChange[]): PageFiles[] {
  const byPage = new Map<string, FileChange[]>();
  for (const file of files) {
    const page = catalogAt(file.path)?.page;
    if (page === undefined || file.before === file.after) continue;
    byPage.set(page, [...(byPage.get(page) ?? []), file]);
  }
  return [...byPage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, changes]) => {
      const sorted = changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      const after = sorted.filter((file) => file.after !== undefined);
      const now = after[0];
      const was = now?.before !== undefined ? now : sorted.find(({ before }) => before !== undefined);
      const parsed = now && parseCatalog(now.after ?? '', now.path, page);
      return {
        page,
        before: was && { path: was.path, catalog: parseCatalog(was.before ?? '', was.path, page).catalog },
        after: parsed && { path: (now as FileChange).path, catalog: parsed.catalog },
        findings: [...(parsed?.findings ?? []), ...after.slice(1).map(({ path }) => twin(page, path, now?.path ?? ''))],
      };
    });
}

/** Entries by page and key on one side of a change; of a page with two catalogs those of the first by path. */
export function entriesIn(
  files: readonly FileChange[],
  side: 'before' | 'after',
): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const pages = new Map<string, ReadonlyMap<string, Entry>>();
  for (const file of files.toSorted((a, b) => (a.path < b.path ? 1 : -1))) {
    const page = catalogAt(file.path)?.page;
    const text = file[side];
    if (page !== undefined && text !== undefined)
      pages.set(page, entriesByKey(parseCatalog(text, file.path, page).catalog));
  }
  return pages;
}

function twin(page: string, file: string, first: string): CatalogFinding {
  const message = `the page ${page} has another catalog, ${first}; delete one of the two`;
  return { severity: 'error', rule: 'catalog/twin', file, line: 1, message };
}

/** Which files a person means: a catalog's path, a folder of the language, the name of a page, a file or folder of docs/. */
import { isAbsolute, normalize, relative } from 'node:path';
import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';
import type { Context } from './context.ts';
import type { CatalogFile } from './workspace.ts';

/** What was typed, and where that is on the disk. */
export interface TypedPath {
  readonly typed: string;
  readonly absolute: string;
}

/** What there is to be checked, or what of it a person means. */
export interface CheckedFiles {
  readonly catalogs: readonly CatalogFile[];
  /** Paths of the pages of docs/. */
  readonly docs: readonly string[];
}

/**
 * The files that are meant, in their order; all when nothing was typed. What is both a folder and a page is both.
 *
 * @param folder the language's folder, in the workspace
 * @throws Failure(2) for what is none of these, with the nearest that is
 */
export function selectFiles(
  context: Context,
  all: CheckedFiles,
  folder: string,
  paths: readonly TypedPath[],
): CheckedFiles {
  if (paths.length === 0) return all;
  const catalogs = new Set<CatalogFile>();
  const docs = new Set<string>();
  for (const path of paths) {
    const places = placesOf(context.root, folder, path);
    const meant = all.catalogs.filter((file) => file.catalog.page === path.typed || isBelow(file.path, places));
    const pages = all.docs.filter((file) => isBelow(file, places));
    if (meant.length + pages.length === 0) throw new Failure(2, unknown(all, folder, path.typed));
    for (const file of meant) catalogs.add(file);
    for (const file of pages) docs.add(file);
  }
  return {
    catalogs: all.catalogs.filter((file) => catalogs.has(file)),
    docs: all.docs.filter((file) => docs.has(file)),
  };
}

const isBelow = (path: string, places: readonly string[]): boolean =>
  places.some((place) => place === '.' || `${path}/`.startsWith(`${place}/`));

/** Where it may be, as paths in the workspace: from where the person stands, from the workspace, from the language. */
function placesOf(root: string, folder: string, { typed, absolute }: TypedPath): string[] {
  const fromRoot = isAbsolute(typed) ? [] : [normalize(typed), normalize(`${folder}/${typed}`)];
  return [relative(root, absolute) || '.', ...fromRoot].map((place) => place.replace(/\/+$/, ''));
}

function unknown({ catalogs, docs }: CheckedFiles, folder: string, typed: string): string {
  const names = new Set<string>(docs);
  for (const { path, catalog } of catalogs) {
    names.add(catalog.page).add(path);
    names.add(path.slice(0, path.lastIndexOf('/')));
    names.add(path.slice(folder.length + 1, path.lastIndexOf('/')));
  }
  const near = nearest(typed, names);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return `${typed}: no catalog, folder of ${folder}, page, or file of docs/${hint}`;
}

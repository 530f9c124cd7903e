/** Which catalogs a person means: a catalog's path, a folder of the language, or the name of a page. */
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

/**
 * The catalogs that are meant, in their order; all when nothing was typed. What is both a folder and a page is both.
 *
 * @param folder the language's folder, in the workspace
 * @throws Failure(2) for what is none of these, with the nearest that is
 */
export function selectCatalogs(
  context: Context,
  files: readonly CatalogFile[],
  folder: string,
  paths: readonly TypedPath[],
): readonly CatalogFile[] {
  if (paths.length === 0) return files;
  const chosen = new Set<CatalogFile>();
  for (const path of paths) {
    const meant = files.filter((file) => isMeant(file, placesOf(context.root, folder, path), path.typed));
    if (meant.length === 0) throw new Failure(2, unknown(files, folder, path.typed));
    for (const file of meant) chosen.add(file);
  }
  return files.filter((file) => chosen.has(file));
}

function isMeant({ path, catalog }: CatalogFile, places: readonly string[], typed: string): boolean {
  return catalog.page === typed || places.some((place) => place === '.' || `${path}/`.startsWith(`${place}/`));
}

/** Where it may be, as paths in the workspace: from where the person stands, from the workspace, from the language. */
function placesOf(root: string, folder: string, { typed, absolute }: TypedPath): string[] {
  const fromRoot = isAbsolute(typed) ? [] : [normalize(typed), normalize(`${folder}/${typed}`)];
  return [relative(root, absolute) || '.', ...fromRoot].map((place) => place.replace(/\/+$/, ''));
}

function unknown(files: readonly CatalogFile[], folder: string, typed: string): string {
  const names = new Set<string>();
  for (const { path, catalog } of files) {
    names.add(catalog.page).add(path);
    names.add(path.slice(0, path.lastIndexOf('/')));
    names.add(path.slice(folder.length + 1, path.lastIndexOf('/')));
  }
  const near = nearest(typed, names);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return `${typed}: no catalog, folder of ${folder} or page${hint}`;
}

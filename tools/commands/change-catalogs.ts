/** Commands that change entries by hand's word: under the lock, all catalogs read and sound, written as one. */
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Project } from '../project/types.ts';
import { changeWorkspace, type Purpose } from './change-workspace.ts';
import type { Context } from './context.ts';
import { type CatalogFile, type Catalogs, readSoundCatalogs, readWorkspace } from './workspace.ts';

export interface CatalogPlan<T> {
  /** Catalogs that change, as they are to be. */
  readonly changed: readonly CatalogFile[];
  /** Another file to write along, such as a report. */
  readonly report?: { readonly path: string; readonly content: string } | undefined;
  readonly result: T;
}

export interface CatalogsWritten<T> {
  readonly result: T;
  /** Paths that were written; none in a dry run. */
  readonly written: readonly string[];
}

/**
 * Plans and, unless it is a dry run, applies. A plan that throws writes nothing.
 *
 * @throws Failure(1) for broken catalogs, Failure(2) when another process is at work
 */
export async function changeCatalogs<T>(
  context: Context,
  purpose: Purpose,
  plan: (catalogs: Catalogs, project: Project) => CatalogPlan<T>,
): Promise<CatalogsWritten<T>> {
  return changeWorkspace(context, purpose, async (apply) => {
    const { project } = readWorkspace(context.root);
    const { changed, report, result } = plan(await readSoundCatalogs(context, project), project);
    const changes = changed.map(({ path, catalog }) => ({ path, content: serializeCatalog(catalog) }));
    const written = await apply([...changes, ...(report ? [report] : [])]);
    return { result, written };
  });
}

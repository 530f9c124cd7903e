/** What a sync would do to the catalogs. Pure: manuals and catalogs in, files and changes out. */
import { distinctSources } from '../catalog/distinct.ts';
import { fillEmpty } from '../catalog/fill-empty.ts';
import { updateGone } from '../catalog/gone.ts';
import type { VersionPage } from '../catalog/layout.ts';
import { buildMemory } from '../catalog/memory.ts';
import { allGone, type ChangeKind, mergePage } from '../catalog/merge.ts';
import { findRenames } from '../catalog/renames.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Project } from '../project/types.ts';
import type { Manual } from './manual.ts';
import type { PageChanges, SyncPlan } from './sync-changes.ts';
import { countDropped, countVersions } from './sync-count.ts';
import { goneFiles } from './sync-gone.ts';
import { type CatalogFile, type Catalogs, catalogPath } from './workspace.ts';

/** What the workspace holds before. */
export interface Held {
  readonly catalogs: Catalogs;
  readonly gone: readonly CatalogFile[];
  /** Names of the versions that the catalogs were last merged from. */
  readonly versions: readonly string[];
  /** Whether entries stay where they stand, as far as the current version lets them; else all are laid out anew. */
  readonly keepOrder: boolean;
}

/** Changes that put a target under a source that had none. */
const CARRIED: ReadonlySet<ChangeKind> = new Set(['rekeyed', 'stale', 'filled']);

/** @param manuals in the order of project.yml */
export function planSync(project: Project, manuals: readonly Manual[], held: Held): SyncPlan {
  const { catalogs, gone, keepOrder } = held;
  const current = project.versions.find((version) => version.current)?.name ?? '';
  const ordered = [...manuals].sort((a, b) => Number(b.version === current) - Number(a.version === current));
  const wanted = gather(project, ordered);
  const before = catalogs.files.map(({ catalog }) => catalog);
  const goneBefore = gone.map(({ catalog }) => catalog);
  const goneOf = new Map(goneBefore.map((catalog) => [catalog.page, catalog]));
  const memory = buildMemory([...before, ...goneBefore]);
  const renames = renamesOf(wanted, catalogs);
  const renamed = new Set([...renames.values()].map(({ page }) => page));

  const merged = [...wanted].map(([page, { versions }]) => {
    const old = catalogs.byPage.get(page)?.catalog ?? renames.get(page);
    return mergePage(page, versions, current, { old, gone: goneOf.get(page), memory, keepOrder });
  });
  const late = merged.some(({ changes }) => changes.some(({ kind }) => CARRIED.has(kind)));
  const newMemory = late ? buildMemory(merged.map(({ catalog }) => catalog)) : memory;
  const results = late ? merged.map((page) => fillEmpty(page, newMemory)) : merged;

  const files = new Map<string, string | null>();
  const pages: PageChanges[] = [];
  for (const { catalog, changes } of results) {
    const { page } = catalog;
    const { path, versions } = wanted.get(page) as Wanted;
    const was = catalogs.byPage.get(page);
    const from = was ? undefined : renames.get(page);
    files.set(path, serializeCatalog(catalog));
    if (was && was.path !== path) files.set(was.path, null);
    const state = from ? 'renamed' : !was ? 'added' : was.path !== path ? 'moved' : 'changed';
    pages.push({ page, path, state, ...(from ? { from: from.page } : {}), versions, changes });
  }
  for (const { path, catalog } of catalogs.files) {
    if (wanted.has(catalog.page)) continue;
    files.set(path, null);
    pages.push({ page: catalog.page, path, state: 'removed', versions: [], changes: allGone(catalog) });
  }

  const goneNow = updateGone(
    goneBefore,
    before,
    results.map(({ catalog }) => catalog),
  );
  const pathOf = (page: string) => (wanted.get(page) ?? catalogs.byPage.get(page))?.path ?? '';
  for (const [path, content] of goneFiles(project, gone, goneNow, pathOf)) files.set(path, content);
  const told = pages.filter(({ page }) => wanted.has(page) || !renamed.has(page)).map(withLostOnly(goneNow));
  const names = manuals.map(({ version }) => version);
  return {
    files,
    pages: told.filter(({ state, changes }) => state !== 'changed' || changes.some(({ kind }) => kind !== 'kept')),
    versions: countVersions(names, current, told),
    dropped: countDropped(
      held.versions.filter((version) => !names.includes(version)),
      told,
    ),
  };
}

/** A target that stands elsewhere in the catalogs is not lost, though its page lost it. */
function withLostOnly(gone: readonly Catalog[]): (page: PageChanges) => PageChanges {
  const lost = new Map(gone.map(({ page, items }) => [page, new Set(items.map((item) => 'key' in item && item.key))]));
  return (page) => ({
    ...page,
    changes: page.changes.map(({ target, ...change }) => {
      const isLost = change.kind !== 'gone' || lost.get(page.from ?? page.page)?.has(change.key);
      return target !== undefined && isLost ? { ...change, target } : change;
    }),
  });
}

interface Wanted {
  readonly path: string;
  readonly versions: VersionPage[];
}

/** Pages in the current version's reading order, then those that only others have. */
function gather(project: Project, manuals: readonly Manual[]): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { version, segmentation } of manuals)
    for (const { page, segments } of segmentation.pages) {
      const known = wanted.get(page.name);
      const versionPage = { version, segments: distinctSources(segments) };
      if (known) known.versions.push(versionPage);
      else wanted.set(page.name, { path: catalogPath(project, page.part, page.name), versions: [versionPage] });
    }
  return wanted;
}

/** Catalogs of renamed pages, by their new names. */
function renamesOf(wanted: ReadonlyMap<string, Wanted>, catalogs: Catalogs): ReadonlyMap<string, Catalog> {
  const added = [...wanted].filter(([page]) => !catalogs.byPage.has(page));
  const keys = added.map(
    ([page, { versions }]) =>
      [page, new Set(versions.flatMap(({ segments }) => segments.map(({ key }) => key)))] as const,
  );
  const removed = catalogs.files.filter(({ catalog }) => !wanted.has(catalog.page));
  return findRenames(
    new Map(keys),
    removed.map(({ catalog }) => catalog),
  );
}

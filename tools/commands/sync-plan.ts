/** What a sync would do to the catalogs. Pure: manuals and catalogs in, files and counts out. */
import { distinctSources } from '../catalog/distinct.ts';
import type { VersionPage } from '../catalog/layout.ts';
import { buildMemory, type Change, type ChangeKind, mergePage } from '../catalog/merge.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Project } from '../project/types.ts';
import type { Manual } from './manual.ts';
import { type CatalogFile, type Catalogs, catalogPath } from './workspace.ts';

export interface PageChanges {
  readonly page: string;
  readonly path: string;
  /** The page had no catalog, or its catalog goes. */
  readonly state: 'added' | 'removed' | 'moved' | 'changed';
  readonly changes: readonly Change[];
}

export interface VersionCounts {
  readonly version: string;
  readonly pages: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly segments: Readonly<Record<ChangeKind, number>>;
}

export interface SyncPlan {
  /** Whole content of each catalog that is to be; null: the file goes. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly pages: readonly PageChanges[];
  readonly versions: readonly VersionCounts[];
}

/** @param manuals in the order of project.yml */
export function planSync(project: Project, manuals: readonly Manual[], catalogs: Catalogs): SyncPlan {
  const current = project.versions.find((version) => version.current)?.name ?? '';
  const ordered = [...manuals].sort((a, b) => Number(b.version === current) - Number(a.version === current));
  const wanted = gather(project, ordered);
  const memory = buildMemory(catalogs.files.map(({ catalog }) => catalog));
  const files = new Map<string, string | null>();
  const pages: PageChanges[] = [];
  const counts = new Map(manuals.map(({ version }) => [version, emptyCounts(version)]));

  for (const [page, { path, versions }] of wanted) {
    const old = catalogs.byPage.get(page);
    const merged = mergePage(page, versions, current, old?.catalog, memory);
    files.set(path, serializeCatalog(merged.catalog));
    if (old && old.path !== path) files.set(old.path, null);
    count(counts, versions, merged.changes, old);
    const changes = merged.changes.filter(({ kind }) => kind !== 'kept');
    const state = old === undefined ? 'added' : old.path !== path ? 'moved' : 'changed';
    if (state !== 'changed' || changes.length > 0) pages.push({ page, path, state, changes });
  }
  for (const { path, catalog } of catalogs.files) {
    if (wanted.has(catalog.page)) continue;
    files.set(path, null);
    const changes = catalog.items.flatMap((item): Change[] =>
      item.type === 'entry' ? [{ kind: 'gone', key: item.key, source: item.source }] : [],
    );
    pages.push({ page: catalog.page, path, state: 'removed', changes });
    const counted = counts.get(current);
    if (counted) {
      counted.pages.removed++;
      counted.segments.gone += changes.length;
    }
  }
  return { files, pages, versions: [...counts.values()] };
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };

function emptyCounts(version: string): Mutable<VersionCounts> {
  return {
    version,
    pages: { added: 0, removed: 0, changed: 0 },
    segments: { kept: 0, rekeyed: 0, stale: 0, filled: 0, new: 0, gone: 0 },
  };
}

function count(
  counts: ReadonlyMap<string, Mutable<VersionCounts>>,
  versions: readonly VersionPage[],
  changes: readonly Change[],
  old: CatalogFile | undefined,
): void {
  const kinds = new Map(changes.map(({ key, kind }) => [key, kind]));
  for (const { version, segments } of versions) {
    const counted = counts.get(version);
    if (!counted) continue;
    let changed = false;
    for (const { key } of segments) {
      const kind = kinds.get(key) ?? 'kept';
      counted.segments[kind]++;
      changed ||= kind !== 'kept';
    }
    if (old === undefined) counted.pages.added++;
    else if (changed) counted.pages.changed++;
  }
  const first = counts.get(versions[0]?.version ?? '');
  if (first) first.segments.gone += changes.filter(({ kind }) => kind === 'gone').length;
}

/** Counts of a sync, a version each. */
import type { Dropped, PageChanges, VersionCounts } from './sync-changes.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };

/**
 * A segment counts in each version that has it; one that is gone in those that it was of, so far as they are still
 * versions of the project.
 */
export function countVersions(
  versions: readonly string[],
  current: string,
  pages: readonly PageChanges[],
): VersionCounts[] {
  const counts = new Map(versions.map((version) => [version, emptyCounts(version)]));
  for (const page of pages) {
    const kinds = new Map(page.changes.map(({ key, kind }) => [key, kind]));
    for (const { version, segments } of page.versions) {
      const counted = counts.get(version);
      if (!counted) continue;
      const found = segments.map(({ key }) => kinds.get(key) ?? 'kept');
      for (const kind of found) counted.segments[kind]++;
      if (page.state === 'added') counted.pages.added++;
      else if (page.state === 'renamed' || found.some((kind) => kind !== 'kept')) counted.pages.changed++;
    }
    const lostBy = page.changes.flatMap(({ kind, versions: only }) => (kind === 'gone' ? (only ?? [current]) : []));
    for (const version of lostBy) {
      const counted = counts.get(version);
      if (counted) counted.segments.gone++;
    }
    for (const version of new Set(lostBy)) {
      const counted = counts.get(version);
      if (counted && page.state === 'removed') counted.pages.removed++;
    }
  }
  return [...counts.values()];
}

/** @param versions that were there before and are versions of the project no more */
export function countDropped(versions: readonly string[], pages: readonly PageChanges[]): Dropped[] {
  return versions.map((version) => {
    const touched = pages
      .map(({ state, changes }) => ({
        state,
        segments: changes.filter(({ kind, versions: only }) => kind === 'gone' && only?.includes(version)).length,
      }))
      .filter(({ segments }) => segments > 0);
    return {
      version,
      pages: touched.length,
      pagesRemoved: touched.filter(({ state }) => state === 'removed').length,
      segments: touched.reduce((sum, { segments }) => sum + segments, 0),
    };
  });
}

function emptyCounts(version: string): Mutable<VersionCounts> {
  return {
    version,
    pages: { added: 0, removed: 0, changed: 0 },
    segments: { kept: 0, rekeyed: 0, stale: 0, filled: 0, new: 0, gone: 0 },
  };
}

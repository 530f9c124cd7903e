/** What upstream changed last, as the history of the lock and of the catalogs tells. Pure. */

import { entriesByKey } from '../catalog/entries.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Pin } from '../project/types.ts';

/** A commit that pinned another release of a version. */
export interface PinChange {
  readonly version: string;
  readonly release: string;
  /** The release before; undefined when the version came with this commit. */
  readonly from: string | undefined;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly at: number;
}

export interface LockState {
  readonly commit: string;
  readonly at: number;
  /** Pins after the commit; undefined when its lock could not be read. */
  readonly pins: readonly Pin[] | undefined;
}

/** The last change of each version's release. @param states the oldest first */
export function lastPinChanges(states: readonly LockState[]): ReadonlyMap<string, PinChange> {
  const last = new Map<string, PinChange>();
  let known = new Map<string, string>();
  for (const { commit, at, pins } of states) {
    if (!pins) continue;
    for (const { version, release } of pins) {
      const from = known.get(version);
      if (from !== release) last.set(version, { version, release, from, commit, at });
    }
    known = new Map(pins.map(({ version, release }) => [version, release]));
  }
  return last;
}

export interface ChangedPage {
  readonly page: string;
  /** Paragraphs that are new or say something else; of a page that went, none. */
  readonly paragraphs: number;
}

/** A page's catalog on both sides of a commit. */
export interface PageChange {
  readonly page: string;
  readonly before: Catalog | undefined;
  readonly after: Catalog | undefined;
}

/** @param keysOf texts that the version has on a page now: others' changes are not its own */
export function changedPages(
  changes: Iterable<PageChange>,
  keysOf: (page: string) => readonly string[],
): ChangedPage[] {
  const pages: ChangedPage[] = [];
  for (const { page, before, after } of changes) {
    const old = entriesByKey(before);
    const now = entriesByKey(after);
    const paragraphs = keysOf(page).filter((key) => {
      const entry = now.get(key);
      return entry !== undefined && !old.has(key) && !entry.same?.some((each) => old.has(each));
    }).length;
    if (paragraphs > 0) pages.push({ page, paragraphs });
  }
  return pages.sort((a, b) => b.paragraphs - a.paragraphs || (a.page < b.page ? -1 : 1));
}

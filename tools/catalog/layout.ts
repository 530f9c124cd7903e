/**
 * The order of a catalog: the current version's reading order, and each entry that it lacks after the neighbour that
 * precedes it in the newest version that has it. So adding an older version moves no entry.
 */
import { compareVersions } from '../project/lock-file.ts';
import type { NewSource } from './carry-over.ts';

/** The distinct segments of a page in one version, in reading order. */
export interface VersionPage {
  readonly version: string;
  readonly segments: readonly NewSource[];
}

export interface Slot {
  readonly segment: NewSource;
  /** Set when the current version lacks the segment. */
  readonly versions: readonly string[] | undefined;
}

/**
 * @param pages the versions that have the page, the current one first if it is among them, then by preference
 * @param current name of the current version
 */
export function layOut(pages: readonly VersionPage[], current: string): Slot[] {
  const slots: { segment: NewSource; versions: string[] }[] = [];
  const byKey = new Map<string, { segment: NewSource; versions: string[] }>();
  for (const { version, segments } of pages) {
    const fresh = new Map<string | undefined, { segment: NewSource; versions: string[] }[]>();
    let anchor: string | undefined;
    for (const segment of segments) {
      const known = byKey.get(segment.key);
      if (known) {
        if (!known.versions.includes(version)) known.versions.push(version);
        anchor = segment.key;
        continue;
      }
      const slot = { segment, versions: [version] };
      byKey.set(segment.key, slot);
      fresh.set(anchor, [...(fresh.get(anchor) ?? []), slot]);
    }
    if (fresh.size > 0) insertAfter(slots, fresh);
  }
  return slots.map(({ segment, versions }) => ({
    segment,
    versions: versions.includes(current) ? undefined : [...versions].sort(compareVersions),
  }));
}

function insertAfter<T extends { segment: NewSource }>(
  slots: T[],
  fresh: ReadonlyMap<string | undefined, readonly T[]>,
): void {
  const out: T[] = [...(fresh.get(undefined) ?? [])];
  for (const slot of slots) out.push(slot, ...(fresh.get(slot.segment.key) ?? []));
  slots.splice(0, slots.length, ...out);
}

/**
 * The order of a catalog: the current version's reading order; what it lacks stands where it stood in the old catalog,
 * else beside the newer sibling that it resembles, else after the neighbour that precedes it in its own version.
 * So adding a version, an older or a newer one, moves no entry.
 */
import { compareVersions } from '../project/lock-file.ts';
import type { NewSource } from './carry-over.ts';
import { similarity } from './similar.ts';

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
 * @param oldOrder keys of the catalog as it is
 */
export function layOut(pages: readonly VersionPage[], current: string, oldOrder: readonly string[] = []): Slot[] {
  const found = new Map<string, { readonly segment: NewSource; readonly versions: string[] }>();
  for (const { version, segments } of pages)
    for (const segment of segments) {
      const known = found.get(segment.key);
      if (!known) found.set(segment.key, { segment, versions: [version] });
      else if (!known.versions.includes(version)) known.versions.push(version);
    }
  const wanted = (keys: readonly string[]) => keys.flatMap((key) => found.get(key)?.segment ?? []);
  const orders = pages.map(({ segments }) => wanted(segments.map(({ key }) => key)));
  // Where no order is the leading one, the old one leads.
  if (pages[0]?.version === current) orders.splice(1, 0, wanted(oldOrder));
  else orders.unshift(wanted(oldOrder));
  const order = orders.reduce<readonly NewSource[]>(weave, []);
  return order.map(({ key }) => {
    const { segment, versions } = found.get(key) as { segment: NewSource; versions: string[] };
    return { segment, versions: versions.includes(current) ? undefined : [...versions].sort(compareVersions) };
  });
}

/** Puts what is new of a version into the order, each run of it between the neighbours that it has there. */
function weave(order: readonly NewSource[], segments: readonly NewSource[]): readonly NewSource[] {
  const places = new Map(order.map(({ key }, at) => [key, at]));
  const after = new Map<number, NewSource[]>();
  let run: NewSource[] = [];
  let anchor = -1;
  const close = (next: number) => {
    const gap = order.slice(anchor + 1, Math.max(next, anchor + 1));
    for (const [at, segment] of besideSiblings(run, gap)) {
      const list = after.get(anchor + at) ?? [];
      after.set(anchor + at, [...list, segment]);
    }
    run = [];
  };
  for (const segment of segments) {
    const place = places.get(segment.key);
    if (place === undefined) run.push(segment);
    else {
      close(place);
      anchor = place;
    }
  }
  close(anchor + 1 + order.length);
  if (after.size === 0) return order;
  return [...(after.get(-1) ?? []), ...order.flatMap((segment, at) => [segment, ...(after.get(at) ?? [])])];
}

/**
 * Where a run of segments goes among those that stand in its gap: 0 is before the first of them, 1 behind it, and so on.
 * Each goes behind the one that it resembles most, and the order of neither changes.
 */
function besideSiblings(run: readonly NewSource[], gap: readonly NewSource[]): [number, NewSource][] {
  let place = 0;
  return run.map((segment) => {
    let best = 0;
    for (const [at, sibling] of gap.entries()) {
      if (at < place) continue;
      const score = similarity(segment.source, sibling.source);
      if (score > best) [best, place] = [score, at + 1];
    }
    return [place, segment];
  });
}

/**
 * The merge of a page: new segments of all versions + the old catalog -> the new catalog, and what changed.
 * The rules, in order, for a segment that has no entry yet:
 *   same words on this page → re-keyed · exact source known elsewhere → filled · similar on this page → stale · else new.
 * (An exact source that is known comes before a similar one: a finished target beats one to mend.)
 * Pure: no files, no clock; the same input gives the same catalog.
 */
import { compareTargets, emptyEntry, fill, makeStale, type NewSource, rekey } from './carry-over.ts';
import { layOut, type VersionPage } from './layout.ts';
import { SIMILAR, SIMILAR_IN_PLACE, similarity, wordsOf } from './similar.ts';
import type { Catalog, Entry, Junk } from './types.ts';

export type ChangeKind = 'kept' | 'rekeyed' | 'stale' | 'filled' | 'new' | 'gone';

export interface Change {
  readonly kind: ChangeKind;
  readonly key: string;
  readonly source: string;
  /** The source before, for re-keyed and stale. */
  readonly oldSource?: string;
}

export interface MergedPage {
  readonly catalog: Catalog;
  readonly changes: readonly Change[];
}

/** Finds an entry with a target for a key, anywhere in the workspace. */
export type Memory = ReadonlyMap<string, Entry>;

/** All targets of the workspace by source key; of several the best, else the first in the order given. */
export function buildMemory(catalogs: Iterable<Catalog>): Map<string, Entry> {
  const memory = new Map<string, Entry>();
  for (const { items } of catalogs)
    for (const item of items) {
      if (item.type === 'junk' || item.target === '') continue;
      const known = memory.get(item.key);
      if (!known || compareTargets(item, known) < 0) memory.set(item.key, item);
    }
  return memory;
}

export function mergePage(
  page: string,
  versions: readonly VersionPage[],
  current: string,
  old: Catalog | undefined,
  memory: Memory,
): MergedPage {
  const oldEntries = new Map<string, Entry>();
  for (const item of old?.items ?? []) if (item.type === 'entry') oldEntries.set(item.key, item);
  const slots = layOut(versions, current);
  const wanted = new Set(slots.map(({ segment }) => segment.key));
  const order = slots.map(({ segment }) => segment.key);
  const carried = carryOver(
    slots.map(({ segment }) => segment).filter(({ key }) => !oldEntries.has(key)),
    [...oldEntries.values()].filter((entry) => entry.target !== ''),
    { wanted, memory, inSamePlace: samePlace(order, [...oldEntries.keys()]) },
  );

  const changes: Change[] = [];
  const entries = slots.map(({ segment, versions: only }) => {
    const kept = oldEntries.get(segment.key);
    const { entry, change } = kept ? keep(kept, segment, memory) : (carried.get(segment.key) as Carried);
    changes.push(change);
    const { versions: _, index: __, ...rest } = entry;
    return { ...rest, ...(only ? { versions: only } : {}), ...(segment.index ? { index: true as const } : {}) };
  });
  for (const entry of oldEntries.values())
    if (!wanted.has(entry.key)) changes.push({ kind: 'gone', key: entry.key, source: entry.source });
  return { catalog: { page, items: withJunk(entries, old) }, changes };
}

interface Carried {
  readonly entry: Entry;
  readonly change: Change;
}

/** An entry whose source stays. An empty one takes a target that has become known elsewhere. */
function keep(entry: Entry, segment: NewSource, memory: Memory): Carried {
  const known = entry.target === '' ? memory.get(segment.key) : undefined;
  const { key, source } = segment;
  if (known)
    return {
      entry: { ...fill(known, segment), ...(entry.off ? { off: entry.off } : {}) },
      change: { kind: 'filled', key, source },
    };
  return { entry, change: { kind: 'kept', key, source } };
}

/** What carrying over a page looks at besides the sources. */
interface Surroundings {
  /** Keys that some version has now. */
  readonly wanted: ReadonlySet<string>;
  readonly memory: Memory;
  readonly inSamePlace: (newKey: string, oldKey: string) => boolean;
}

/** Two segments stand in the same place when they share the neighbour before or the one behind. */
function samePlace(order: readonly string[], oldOrder: readonly string[]): Surroundings['inSamePlace'] {
  const neighbours = (keys: readonly string[]) =>
    new Map(keys.map((key, at) => [key, [keys[at - 1], keys[at + 1]] as const]));
  const [now, before] = [neighbours(order), neighbours(oldOrder)];
  return (newKey, oldKey) => {
    const [a, b] = [now.get(newKey), before.get(oldKey)];
    return a !== undefined && b !== undefined && (a[0] === b[0] || a[1] === b[1]);
  };
}

function carryOver(
  fresh: readonly NewSource[],
  candidates: readonly Entry[],
  { wanted, memory, inSamePlace }: Surroundings,
): ReadonlyMap<string, Carried> {
  const result = new Map<string, Carried>();
  const put = (segment: NewSource, kind: ChangeKind, entry: Entry, from?: Entry) => {
    const { key, source } = segment;
    result.set(key, { entry, change: { kind, key, source, ...(from ? { oldSource: from.source } : {}) } });
  };
  const byWords = new Map<string, Entry>();
  if (fresh.length > 0)
    for (const entry of candidates) if (!byWords.has(wordsOf(entry.source))) byWords.set(wordsOf(entry.source), entry);

  let left = fresh.filter((segment) => {
    const twin = byWords.get(wordsOf(segment.source));
    if (twin) put(segment, 'rekeyed', rekey(twin, segment), twin);
    return !twin;
  });
  left = left.filter((segment) => {
    const known = memory.get(segment.key);
    if (known) put(segment, 'filled', fill(known, segment));
    return !known;
  });
  for (const { segment, entry } of bestPairs(left, candidates, wanted, inSamePlace))
    put(segment, 'stale', makeStale(entry, segment), entry);
  for (const segment of left) if (!result.has(segment.key)) put(segment, 'new', emptyEntry(segment));
  return result;
}

/** Pairs each new source with the most similar old one, the best pairs first; an old one that is gone serves once. */
function bestPairs(
  fresh: readonly NewSource[],
  candidates: readonly Entry[],
  wanted: ReadonlySet<string>,
  inSamePlace: Surroundings['inSamePlace'],
): { segment: NewSource; entry: Entry }[] {
  const scored: { segment: NewSource; entry: Entry; score: number }[] = [];
  for (const segment of fresh)
    for (const entry of candidates) {
      if ((entry.index ?? false) !== segment.index) continue;
      const threshold = inSamePlace(segment.key, entry.key) ? SIMILAR_IN_PLACE : SIMILAR;
      const score = similarity(segment.source, entry.source, threshold);
      if (score >= threshold) scored.push({ segment, entry, score });
    }
  scored.sort((a, b) => b.score - a.score);
  const taken = new Set<string>();
  const served = new Set<string>();
  return scored.filter(({ segment, entry }) => {
    if (served.has(segment.key) || taken.has(entry.key)) return false;
    served.add(segment.key);
    // One that another version still uses may serve several newer siblings.
    if (!wanted.has(entry.key)) taken.add(entry.key);
    return true;
  });
}

/** Junk stays behind the entry that it followed; behind the last one when that has gone. */
function withJunk(entries: readonly Entry[], old: Catalog | undefined): (Entry | Junk)[] {
  if (!old?.items.some((item) => item.type === 'junk')) return [...entries];
  const present = new Set(entries.map(({ key }) => key));
  const after = new Map<string | undefined, Junk[]>();
  let anchor: string | undefined;
  for (const item of old.items) {
    if (item.type === 'junk') after.set(anchor, [...(after.get(anchor) ?? []), item]);
    else if (present.has(item.key)) anchor = item.key;
  }
  return [...(after.get(undefined) ?? []), ...entries.flatMap((entry) => [entry, ...(after.get(entry.key) ?? [])])];
}

/** The same source with several targets: which there are, and one of them applied everywhere. Pure. */
import { targetHash } from '../segment/key.ts';
import type { Status } from '../segment/types.ts';
import { compareTargets, fill } from './carry-over.ts';
import type { Place } from './concordance.ts';
import { entryStatus } from './entry-status.ts';
import type { Catalog, Entry } from './types.ts';

/** The check that speaks of this; an entry with `off=same-source:"reason"` has its own target on purpose. */
const SAME_SOURCE = 'same-source';

export interface LocatedCatalog {
  readonly path: string;
  readonly catalog: Catalog;
}

/** One of the targets of a source, with the places that have it. */
export interface Variant {
  readonly target: string;
  readonly places: readonly (Place & { readonly status: Status })[];
  /** The entry to take when this target is chosen: of those that have it, the one with the best status. */
  readonly model: Entry;
}

export interface Conflict {
  readonly key: string;
  readonly source: string;
  /** Index term on every page. */
  readonly index: boolean;
  /** At least two; the most frequent first, among equals the one with the better status, then the first. */
  readonly variants: readonly Variant[];
}

interface Member {
  readonly entry: Entry;
  readonly place: Place;
}

/** All conflicts, in order of the place at which their source first stands. */
export function findConflicts(files: readonly LocatedCatalog[]): readonly Conflict[] {
  return [...membersByKey(files).values()].flatMap((members) => conflictOf(members) ?? []);
}

function membersByKey(files: readonly LocatedCatalog[]): ReadonlyMap<string, Member[]> {
  const byKey = new Map<string, Member[]>();
  for (const { path, catalog } of files)
    for (const entry of catalog.items) {
      if (entry.type === 'junk' || isApart(entry)) continue;
      const member = { entry, place: { page: catalog.page, file: path, line: entry.line } };
      const known = byKey.get(entry.key);
      if (known) known.push(member);
      else byKey.set(entry.key, [member]);
    }
  return byKey;
}

/** A switch without a reason counts for nothing, as everywhere. */
function isApart(entry: Entry): boolean {
  return entry.off?.some(({ rule, reason }) => rule === SAME_SOURCE && reason.trim() !== '') ?? false;
}

function conflictOf(members: readonly Member[]): Conflict | undefined {
  const [first] = members;
  if (!first || members.length < 2) return undefined;
  const byTarget = new Map<string, Member[]>();
  for (const member of members) {
    if (member.entry.target === '') continue;
    const hash = targetHash(member.entry.target);
    byTarget.set(hash, [...(byTarget.get(hash) ?? []), member]);
  }
  if (byTarget.size < 2) return undefined;
  const variants = [...byTarget.values()].map(variantOf);
  variants.sort((a, b) => b.places.length - a.places.length || compareTargets(a.model, b.model));
  return {
    key: first.entry.key,
    source: first.entry.source,
    index: members.every(({ entry }) => entry.index),
    variants,
  };
}

function variantOf(members: readonly Member[]): Variant {
  const model = members.reduce(
    (best, { entry }) => (compareTargets(entry, best) < 0 ? entry : best),
    members[0]!.entry,
  );
  const places = members.map(({ entry, place }) => ({ ...place, status: entryStatus(entry) }));
  return { target: model.target, places, model };
}

/**
 * Gives every entry of a key the target of one of them; entries that have it already stay as they are. What is said of the
 * chosen target goes along. What was said of the old one stays, lapsed, and speaks again if somebody puts it back.
 *
 * @returns the catalogs that change
 */
export function applyEverywhere(files: readonly LocatedCatalog[], chosen: Entry): readonly LocatedCatalog[] {
  const hash = targetHash(chosen.target);
  return files.flatMap(({ path, catalog }) => {
    let changed = false;
    const items = catalog.items.map((item) => {
      if (item.type === 'junk' || item.key !== chosen.key || isApart(item)) return item;
      if (targetHash(item.target) === hash) return item;
      changed = true;
      return withTargetOf(chosen, item);
    });
    return changed ? [{ path, catalog: { ...catalog, items } }] : [];
  });
}

function withTargetOf(chosen: Entry, entry: Entry): Entry {
  const { key, source } = entry;
  const filled = fill(chosen, { key, source, index: entry.index ?? false });
  const same = [...new Set([...(filled.same ?? []), ...(entry.same ?? [])])];
  return { ...entry, ...filled, ...(same.length > 0 ? { same } : {}), line: entry.line };
}

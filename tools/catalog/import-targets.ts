/**
 * Puts the targets of an existing translation into the catalogs. A target that is there is overwritten only if asked
 * for; every pair that does not end in a catalog, and every target that one has replaced, is named.
 */
import { targetHash } from '../segment/key.ts';
import { fill } from './carry-over.ts';
import { carrySiblings } from './carry-siblings.ts';
import { entriesOf } from './entries.ts';
import { chooseTargets } from './import-choice.ts';
import type { ImportAs, ImportedPair, ImportResult, Replacing } from './import-types.ts';
import { buildMemory } from './memory.ts';
import type { Catalog, Entry } from './types.ts';

/** @param catalogs all catalogs of the workspace, in a fixed order */
export function importTargets(
  catalogs: readonly Catalog[],
  pairs: readonly ImportedPair[],
  as: ImportAs,
  replace: Replacing = { which: 'none', isReviewed: () => false },
): ImportResult {
  const chosen = chooseTargets(catalogs, pairs, replace);
  let filled = 0;
  let replaced = 0;
  const withPairs = catalogs.map((catalog) => {
    const targets = chosen.byPage.get(catalog.page);
    if (!targets) return catalog;
    return mapEntries(catalog, (entry) => {
      const target = targets.get(entry.key);
      if (target === undefined || target === entry.target) return entry;
      if (entry.target === '') filled++;
      else replaced++;
      return withImported(entry, target, as);
    });
  });
  const homeless = new Map(chosen.homeless.map((pair) => [pair.key, pair.target]));
  const everywhere = fillKnown(withPairs, (entry) => {
    const target = homeless.get(entry.key);
    return target === undefined ? entry : withImported(entry, target, as);
  });
  const withSiblings = everywhere.map((catalog, at) => (catalog === catalogs[at] ? catalog : carrySiblings(catalog)));
  const carried = countTargets(withSiblings) - countTargets(everywhere);
  // What a sibling has taken is known now, and may stand empty on another page.
  const all = carried > 0 ? fillKnown(withSiblings) : withSiblings;
  const filledElsewhere = countTargets(all) - countTargets(withPairs) - carried;
  const { notes, paired, outcomes } = chosen;
  return { catalogs: all, notes, filled, filledElsewhere, replaced, carried, paired, outcomes };
}

/** Every empty entry whose source is translated in some catalog takes that target; `otherwise` has the others. */
function fillKnown(catalogs: readonly Catalog[], otherwise = (entry: Entry) => entry): Catalog[] {
  const memory = buildMemory(catalogs);
  return catalogs.map((catalog) =>
    mapEntries(catalog, (entry) => {
      if (entry.target !== '') return entry;
      const known = memory.get(entry.key);
      if (!known) return otherwise(entry);
      const { versions, off } = entry;
      const from = { key: entry.key, source: entry.source, index: entry.index ?? false };
      return { ...fill(known, from), ...(versions ? { versions } : {}), ...(off ? { off } : {}), line: entry.line };
    }),
  );
}

function countTargets(catalogs: readonly Catalog[]): number {
  return catalogs.flatMap(entriesOf).filter(({ target }) => target !== '').length;
}

/** What was said of the old target goes with it. */
function withImported(entry: Entry, target: string, as: ImportAs): Entry {
  const { machine: _, stale: __, ...rest } = entry;
  return { ...rest, target, ...(as === 'machine' ? { machine: { target: targetHash(target) } } : {}) };
}

function mapEntries(catalog: Catalog, change: (entry: Entry) => Entry): Catalog {
  let changed = false;
  const items = catalog.items.map((item) => {
    if (item.type === 'junk') return item;
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? { ...catalog, items } : catalog;
}

/**
 * Puts the targets of an existing translation into the catalogs. A target that is there is overwritten only if asked
 * for; every pair that does not end in a catalog, and every target that one has replaced, is named.
 */
import { targetHash } from '../segment/key.ts';
import { fill } from './carry-over.ts';
import { carrySiblings } from './carry-siblings.ts';
import { chooseTargets } from './import-choice.ts';
import type { ImportAs, ImportedPair, ImportReplace, ImportResult } from './import-types.ts';
import { buildMemory } from './memory.ts';
import type { Catalog, Entry } from './types.ts';

/** @param catalogs all catalogs of the workspace, in a fixed order */
export function importTargets(
  catalogs: readonly Catalog[],
  pairs: readonly ImportedPair[],
  as: ImportAs,
  replace: ImportReplace = 'none',
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
      return withTarget(entry, target, as);
    });
  });
  const memory = buildMemory(withPairs);
  const elsewhere = new Map(chosen.homeless.map((pair) => [pair.key, pair]));
  let filledElsewhere = 0;
  const all = withPairs.map((catalog) =>
    mapEntries(catalog, (entry) => {
      if (entry.target !== '') return entry;
      const known = memory.get(entry.key);
      const pair = elsewhere.get(entry.key);
      if (!known && !pair) return entry;
      filledElsewhere++;
      if (!known) return withTarget(entry, (pair as ImportedPair).target, as);
      const { versions, off } = entry;
      const from = { key: entry.key, source: entry.source, index: entry.index ?? false };
      return { ...fill(known, from), ...(versions ? { versions } : {}), ...(off ? { off } : {}), line: entry.line };
    }),
  );
  const { notes, paired, outcomes } = chosen;
  let carried = 0;
  const withSiblings = all.map((catalog, at) => {
    if (catalog === catalogs[at]) return catalog;
    const next = carrySiblings(catalog);
    carried += countTargets(next) - countTargets(catalog);
    return next;
  });
  return { catalogs: withSiblings, notes, filled, filledElsewhere, replaced, carried, paired, outcomes };
}

const countTargets = ({ items }: Catalog) => items.filter((item) => item.type === 'entry' && item.target !== '').length;

function withTarget(entry: Entry, target: string, as: ImportAs): Entry {
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

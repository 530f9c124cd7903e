/**
 * After an import: what other versions say differently on the same page takes the targets of its siblings, as it would
 * have done had the import been there before the version came.
 */
import { makeStale, type NewSource, rekey } from './carry-over.ts';
import { entriesOf } from './entries.ts';
import { pairSources } from './pairing.ts';
import { wordsOf } from './similar.ts';
import type { Catalog, Entry } from './types.ts';

/** @returns the catalog itself when nothing is carried over */
export function carrySiblings(catalog: Catalog): Catalog {
  const entries = entriesOf(catalog);
  const open = entries.filter(({ target }) => target === '');
  const candidates = entries.filter(({ target }) => target !== '');
  if (open.length === 0 || candidates.length === 0 || !entries.some(({ versions }) => versions)) return catalog;

  const byKey = new Map(open.map((entry) => [entry.key, entry]));
  const mayTake = ({ key, index }: NewSource, old: Entry) =>
    (old.index ?? false) === index && inOtherVersions(byKey.get(key) as Entry, old);
  const carried = new Map<string, Entry>();
  const byWords = new Map(candidates.map((entry) => [wordsOf(entry.source), entry]));
  for (const segment of open.map(segmentOf)) {
    const twin = byWords.get(wordsOf(segment.source));
    if (twin && mayTake(segment, twin)) carried.set(segment.key, rekey(twin, segment));
  }
  const order = entries.map(({ key }) => key);
  const left = open.filter(({ key }) => !carried.has(key)).map(segmentOf);
  const sides = { open: left, orders: [order], candidates, oldOrder: order, isUsed: () => true, mayTake };
  for (const { olds, segments } of pairSources(sides))
    for (const segment of segments)
      if (olds[0] && olds.length === 1) carried.set(segment.key, makeStale(olds[0], segment));
  if (carried.size === 0) return catalog;
  const items = catalog.items.map((item) => {
    const found = item.type === 'entry' ? carried.get(item.key) : undefined;
    if (item.type === 'junk' || !found) return item;
    const { versions, off = found.off } = item;
    return { ...found, ...(versions ? { versions } : {}), ...(off ? { off } : {}) };
  });
  return { ...catalog, items };
}

const segmentOf = ({ key, source, index }: Entry): NewSource => ({ key, source, index: index ?? false });

/** Two sources that stand in one version are two things. An entry without versions stands in the current one. */
function inOtherVersions(a: Entry, b: Entry): boolean {
  if (!a.versions || !b.versions) return a.versions !== b.versions;
  return !a.versions.some((version) => b.versions?.includes(version));
}

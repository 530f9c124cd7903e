/**
 * The memory: every target of the workspace, those of the catalogs and those whose source is gone, by its exact source
 * and by similar ones. The index behind the latter is built when it is first asked, for most syncs never do.
 */
import { asMade, compareTargets, type NewSource } from './carry-over.ts';
import { similarIndex } from './similar-index.ts';
import type { Catalog, Entry } from './types.ts';

export interface Memory {
  /** The best target that was made for exactly this source, or one that stands stale under it. */
  get(key: string): Entry | undefined;
  /** An entry whose target was made for a source so similar that a person mends it faster than they write anew. */
  similar(segment: NewSource): Entry | undefined;
}

/** Least similarity of a source from anywhere. There is no place that speaks for it, so more words have to agree. */
const SIMILAR_ELSEWHERE = 0.75;

/** Of a few words, the one that differs is most likely the one that matters. */
const FEWEST_WORDS = 6;

/** @param catalogs in a fixed order, what is gone last: of several equally good targets, the first is taken */
export function buildMemory(catalogs: Iterable<Catalog>): Memory {
  const byKey = new Map<string, Entry>();
  const made = new Map<string, Entry>();
  const restored: Entry[] = [];
  const add = (entries: Map<string, Entry>, entry: Entry) => {
    const known = entries.get(entry.key);
    if (!known || compareTargets(entry, known) < 0) entries.set(entry.key, entry);
  };
  for (const { items } of catalogs)
    for (const item of items) {
      if (item.type === 'junk' || item.target === '') continue;
      const original = asMade(item);
      add(byKey, item);
      add(made, original);
      if (original !== item) restored.push(original);
    }
  for (const entry of restored) add(byKey, entry);
  let index: ReturnType<typeof similarIndex<Entry>> | undefined;
  return {
    get: (key) => byKey.get(key),
    similar({ source, index: isTerm }) {
      if (source.split(' ').length < FEWEST_WORDS) return undefined;
      index ??= similarIndex(made.values());
      const matches = index.nearest(source, 5, SIMILAR_ELSEWHERE);
      return matches.find(({ entry }) => (entry.index ?? false) === isTerm)?.entry;
    },
  };
}

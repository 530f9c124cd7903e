/**
 * What is gone: targets that stand in no catalog any more, kept for the day their source, or one like it, returns.
 * Contract: a target that stood in a catalog before a sync stands in a catalog or here after it; in both only if the one
 * here has the better status.
 */
import { targetHash } from '../segment/key.ts';
import { asMade, compareTargets } from './carry-over.ts';
import { entriesOf } from './entries.ts';
import type { Catalog, Entry } from './types.ts';

/**
 * @param gone what was gone before
 * @param before the catalogs before the merge
 * @param after the catalogs after it
 * @returns what is gone now: a catalog for each page that has lost a target, its entries in order of their keys
 */
export function updateGone(
  gone: readonly Catalog[],
  before: readonly Catalog[],
  after: readonly Catalog[],
): readonly Catalog[] {
  const kept = new Map(after.map(({ page, items }) => [page, new Set(items.map((item) => 'key' in item && item.key))]));
  const lost = new Map<string, Map<string, Entry>>();
  const lose = (page: string, entry: Entry) => {
    const entries = lost.get(page) ?? new Map<string, Entry>();
    lost.set(page, entries.set(entry.key, entry));
  };
  for (const [page, entry] of targetsOf(gone)) lose(page, entry);
  for (const [page, entry] of targetsOf(before)) if (!kept.get(page)?.has(entry.key)) lose(page, entry);
  if (lost.size === 0) return [];

  const alive = livingTargets(after);
  return [...lost].flatMap(([page, entries]): Catalog[] => {
    const items = [...entries.values()]
      .filter((entry) => {
        const living = alive.get(textOf(entry)) ?? alive.get(`${page} ${textOf(entry)}`);
        return !living || compareTargets(entry, living) < 0;
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ versions: _, ...entry }): Entry => ({ ...entry, line: 0 }));
    return items.length > 0 ? [{ page, items }] : [];
  });
}

/**
 * Every target of the catalogs with each key under which a merge finds it again: its entry's own, that of its old source,
 * and, on its own page, those of its forerunners.
 */
function livingTargets(catalogs: readonly Catalog[]): ReadonlyMap<string, Entry> {
  const alive = new Map<string, Entry>();
  const add = (text: string, entry: Entry) => {
    const known = alive.get(text);
    if (!known || compareTargets(entry, known) < 0) alive.set(text, entry);
  };
  for (const [page, entry] of targetsOf(catalogs)) {
    add(textOf(entry), entry);
    const original = asMade(entry);
    if (original !== entry) add(textOf(original), original);
    for (const key of entry.same ?? []) add(`${page} ${textOf({ ...entry, key })}`, entry);
  }
  return alive;
}

/** Targets of one hash are one text, whatever their lines. */
const textOf = ({ key, target }: Entry) => `${key} ${targetHash(target)}`;

function* targetsOf(catalogs: readonly Catalog[]): Generator<readonly [page: string, entry: Entry]> {
  for (const catalog of catalogs)
    for (const entry of entriesOf(catalog)) if (entry.target !== '') yield [catalog.page, entry];
}

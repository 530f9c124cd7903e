/** Finds the entry that a message speaks of, also after syncs: by key, by the key's history, then by the rules of sync. */
import { entriesOf } from '../catalog/entries.ts';
import { alike, type Measured, measured, SIMILAR, wordsOf } from '../catalog/similar.ts';
import type { Catalog, Entry } from '../catalog/types.ts';

/** Where a message's entry is; `older` when the entry's source is a newer one than the message's. */
export interface Place {
  readonly page: string;
  readonly key: string;
  readonly older: boolean;
}

interface Page {
  readonly entries: readonly Entry[];
  /** The entries' sources, each measured once: a file of another manual asks for all of them with every message. */
  readonly measures: readonly Measured[];
  /** Keys by key, by forerunners of the same words, and by the source that a stale target was made for. */
  readonly keys: ReadonlySet<string>;
  readonly same: ReadonlyMap<string, string>;
  readonly was: ReadonlyMap<string, string>;
}

export class Places {
  private readonly pages: ReadonlyMap<string, Page>;
  private readonly pagesOfKey = new Map<string, string[]>();
  private readonly words = new Map<string, ReadonlyMap<string, string>>();

  constructor(catalogs: readonly Catalog[]) {
    this.pages = new Map(catalogs.map((catalog) => [catalog.page, pageOf(catalog)]));
    for (const [page, { keys }] of this.pages)
      for (const key of keys) this.pagesOfKey.set(key, [...(this.pagesOfKey.get(key) ?? []), page]);
  }

  /** The entry of this very source, or of one with the same words. */
  exact(page: string, key: string, source: string): Place | undefined {
    const found = this.pages.get(page);
    if (!found) return undefined;
    const own = found.keys.has(key) ? key : (found.same.get(key) ?? this.wordsOf(page, found).get(wordsOf(source)));
    return own === undefined ? undefined : { page, key: own, older: false };
  }

  /** The entry whose source came out of this one. */
  successor(page: string, key: string, source: string): Place | undefined {
    const found = this.pages.get(page);
    const own = found && (found.was.get(key) ?? mostSimilar(found, source));
    return own === undefined ? undefined : { page, key: own, older: true };
  }

  /** Pages that have an entry of this key. */
  elsewhere(key: string): readonly string[] {
    return this.pagesOfKey.get(key) ?? [];
  }

  /** Made when asked for: most messages are found by their keys. */
  private wordsOf(page: string, { entries }: Page): ReadonlyMap<string, string> {
    const known = this.words.get(page) ?? new Map(entries.map(({ source, key }) => [wordsOf(source), key]));
    this.words.set(page, known);
    return known;
  }
}

function pageOf(catalog: Catalog): Page {
  const entries = entriesOf(catalog);
  return {
    entries,
    measures: entries.map(({ source }) => measured(source)),
    keys: new Set(entries.map(({ key }) => key)),
    same: new Map(entries.flatMap(({ key, same }) => (same ?? []).map((each) => [each, key] as const))),
    was: new Map(entries.flatMap(({ key, stale }) => (stale ? [[stale.was, key] as const] : []))),
  };
}

function mostSimilar({ entries, measures }: Page, source: string): string | undefined {
  const wanted = measured(source);
  let best: { key: string; score: number } | undefined;
  for (const [at, { key }] of entries.entries()) {
    const score = alike(wanted, measures[at] as Measured, Math.max(SIMILAR, best?.score ?? 0));
    if (score >= SIMILAR && score > (best?.score ?? 0)) best = { key, score };
  }
  return best?.key;
}

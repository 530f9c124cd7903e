/**
 * Looks words and sentences up in all sources and targets: where they stand letter by letter, then where all their
 * words stand, then what is like them. Pure; the same catalogs and the same query give the same hits in the same order.
 */
import type { Status } from '../segment/types.ts';
import { entryStatus } from './entry-status.ts';
import { fold, foldQuery, type Range, unfolded } from './fold.ts';
import { type SimilarIndex, similarIndex } from './similar-index.ts';
import type { Catalog, Entry } from './types.ts';

/** Where an entry stands. */
export interface Place {
  readonly page: string;
  readonly file: string;
  readonly line: number;
}

/** `exact`: the query as a whole, without regard to case and markup · `words`: each of its words · `similar`: by score. */
export type HitKind = 'exact' | 'words' | 'similar';

/** A pair of texts that was found, on every page that has it with the same status. */
export interface Hit {
  readonly kind: HitKind;
  /** 0 to 1: the share of the text that the query covers, or as `similarity` says. */
  readonly score: number;
  readonly key: string;
  readonly status: Status;
  /** Both in NFC. */
  readonly source: string;
  readonly target: string;
  /** The text that holds the query, and where in it; for `exact` only. */
  readonly where?: 'source' | 'target';
  readonly range?: Range;
  readonly places: readonly Place[];
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Entries that hold the query, and those that hold its words only, however many are among the hits. */
  readonly exact: number;
  readonly words: number;
}

export interface Concordance {
  /** @param limit how many hits at most */
  search(query: string, limit: number): SearchResult;
}

/** Below `SIMILAR`, as a person who looks for help has more use for a half than for nothing. */
const LEAST_SIMILAR = 0.5;

interface Located {
  readonly place: Place;
  readonly entry: Entry;
  readonly source: string;
  readonly target: string;
}

interface Found {
  readonly located: Located;
  readonly kind: HitKind;
  readonly score: number;
  readonly where?: 'source' | 'target';
}

/** @param files catalogs with their paths, in a fixed order */
export function concordance(files: Iterable<{ readonly path: string; readonly catalog: Catalog }>): Concordance {
  const all: Located[] = [];
  for (const { path, catalog } of files)
    for (const item of catalog.items) {
      if (item.type === 'junk') continue;
      const place = { page: catalog.page, file: path, line: item.line };
      all.push({ place, entry: item, source: fold(item.source), target: fold(item.target) });
    }
  let index: SimilarIndex<{ key: string; source: string; located: Located }> | undefined;
  const similar = (query: string, limit: number): Found[] => {
    // Only a query that exact hits do not answer pays for the index.
    index ??= similarIndex(all.map((located) => ({ key: located.entry.key, source: located.entry.source, located })));
    return index
      .nearest(query, limit, LEAST_SIMILAR)
      .map(({ entry: { located }, score }) => ({ located, kind: 'similar', score }) as const);
  };
  return {
    search(query, limit) {
      const wanted = foldQuery(query);
      if (wanted === '') return { hits: [], exact: 0, words: 0 };
      const words = wanted.split(' ');
      const exact: Found[] = [];
      const scattered: Found[] = [];
      for (const located of all) {
        const found = exactIn(located, wanted);
        if (found) exact.push(found);
        else if (words.length > 1 && holdsAll(located, words)) scattered.push(withWords(located, wanted));
      }
      const hits = new Map<string, Hit>();
      gather(exact, wanted, limit, hits);
      // What is like a sentence tells more than what happens to hold all its words.
      if (hits.size < limit && words.length > 1) gather(similar(query, 2 * limit), wanted, limit, hits);
      gather(scattered, wanted, limit, hits);
      return { hits: [...hits.values()], exact: exact.length, words: scattered.length };
    },
  };
}

function exactIn(located: Located, wanted: string): Found | undefined {
  const { source, target } = located;
  for (const [where, text] of [['source', source] as const, ['target', target] as const])
    if (text.includes(wanted)) return { located, kind: 'exact', score: wanted.length / text.length, where };
  return undefined;
}

function holdsAll({ source, target }: Located, words: readonly string[]): boolean {
  return words.every((word) => source.includes(word) || target.includes(word));
}

function withWords(located: Located, wanted: string): Found {
  return { located, kind: 'words', score: Math.min(1, wanted.length / Math.max(located.source.length, 1)) };
}

/** Adds the best that are not among the hits yet; pages with the same texts and status are one hit. */
function gather(found: readonly Found[], wanted: string, limit: number, hits: Map<string, Hit>): void {
  if (hits.size >= limit) return;
  const before = new Set(hits.keys());
  const sorted = [...found].sort((a, b) => b.score - a.score);
  let least = 0;
  for (const each of sorted) {
    // The same texts have the same score, so nothing further down can join a hit.
    if (hits.size >= limit && each.score < least) break;
    const { entry, place } = each.located;
    const status = entryStatus(entry);
    const id = `${entry.key} ${status} ${entry.target}`;
    if (before.has(id)) continue;
    const known = hits.get(id);
    if (known) hits.set(id, { ...known, places: [...known.places, place] });
    else if (hits.size < limit) {
      hits.set(id, hitOf(each, status, wanted));
      least = each.score;
    }
  }
}

function hitOf({ located, kind, score, where }: Found, status: Status, wanted: string): Hit {
  const { entry, place } = located;
  const source = entry.source.normalize('NFC');
  const target = entry.target.normalize('NFC');
  const hit = { kind, score, key: entry.key, status, source, target, places: [place] };
  if (where === undefined) return hit;
  const from = located[where].indexOf(wanted);
  const range = unfolded(where === 'source' ? source : target, { from, to: from + wanted.length });
  return { ...hit, where, range };
}

/** How the words by status have changed over time: which commits are looked at, and what a catalog comes to then. Pure. */

import { entryStatus } from '../catalog/entry-status.ts';
import type { Catalog } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';
import type { Status } from '../segment/types.ts';
import { countWords } from '../segment/words.ts';
import type { Counts } from '../status/types.ts';

export interface TrendPoint {
  readonly commit: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Words of the version that was the current one then. */
  readonly words: Counts;
}

/** More points make no better picture. */
export const MOST_POINTS = 60;

const DAY = 24 * 60 * 60;

/** Weeks begin on Monday; the first of 1970 was a Thursday. */
const PERIODS: readonly ((at: number) => number)[] = [
  (at) => Math.floor((at / DAY + 3) / 7),
  monthOf,
  (at) => Math.floor(monthOf(at) / 3),
  (at) => Math.floor(monthOf(at) / 12),
];

function monthOf(at: number): number {
  const date = new Date(at * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/**
 * The last commit of each week, or of each month, quarter, year, where those are too many; the newest commit always.
 *
 * @param commits the oldest first; a clock that went backwards orders nothing anew
 */
export function samples<T extends { readonly at: number }>(
  commits: readonly T[],
  most: number = MOST_POINTS,
): readonly T[] {
  for (const periodOf of PERIODS) {
    const last = new Map<number, T>();
    let latest = Number.NEGATIVE_INFINITY;
    for (const commit of commits) {
      latest = Math.max(latest, periodOf(commit.at));
      last.set(latest, commit);
    }
    if (last.size <= most) return [...last.values()];
  }
  return commits.slice(-most);
}

/** What a catalog comes to at any time: a text counts as reviewed from its first review on. */
export interface CatalogAmount {
  readonly own: Readonly<Record<Status, number>>;
  readonly reviewed: readonly { readonly at: number; readonly words: number; readonly before: Status }[];
}

/** What the ledger says of a text. */
export interface ReviewTimes {
  has(key: string): boolean;
  /** The moment of its first review, ISO 8601. */
  since(page: string, key: string, target: string, same: readonly string[]): string | undefined;
  isMachine(page: string, key: string, target: string, same: readonly string[]): boolean;
}

/**
 * Words of the entries that the current version had; index terms are not counted.
 *
 * @param sizes words by key, which a caller keeps from catalog to catalog: they are mostly the same
 */
export function catalogAmount(
  { page, items }: Catalog,
  reviews: ReviewTimes,
  sizes: Map<string, number> = new Map(),
): CatalogAmount {
  const own = { untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 };
  const reviewed: { at: number; words: number; before: Status }[] = [];
  for (const item of items) {
    if (item.type === 'junk' || item.index || item.versions) continue;
    const words = sizes.get(item.key) ?? countWords(item.source);
    sizes.set(item.key, words);
    let status: Status = entryStatus(item);
    const { key, same = [] } = item;
    if (status !== 'untranslated' && status !== 'stale' && [key, ...same].some((each) => reviews.has(each))) {
      const hash = targetHash(item.target);
      if (reviews.isMachine(page, key, hash, same)) status = 'machine';
      const since = reviews.since(page, key, hash, same);
      if (since !== undefined) reviewed.push({ at: Date.parse(since) / 1000, words, before: status });
    }
    own[status] += words;
  }
  return { own, reviewed };
}

/** Amounts of all catalogs at a time. */
export function amountAt(amounts: Iterable<CatalogAmount>, at: number): Counts {
  const words = { total: 0, untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 };
  for (const { own, reviewed } of amounts) {
    for (const status of Object.keys(own) as Status[]) {
      words[status] += own[status];
      words.total += own[status];
    }
    for (const { at: since, words: size, before } of reviewed) {
      if (since > at) continue;
      words[before] -= size;
      words.reviewed += size;
    }
  }
  return words;
}

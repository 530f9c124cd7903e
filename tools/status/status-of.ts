/** The status of an entry: what it says of itself, and what the ledger says of its text. */
import { entryStatus } from '../catalog/entry-status.ts';
import type { Entry } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';
import type { Status } from '../segment/types.ts';

/** Which exact texts people have approved, and which nobody has read; ledger/reviews.ts makes one. */
export interface ReviewedTexts {
  /** False spares the questions below. */
  has(key: string): boolean;
  of(page: string, key: string, target: string, same: readonly string[]): object | undefined;
  /** A program's draft that its author did not say they had read, though its entry has no flag. */
  isMachine(page: string, key: string, target: string, same: readonly string[]): boolean;
}

/**
 * A draft by a program that a person has approved is reviewed. A stale target never is: whatever was approved was its
 * text for an older source.
 */
export function statusOf(page: string, entry: Entry | undefined, reviews: ReviewedTexts): Status {
  if (!entry) return 'untranslated';
  const own = entryStatus(entry);
  if (own === 'untranslated' || own === 'stale') return own;
  const { key, same = [] } = entry;
  if (!reviews.has(key) && !same.some((each) => reviews.has(each))) return own;
  const hash = hashOf(entry);
  if (reviews.of(page, key, hash, same)) return 'reviewed';
  return reviews.isMachine(page, key, hash, same) ? 'machine' : own;
}

const hashes = new WeakMap<Entry, string>();

/** The hash of an entry's target. Entries never change, and a build asks for the same one several times. */
export function hashOf(entry: Entry): string {
  const known = hashes.get(entry);
  if (known !== undefined) return known;
  const hash = targetHash(entry.target);
  hashes.set(entry, hash);
  return hash;
}

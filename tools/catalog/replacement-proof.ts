/**
 * Proves that two states of catalogs differ by a replacement and by nothing else, so that approvals of the old texts
 * can stand for the new ones. Each entry is as it was, or as the replacement makes it, flags' hashes included; the rest of
 * the file is what the tools write. Pure.
 */
import { targetHash } from '../segment/key.ts';
import { parseCatalog } from './parse.ts';
import type { Substitution } from './replacement.ts';
import { serializeCatalog } from './serialize.ts';
import type { CatalogFinding, Entry, Junk } from './types.ts';

/** An approval of the target `from` is one of the target `to`. */
export interface CarriedTarget {
  readonly page: string;
  readonly key: string;
  /** Hashes of the target before and after. */
  readonly from: string;
  readonly to: string;
}

export interface Proof {
  /** Places that the replacement does not explain; none: it is proved. */
  readonly findings: readonly CatalogFinding[];
  readonly carried: readonly CarriedTarget[];
}

/**
 * @param before text of one catalog before, undefined when there was none
 * @param after its text now, undefined when it has gone
 * @param file its path, for findings; its name is the page's
 */
export function provesReplacement(
  before: string | undefined,
  after: string | undefined,
  file: string,
  substitution: Substitution,
): Proof {
  if (before === after) return { findings: [], carried: [] };
  const page = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const findings: CatalogFinding[] = [];
  const carried: CarriedTarget[] = [];
  const unexplained = (line: number, message: string, key?: string) =>
    findings.push({ severity: 'error', rule: 'replacement/unexplained', file, line, message, ...(key ? { key } : {}) });
  if (before === undefined || after === undefined) {
    unexplained(1, before === undefined ? 'the catalog is new' : 'the catalog has gone');
    return { findings, carried };
  }

  const old = parseCatalog(before, file, page);
  const now = parseCatalog(after, file, page);
  const oldByKey = new Map(old.catalog.items.map((item) => [nameOf(item), item]));
  const names = new Set(now.catalog.items.map(nameOf));
  for (const item of now.catalog.items) {
    const was = oldByKey.get(nameOf(item));
    const key = item.type === 'entry' ? item.key : undefined;
    if (was === undefined) unexplained(item.line, 'this was not there before', key);
    else if (textOf(was) !== textOf(item)) {
      const difference = explain(was, item, substitution);
      if (difference !== undefined) unexplained(item.line, difference, key);
      else if (was.type === 'entry' && item.type === 'entry')
        carried.push({ page, key: item.key, from: targetHash(was.target), to: targetHash(item.target) });
    }
  }
  for (const item of old.catalog.items)
    if (!names.has(nameOf(item)))
      unexplained(1, `what stood in line ${item.line} has gone`, item.type === 'entry' ? item.key : undefined);
  if (findings.length > 0) return { findings, carried };

  const order = (items: readonly (Entry | Junk)[]) => items.map(nameOf).join('\n');
  if (order(old.catalog.items) !== order(now.catalog.items)) unexplained(1, 'the entries stand in another order');
  else if (serializeCatalog(now.catalog) !== after)
    unexplained(firstDifference(serializeCatalog(now.catalog), after), 'blank lines, spaces or the title have changed');
  return { findings, carried };
}

/** Entries are known by their keys, what cannot be read by its text. */
const nameOf = (item: Entry | Junk): string => (item.type === 'entry' ? item.key : `junk ${item.text}`);

const textOf = (item: Entry | Junk): string => serializeCatalog({ page: '', items: [item] });

/** What the replacement does not explain, in words; undefined when it explains everything. */
function explain(was: Entry | Junk, now: Entry | Junk, substitution: Substitution): string | undefined {
  if (was.type === 'junk' || now.type === 'junk') return 'what cannot be read has changed';
  const expected = substitution(was).entry;
  if (textOf(expected) === textOf(now)) return undefined;
  if (now.target === was.target) return 'the marker has changed, the target has not';
  if (now.target === expected.target) return 'the marker has changed by more than the hash of the target';
  if (expected.target === was.target) return 'the target has changed where nothing is to be replaced';
  return 'the target has changed by more than the replacement';
}

function firstDifference(expected: string, found: string): number {
  const lines = expected.split('\n');
  const at = found.split('\n').findIndex((line, index) => line !== lines[index]);
  return at < 0 ? lines.length : at + 1;
}

/** Lifting stale flags by a person's word: a translation made for an older source is right for the new one too. Pure. */
import { entriesByKey } from './entries.ts';
import { entryStatus } from './entry-status.ts';
import type { Catalog, Entry } from './types.ts';

export interface Accepted {
  /** As it was. */
  readonly entry: Entry;
  readonly oldSource: string;
  /** What it counts as without its stale flag. */
  readonly status: string;
}

/** Why a key cannot be accepted. */
export interface NotAcceptable {
  readonly key: string;
  /** `machine`: a draft by a program, made for this source, which has to be reviewed. */
  readonly problem: 'unknown' | 'machine' | 'untranslated';
}

export interface Acceptance {
  /** Without the flags; the same object when there was none to lift. */
  readonly catalog: Catalog;
  readonly accepted: readonly Accepted[];
  /** Keys of what counts as translated and needs no accepting. */
  readonly already: readonly string[];
  readonly problems: readonly NotAcceptable[];
}

/**
 * @param keys each named by hand; with any problem among them the catalog is not to be written
 * @returns what is accepted in the catalog's order
 */
export function acceptKeys(catalog: Catalog, keys: readonly string[]): Acceptance {
  const byKey = entriesByKey(catalog);
  const wanted = new Set(keys);
  const statuses = [...wanted].map((key) => ({ key, status: statusOf(byKey.get(key)) }));
  const accepted: Accepted[] = [];
  const items = catalog.items.map((item) => {
    if (item.type === 'junk' || !item.stale || !wanted.has(item.key) || entryStatus(item) !== 'stale') return item;
    const { stale, ...entry } = item;
    accepted.push({ entry: item, oldSource: stale.oldSource, status: entryStatus(entry) });
    return entry;
  });
  return {
    catalog: accepted.length === 0 ? catalog : { ...catalog, items },
    accepted,
    already: statuses.filter(({ status }) => status === 'translated').map(({ key }) => key),
    problems: statuses.flatMap(({ key, status }) =>
      status === 'stale' || status === 'translated' ? [] : [{ key, problem: status }],
    ),
  };
}

const statusOf = (entry: Entry | undefined) => (entry ? entryStatus(entry) : ('unknown' as const));

/** Keys of a catalog's stale entries. */
export function staleKeys({ items }: Catalog): readonly string[] {
  return items.flatMap((item) => (item.type === 'entry' && entryStatus(item) === 'stale' ? [item.key] : []));
}

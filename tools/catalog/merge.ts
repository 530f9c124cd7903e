/**
 * The merge of a page: new segments of all versions + the old catalog -> the new catalog, and what changed.
 * The rules, in order, for a segment that has no entry yet, or an empty one:
 *   stood on this page once → filled · same words on this page → re-keyed · exact source known elsewhere → filled ·
 *   similar on this page, whole or in pieces → stale · similar anywhere → stale · else new.
 * (An exact source that is known comes before a similar one: a finished target beats one to mend.)
 * Pure: no files, no clock; the same input gives the same catalog.
 */
import { emptyEntry, fill, joinStale, madeFor, makeStale, type NewSource, rekey } from './carry-over.ts';
import { entriesByKey, entriesOf } from './entries.ts';
import { entryStatus } from './entry-status.ts';
import { withJunk } from './junk.ts';
import { layOut, type VersionPage } from './layout.ts';
import type { Memory } from './memory.ts';
import { pairSources } from './pairing.ts';
import { wordsOf } from './similar.ts';
import type { Catalog, Entry } from './types.ts';

export type ChangeKind = 'kept' | 'rekeyed' | 'stale' | 'filled' | 'new' | 'gone';

export interface Change {
  readonly kind: ChangeKind;
  readonly key: string;
  readonly source: string;
  /** The source before, for re-keyed; the one that the target was made for, for stale. */
  readonly oldSource?: string;
  /** The target that waits to be mended, for stale; that has left the catalogs, for gone. */
  readonly target?: string;
  /** The versions that a gone entry was of, if the current one lacked it. */
  readonly versions?: readonly string[];
}

export interface MergedPage {
  readonly catalog: Catalog;
  readonly changes: readonly Change[];
}

/** What is known besides the page's sources. */
export interface Known {
  /** The page's catalog before, if it had one. */
  readonly old: Catalog | undefined;
  /** What the page has lost in earlier merges. */
  readonly gone?: Catalog | undefined;
  readonly memory: Memory;
  /** Whether entries stay where they stand, as far as the current version lets them; so by default. */
  readonly keepOrder?: boolean;
}

/**
 * @param versions the versions that have the page, the current one first if it is among them, then by preference
 * @param current name of the current version
 */
export function mergePage(
  page: string,
  versions: readonly VersionPage[],
  current: string,
  { old, gone, memory, keepOrder = true }: Known,
): MergedPage {
  const oldEntries = entriesByKey(old);
  const slots = layOut(versions, current, keepOrder ? [...oldEntries.keys()] : []);
  const segments = slots.map(({ segment }) => segment);
  const wanted = new Set(segments.map(({ key }) => key));
  const orders = [segments.map(({ key }) => key), ...versions.map((each) => each.segments.map(({ key }) => key))];
  const carried = carryOver(
    segments.filter(({ key }) => (oldEntries.get(key)?.target ?? '') === ''),
    { oldEntries, gone: entriesByKey(gone), memory, wanted, orders },
  );

  const changes: Change[] = [];
  const entries = slots.map(({ segment, versions: only }) => {
    const kept = oldEntries.get(segment.key);
    const found = carried.results.get(segment.key);
    const { key, source } = segment;
    changes.push(found?.change ?? { kind: kept ? 'kept' : 'new', key, source });
    const off = kept?.off ?? found?.entry.off;
    const { versions: _, index: __, ...rest } = found?.entry ?? kept ?? emptyEntry(segment);
    return {
      ...rest,
      ...(off ? { off } : {}),
      ...(only ? { versions: only } : {}),
      ...(segment.index ? { index: true as const } : {}),
    };
  });
  for (const entry of oldEntries.values())
    if (!wanted.has(entry.key) && !carried.taken.has(entry.key)) changes.push(goneChange(entry));
  return { catalog: { page, items: withJunk(entries, old) }, changes };
}

function goneChange({ key, source, target, versions }: Entry): Change {
  return { kind: 'gone', key, source, ...(target === '' ? {} : { target }), ...(versions ? { versions } : {}) };
}

/** The changes of a page that no version has any more. */
export function allGone(catalog: Catalog): Change[] {
  return entriesOf(catalog).map(goneChange);
}

interface Carried {
  readonly entry: Entry;
  readonly change: Change;
}

/** What carrying over a page looks at besides the sources that have no target. */
interface Surroundings {
  readonly oldEntries: ReadonlyMap<string, Entry>;
  readonly gone: ReadonlyMap<string, Entry>;
  readonly memory: Memory;
  /** Keys that some version has now. */
  readonly wanted: ReadonlySet<string>;
  /** Keys of the page in reading order: of the catalog, then of each version. */
  readonly orders: readonly (readonly string[])[];
}

/** Finds targets; says also which old entries another one has taken over. */
function carryOver(
  bare: readonly NewSource[],
  { oldEntries, gone, memory, wanted, orders }: Surroundings,
): { readonly results: ReadonlyMap<string, Carried>; readonly taken: ReadonlySet<string> } {
  const results = new Map<string, Carried>();
  const taken = new Set<string>();
  const put = (segment: NewSource, kind: ChangeKind, entry: Entry, from: readonly Entry[] = []) => {
    const { key, source } = segment;
    const oldSource = kind === 'stale' ? entry.stale?.oldSource : from[0]?.source;
    const target = kind === 'stale' ? { target: entry.target } : {};
    results.set(key, { entry, change: { kind, key, source, ...(oldSource ? { oldSource } : {}), ...target } });
    for (const old of from) taken.add(old.key);
  };
  /** Sources that no rule has found a target for yet. */
  const left = () => bare.filter(({ key }) => !results.has(key));
  const each = (rule: (segment: NewSource) => void) => {
    for (const segment of left()) rule(segment);
  };
  const candidates = bare.length === 0 ? [] : [...oldEntries.values()].filter(({ target }) => target !== '');
  // An empty entry that was there before takes only what would be gone otherwise.
  const isSpare = (segment: NewSource, old: Entry) => !oldEntries.has(segment.key) || !wanted.has(old.key);
  const mayTake = (segment: NewSource, old: Entry) => (old.index ?? false) === segment.index && isSpare(segment, old);

  const madeHere = new Map(candidates.map((entry) => [madeFor(entry).key, entry]));
  each((segment) => {
    const returned = gone.get(segment.key);
    const stale = madeHere.get(segment.key);
    if (returned) put(segment, 'filled', returned);
    else if (stale) put(segment, 'filled', makeStale(stale, segment), [stale]);
  });
  const byWords = new Map<string, Entry>();
  if (left().length > 0) for (const entry of candidates.toReversed()) byWords.set(wordsOf(entry.source), entry);
  each((segment) => {
    const twin = byWords.get(wordsOf(segment.source));
    // One to mend gives way to an exact source known elsewhere.
    if (twin && entryStatus(twin) === 'stale' && memory.get(segment.key)) return;
    if (twin && isSpare(segment, twin)) put(segment, 'rekeyed', rekey(twin, segment), [twin]);
  });
  each((segment) => {
    const known = memory.get(segment.key);
    if (known) put(segment, 'filled', fill(known, segment));
  });
  const oldOrder = [...oldEntries.keys()];
  const isUsed = (key: string) => wanted.has(key);
  for (const { olds, segments } of pairSources({ open: left(), orders, candidates, oldOrder, isUsed, mayTake }))
    for (const segment of segments) {
      const [only] = olds.length === 1 ? olds : [];
      put(segment, 'stale', only ? makeStale(only, segment) : joinStale(olds, segment), olds);
    }
  each((segment) => {
    const similar = oldEntries.has(segment.key) ? undefined : memory.similar(segment);
    if (similar) put(segment, 'stale', makeStale(similar, segment));
  });
  return { results, taken };
}

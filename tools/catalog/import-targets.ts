/**
 * Puts the targets of an existing translation into the catalogs. A target that is there is never overwritten; every
 * pair that does not end in a catalog is named with its reason.
 */
import { compareTokens } from '../segment/compare-tokens.ts';
import type { Inline } from '../segment/inline.ts';
import { targetHash } from '../segment/key.ts';
import { readMarkdown } from '../segment/read.ts';
import { fill } from './carry-over.ts';
import { buildMemory } from './memory.ts';
import { wordsOf } from './similar.ts';
import type { Catalog, Entry } from './types.ts';

/** A source with its translation, from wherever it comes. */
export interface ImportedPair {
  readonly page: string;
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly at: { readonly file: string; readonly line: number };
  readonly by: 'marker' | 'structure';
}

export type ImportNoteKind = 'conflict' | 'unpaired' | 'mismatch' | 'untranslated';

/** What a person should look at after an import. */
export interface ImportNote {
  readonly kind: ImportNoteKind;
  readonly page: string;
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * What became of a pair: `taken` its target is in the catalog · `other` another target is · `untranslated` it is the
 * English again · `unpaired` no entry has its English.
 */
export type PairOutcome = 'taken' | 'other' | 'untranslated' | 'unpaired';

export interface ImportResult {
  readonly outcomes: ReadonlyMap<ImportedPair, PairOutcome>;
  readonly catalogs: readonly Catalog[];
  readonly notes: readonly ImportNote[];
  /** Entries that took a target from a pair, or from another page with the same source. */
  readonly filled: number;
  readonly filledElsewhere: number;
  /** Pairs whose source has an entry. */
  readonly paired: number;
}

export type ImportAs = 'machine' | 'translated';

/** @param catalogs all catalogs of the workspace, in a fixed order */
export function importTargets(
  catalogs: readonly Catalog[],
  pairs: readonly ImportedPair[],
  as: ImportAs,
): ImportResult {
  const notes: ImportNote[] = [];
  const chosen = choose(catalogs, pairs, notes);
  let filled = 0;
  const withPairs = catalogs.map((catalog) => {
    const targets = chosen.byPage.get(catalog.page);
    if (!targets) return catalog;
    return mapEntries(catalog, (entry) => {
      const pair = targets.get(entry.key);
      if (!pair || entry.target !== '') return entry;
      filled++;
      return withTarget(entry, pair.target, as);
    });
  });
  const memory = buildMemory(withPairs);
  const elsewhere = new Map(chosen.homeless.map((pair) => [pair.key, pair]));
  let filledElsewhere = 0;
  const all = withPairs.map((catalog) =>
    mapEntries(catalog, (entry) => {
      if (entry.target !== '') return entry;
      const known = memory.get(entry.key);
      const pair = elsewhere.get(entry.key);
      if (!known && !pair) return entry;
      filledElsewhere++;
      if (!known) return withTarget(entry, (pair as ImportedPair).target, as);
      const { versions, off } = entry;
      const from = { key: entry.key, source: entry.source, index: entry.index ?? false };
      return { ...fill(known, from), ...(versions ? { versions } : {}), ...(off ? { off } : {}), line: entry.line };
    }),
  );
  return { catalogs: all, notes, filled, filledElsewhere, paired: chosen.paired, outcomes: chosen.outcomes };
}

function withTarget(entry: Entry, target: string, as: ImportAs): Entry {
  const { machine: _, stale: __, ...rest } = entry;
  return { ...rest, target, ...(as === 'machine' ? { machine: { target: targetHash(target) } } : {}) };
}

function mapEntries(catalog: Catalog, change: (entry: Entry) => Entry): Catalog {
  let changed = false;
  const items = catalog.items.map((item) => {
    if (item.type === 'junk') return item;
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? { ...catalog, items } : catalog;
}

interface Chosen {
  readonly byPage: ReadonlyMap<string, ReadonlyMap<string, ImportedPair>>;
  /** Pairs whose page has no such entry, but another page has. */
  readonly homeless: readonly ImportedPair[];
  readonly paired: number;
  readonly outcomes: ReadonlyMap<ImportedPair, PairOutcome>;
}

/** One target for each entry: what a marker says before what the structure says, then the most frequent, then the first. */
function choose(catalogs: readonly Catalog[], pairs: readonly ImportedPair[], notes: ImportNote[]): Chosen {
  const pages = new Map(catalogs.map((catalog) => [catalog.page, indexPage(catalog)]));
  const anywhere = new Set([...pages.values()].flatMap((page) => [...page.entries.keys()]));
  const candidates = new Map<string, Map<string, ImportedPair[]>>();
  const homeless: ImportedPair[] = [];
  const marked = new Set(pairs.filter(({ by }) => by === 'marker').map(({ page, key }) => `${page} ${key}`));
  const outcomes = new Map<ImportedPair, PairOutcome>();
  let paired = 0;
  for (const pair of pairs) {
    if (pair.by === 'structure' && marked.has(`${pair.page} ${pair.key}`)) continue;
    const page = pages.get(pair.page);
    const key = page?.entries.has(pair.key) ? pair.key : page?.byWords.get(wordsOf(pair.source));
    if (isUntranslated(pair)) {
      outcomes.set(pair, 'untranslated');
      if (key !== undefined || anywhere.has(pair.key))
        notes.push(note('untranslated', pair, 'the translation has the English here'));
    } else if (key !== undefined) {
      paired++;
      const keys = candidates.get(pair.page) ?? new Map<string, ImportedPair[]>();
      candidates.set(pair.page, keys.set(key, [...(keys.get(key) ?? []), pair]));
    } else if (anywhere.has(pair.key)) {
      paired++;
      homeless.push(pair);
      outcomes.set(pair, 'taken');
    } else {
      outcomes.set(pair, 'unpaired');
      notes.push(note('unpaired', pair, `no segment of the manual has this English: ${shorten(pair.source)}`));
    }
  }
  const byPage = new Map<string, Map<string, ImportedPair>>();
  for (const [page, keys] of candidates) {
    const chosen = new Map<string, ImportedPair>();
    for (const [key, list] of keys) {
      const best = mostFrequent(list);
      chosen.set(key, best);
      const entry = pages.get(page)?.entries.get(key) as Entry;
      const kept = entry.target === '' ? best.target : entry.target;
      for (const pair of list) outcomes.set(pair, pair.target === kept ? 'taken' : 'other');
      noteChoice(entry, best, list, notes);
    }
    byPage.set(page, chosen);
  }
  return { byPage, homeless, paired, outcomes };
}

function indexPage(catalog: Catalog): { entries: ReadonlyMap<string, Entry>; byWords: ReadonlyMap<string, string> } {
  const entries = new Map<string, Entry>();
  for (const item of catalog.items) if (item.type === 'entry') entries.set(item.key, item);
  const byWords = new Map([...entries.values()].map((entry) => [wordsOf(entry.source), entry.key]));
  return { entries, byWords };
}

/** An empty target, or the English again where it has a phrase; names, acronyms and single words may stay what they are. */
function isUntranslated({ source, target }: ImportedPair): boolean {
  if (target !== source) return target === '';
  return /(?:^|[\s("“])\p{L}\p{Ll}+ \p{Ll}{2,}(?=$|[\s.,:;)”])/u.test(proseOf(readMarkdown(source).inlines));
}

/** The text outside code, links and cross references. */
function proseOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.value : ' \uFFFC ')).join('');
}

function mostFrequent(pairs: readonly ImportedPair[]): ImportedPair {
  const counts = new Map<string, number>();
  for (const { target } of pairs) counts.set(target, (counts.get(target) ?? 0) + 1);
  return pairs.reduce((best, pair) => ((counts.get(pair.target) ?? 0) > (counts.get(best.target) ?? 0) ? pair : best));
}

function noteChoice(entry: Entry, best: ImportedPair, list: readonly ImportedPair[], notes: ImportNote[]): void {
  const kept = entry.target === '' ? best.target : entry.target;
  const others = new Map(list.filter(({ target }) => target !== kept).map((pair) => [pair.target, pair]));
  for (const pair of others.values())
    notes.push(
      note('conflict', pair, `another target is in the catalog; not taken: ${shorten(pair.target)}`, entry.key),
    );
  if (kept !== best.target) return;
  const { missing, added } = compareTokens(readMarkdown(entry.source).inlines, readMarkdown(best.target).inlines);
  if (missing.length + added.length === 0) return;
  const lacks = missing.length > 0 ? `lacks ${missing.join(' ')}` : '';
  const has = added.length > 0 ? `has ${added.join(' ')} that the English has not` : '';
  notes.push(note('mismatch', best, ['the target', [lacks, has].filter(Boolean).join(' and ')].join(' '), entry.key));
}

function note(kind: ImportNoteKind, { page, key, at }: ImportedPair, message: string, entryKey = key): ImportNote {
  return { kind, page, key: entryKey, file: at.file, line: at.line, message };
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

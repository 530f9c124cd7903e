/** Which of the imported pairs an entry takes, and what a person should look at. */
import { compareTokens } from '../segment/compare-tokens.ts';
import type { Inline } from '../segment/inline.ts';
import { readMarkdown } from '../segment/read.ts';
import { entriesByKey } from './entries.ts';
import { entryStatus } from './entry-status.ts';
import type { ImportedPair, ImportNote, ImportNoteKind, PairOutcome, Replacing } from './import-types.ts';
import { wordsOf } from './similar.ts';
import type { Catalog, Entry } from './types.ts';

export interface Chosen {
  /** The target that each entry shall have, by page and key. */
  readonly byPage: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Pairs whose page has no such entry, but another page has. */
  readonly homeless: readonly ImportedPair[];
  readonly paired: number;
  readonly outcomes: ReadonlyMap<ImportedPair, PairOutcome>;
  readonly notes: readonly ImportNote[];
}

/** One target for each entry: what a marker says before what the structure says, then the most frequent, then the first. */
export function chooseTargets(
  catalogs: readonly Catalog[],
  pairs: readonly ImportedPair[],
  replace: Replacing,
): Chosen {
  const notes: ImportNote[] = [];
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
  const byPage = new Map<string, Map<string, string>>();
  for (const [page, keys] of candidates) {
    const chosen = new Map<string, string>();
    for (const [key, list] of keys) {
      const best = mostFrequent(list);
      const entry = pages.get(page)?.entries.get(key) as Entry;
      const target = givesWay(page, entry, replace) ? best.target : entry.target;
      chosen.set(key, target);
      for (const pair of list) outcomes.set(pair, pair.target === target ? 'taken' : 'other');
      noteChoice(entry, target, best, list, notes);
    }
    byPage.set(page, chosen);
  }
  return { byPage, homeless, paired, outcomes, notes };
}

/** A target that a person wrote or changed gives way only to `all`, one that was reviewed to nothing. */
function givesWay(page: string, entry: Entry, { which, isReviewed }: Replacing): boolean {
  const status = entryStatus(entry);
  if (status === 'untranslated') return true;
  if (which === 'none' || isReviewed(page, entry)) return false;
  return which === 'all' || status !== 'translated';
}

function indexPage(catalog: Catalog): { entries: ReadonlyMap<string, Entry>; byWords: ReadonlyMap<string, string> } {
  const entries = entriesByKey(catalog);
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

function noteChoice(
  entry: Entry,
  target: string,
  best: ImportedPair,
  list: readonly ImportedPair[],
  notes: ImportNote[],
): void {
  const others = new Map(list.filter((pair) => pair.target !== target).map((pair) => [pair.target, pair]));
  for (const pair of others.values()) {
    const message = `another target is in the catalog; not taken: ${shorten(pair.target)}`;
    notes.push({ ...note('conflict', pair, message, entry.key), held: target, imported: pair.target });
  }
  if (entry.target !== '' && entry.target !== target) {
    const message = `replaced: ${shorten(entry.target)}`;
    notes.push({ ...note('replaced', best, message, entry.key), held: entry.target, imported: target });
  }
  if (target !== best.target) return;
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

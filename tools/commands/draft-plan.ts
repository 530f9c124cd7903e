/** What `draft` asks for: segments without a target, page by page, each once, with terms and precedents. */
import { entriesOf } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import { similarIndex } from '../catalog/similar-index.ts';
import type { Entry } from '../catalog/types.ts';
import { batchesOf } from '../draft/batches.ts';
import type { Batch, DraftItem } from '../draft/types.ts';
import type { Glossary } from '../glossary/types.ts';
import { plainText } from '../segment/inline.ts';
import { targetHash } from '../segment/key.ts';
import { readMarkdown } from '../segment/read.ts';
import { countWords } from '../segment/words.ts';
import type { Catalogs } from './workspace.ts';

export interface DraftWish {
  /** Pages by name; all when empty. */
  readonly pages: readonly string[];
  /** Also drafts of an older source that no person has touched. */
  readonly redraft: boolean;
  /** Also index terms. */
  readonly index: boolean;
}

export interface DraftPlan {
  /** In the order of the catalogs' paths. */
  readonly batches: readonly Batch[];
  readonly segments: number;
  readonly words: number;
}

const PRECEDENTS = 3;

export function planDrafts(catalogs: Catalogs, glossary: Glossary, wish: DraftWish): DraftPlan {
  const entries = catalogs.files.flatMap(({ catalog }) => entriesOf(catalog));
  const precedents = similarIndex(entries.filter((entry) => entry.target !== '' && entryStatus(entry) !== 'stale'));
  const asked = new Set<string>();
  const itemOf = ({ key, source }: Entry): DraftItem => ({
    key,
    source,
    words: countWords(source),
    terms: [...new Set(glossary.find(plainText(readMarkdown(source).inlines)).map(({ term }) => term))],
    precedents: precedents
      .nearest(source, PRECEDENTS)
      .map(({ entry }) => ({ source: entry.source, target: entry.target })),
  });
  const batches = catalogs.files.flatMap(({ catalog }) => {
    if (wish.pages.length > 0 && !wish.pages.includes(catalog.page)) return [];
    const fresh = entriesOf(catalog).filter((entry) => mayDraft(entry, wish) && !asked.has(entry.key));
    for (const { key } of fresh) asked.add(key);
    return batchesOf(catalog.page, fresh.map(itemOf));
  });
  const items = batches.flatMap((batch) => batch.items);
  return { batches, segments: items.length, words: items.reduce((sum, { words }) => sum + words, 0) };
}

/** Nothing that a person wrote is ever drafted over. */
export function mayDraft(entry: Entry, { redraft, index }: Pick<DraftWish, 'redraft' | 'index'>): boolean {
  if (entry.index && !index) return false;
  if (entry.target === '') return true;
  return redraft && entryStatus(entry) === 'stale' && entry.machine?.target === targetHash(entry.target);
}

/** The entry with a draft in it: `machine` until a person changes or approves the text. */
export function withDraft({ stale: _, ...entry }: Entry, target: string): Entry {
  return { ...entry, target, machine: { target: targetHash(target) } };
}

/**
 * The life of one entry: told from catalogs before and after each commit, newest first. An entry is known by its key, by
 * the key it was re-keyed from, and by the key whose target it took over as stale. Pure.
 */
import { entriesByKey } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { Entry } from '../catalog/types.ts';
import type { Status } from '../segment/types.ts';

/** What an entry was after a commit. */
export interface EntryState {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly status: Status;
}

export interface Lineage {
  /** The entry in this text of the page's catalog; undefined when it is not there, or cannot be read. */
  find(text: string | undefined): EntryState | undefined;
}

/** What was before one commit is what was after the one before it. */
const REMEMBERED = 8;

/** @param key today's, or one that the entry had; earlier keys are learnt from the texts, so newer ones come first */
export function newLineage(page: string, key: string): Lineage {
  const keys = [key];
  const parsed = new Map<string, ReadonlyMap<string, Entry>>();
  const entriesOf = (text: string): ReadonlyMap<string, Entry> => {
    const known = parsed.get(text);
    if (known) return known;
    const entries = entriesByKey(parseCatalog(text, `${page}.md`, page).catalog);
    if (parsed.size >= REMEMBERED) parsed.clear();
    parsed.set(text, entries);
    return entries;
  };
  return {
    find(text) {
      if (text === undefined) return undefined;
      const entries = entriesOf(text);
      const entry = keys.map((each) => entries.get(each)).find((each) => each !== undefined);
      if (!entry) return undefined;
      for (const earlier of [...(entry.same ?? []), ...(entry.stale ? [entry.stale.was] : [])])
        if (!keys.includes(earlier)) keys.push(earlier);
      return { key: entry.key, source: entry.source, target: entry.target, status: entryStatus(entry) };
    },
  };
}

/** Whether a reader of the history would call them two. */
export function differ(a: EntryState | undefined, b: EntryState | undefined): boolean {
  return a?.key !== b?.key || a?.target !== b?.target || a?.status !== b?.status;
}

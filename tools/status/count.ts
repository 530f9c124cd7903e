/** Catalog + ledger + segments of one version -> counts. Pure. */
import { distinctSources } from '../catalog/distinct.ts';
import type { Entry } from '../catalog/types.ts';
import type { Segment } from '../segment/types.ts';
import { countWords } from '../segment/words.ts';
import { type ReviewedTexts, statusOf } from './status-of.ts';
import type { Counts, Group, PageStatus } from './types.ts';

const NONE: Counts = { total: 0, untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 };

/** Finds the catalog's entry of a key; undefined where there is none. */
export type EntryOf = (key: string) => Entry | undefined;

/** Counts a page; a segment that stands in several places counts once. */
export function countPage(
  page: string,
  segments: readonly Segment[],
  entryOf: EntryOf,
  reviews: ReviewedTexts,
): PageStatus {
  const groups: Record<Group, Record<keyof Counts, number>> = {
    text: { ...NONE },
    index: { ...NONE },
    releaseNotes: { ...NONE },
  };
  const words: Record<Exclude<Group, 'index'>, Record<keyof Counts, number>> = {
    text: { ...NONE },
    releaseNotes: { ...NONE },
  };
  const files = new Map(segments.map(({ key, file }) => [key, file]));
  for (const { key, source, index } of distinctSources(segments)) {
    const group: Group = index ? 'index' : isReleaseNotes(files.get(key) ?? '') ? 'releaseNotes' : 'text';
    const status = statusOf(page, entryOf(key), reviews);
    groups[group].total++;
    groups[group][status]++;
    if (group === 'index') continue;
    const size = countWords(source);
    words[group].total += size;
    words[group][status] += size;
  }
  return { page, segments: groups, words: words.text, noteWords: words.releaseNotes };
}

/** Upstream keeps release notes in release.sgml and release-18.sgml; in old releases also release-9.0.sgml. */
export function isReleaseNotes(file: string): boolean {
  return /^release(-[\w.]+)?\.sgml$/.test(file);
}

/** Sums counts, as of the pages of a version. */
export function sum(counts: Iterable<Counts>): Counts {
  const total = { ...NONE } as Record<keyof Counts, number>;
  for (const each of counts) for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += each[name];
  return total;
}

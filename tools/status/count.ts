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

/** A source of a page as it is counted. */
export interface CountedText {
  readonly key: string;
  /** None of words of the index, which are not counted by words. */
  readonly words: number;
  readonly group: Group;
}

/** The sources of a page, each once, in reading order. */
export function countedTexts(segments: readonly Segment[]): CountedText[] {
  const files = new Map(segments.map(({ key, file }) => [key, file]));
  return distinctSources(segments).map(({ key, source, index }) => {
    const group: Group = index ? 'index' : isReleaseNotes(files.get(key) ?? '') ? 'releaseNotes' : 'text';
    return { key, words: group === 'index' ? 0 : countWords(source), group };
  });
}

/** Counts a page; a source that stands in several places counts once. */
export function countPage(
  page: string,
  texts: readonly CountedText[],
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
  for (const { key, words: size, group } of texts) {
    const status = statusOf(page, entryOf(key), reviews);
    groups[group].total++;
    groups[group][status]++;
    if (group === 'index') continue;
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

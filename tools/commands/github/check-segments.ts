/** What there is to say of each text that a pull request changes: how it changed, terms it lacks, what the memory has. */
import { entriesOf } from '../../catalog/entries.ts';
import { type SimilarIndex, similarIndex } from '../../catalog/similar-index.ts';
import type { Catalog } from '../../catalog/types.ts';
import { proseOf } from '../../check/scan.ts';
import type { Glossary } from '../../glossary/types.ts';
import { type ArtifactSegment, LIMITS } from '../../review/artifact.ts';
import { shortened } from '../../review/escape-markdown.ts';
import type { SegmentChange } from '../../review/types.ts';
import { englishDiffer, newDiffer } from './check-difference.ts';
import type { PageStatuses } from './check-status.ts';

/** Least similarity of what is worth showing. */
const SIMILAR = 0.8;
/** Of a few words, one more makes another sentence. */
const FEWEST_WORDS = 4;

export interface SegmentSurroundings {
  readonly language: string;
  readonly glossary: Glossary;
  /** Every catalog, as it would be. */
  readonly catalogs: readonly Catalog[];
  readonly statuses: PageStatuses;
}

/** The first of the changes, as many as an artifact takes. */
export function describeSegments(
  changes: readonly SegmentChange[],
  { language, glossary, catalogs, statuses }: SegmentSurroundings,
): ArtifactSegment[] {
  const differ = newDiffer(language);
  let memory: Memory | undefined;
  return changes.slice(0, LIMITS.segments).map((change): ArtifactSegment => {
    const { file, page, key, line, words, source, oldSource, old, from, to } = change;
    memory ??= newMemory(catalogs);
    const status = statuses.get(`${page}:${key}`);
    return {
      file: shortened(file, LIMITS.line),
      page,
      key,
      line,
      from: status?.from ?? from,
      to: status?.to ?? to,
      words,
      english: oldSource === undefined ? [] : [...englishDiffer(oldSource, source)],
      target: old === '' ? [] : [...differ(old, change.new)],
      terms: missingTerms(change, glossary),
      memory: memory(change),
    };
  });
}

/** Terms of the English none of whose translations stands in the target. */
function missingTerms({ source, new: target }: SegmentChange, glossary: Glossary): ArtifactSegment['terms'] {
  if (target === '') return [];
  const said = essence(target);
  const terms = new Set(glossary.find(proseOf(source)).map(({ term }) => term));
  return [...terms]
    .filter(({ targets }) => !targets.some((each) => said.includes(essence(each))))
    .slice(0, LIMITS.terms)
    .map(({ term, targets }) => ({
      term: shortened(term, LIMITS.line),
      targets: targets.slice(0, 3).map((each) => shortened(each, LIMITS.line)),
    }));
}

const essence = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

type Memory = (change: SegmentChange) => ArtifactSegment['memory'];

interface Remembered {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly page: string;
}

/** Translations of other entries; the entry's own, and those that say the same, are no news. */
function newMemory(catalogs: readonly Catalog[]): Memory {
  const distinct = new Map<string, Remembered>();
  for (const catalog of catalogs)
    for (const { key, source, target } of entriesOf(catalog)) {
      const name = `${key} ${target}`;
      if (target !== '' && !distinct.has(name)) distinct.set(name, { key, source, target, page: catalog.page });
    }
  let index: SimilarIndex<Remembered> | undefined;
  return ({ key, source, new: target }) => {
    if (target === '' || source.split(' ').length < FEWEST_WORDS) return [];
    index ??= similarIndex(distinct.values());
    const matches = index.nearest(source, LIMITS.memory + 2, SIMILAR);
    return matches
      .filter(({ entry }) => entry.target !== target)
      .slice(0, LIMITS.memory)
      .map(({ entry, score }) => ({
        percent: entry.key === key ? 100 : Math.min(99, Math.floor(score * 100)),
        page: entry.page,
        source: shortened(entry.source, 300),
        target: shortened(entry.target, 300),
      }));
  };
}

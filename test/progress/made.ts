/** Pages and catalogs for the tests of progress. */
import fc from 'fast-check';
import type { Entry } from '../../tools/catalog/types.ts';
import type { SurveyedPage } from '../../tools/progress/facts.ts';
import {
  englishDeskWords,
  englishProgressWords,
  englishWorkWords,
  type Surroundings,
} from '../../tools/progress/words.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import type { Counts } from '../../tools/status/types.ts';

export const around: Surroundings = {
  lang: 'zh-CN',
  progress: englishProgressWords,
  work: englishWorkWords,
  desk: englishDeskWords,
  repository: 'example/manual',
};

export const NONE: Counts = { total: 0, untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 };

export function counts(parts: Partial<Omit<Counts, 'total'>>): Counts {
  const all = { ...NONE, ...parts };
  return { ...all, total: all.untranslated + all.machine + all.stale + all.translated + all.reviewed };
}

export function surveyed(page: string, words: Partial<Counts>, more: Partial<SurveyedPage> = {}): SurveyedPage {
  const text = counts(words);
  return {
    page,
    title: { source: `About ${page}` },
    file: `translations/zh-CN/sql/${page}.md`,
    part: 'sql',
    segments: { text, index: NONE, releaseNotes: NONE },
    words: text,
    noteWords: NONE,
    ...more,
  };
}

/** An entry as a catalog's reader gives it. */
export function entry(source: string, target = '', more: Partial<Entry> = {}): Entry {
  return { type: 'entry', key: keyOf(source), source, target, line: 3, ...more };
}

export const machine = (target: string): Partial<Entry> => ({ machine: { target: targetHash(target) } });

export const stale = (target: string, oldSource: string): Partial<Entry> => ({
  stale: { was: keyOf(oldSource), target: targetHash(target), oldSource },
});

const amount = fc.nat({ max: 5000 });
export const anyCounts = fc
  .record({ untranslated: amount, machine: amount, stale: amount, translated: amount, reviewed: amount })
  .map(counts);

/** Pages of a few parts, release notes among them. */
export const anyPages: fc.Arbitrary<SurveyedPage[]> = fc
  .array(
    fc.record({
      part: fc.constantFrom('front', 'sql', 'admin', 'appendixes'),
      isNotes: fc.boolean(),
      words: anyCounts,
      segments: anyCounts.filter(({ total }) => total > 0),
    }),
    { maxLength: 12 },
  )
  .map((pages) =>
    pages.map(({ part, isNotes, words, segments }, at) => {
      const [text, releaseNotes] = isNotes ? [NONE, segments] : [segments, NONE];
      return surveyed(
        `page-${at}`,
        {},
        {
          part,
          segments: { text, index: NONE, releaseNotes },
          words: isNotes ? NONE : words,
          noteWords: isNotes ? words : NONE,
        },
      );
    }),
  );

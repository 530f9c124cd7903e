/** Pages of a version -> its parts with their sums. The sums of the parts are the whole; release notes stand apart. */
import type { Texts } from '../render/types.ts';
import { sum } from '../status/count.ts';
import type { PageStatus } from '../status/types.ts';
import type { Amount, PageFacts, PartFacts, VersionFacts } from './types.ts';

/** Name of the group of the release notes, where a part has its folder's. */
export const NOTES = 'release-notes';

/** A page as a survey has it. */
export interface SurveyedPage extends PageStatus {
  readonly title: Texts;
  readonly file: string | undefined;
  readonly part: string;
}

export type VersionHead = Pick<VersionFacts, 'version' | 'release' | 'date' | 'current'>;

export function versionFacts(head: VersionHead, surveyed: readonly SurveyedPage[]): VersionFacts {
  const pages = surveyed.map(pageFacts);
  const parts = new Map<string, PageFacts[]>();
  for (const page of pages.filter(({ isNotes }) => !isNotes)) {
    const known = parts.get(page.part);
    if (known) known.push(page);
    else parts.set(page.part, [page]);
  }
  const titles = new Map(pages.map(({ name, title }) => [name, title]));
  const made = [...parts].map(([id, members]) => partOf(id, titles.get(id), members));
  const notes = pages.filter(({ isNotes }) => isNotes);
  return { ...head, parts: made, notes: partOf(NOTES, undefined, notes), ...added(made) };
}

export function isReleaseNotesPage({ segments }: Pick<PageStatus, 'segments'>): boolean {
  return segments.text.total === 0 && segments.releaseNotes.total > 0;
}

function pageFacts(surveyed: SurveyedPage): PageFacts {
  const { page, title, part, file, segments, words, noteWords } = surveyed;
  const isNotes = isReleaseNotesPage(surveyed);
  const amount = isNotes ? { segments: segments.releaseNotes, words: noteWords } : { segments: segments.text, words };
  return { name: page, title, part, file, isNotes, ...amount };
}

function partOf(id: string, title: Texts | undefined, pages: readonly PageFacts[]): PartFacts {
  return { id, title, pages, ...added(pages) };
}

function added(amounts: readonly Amount[]): Amount {
  return { segments: sum(amounts.map((each) => each.segments)), words: sum(amounts.map((each) => each.words)) };
}

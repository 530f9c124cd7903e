/**
 * What is known of every page of a version once it was read: titles, and counts by status. Small enough to be kept of all
 * versions at once, for the pages that tell of the whole site.
 */
import type { Pin } from '../../project/types.ts';
import type { Texts } from '../../render/types.ts';
import type { PageSegments } from '../../segment/collect.ts';
import type { PageStatus } from '../../status/types.ts';
import type { Manual } from '../manual.ts';

export interface PageSurvey extends PageStatus {
  /** With its number. */
  readonly title: Texts;
  /** Path of its catalog. */
  readonly file: string | undefined;
  /** Folder of its catalog: the id of the part it stands in, or `front`. */
  readonly part: string;
  /** Whether it is a chapter or an appendix, which the book is made of. */
  readonly isChapter: boolean;
  /** Keys of its segments that are no mere index terms, each once, in reading order. */
  readonly keys: readonly string[];
  /** Where they stand on the page: the nearest id above the first place of each, as upstream prints it. */
  readonly anchors: readonly (string | undefined)[];
}

export interface VersionSurvey {
  readonly pin: Pin;
  /** In reading order. */
  readonly pages: readonly PageSurvey[];
}

export function surveyVersion(
  pin: Pin,
  manual: Manual,
  { survey }: { survey(page: PageSegments): PageSurvey },
): VersionSurvey {
  return { pin, pages: manual.segmentation.pages.map(survey) };
}

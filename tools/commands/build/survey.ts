/**
 * What is known of every page of a version when none is rendered: its outline, its title in both languages, and its
 * counts by status. Small enough to be held of all versions at once, for the pages that tell of the whole site.
 */
import { entriesByKey } from '../../catalog/entries.ts';
import type { Pin } from '../../project/types.ts';
import type { Texts } from '../../render/types.ts';
import { countPage } from '../../status/count.ts';
import type { PageStatus } from '../../status/types.ts';
import type { PageOutline, TextOutline } from '../outline.ts';
import { pageTitles, type TitlesRequest } from './page-titles.ts';

export interface PageSurvey extends PageStatus, Pick<PageOutline, 'part' | 'isChapter'> {
  /** With its number. */
  readonly title: Texts;
  /** Path of its catalog. */
  readonly file: string | undefined;
  /** Sources that are no mere index terms, each once, in reading order. */
  readonly texts: readonly TextOutline[];
}

export interface VersionSurvey {
  readonly pin: Pin;
  /** In reading order. */
  readonly pages: readonly PageSurvey[];
}

export async function surveyVersion(request: TitlesRequest): Promise<VersionSurvey> {
  const { pin, outline, inputs, catalogs } = request;
  const titles = await pageTitles(request);
  const survey = ({ name, part, isChapter, title, texts }: PageOutline): PageSurvey => {
    const file = catalogs.byPage.get(name);
    const entries = entriesByKey(file?.catalog);
    return {
      ...countPage(name, texts, (key) => entries.get(key), inputs.reviews),
      title: titles.get(name) ?? { source: title },
      file: file?.path,
      part,
      isChapter,
      texts: texts.filter(({ group }) => group !== 'index'),
    };
  };
  return { pin, pages: outline.pages.map(survey) };
}

/** The texts of a version that wait for somebody, with their dates where the history knows them. */
import { entriesByKey } from '../../catalog/entries.ts';
import type { WaitingText } from '../../progress/oldest.ts';
import type { VersionFacts } from '../../progress/types.ts';
import { kindOf } from '../../progress/work.ts';
import type { SiteFacts } from './site-facts.ts';
import type { VersionSurvey } from './survey.ts';

/** In reading order; release notes are left out. */
export function* waitingTexts(
  { catalogs, history, inputs }: SiteFacts,
  { parts }: VersionFacts,
  { pages }: VersionSurvey,
): Generator<WaitingText> {
  const known = new Map(parts.flatMap((part) => part.pages.map((page) => [page.name, page] as const)));
  for (const { page: name, texts } of pages) {
    const page = known.get(name);
    const file = catalogs.byPage.get(name);
    if (!page || !file) continue;
    const entries = entriesByKey(file.catalog);
    for (const { key, anchor } of texts) {
      const entry = entries.get(key);
      const since = history.since(name, key);
      const kind = entry && since !== undefined ? kindOf(name, entry, inputs.reviews) : undefined;
      if (entry && kind !== undefined && since !== undefined) yield { page, entry, kind, since, anchor };
    }
  }
}

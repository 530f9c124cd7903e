/** The pages of progress, their JSON and the badges. */
import type { SitePage } from '../../../.vitepress/types.ts';
import { badge } from '../../progress/badges.ts';
import { versionFacts } from '../../progress/facts.ts';
import { percent } from '../../progress/html.ts';
import { progressJson, versionJson } from '../../progress/json.ts';
import { progressIndex, translatedWords, versionProgress } from '../../progress/progress-pages.ts';
import type { VersionFacts } from '../../progress/types.ts';
import type { Surroundings } from '../../progress/words.ts';
import type { BuildInputs } from './inputs.ts';
import type { OwnPages, SiteFacts, SiteFile } from './site-facts.ts';

export async function progressPages(_: unknown, { inputs, surveys }: SiteFacts): Promise<OwnPages> {
  const around = surroundingsOf(inputs);
  const versions = factsOf({ inputs, surveys });
  const { language } = inputs.project;
  const { progress } = around;
  const index = page('progress/index', progress.title, progress.lead, inputs, () =>
    progressIndex(versions, { sections: [] }, around),
  );
  const pages = versions.map((facts) => {
    const title = progress.titleOf.replace('{release}', facts.release);
    return page(`progress/${facts.version}`, title, progress.leadOf, inputs, () =>
      versionProgress(facts, { sections: [] }, around),
    );
  });
  const files = [
    { path: 'progress/progress.json', content: progressJson(language, versions, {}) },
    ...versions.map((facts) => ({
      path: `progress/${facts.version}.json`,
      content: versionJson(language, facts, {}),
    })),
    ...versions.flatMap((facts) => badgesOf(facts, around)),
  ];
  return { pages: [index, ...pages], files };
}

function badgesOf({ version, release, words }: VersionFacts, { progress }: Surroundings): SiteFile[] {
  const label = `PostgreSQL ${release}`;
  const one = (path: string, part: number, word: string): SiteFile => {
    const share = percent(part, words.total);
    return { path, content: badge({ label, value: `${share}% ${word}`, share }) };
  };
  return [
    one(`badges/${version}.svg`, translatedWords(words), progress.badgeTranslated),
    one(`badges/${version}-reviewed.svg`, words.reviewed, progress.badgeReviewed),
  ];
}

/** Facts of all versions, in the project's order. */
export function factsOf({ inputs, surveys }: Pick<SiteFacts, 'inputs' | 'surveys'>): VersionFacts[] {
  return surveys.map(({ pin, pages }) => {
    const current = inputs.project.versions.some(({ name, current }) => current && name === pin.version);
    return versionFacts({ version: pin.version, release: pin.release, date: pin.date, current }, pages);
  });
}

export function surroundingsOf({ project, words }: BuildInputs): Surroundings {
  return { lang: project.language, progress: words.progress, work: words.work, repository: project.repository };
}

/** A page of the site that is no article of anybody. */
export function page(
  path: string,
  title: string,
  description: string,
  { project }: BuildInputs,
  html: () => string,
): SitePage {
  return { path, title, description, lang: project.language, kind: 'article', searchable: false, html };
}

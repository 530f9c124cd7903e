/** The pages of progress, their JSON and the badges. */
import type { SitePage } from '../../../.vitepress/types.ts';
import { badge } from '../../progress/badges.ts';
import { versionFacts } from '../../progress/facts.ts';
import { isoDay, percent } from '../../progress/html.ts';
import { progressJson, versionJson } from '../../progress/json.ts';
import { oldestOf } from '../../progress/oldest.ts';
import { progressIndex, translatedWords, versionProgress } from '../../progress/progress-pages.ts';
import { badgesSection, oldestSection, upstreamSection } from '../../progress/progress-sections.ts';
import { trendSection } from '../../progress/trend-chart.ts';
import type { VersionFacts } from '../../progress/types.ts';
import type { Surroundings } from '../../progress/words.ts';
import type { BuildInputs } from './inputs.ts';
import type { OwnPages, SiteFacts, SiteFile } from './site-facts.ts';
import type { VersionSurvey } from './survey.ts';
import { waitingTexts } from './waiting-texts.ts';

export async function progressPages(_: unknown, site: SiteFacts): Promise<OwnPages> {
  const { inputs, surveys, history } = site;
  const around = surroundingsOf(inputs);
  const versions = factsOf({ inputs, surveys });
  const { language } = inputs.project;
  const { progress } = around;
  const index = page('progress/index', progress.title, progress.lead, inputs, () =>
    progressIndex(versions, { sections: [trendSection(history.trend, around)] }, around),
  );
  const pages = versions.map((facts, at) => {
    const title = progress.titleOf.replace('{release}', facts.release);
    return page(`progress/${facts.version}`, title, progress.leadOf, inputs, () =>
      versionProgress(facts, { sections: sectionsOf(site, facts, surveys[at], around) }, around),
    );
  });
  const files = [
    { path: 'progress/progress.json', content: progressJson(language, versions, { trend: trendJson(history) }) },
    ...versions.map((facts) => ({
      path: `progress/${facts.version}.json`,
      content: versionJson(language, facts, { upstream: history.upstream.get(facts.version) ?? null }),
    })),
    ...versions.flatMap((facts) => badgesOf(facts, around)),
  ];
  return { pages: [index, ...pages], files };
}

function sectionsOf(
  site: SiteFacts,
  facts: VersionFacts,
  survey: VersionSurvey | undefined,
  around: Surroundings,
): string[] {
  const { progress } = around;
  const { version } = facts;
  const texts = survey ? [...waitingTexts(site, facts, survey)] : [];
  const pages = new Map([...facts.parts, facts.notes].flatMap((part) => part.pages.map((each) => [each.name, each])));
  return [
    oldestSection(progress.oldestStale, oldestOf(texts, 'stale'), version, around),
    oldestSection(progress.oldestUnreviewed, oldestOf(texts, 'unreviewed'), version, around),
    upstreamSection(site.history.upstream.get(version), pages, around),
    badgesSection(facts, site.inputs.project.site ?? '/', around),
  ];
}

/** Null where there is no history to tell of. */
function trendJson({ trend }: SiteFacts['history']) {
  if (typeof trend === 'string') return null;
  return trend.map(({ commit, at, words }) => ({ commit, date: isoDay(at), words }));
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
  return {
    lang: project.language,
    progress: words.progress,
    work: words.work,
    desk: words.desk,
    repository: project.repository,
  };
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

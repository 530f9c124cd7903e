/** What the shell of the site is told of the workspace. */
import { type FeedbackWay, PAGES_SITEMAP, type SiteOptions } from '../../../.vitepress/site.ts';
import { siteWords } from '../../../.vitepress/words.ts';
import { compareVersions } from '../../project/lock-file.ts';
import type { Project } from '../../project/types.ts';
import { feedsOf } from './blog.ts';
import { ELSEWHERE_PAGE } from './elsewhere-path.ts';
import { GLOSSARY_PATH } from './glossary-page.ts';
import { type BuildInputs, currentVersion } from './inputs.ts';
import { PEOPLE_PAGE } from './people.ts';

/** @param out the folder that the site is built in */
export function siteOptions(inputs: BuildInputs, out: string): Omit<SiteOptions, 'pages' | 'work'> {
  const { project, words, folders, articles, card } = inputs;
  const site = new URL(project.site ?? 'http://localhost/');
  const current = currentVersion(project);
  const sections = (['blog', 'faq', 'guide'] as const).filter((folder) => folders.has(folder));
  const hasGlossary = articles.some(({ path }) => path === GLOSSARY_PATH);
  return {
    title: project.title,
    lang: project.language,
    base: site.pathname,
    origin: site.origin,
    out,
    versions: project.versions.map(({ name }) => ({ name, current: name === current })),
    words: words.site,
    nav: [
      { text: words.page.manual, href: `docs/${current}/index.html` },
      ...(hasGlossary ? [{ text: siteWords(words.site).glossary, href: `${GLOSSARY_PATH}.html` }] : []),
      { text: words.page.work, href: 'work/index.html' },
      { text: words.page.progress, href: 'progress/index.html' },
      { text: words.page.people, href: PEOPLE_PAGE },
      ...sections.map((folder) => ({ text: words.page[folder], href: `${folder}/index.html` })),
    ],
    footer: project.footer,
    footLinks: [{ text: words.elsewhere.title, href: ELSEWHERE_PAGE }],
    feeds: feedsOf(inputs),
    feedback: feedbackOf(project),
    ...(card === undefined ? {} : { card }),
  };
}

/** Without a repository there is no form on GitHub. */
function feedbackOf({ feedback, repository }: Project): readonly FeedbackWay[] {
  return feedback.flatMap((way): FeedbackWay[] => {
    if (way.kind !== 'github') return [way];
    return repository === undefined ? [] : [{ kind: 'github', repository }];
  });
}

/** The sitemaps of a site, for its index: the newest version first, whatever the project's order. */
export function sitemapsOf(versions: readonly string[]): string[] {
  const newestFirst = [...versions].sort((a, b) => compareVersions(b, a));
  return [PAGES_SITEMAP, ...newestFirst.map((version) => `docs/${version}/sitemap.xml`)];
}

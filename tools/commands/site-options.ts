/** What the shell of the site is told of the workspace. */
import { PAGES_SITEMAP, type SiteOptions } from '../../.vitepress/site.ts';
import type { BuildInputs } from './build-inputs.ts';

/** @param out the folder that the site is built in */
export function siteOptions(
  { project, words, folders }: BuildInputs,
  out: string,
): Omit<SiteOptions, 'pages' | 'work'> {
  const site = new URL(project.site ?? 'http://localhost/');
  const current = project.versions.find((version) => version.current)?.name ?? '';
  const sections = (['blog', 'faq', 'guide'] as const).filter((folder) => folders.has(folder));
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
      ...sections.map((folder) => ({ text: words.page[folder], href: `${folder}/index.html` })),
    ],
    footer: project.footer,
  };
}

/** The sitemaps of a site, for its index. */
export function sitemapsOf(versions: readonly string[]): string[] {
  return [PAGES_SITEMAP, ...versions.map((version) => `docs/${version}/sitemap.xml`)];
}

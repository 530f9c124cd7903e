/** The page of mirrors and downloads, and llms.txt. */
import { elsewherePage } from '../../elsewhere/elsewhere-page.ts';
import { type LlmsPage, type LlmsSection, llmsText } from '../../elsewhere/llms.ts';
import { archivePath } from './archive.ts';
import { feedsOf } from './blog.ts';
import { ELSEWHERE_PAGE } from './elsewhere-path.ts';
import { type BuildInputs, currentVersion } from './inputs.ts';
import type { OwnPages, SiteFacts } from './site-facts.ts';

export async function elsewherePages(_: unknown, facts: SiteFacts): Promise<OwnPages> {
  const { inputs, surveys, hasArchives } = facts;
  const { project, words } = inputs;
  const html = elsewherePage(
    {
      site: project.site,
      mirrors: project.mirrors,
      archives: hasArchives
        ? surveys.map(({ pin }) => ({ release: pin.release, href: `../${archivePath(pin.version)}` }))
        : [],
      versions: surveys.map(({ pin: { version } }) => ({ version, href: `../docs/${version}/llms.txt` })),
      feeds: feedsOf(inputs).map(({ title, href }) => ({ title, href: `../${href}` })),
      llms: '../llms.txt',
    },
    words.elsewhere,
  );
  return {
    pages: [
      {
        path: ELSEWHERE_PAGE.replace(/\.html$/, ''),
        title: words.elsewhere.title,
        description: words.elsewhere.lead,
        lang: project.language,
        kind: 'article',
        searchable: false,
        html: () => html,
      },
    ],
    files: [{ path: 'llms.txt', content: llmsOf(facts) }],
  };
}

/** The current version's chapters, the other versions, and what else there is to read. */
function llmsOf({ inputs, surveys }: SiteFacts): string {
  const { project, words } = inputs;
  const current = currentVersion(project);
  const survey = surveys.find(({ pin }) => pin.version === current);
  const chapters = (survey?.pages ?? []).filter(({ isChapter }) => isChapter);
  const page = (href: string, source: string): LlmsPage => ({ href, title: { source } });
  const others = surveys.filter(({ pin }) => pin.version !== current);
  const legal = survey?.pages.find(({ page }) => page === 'legalnotice');
  const sections: LlmsSection[] = [
    {
      title: words.elsewhere.chapters.replace('{version}', () => survey?.pin.release ?? current),
      pages: [
        page(
          `docs/${current}/llms.txt`,
          words.elsewhere.all.replace('{version}', () => current),
        ),
        ...chapters.map(({ page, title }) => ({ href: `docs/${current}/${page}.md`, title })),
      ],
    },
    {
      title: words.elsewhere.otherVersions,
      pages: others.map(({ pin }) => page(`docs/${pin.version}/llms.txt`, `PostgreSQL ${pin.release}`)),
    },
    { title: words.elsewhere.more, pages: moreOf(inputs, page) },
    {
      title: words.elsewhere.licence,
      pages: legal ? [{ href: `docs/${current}/${legal.page}.md`, title: legal.title }] : [],
    },
  ];
  return llmsText(project.title, words.elsewhere.summary, sections);
}

function moreOf({ folders, words }: BuildInputs, page: (href: string, title: string) => LlmsPage): LlmsPage[] {
  const sections = (['blog', 'faq', 'guide'] as const).filter((folder) => folders.has(folder));
  return [
    ...sections.map((folder) => page(`${folder}/index.html`, words.page[folder])),
    page(ELSEWHERE_PAGE, words.elsewhere.title),
  ];
}

/** The pages about people, made of the ledger, and people/people.json. */
import { type OriginFacts, peopleSection, type Surroundings } from '../../people/index.ts';
import { pointFindings } from '../../points/findings.ts';
import type { Context } from '../context.ts';
import { formatFinding } from '../context.ts';
import { type BuildInputs, currentVersion } from './inputs.ts';
import type { OwnPages, SiteFacts } from './site-facts.ts';

/** Site path, with extension, of the list of everybody. */
export const PEOPLE_PAGE = 'people/index.html';

export async function peoplePages(context: Context, site: SiteFacts): Promise<OwnPages> {
  const { inputs } = site;
  const { project, ledger, people, reviews, reviewers, points } = inputs;
  const { rules, offices = [] } = points;
  const findings = rules ? pointFindings(ledger, rules, offices) : [];
  for (const finding of findings) context.tell(formatFinding(finding));
  const facts = { files: ledger, pages: people, reviews, rules, offices, reviewers, origins: originsOf(inputs) };
  const { pages, described } = peopleSection(facts, surroundings(site));
  return {
    pages: pages.map((page) => ({ ...page, lang: project.language, kind: 'article', searchable: false })),
    files: [{ path: 'people/people.json', content: `${JSON.stringify(described, null, 1)}\n` }],
  };
}

const originsOf = ({ project, origins }: BuildInputs): readonly OriginFacts[] =>
  project.origins.map((origin) => ({ ...origin, pages: origins.get(origin.id)?.size ?? 0 }));

function surroundings({ inputs, surveys }: SiteFacts): Surroundings {
  const { project, words } = inputs;
  const current = currentVersion(project);
  const survey = surveys.find(({ pin }) => pin.version === current);
  const titles = new Map(survey?.pages.map(({ page, title }) => [page, title]));
  const own = [...inputs.articles, ...inputs.posts, ...inputs.questions];
  const published = new Map(own.map(({ path, title }) => [path, title]));
  const guide = ['guide/translators', 'guide/index'].find((path) => published.has(path));
  return {
    lang: project.language,
    words: words.people,
    manual(page) {
      const title = titles.get(page);
      return title && { path: `docs/${current}/${page}.html`, title };
    },
    article(file) {
      const path = /^docs\/(.+)\.md$/.exec(file)?.[1] ?? '';
      const target = published.get(path);
      return target === undefined ? undefined : { path: `${path}.html`, title: { source: '', target } };
    },
    guide: guide === undefined ? undefined : `${guide}.html`,
    rules: published.has('guide/points') ? 'guide/points.html' : undefined,
  };
}

/** What the pages of posts and questions are made with: words, titles of the manual, people. */
import type { SitePage } from '../../../.vitepress/types.ts';
import type { Surroundings } from '../../articles/markup.ts';
import type { ArticlePage } from '../../articles/types.ts';
import { byLogin } from '../../ledger/person-pages.ts';
import { type BuildInputs, currentVersion } from './inputs.ts';
import type { SiteFacts } from './site-facts.ts';

export function surroundingsOf({ inputs, surveys }: SiteFacts): Surroundings {
  const { project, words } = inputs;
  const titles = new Map(
    surveys.map(({ pin, pages }) => [pin.version, new Map(pages.map(({ page, title }) => [page, title]))]),
  );
  const people = byLogin(inputs.people);
  return {
    lang: project.language,
    words: words.articles,
    titles: words.page,
    manualTitle: (version, page) => titles.get(version)?.get(page),
    versions: project.versions.map(({ name }) => name),
    current: currentVersion(project),
    personPage: (login) => people.get(login)?.path,
    editUrl: (file) =>
      project.repository === undefined ? undefined : `https://github.com/${project.repository}/edit/main/${file}`,
  };
}

/** A page of this section as the driver takes it. */
export function sitePage(
  { path, title, description, html, searchable, image, structured }: ArticlePage,
  { project }: BuildInputs,
): SitePage {
  return {
    path,
    title,
    ...(description === undefined ? {} : { description }),
    lang: project.language,
    kind: 'article',
    html: () => html,
    searchable,
    ...(image === undefined ? {} : { image }),
    ...(structured === undefined ? {} : { structured }),
  };
}

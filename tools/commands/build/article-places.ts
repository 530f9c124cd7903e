/** What posts and questions say of the manual, and of each other, held against what there is. */
import { checkPlaces, type ManualPlaces } from '../../articles/manual-places.ts';
import { checkSiteLinks } from '../../articles/site-links.ts';
import type { Article } from '../../articles/types.ts';
import type { Finding } from '../../docbook/types.ts';
import type { Project } from '../../project/types.ts';
import type { Articles } from './articles.ts';
import { currentVersion } from './inputs.ts';

/** Links that lead nowhere, and places that no manual has: warnings, for a version's manual changes without its articles. */
export function articleFindings(
  articles: readonly Article[],
  { posts, questions, pages }: Pick<Articles, 'posts' | 'questions' | 'pages'>,
  places: ManualPlaces,
): readonly Finding[] {
  const published = new Set([...posts, ...questions, ...pages].map(({ path }) => path));
  return articles.flatMap((article) => [...checkPlaces(article, places), ...checkSiteLinks(article, published)]);
}

/** Ids on every page of a version. */
export type IdsByPage = ReadonlyMap<string, readonly string[]>;

/** @param idsOf undefined for a version that is not known */
export function manualPlaces(project: Project, idsOf: (version: string) => IdsByPage | undefined): ManualPlaces {
  return {
    versions: project.versions.map(({ name }) => name),
    current: currentVersion(project),
    pages: (version) => idsOf(version)?.keys(),
    ids: (version, page) => idsOf(version)?.get(page),
  };
}

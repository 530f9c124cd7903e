/** Links into the manual: what they name, and whether it is there. */
import { nearest } from '../check/nearest.ts';
import type { Finding } from '../docbook/types.ts';
import type { Article, Question, Reference, TextLink } from './types.ts';

/** Which pages and ids the manuals have. */
export interface ManualPlaces {
  /** Of the project, in its order. */
  readonly versions: readonly string[];
  readonly current: string;
  /** Undefined for a version that is not known. */
  pages(version: string): Iterable<string> | undefined;
  /** Ids of a page; undefined if there is no such page. */
  ids(version: string, page: string): readonly string[] | undefined;
}

/** A place in the manual of one version, or of the current one. */
export interface ManualLink extends Reference {
  /** `current`, or a version's name. */
  readonly version: string;
}

const LINK = /^docs\/([^/#?]+)\/([^/#?]+)\.html(?:\?[^#]*)?(?:#(.+))?$/;

/** What of a page's links leads into the manual. */
export function manualLinks(links: readonly TextLink[]): readonly ManualLink[] {
  return links.flatMap(({ href, line }) => {
    const [, version, page, id] = LINK.exec(href) ?? [];
    if (version === undefined || page === undefined) return [];
    return [{ version, page, id: id === undefined ? undefined : decoded(id), line }];
  });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Links of an article's text, and `related` of a question, that name what no manual has. */
export function checkPlaces(article: Article | Question, places: ManualPlaces): readonly Finding[] {
  const warn = (line: number, rule: string, message: string): Finding => ({
    severity: 'warning',
    rule: `articles/${rule}`,
    file: article.file,
    line,
    message,
  });
  const ofLinks = manualLinks(article.outline.links).flatMap((link) => {
    const version = link.version === 'current' ? places.current : link.version;
    const problem = problemOf(link, version, places);
    return problem === undefined ? [] : [warn(link.line, 'manual-link', problem)];
  });
  if (!('related' in article)) return ofLinks;
  const named = versionsOf(article, places);
  const ofRelated = article.related.flatMap((reference) => {
    const problems = named.map((version) => problemOf(reference, version, places));
    const [first] = problems.filter((problem) => problem !== undefined);
    if (first === undefined) return [];
    return [warn(reference.line, 'related', `\`related\`: ${first}`)];
  });
  return [...ofLinks, ...ofRelated];
}

/** Versions of the project that a question speaks of: the current one where it names none of them. */
export function versionsOf(
  { versions }: Question,
  places: Pick<ManualPlaces, 'versions' | 'current'>,
): readonly string[] {
  const known = places.versions.filter((version) => versions.includes(version));
  return known.length > 0 ? known : [places.current];
}

function problemOf({ page, id }: Reference, version: string, places: ManualPlaces): string | undefined {
  if (!places.versions.includes(version))
    return `there is no manual of version ${version}; the site has ${places.versions.join(', ')}`;
  const pages = places.pages(version);
  if (pages === undefined) return undefined;
  const ids = places.ids(version, page);
  if (ids === undefined) return `the manual of version ${version} has no page ${page}${near(page, pages)}`;
  if (id === undefined || ids.includes(id)) return undefined;
  return `page ${page} of version ${version} has no #${id}${near(id, ids)}`;
}

/** Ids are in capitals on the site; who wrote small letters meant those. */
function near(word: string, names: Iterable<string>): string {
  const all = [...names];
  const found = all.find((name) => name.toUpperCase() === word.toUpperCase()) ?? nearest(word, all);
  return found === undefined ? '' : `; did you mean ${found}?`;
}

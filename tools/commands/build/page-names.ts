/** The pages of every version, for the links from a page to its like in other versions. */
import { type PageIn, pageVersions } from '../../catalog/page-versions.ts';
import type { Project } from '../../project/types.ts';
import type { VersionLink } from '../../render/version-links.ts';
import type { PageOutline, VersionOutline } from '../outline.ts';

/** The title of a page in English, and the key of its source where it is one. */
export type PageTitle = Pick<PageOutline, 'title' | 'titleKey'>;

export interface PageNames {
  /** A page of a version in all versions, in the project's order. */
  links(version: string, page: string): readonly VersionLink[];
  /** Pages that other versions have and this one lacks. */
  missing(version: string): ReadonlyMap<string, readonly VersionLink[]>;
  /** Of the first version that has the page. */
  title(page: string): PageTitle | undefined;
  /** Ids on every page of a version; undefined for a version that there is not. */
  ids(version: string): ReadonlyMap<string, readonly string[]> | undefined;
}

/** @param outlines those of all versions, in the project's order */
export function pageNames(outlines: readonly VersionOutline[], project: Project): PageNames {
  const titles = new Map<string, PageTitle>();
  for (const { pages } of outlines) for (const page of pages) if (!titles.has(page.name)) titles.set(page.name, page);
  const ids = new Map(
    outlines.map(({ version, pages }) => [version, new Map(pages.map((page) => [page.name, page.ids]))] as const),
  );
  const versions = outlines.map(({ version, pages }) => ({ version, pages: ownKeys(pages) }));
  const { of, missing } = pageVersions(versions);
  const link = ({ version, page }: PageIn): VersionLink => {
    const { current = false, stage } = project.versions.find(({ name }) => name === version) ?? {};
    return { name: version, page, current, stage };
  };
  return {
    links: (version, page) => of(version, page).map(link),
    missing: (version) => new Map([...missing(version)].map(([page, places]) => [page, places.map(link)])),
    title: (page) => titles.get(page),
    ids: (version) => ids.get(version),
  };
}

/** Keys that stand on one page alone. Release notes of one day say the same in every version, and are no renamed pages. */
function ownKeys(pages: readonly PageOutline[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, number>();
  for (const { texts } of pages) for (const { key } of texts) places.set(key, (places.get(key) ?? 0) + 1);
  return new Map(
    pages.map(({ name, isReleaseNotes, texts }) => {
      const own = isReleaseNotes ? [] : texts.filter(({ key }) => places.get(key) === 1);
      return [name, new Set(own.map(({ key }) => key))];
    }),
  );
}

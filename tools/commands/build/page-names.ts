/** The pages of every version, for the links from a page to its like in other versions. */
import { type PageIn, pageVersions, type VersionPages } from '../../catalog/page-versions.ts';
import { textOf, titleElement } from '../../docbook/tree.ts';
import type { Upstream } from '../../io/upstream.ts';
import type { VersionLink } from '../../render/version-links.ts';
import type { PageSegments } from '../../segment/collect.ts';
import { isReleaseNotes } from '../../status/count.ts';
import { digestOf } from '../digest.ts';
import { type Manual, openPin, readManual } from '../manual.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';
import { idsOf } from './page-ids.ts';

/** The title of a page in English, and the key of its segment where it is one. */
export interface PageTitle {
  readonly title: string;
  readonly titleKey: string | undefined;
}

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

/** What is kept of a page: its keys and ids as texts, which are read faster than lists. */
interface NamedPage extends PageTitle {
  readonly name: string;
  readonly keys: string;
  readonly ids: string;
}

/** A pin stands for its pages: a version is read for them once, until the tool reads otherwise. */
export async function readPageNames(
  upstream: Upstream,
  { pins, project, tool }: Pick<BuildInputs, 'pins' | 'project' | 'tool'>,
  cache: BuildCache,
): Promise<PageNames> {
  const versions: VersionPages[] = [];
  const titles = new Map<string, PageTitle>();
  const ids = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const { version, commit } of pins) {
    const key = digestOf(tool, commit);
    const pages =
      cache.known<NamedPage[]>(`pages-${version}`, key) ??
      namedPages(readManual(version, await openPin(upstream, commit)));
    cache.keep(`pages-${version}`, key, pages);
    versions.push({ version, pages: new Map(pages.map(({ name, keys }) => [name, new Set(keys.match(/\w+/g))])) });
    ids.set(version, new Map(pages.map((page) => [page.name, page.ids.split(' ')])));
    for (const page of pages) if (!titles.has(page.name)) titles.set(page.name, page);
  }
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

function namedPages({ segmentation, pages }: Manual): NamedPage[] {
  const places = new Map<string, number>();
  for (const { segments } of segmentation.pages)
    for (const key of distinctKeys(segments)) places.set(key, (places.get(key) ?? 0) + 1);
  return segmentation.pages.map(({ page, segments }) => {
    const title = titleElement(page.element);
    // Release notes of one day say the same in every version, and are no renamed pages.
    const own = isReleaseNotes(page.element.file) ? [] : distinctKeys(segments).filter((key) => places.get(key) === 1);
    return {
      name: page.name,
      title: title ? textOf(title).replace(/\s+/g, ' ').trim() : page.name,
      titleKey: segments.find(({ owner }) => owner === title)?.key,
      keys: own.join(' '),
      ids: idsOf(page, pages).join(' '),
    };
  });
}

const distinctKeys = (segments: PageSegments['segments']) => [...new Set(segments.map(({ key }) => key))];

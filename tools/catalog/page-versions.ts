/**
 * Which page of another version a page is: that of its name; where there is none, the one that upstream has renamed it
 * to or from, or that has taken its text in, which is found by what both say.
 */
import { isAlike, matchPages, pageHolding } from './page-matches.ts';

export interface VersionPages {
  readonly version: string;
  /** Keys of the segments that stand on this page alone, by the page's name. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A page as another version has it; `page` undefined: it has none. */
export interface PageIn {
  readonly version: string;
  readonly page: string | undefined;
}

export interface PageVersions {
  /** The page in every version, that one too, in their order. */
  of(version: string, page: string): readonly PageIn[];
  /** Pages that other versions have and this one lacks, by their names; each as `of` gives it. */
  missing(version: string): ReadonlyMap<string, readonly PageIn[]>;
}

/** @param versions all versions of a project, in its order */
export function pageVersions(versions: readonly VersionPages[]): PageVersions {
  const renamed = new Map<VersionPages, Map<VersionPages, ReadonlyMap<string, string>>>();
  for (const from of versions) renamed.set(from, new Map(versions.map((to) => [to, renamesBetween(from, to)])));
  const within = (from: VersionPages, page: string, to: VersionPages) =>
    to.pages.has(page) ? page : renamed.get(from)?.get(to)?.get(page);
  const versionOf = (name: string) => versions.find(({ version }) => version === name);
  return {
    of(version, page) {
      const from = versionOf(version);
      return versions.map((to) => ({ version: to.version, page: from && within(from, page, to) }));
    },
    missing(version) {
      const here = versionOf(version);
      if (!here) return new Map();
      // What stands nearest knows best what became of a page.
      const at = versions.indexOf(here);
      const nearest = [...versions].sort((a, b) => distance(versions, a, at) - distance(versions, b, at));
      // Some disks tell no capitals.
      const taken = new Set([...here.pages.keys()].map((page) => page.toLowerCase()));
      const missing = new Map<string, readonly PageIn[]>();
      for (const from of nearest)
        for (const page of from.pages.keys()) {
          if (taken.has(page.toLowerCase())) continue;
          taken.add(page.toLowerCase());
          const places = versions.map((to) => ({ version: to.version, page: within(from, page, to) }));
          missing.set(page, places);
        }
      return new Map([...missing].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

const distance = (versions: readonly VersionPages[], one: VersionPages, at: number) =>
  Math.abs(versions.indexOf(one) - at);

/**
 * Pages of `from` without a namesake in `to`, and what they are called there. A namesake that says something else, such as
 * the note that a page has moved, leaves its own page free to be found.
 */
function renamesBetween(from: VersionPages, to: VersionPages): ReadonlyMap<string, string> {
  if (from === to) return new Map();
  const gone = new Map([...from.pages].filter(([page]) => !to.pages.has(page)));
  const free = [...to.pages].filter(([page, keys]) => {
    const namesake = from.pages.get(page);
    return namesake === undefined || !isAlike(namesake, keys);
  });
  const renames = new Map(matchPages(gone, new Map(free.map(([page, keys]) => [page, [...keys]]))));
  const pageOf = new Map([...to.pages].flatMap(([page, keys]) => [...keys].map((key) => [key, page] as const)));
  for (const [page, keys] of gone) {
    const holder = renames.has(page) ? undefined : pageHolding(keys, pageOf);
    if (holder !== undefined) renames.set(page, holder);
  }
  return renames;
}

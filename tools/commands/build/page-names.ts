/** Names of the pages of every version, for the links from a page to its like in other versions. */
import type { Upstream } from '../../io/upstream.ts';
import type { Pin } from '../../project/types.ts';
import { openPin, readManual } from '../manual.ts';
import type { BuildCache } from './cache.ts';

/** Versions that have a page, by its name, in the project's order. */
export type VersionsOf = (page: string) => readonly string[];

/** A pin stands for its pages: a version is read for its names once. */
export async function readPageNames(upstream: Upstream, pins: readonly Pin[], cache: BuildCache): Promise<VersionsOf> {
  const versions = new Map<string, string[]>();
  for (const { version, commit } of pins) {
    const known = cache.known<string[]>(`pages-${version}`, commit);
    const names = known ?? readManual(version, await openPin(upstream, commit)).pages.all.map(({ name }) => name);
    cache.keep(`pages-${version}`, commit, names);
    for (const name of names) versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return (page) => versions.get(page) ?? [];
}

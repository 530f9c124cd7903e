/** Files at commits, and what differs between two of them. Only plain files have a text: no links, no submodules. */

import { readTexts } from './objects.ts';
import { explained, local, type Place } from './place.ts';
import type { FileChange } from './types.ts';

interface RawChange {
  /** From the top of the repository. */
  readonly path: string;
  /** Ids of the contents; undefined where there is no plain file. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** @param folders relative to the workspace; all of it without one */
export async function changesBetween(
  place: Place,
  [before, after]: readonly [string, string],
  folders: readonly string[],
): Promise<readonly FileChange[]> {
  const raw = await rawChanges(place, before, after, folders.length === 0 ? ['.'] : folders);
  const plain = raw.filter((change) => change.before !== change.after);
  const texts = await readTexts(
    place,
    new Set(plain.flatMap((change) => [change.before ?? [], change.after ?? []].flat())),
  );
  const text = (id: string | undefined) => (id === undefined ? undefined : texts.get(id));
  return plain.map((change) => ({
    path: change.path.slice(place.prefix.length),
    before: text(change.before),
    after: text(change.after),
  }));
}

/** Of the whole repository; what lies outside the workspace begins with `../`. */
export async function changedPathsBetween(place: Place, before: string, after: string): Promise<readonly string[]> {
  return (await rawChanges(place, before, after, [])).map(({ path }) => relativePath(place.prefix, path));
}

/** Texts of the files at or below a path, by path in the workspace. */
export async function textsBelow(
  place: Place,
  commit: string,
  path: string,
  wanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit, '--', place.prefix + path];
  const listing = await explained(place, `${commit} cannot be read`, () => local(place, args));
  const files = splitEntries(listing).flatMap((entry) => {
    const [, id, full] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (id === undefined || full === undefined) return [];
    const name = full.slice(place.prefix.length);
    return wanted(name) ? [{ id, name }] : [];
  });
  const texts = await readTexts(place, new Set(files.map(({ id }) => id)));
  return new Map(files.map(({ id, name }) => [name, texts.get(id) ?? '']));
}

/** Sorted by path, by code unit. */
async function rawChanges(place: Place, before: string, after: string, folders: readonly string[]) {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-relative', before, after, '--'];
  const output = await explained(place, `${before} and ${after} cannot be compared`, () =>
    local(place, [...args, ...folders]),
  );
  const tokens = splitEntries(output);
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const [oldMode = '', newMode = '', oldId, newId] = (tokens[at] as string).slice(1).split(' ');
    const plain = (mode: string, id: string | undefined) => (mode.startsWith('100') ? id : undefined);
    changes.push({ path: tokens[at + 1] as string, before: plain(oldMode, oldId), after: plain(newMode, newId) });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const splitEntries = (output: Buffer): readonly string[] => output.toString('utf8').split('\0').slice(0, -1);

function relativePath(prefix: string, path: string): string {
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return '../'.repeat(prefix.split('/').length - 1) + path;
}

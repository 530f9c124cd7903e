/** `/accept` on main's tip: the flags that it lifts, as files to write. */
import { acceptKeys } from '../../catalog/accept.ts';
import { entriesByKey } from '../../catalog/entries.ts';
import { parseCatalog } from '../../catalog/parse.ts';
import { serializeCatalog } from '../../catalog/serialize.ts';
import type { Entry } from '../../catalog/types.ts';
import type { Repository } from '../../io/repository/types.ts';
import type { CommitId } from '../../ledger/types.ts';
import { targetHash } from '../../segment/key.ts';
import { pageOfPath } from '../workspace.ts';
import type { MainThen } from './on-comment-moment.ts';

export interface Lifted {
  readonly files: ReadonlyMap<string, string>;
  /** As `page:key`: entries that have changed since the person spoke of them, and stay as they are. */
  readonly changed: readonly string[];
}

/** @param accepted keys by page, stale when the comment was written. Flags that are gone already are no problem. */
export async function liftedAt(
  repository: Repository,
  tip: CommitId,
  then: MainThen,
  accepted: ReadonlyMap<string, readonly string[]>,
): Promise<Lifted> {
  const files = new Map<string, string>();
  const changed: string[] = [];
  for (const [page, keys] of accepted) {
    const file = (await then.catalogs()).byPage.get(page);
    if (!file) continue;
    const { path, text } = await fileAt(repository, tip, file.path);
    const { catalog } = parseCatalog(text, path, page);
    const [before, now] = [entriesByKey(file.catalog), entriesByKey(catalog)];
    const same = keys.filter((key) => isSame(before.get(key), now.get(key)));
    changed.push(...keys.filter((key) => !same.includes(key)).map((key) => `${page}:${key}`));
    const acceptance = acceptKeys(catalog, same);
    if (acceptance.accepted.length > 0) files.set(path, serializeCatalog(acceptance.catalog));
  }
  return { files, changed };
}

const isSame = (before: Entry | undefined, now: Entry | undefined): boolean =>
  before !== undefined && now !== undefined && targetHash(before.target) === targetHash(now.target);

/** The page's catalog, where it stands now; empty when it is gone. */
async function fileAt(repository: Repository, tip: CommitId, path: string) {
  const text = await repository.textAt(tip, path);
  if (text !== undefined) return { path, text };
  const folder = path.split('/').slice(0, 2).join('/');
  const all = await repository.textsAt(tip, folder, '.md');
  const moved = [...all].find(([each]) => pageOfPath(each) === pageOfPath(path));
  return { path: moved?.[0] ?? path, text: moved?.[1] ?? '' };
}

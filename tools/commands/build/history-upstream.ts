/** What upstream changed last, version by version. */
import { parseCatalog } from '../../catalog/parse.ts';
import type { Catalog } from '../../catalog/types.ts';
import { Failure } from '../../failure.ts';
import type { MainlineCommit } from '../../io/mainline.ts';
import { type ChangedPage, changedPages, lastPinChanges, type PageChange } from '../../progress/upstream-changes.ts';
import { parseLock } from '../../project/lock-file.ts';
import type { Pin } from '../../project/types.ts';
import { LOCK_FILE, pageOfPath } from '../workspace.ts';
import type { HistoryRequest } from './history-request.ts';
import type { UpstreamChange } from './history-types.ts';

const CACHE = 'what upstream changed';

export async function readUpstreamChanges(request: HistoryRequest): Promise<ReadonlyMap<string, UpstreamChange>> {
  const { main, texts, facts, cache } = request;
  const locks = main.commits.flatMap(({ commit, at, changes }) => {
    const after = changes.find(({ path }) => path === LOCK_FILE)?.after;
    return after === undefined ? [] : [{ commit, at, after }];
  });
  const read = await texts(new Set(locks.map(({ after }) => after)));
  const last = lastPinChanges(locks.map(({ after, ...state }) => ({ ...state, pins: pinsOf(read.get(after)) })));
  const known = cache.known<Record<string, readonly ChangedPage[]>>(CACHE, '') ?? {};
  const kept: Record<string, readonly ChangedPage[]> = {};
  const found = new Map<string, UpstreamChange>();
  let loaded: { commit: string; changes: readonly PageChange[] } | undefined;
  for (const { pin, pages } of facts.surveys) {
    const change = last.get(pin.version);
    if (!change) continue;
    const name = `${pin.version} ${pin.commit} ${change.commit}`;
    let list = change.from === undefined ? [] : known[name];
    if (!list) {
      const commit = main.commits.find((each) => each.commit === change.commit);
      if (loaded?.commit !== change.commit)
        loaded = { commit: change.commit, changes: await loadChanges(request, commit) };
      const keys = new Map(pages.map(({ page, texts }) => [page, texts.map(({ key }) => key)]));
      list = changedPages(loaded.changes, (page) => keys.get(page) ?? []);
    }
    kept[name] = list;
    found.set(pin.version, { ...change, pages: list });
  }
  cache.keep(CACHE, '', kept);
  return found;
}

async function loadChanges(
  { texts }: HistoryRequest,
  commit: MainlineCommit | undefined,
): Promise<readonly PageChange[]> {
  const sides = new Map<string, { before?: string | undefined; after?: string | undefined }>();
  for (const { path, before, after } of commit?.changes ?? []) {
    if (!path.endsWith('.md')) continue;
    const side = sides.get(pageOfPath(path));
    sides.set(pageOfPath(path), { before: before ?? side?.before, after: after ?? side?.after });
  }
  const read = await texts(
    new Set([...sides.values()].flatMap(({ before, after }) => [before ?? [], after ?? []].flat())),
  );
  const catalogOf = (page: string, id: string | undefined): Catalog | undefined =>
    id === undefined ? undefined : parseCatalog(read.get(id) ?? '', page, page).catalog;
  return [...sides].map(([page, { before, after }]) => ({
    page,
    before: catalogOf(page, before),
    after: catalogOf(page, after),
  }));
}

/** A lock of long ago may be one that cannot be read any more; it says nothing then. */
function pinsOf(text: string | undefined): readonly Pin[] | undefined {
  try {
    return parseLock(text ?? '', LOCK_FILE).pins;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

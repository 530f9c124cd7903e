/** Words by status over time. Each point is a function of its commit and of the ledger up to then, and is kept. */
import { parseCatalog } from '../../catalog/parse.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { isReleaseNotesPage } from '../../progress/facts.ts';
import { amountAt, type CatalogAmount, catalogAmount, samples, type TrendPoint } from '../../progress/trend.ts';
import { digestOf } from '../digest.ts';
import { pageOfPath } from '../workspace.ts';
import type { HistoryRequest } from './history-request.ts';

const CACHE = 'trend';
/** Catalogs that are read at once. */
const AT_ONCE = 200;

export async function readTrend(request: HistoryRequest): Promise<readonly TrendPoint[]> {
  const { main, facts, cache } = request;
  const wanted = samples(main.commits);
  const known = new Map((cache.known<[string, TrendPoint][]>(CACHE, '') ?? []).map(([key, point]) => [key, point]));
  const notes = new Set(facts.surveys.flatMap(({ pages }) => pages.filter(isReleaseNotesPage).map(({ page }) => page)));
  const keyed = wanted.map(({ commit, at }) => ({ commit, at, key: keyOf(commit, at, facts.inputs.ledger, notes) }));
  const missing = keyed.filter(({ key }) => !known.has(key));
  if (missing.length > 0) {
    const states = statesAt(request, new Set(missing.map(({ commit }) => commit)), notes);
    const amounts = await amountsOf(request, new Map([...states.values()].flatMap((files) => [...files])));
    for (const { commit, at, key } of missing) {
      const ids = [...(states.get(commit)?.keys() ?? [])];
      known.set(key, {
        commit,
        at,
        words: amountAt(
          ids.flatMap((id) => amounts.get(id) ?? []),
          at,
        ),
      });
    }
  }
  const points = keyed.flatMap(({ key }): [string, TrendPoint][] => {
    const point = known.get(key);
    return point ? [[key, point]] : [];
  });
  cache.keep(CACHE, '', points);
  return points.map(([, point]) => point);
}

/** Records are written once; those that take others back count whenever they come. */
function keyOf(commit: string, at: number, ledger: readonly LedgerFile[], notes: ReadonlySet<string>): string {
  const counted = ledger.filter(({ record }) => {
    const reverses = record.type === 'adjust' || (record.type === 'pull-request' && record.reverses !== undefined);
    return reverses || Date.parse(record.type === 'pull-request' ? record.mergedAt : record.at) / 1000 <= at;
  });
  return digestOf(commit, [...notes].join(' '), ...counted.map(({ name }) => name));
}

/** Contents of the catalogs after each of the commits: paths by id and path, as one catalog may be a copy of another. */
function statesAt({ main }: HistoryRequest, commits: ReadonlySet<string>, notes: ReadonlySet<string>) {
  const now = new Map<string, string>();
  const states = new Map<string, ReadonlyMap<string, string>>();
  for (const { commit, changes } of main.commits) {
    for (const { path, after } of changes) {
      if (!path.endsWith('.md') || notes.has(pageOfPath(path))) continue;
      if (after === undefined) now.delete(path);
      else now.set(path, after);
    }
    if (commits.has(commit)) states.set(commit, new Map([...now].map(([path, id]) => [`${id} ${path}`, id])));
  }
  return states;
}

/** @param files ids by id and path */
async function amountsOf({ main, texts, facts }: HistoryRequest, files: ReadonlyMap<string, string>) {
  const amounts = new Map<string, CatalogAmount>();
  const sizes = new Map<string, number>();
  // What the last commit has was parsed for the site already.
  const now = new Map<string, string | undefined>();
  for (const { changes } of main.commits) for (const { path, after } of changes) now.set(path, after);
  for (const { path, catalog } of facts.catalogs.files) {
    const name = `${now.get(path)} ${path}`;
    if (files.has(name) && !main.dirty.has(path))
      amounts.set(name, catalogAmount(catalog, facts.inputs.reviews, sizes));
  }
  const all = [...files].filter(([name]) => !amounts.has(name));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const read = await texts(new Set(some.map(([, id]) => id)));
    for (const [name, id] of some) {
      const path = name.slice(id.length + 1);
      const { catalog } = parseCatalog(read.get(id) ?? '', path, pageOfPath(path));
      amounts.set(name, catalogAmount(catalog, facts.inputs.reviews, sizes));
    }
  }
  return amounts;
}

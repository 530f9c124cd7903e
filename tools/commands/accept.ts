/** `pgdoc accept`: a person says that a translation made for an older source is right for the new one too. */
import { entriesByKey, entriesOf } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import type { Entry } from '../catalog/types.ts';
import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';
import { changeCatalogs } from './change-catalogs.ts';
import { type Context, type Outcome, writtenLine } from './context.ts';
import { unknownPage } from './require-pages.ts';
import type { Catalogs } from './workspace.ts';

interface Accepted {
  readonly key: string;
  readonly oldSource: string;
  readonly source: string;
  readonly target: string;
  /** Without its stale flag. */
  readonly status: string;
}

/**
 * @param keys each named by hand; one that was accepted already changes nothing
 * @throws Failure(2) naming every key that is unknown or not stale; nothing is written then
 */
export async function accept(context: Context, page: string, keys: readonly string[]): Promise<Outcome> {
  const { result, written } = await changeCatalogs(context, { purpose: 'accept' }, (catalogs) =>
    plan(catalogs, page, keys),
  );
  const { accepted, already } = result;
  if (context.json) {
    context.print(JSON.stringify({ page, accepted, already, written }, null, 2));
    return 0;
  }
  for (const { key, oldSource, source, target, status } of accepted)
    context.print(`${key}  now ${status}\n  was  ${oldSource}\n  is   ${source}\n       ${target}`);
  for (const key of already) context.print(`${key}  is not stale`);
  context.print(writtenLine(context, written));
  return 0;
}

function plan(catalogs: Catalogs, page: string, keys: readonly string[]) {
  const file = catalogs.byPage.get(page);
  if (!file) throw new Failure(2, unknownPage(page, catalogs.byPage.keys()));
  const byKey = entriesByKey(file.catalog);
  const problems = keys.flatMap((key) => problemOf(key, page, byKey) ?? []);
  if (problems.length > 0) throw new Failure(2, [...problems, staleKeys(entriesOf(file.catalog))].join('\n'));
  const wanted = new Set(keys);
  const accepted: Accepted[] = [];
  const items = file.catalog.items.map((item) => {
    if (item.type === 'junk' || !wanted.has(item.key) || entryStatus(item) !== 'stale' || !item.stale) return item;
    const { stale, ...entry } = item;
    const { key, source, target } = entry;
    accepted.push({ key, oldSource: stale.oldSource, source, target, status: entryStatus(entry) });
    return entry;
  });
  const already = [...wanted].filter((key) => !accepted.some((each) => each.key === key));
  const changed = accepted.length > 0 ? [{ path: file.path, catalog: { ...file.catalog, items } }] : [];
  return { changed, result: { accepted, already } };
}

/** Why a key cannot be accepted; what counts as translated needs no accepting and is no problem. */
function problemOf(key: string, page: string, byKey: ReadonlyMap<string, Entry>): string | undefined {
  const entry = byKey.get(key);
  if (!entry) {
    const near = nearest(key, byKey.keys());
    return `${page} has no entry ${key}${near === undefined ? '' : `; did you mean ${near}?`}`;
  }
  const status = entryStatus(entry);
  if (status === 'machine')
    return `${key} is a draft by a program, made for this source; to approve it is a review's job`;
  if (status === 'untranslated') return `${key} has no translation`;
  return undefined;
}

function staleKeys(entries: readonly Entry[]): string {
  const stale = entries.filter((entry) => entryStatus(entry) === 'stale').map(({ key }) => key);
  return stale.length > 0 ? `Stale on this page: ${stale.join(' ')}` : 'Nothing on this page is stale.';
}

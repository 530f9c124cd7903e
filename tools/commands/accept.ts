/** `pgdoc accept`: a person says that a translation made for an older source is right for the new one too. */
import { acceptKeys, type NotAcceptable, staleKeys } from '../catalog/accept.ts';
import { entriesByKey } from '../catalog/entries.ts';
import type { Catalog } from '../catalog/types.ts';
import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';
import { changeCatalogs } from './change-catalogs.ts';
import { type Context, type Outcome, writtenLine } from './context.ts';
import { unknownPage } from './require-pages.ts';
import type { Catalogs } from './workspace.ts';

/**
 * @param keys each named by hand; one that was accepted already changes nothing
 * @throws Failure(2) naming every key that is unknown or not stale; nothing is written then
 */
export async function accept(context: Context, page: string, keys: readonly string[]): Promise<Outcome> {
  const { result, written } = await changeCatalogs(context, { purpose: 'accept' }, (catalogs) =>
    plan(catalogs, page, keys),
  );
  const { already } = result;
  const accepted = result.accepted.map(({ entry: { key, source, target }, oldSource, status }) => {
    return { key, oldSource, source, target, status };
  });
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
  const result = acceptKeys(file.catalog, keys);
  const problems = result.problems.map((each) => messageOf(each, file.catalog));
  if (problems.length > 0) throw new Failure(2, [...problems, staleLine(file.catalog)].join('\n'));
  return { changed: result.accepted.length > 0 ? [{ path: file.path, catalog: result.catalog }] : [], result };
}

function messageOf({ key, problem }: NotAcceptable, catalog: Catalog): string {
  if (problem === 'machine')
    return `${key} is a draft by a program, made for this source; to approve it is a review's job`;
  if (problem === 'untranslated') return `${key} has no translation`;
  const near = nearest(key, entriesByKey(catalog).keys());
  return `${catalog.page} has no entry ${key}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

function staleLine(catalog: Catalog): string {
  const stale = staleKeys(catalog);
  return stale.length > 0 ? `Stale on this page: ${stale.join(' ')}` : 'Nothing on this page is stale.';
}

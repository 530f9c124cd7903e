/** What a person is told who names a page that there is not, or works on catalogs before there are any. */
import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';

/** @throws Failure(2) naming every page that is not among the known, with the one that was probably meant */
export function requirePages(
  pages: readonly string[],
  known: { has(page: string): boolean; keys(): Iterable<string> },
): void {
  const unknown = pages.filter((page) => !known.has(page));
  if (unknown.length > 0) throw new Failure(2, unknown.map((page) => unknownPage(page, known.keys())).join('\n'));
}

/** The message for a page that is not among the names. */
export function unknownPage(page: string, names: Iterable<string>): string {
  const near = nearest(page, names);
  const hint =
    near === undefined ? 'pages are named as on postgresql.org, such as sql-select' : `did you mean ${near}?`;
  return `there is no page ${JSON.stringify(page)}; ${hint}`;
}

/** @throws Failure(2) before the first sync */
export function requireCatalogs(files: readonly unknown[]): void {
  if (files.length === 0) throw new Failure(2, 'the workspace has no catalogs yet; run `pgdoc sync` first');
}

/** How often pages are read, as a workspace may say. */
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { parsePageViews } from '../status/page-views.ts';

export const VIEWS_FILE = 'translations/pageviews.csv';

/** @throws Failure(2) for a file that cannot be read */
export function readViews(root: string): ReadonlyMap<string, number> {
  const { views, problems } = parsePageViews(readText(root, VIEWS_FILE) ?? '');
  if (problems.length > 0)
    throw new Failure(2, problems.map(({ line, message }) => `${VIEWS_FILE}:${line}: ${message}`).join('\n'));
  return views;
}

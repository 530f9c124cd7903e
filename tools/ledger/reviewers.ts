/** translations/<language>/reviewers.yml: who may approve which folders of the language. */
import { z } from 'zod';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { folder, id, login } from './schema.ts';
import type { Person } from './types.ts';

export interface Reviewer extends Person {
  readonly folders: readonly string[] | 'all';
}

const folders = z.union(
  [z.literal('all'), z.array(folder).min(1)],
  'all, or a list of folders of the language, such as [sql, reference], expected',
);

const schema = z
  .array(z.strictObject({ id, login, folders }), 'a list of reviewers expected, each beginning with "- id:"')
  .default([]);

/**
 * Reads reviewers.yml. An empty file names nobody.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseReviewers(text: string, file: string): readonly Reviewer[] {
  return parseStrictYaml(schema, text, file, (value, report) => {
    const seen = new Map<string, number>();
    for (const [at, entry] of Array.isArray(value) ? value.entries() : []) {
      const number = String((entry as Partial<Record<'id', unknown>> | undefined)?.id);
      const first = seen.get(number);
      if (first === undefined) seen.set(number, at);
      else report([at, 'id'], `${number} stands here twice; list all their folders in one entry`);
    }
  });
}

/**
 * What entitles a person to review the pages of a folder: `*` for all folders, else the folder; undefined if nothing does.
 *
 * @param person GitHub's id
 */
export function entitlement(reviewers: readonly Reviewer[], person: number, folder: string): string | undefined {
  const found = reviewers.find((reviewer) => reviewer.id === person);
  if (found?.folders === 'all') return '*';
  return found?.folders.includes(folder) ? folder : undefined;
}

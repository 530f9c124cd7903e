/** One repository on GitHub, to read from and to write to. */
import { openConnection } from './connection.ts';
import type { GitHubOptions } from './options.ts';
import { readThrough } from './read.ts';
import type { GitHubRead, GitHubWrite } from './types.ts';
import { writeThrough } from './write.ts';

/**
 * Nothing is sent yet.
 *
 * @throws Failure(2) for options that are none
 */
export function openGitHub(options: GitHubOptions): { readonly read: GitHubRead; readonly write: GitHubWrite } {
  const connection = openConnection(options);
  const { now, tell, second = 1000 } = options;
  return { read: readThrough(connection), write: writeThrough(connection, { now, second, tell }) };
}

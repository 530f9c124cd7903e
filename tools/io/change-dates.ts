/** When files of a workspace, and lines of them, were last changed, as git tells. */
import { GitError, type GitOptions, git } from './git.ts';

/** Seconds since 1970. */
export type Seconds = number;

/**
 * When each file below a folder was last committed, by its path in the workspace; one walk over the history.
 *
 * @returns undefined when the workspace is in no git repository, or nothing is committed yet
 */
export async function fileDates(
  root: string,
  folder: string,
  env: GitOptions['env'],
): Promise<ReadonlyMap<string, Seconds> | undefined> {
  const args = ['log', '--format=%x01%ct', '--name-only', '--relative', '--no-renames', '-z', '--', folder];
  const log = await attempt(() => git(args, { cwd: root, env, offline: true }));
  if (log === undefined) return undefined;
  const dates = new Map<string, Seconds>();
  for (const commit of log.toString('utf8').split('\x01').slice(1)) {
    const [date = '', ...paths] = commit.split('\0').map((part) => part.replace(/^\n+/, ''));
    for (const path of paths) if (path !== '' && !dates.has(path)) dates.set(path, Number(date));
  }
  return dates;
}

/**
 * When each line of a file was last changed, from line 1 at index 0; of lines that are not committed, undefined.
 *
 * @returns undefined when git does not know the file
 */
export async function lineDates(
  root: string,
  path: string,
  env: GitOptions['env'],
): Promise<readonly (Seconds | undefined)[] | undefined> {
  const args = ['blame', '--line-porcelain', '--', path];
  const blame = await attempt(() => git(args, { cwd: root, env, offline: true }));
  if (blame === undefined) return undefined;
  const dates: (Seconds | undefined)[] = [];
  let commit = '';
  let date: Seconds | undefined;
  for (const line of blame.toString('utf8').split('\n')) {
    if (line.startsWith('\t')) dates.push(/^0+$/.test(commit) ? undefined : date);
    else if (line.startsWith('committer-time ')) date = Number(line.slice('committer-time '.length));
    else commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit;
  }
  return dates;
}

async function attempt(run: () => Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

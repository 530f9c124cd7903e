/** Makes the surroundings of commands that speak with GitHub, out of the environment that a workflow or a person has set. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { dryRunWrites } from '../../io/github/dry-run.ts';
import { openGitHub } from '../../io/github/open.ts';
import { dryRunPushes } from '../../io/repository/dry-run.ts';
import { openRepository } from '../../io/repository/open.ts';
import type { Context } from '../context.ts';
import { PROJECT_FILE, readWorkspace } from '../workspace.ts';
import type { GitHubContext } from './context.ts';

export interface OpenOptions {
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Only reads: then no token is asked for. A dry run only reads. */
  readonly readsOnly?: boolean;
  /**
   * Keeps GitHub's answers in the workspace's .cache. Only for workspaces of main: what lies in a contributor's tree may
   * have been put there.
   */
  readonly keepsAnswers?: boolean;
}

/**
 * GITHUB_TOKEN · GITHUB_REPOSITORY, else `repository` of project.yml · GITHUB_API_URL and GITHUB_SERVER_URL, by default
 * GitHub's own. In a dry run, writes and pushes are told instead of made.
 *
 * @throws Failure(2) for what is missing or wrong, Failure(3) when the remote cannot be reached
 */
export async function openGitHubContext(context: Context, options: OpenOptions): Promise<GitHubContext> {
  const { root, env, dryRun, tell } = context;
  const name = set(env.GITHUB_REPOSITORY) ?? fromProject(root);
  if (name === undefined)
    throw new Failure(
      2,
      `which repository? Set GITHUB_REPOSITORY to owner/name, or \`repository\` in ${PROJECT_FILE}.`,
    );
  const token = set(env.GITHUB_TOKEN);
  if (token === undefined && !dryRun && options.readsOnly !== true)
    throw new Failure(
      2,
      'GITHUB_TOKEN is not set: a token that may write to the repository expected (a dry run needs none)',
    );
  const github = openGitHub({
    token,
    repository: name,
    apiUrl: set(env.GITHUB_API_URL) ?? 'https://api.github.com',
    now: options.now,
    tell,
    ...(options.keepsAnswers === true ? { cacheRoot: root } : {}),
  });
  const repository = await openRepository(root, env);
  // What a dry run tells is its result; with --json, the result is something else.
  const show = context.json ? tell : context.print;
  return {
    ...context,
    name,
    server: (set(env.GITHUB_SERVER_URL) ?? 'https://github.com').replace(/\/+$/, ''),
    github: github.read,
    write: dryRun ? dryRunWrites(show, name) : github.write,
    repository: dryRun ? dryRunPushes(repository, show) : repository,
    now: options.now,
  };
}

/** Workflows set what they have nothing for to nothing. */
const set = (value: string | undefined): string | undefined => value?.trim() || undefined;

const fromProject = (root: string): string | undefined =>
  existsSync(join(root, PROJECT_FILE)) ? readWorkspace(root).project.repository : undefined;

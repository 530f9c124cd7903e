/**
 * What main was, commit by commit: of a merge what it brought, whatever side branches were. Only the workspace's own
 * repository is read, and only what is there; nothing is fetched.
 */
import { GitError, type GitOptions, git } from './git.ts';
import type { BlobChange } from './history.ts';

/** A commit that changed one of the paths asked for, with what it changed of them. */
export interface MainlineCommit {
  readonly commit: string;
  /** When it was committed, in seconds since 1970. */
  readonly at: number;
  readonly changes: readonly BlobChange[];
}

export interface Mainline {
  /** The oldest first. */
  readonly commits: readonly MainlineCommit[];
  /** The repository lacks its older commits. */
  readonly shallow: boolean;
  /** Files below the paths that are not as the last commit has them. */
  readonly dirty: ReadonlySet<string>;
}

const QUIET = ['--no-show-signature', '--no-notes', '--no-color', '--no-ext-diff', '--no-renames'];

/** @returns undefined when the folder is in no repository, or none of the paths was ever committed */
export async function readMainline(
  root: string,
  paths: readonly string[],
  env: GitOptions['env'],
): Promise<Mainline | undefined> {
  const run = runner(root, env);
  const options = ['--first-parent', '--diff-merges=first-parent', '--raw', '-z', '--no-abbrev', '--relative'];
  const log = await run(['log', ...options, ...QUIET, '--format=%x01%H %ct', '--', ...paths]);
  if (log === undefined || log === '') return undefined;
  const shallow = (await run(['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
  return { commits: parse(log).reverse(), shallow, dirty: await dirtyFiles(run, paths) };
}

/** Which commit the history of the paths ends with, and whether it begins with its beginning: the same, the same history. */
export async function mainlineTip(root: string, paths: readonly string[], env: GitOptions['env']): Promise<string> {
  const run = runner(root, env);
  const tip = await run(['log', '-1', '--first-parent', ...QUIET, '--format=%H', '--', ...paths]);
  if (tip === undefined || tip === '') return '';
  return `${tip.trim()} ${(await run(['rev-parse', '--is-shallow-repository']))?.trim()}`;
}

type Run = (args: readonly string[]) => Promise<string | undefined>;

/** Undefined where git has an error to tell: there is no repository, or no commit yet. */
function runner(cwd: string, env: GitOptions['env']): Run {
  return async (args) => {
    try {
      // The index is not ours to refresh.
      const output = await git(args, { cwd, env, offline: true, variables: { GIT_OPTIONAL_LOCKS: '0' } });
      return output.toString('utf8');
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  };
}

/** `git status --porcelain -z` names files from the top of the repository. */
async function dirtyFiles(run: Run, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const prefix = (await run(['rev-parse', '--show-prefix']))?.trim() ?? '';
  const status = await run(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', ...paths]);
  const names = (status ?? '').split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
  return new Set(names.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name)));
}

const ABSENT = /^0+$/;

/** `\x01COMMIT SECONDS`, then `:modes ids status`, path, …, all ended by NUL. */
function parse(log: string): MainlineCommit[] {
  const commits: (MainlineCommit & { readonly changes: BlobChange[] })[] = [];
  const tokens = log.split('\0');
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] as string).replace(/^\n+/, '');
    if (token.startsWith('\x01')) {
      const [commit = '', seconds = ''] = token.slice(1).trim().split(' ');
      commits.push({ commit, at: Number(seconds), changes: [] });
    } else if (token.startsWith(':')) {
      const [, , before = '', after = ''] = token.split(' ');
      const id = (text: string) => (ABSENT.test(text) ? undefined : text);
      commits.at(-1)?.changes.push({ path: tokens[++at] as string, before: id(before), after: id(after) });
    }
  }
  return commits;
}

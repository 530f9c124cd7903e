/**
 * A pull request in real repositories: a bare origin with refs/pull/NUMBER/head and merge, and a clone at the merge, as
 * the workflow `check` has it. GitHub's API is played by lists.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GitHubContext } from '../../../tools/commands/github/context.ts';
import type { GitHubRead, GitHubWrite } from '../../../tools/io/github/types.ts';
import { openRepository } from '../../../tools/io/repository/open.ts';
import { temporary } from './folder.ts';
import { type Handmade, handmade, type Pages } from './handmade.ts';
import { type Recorded, record } from './record.ts';

/** Contents by path; undefined takes the file away. */
export type Files = Readonly<Record<string, string | undefined>>;

export interface Origin {
  readonly main: Handmade;
  readonly address: string;
  /** A branch off main as it is now. */
  branch(name: string): void;
  /** Commits on the branch that is checked out, and pushes it. */
  commit(pages: Pages, files?: Files): string;
  /** Pushes the branch that is checked out as a pull request's head, and its merge with main, which is then left. */
  pullRequest(number: number): PullRequest;
}

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly merge: string;
}

export function origin(pages: Pages, files: Files = {}): Origin {
  const address = join(temporary(), 'origin.git');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', address]);
  const main = handmade(pages);
  const put = (all: Files) => {
    for (const [path, content] of Object.entries(all)) {
      if (content === undefined) main.git('rm', '-q', path);
      else {
        mkdirSync(dirname(join(main.root, path)), { recursive: true });
        writeFileSync(join(main.root, path), content);
      }
    }
  };
  main.git('init', '-q', '-b', 'main');
  put(files);
  main.commit('first');
  main.git('remote', 'add', 'origin', address);
  main.git('push', '-q', 'origin', 'main');
  return {
    main,
    address,
    branch: (name) => void main.git('checkout', '-q', '-b', name, 'main'),
    commit(all, more = {}) {
      put(more);
      const id = main.commit('change', all);
      main.git('push', '-q', 'origin', 'HEAD');
      return id;
    },
    pullRequest(number) {
      const head = main.git('rev-parse', 'HEAD');
      main.git('checkout', '-q', '--detach', 'main');
      main.git('merge', '-q', '--no-ff', '-m', 'merge', head);
      const merge = main.git('rev-parse', 'HEAD');
      main.git('push', '-q', 'origin', `${head}:refs/pull/${number}/head`, `${merge}:refs/pull/${number}/merge`);
      main.git('checkout', '-q', 'main');
      return { number, head, merge };
    },
  };
}

/** A clone at a pull request's merge, or at main. */
export function checkout(from: Origin, pull?: PullRequest): string {
  const root = join(temporary(), 'clone');
  const git = (...args: readonly string[]) => execFileSync('git', args, { stdio: 'pipe' });
  git('clone', '-q', from.address, root);
  if (pull) {
    git('-C', root, 'fetch', '-q', 'origin', `refs/pull/${pull.number}/merge`);
    git('-C', root, 'checkout', '-q', '--detach', 'FETCH_HEAD');
  }
  return root;
}

export interface Said {
  readonly title?: string;
  readonly body?: string;
  readonly association?: string;
  readonly login?: string;
}

/** As GET /pulls/{number} answers. */
export const pullJson = ({ number, head }: PullRequest, said: Said = {}) => ({
  number,
  html_url: `https://github.com/example/manual/pull/${number}`,
  title: said.title ?? 'Lids',
  body: said.body ?? '',
  state: 'open',
  draft: false,
  merged_at: null,
  merge_commit_sha: null,
  commits: 1,
  labels: [],
  author_association: said.association ?? 'CONTRIBUTOR',
  user: { login: said.login ?? 'ada', id: 1001, type: 'User' },
  head: { ref: 'lids', sha: head, repo: { full_name: 'ada/manual' } },
  base: { ref: 'main', sha: head, repo: { full_name: 'example/manual' } },
});

/** The payload of an event `pull_request`. */
export const pullRequestEvent = (pull: PullRequest, said: Said = {}) => ({
  action: 'synchronize',
  repository: { full_name: 'example/manual' },
  sender: { login: 'ada', id: 1001 },
  pull_request: pullJson(pull, said),
});

const unused = (name: string) => async (): Promise<never> => {
  throw new Error(`GitHub was asked for ${name}`);
};

const NAMES = ['pullRequest', 'pullRequests', 'commits', 'reviews', 'files', 'events', 'issue', 'comments', 'comment'];
const READS = [...NAMES, 'commentsSince', 'user', 'labels', 'artifacts', 'artifact'];
const WRITES = ['addComment', 'editComment', 'react', 'openPullRequest', 'editPullRequest', 'addLabels', 'putLabel'];

export interface Played extends GitHubContext, Pick<Recorded, 'printed' | 'told'> {}

/** @param played what GitHub answers and takes; anything else that is asked for is an error */
export async function github(
  root: string,
  played: Partial<GitHubRead & GitHubWrite> = {},
  flags: { json?: boolean; dryRun?: boolean } = {},
): Promise<Played> {
  const refusing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, unused(name)]));
  const context = record(root, flags);
  return {
    ...context,
    name: 'example/manual',
    server: 'https://github.com',
    github: {
      ...refusing(READS),
      pullRequests: async () => [],
      commits: async () => [],
      reviews: async () => [],
      events: async () => [],
      ...played,
    } as unknown as GitHubRead,
    write: { ...refusing([...WRITES, 'startWorkflow']), ...played } as unknown as GitHubWrite,
    repository: await openRepository(root, context.env),
    now: () => 1_800_000_000,
  };
}

/**
 * The cache of upstream's objects: a bare repository below <root>/.cache that can be deleted at any time.
 * It is never packed anew or pruned, so what was fetched once stays readable without a network.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { git } from './git.ts';
import { withLock } from './lock.ts';
import type { Upstream } from './upstream.ts';

interface CacheGitOptions {
  readonly input?: string;
  /** Objects that are not in the cache are missing, not fetched. */
  readonly offline?: boolean;
  /** Show git's own progress. */
  readonly progress?: boolean;
  readonly config?: readonly string[];
  /** Another bare repository instead of the cache. */
  readonly gitDir?: string;
}

/**
 * Runs git on the cache, which is made if it is not there, with upstream as the remote of that name. The address
 * is not stored in the cache.
 *
 * @throws GitError
 */
export async function cacheGit(
  upstream: Upstream,
  args: readonly string[],
  options: CacheGitOptions = {},
): Promise<Buffer> {
  const { progress = false, config = [], ...rest } = options;
  await prepareCache(options.gitDir ?? upstream.cache);
  return git(args, {
    gitDir: upstream.cache,
    ...rest,
    env: upstream.env,
    // Nothing is offered as known: the cache holds parts of commits only.
    config: [`remote.upstream.url=${upstream.location}`, 'fetch.negotiationAlgorithm=noop', ...config],
    onProgress: progress ? upstream.onProgress : undefined,
  });
}

/** Milliseconds: long enough for a slow line. */
const LONGEST_WAIT = 10 * 60_000;

/** What git itself would write for a bare repository whose files are fetched when they are wanted. */
const CONFIG = `[core]
	repositoryformatversion = 1
	filemode = true
	bare = true
[remote "upstream"]
	promisor = true
	partialclonefilter = blob:none
`;

/**
 * Makes the bare repository unless it is there. Its settings are always ours: a checkout could bring a .cache
 * whose settings name commands for git to run.
 */
async function prepareCache(gitDir: string): Promise<void> {
  await rm(join(gitDir, 'commondir'), { force: true });
  for (const folder of ['objects', 'refs']) await mkdir(join(gitDir, folder), { recursive: true });
  for (const [name, content] of [
    ['HEAD', 'ref: refs/heads/none\n'],
    ['config', CONFIG],
  ] as const) {
    const path = join(gitDir, name);
    if ((await readFile(path, 'utf8').catch(() => '')) !== content) await writeFileAtomic(path, content);
  }
}

/**
 * Runs work that fetches into one of the bare repositories; of several processes, one at a time.
 *
 * @throws Failure(2) if another process fetches for longer than anybody waits
 */
export function whileFetching<T>(upstream: Upstream, gitDir: string, work: () => Promise<T>): Promise<T> {
  const lock = { name: 'upstream', purpose: `fetching from ${upstream.label}`, wait: LONGEST_WAIT };
  return withLock(upstream.root, lock, async () => {
    await prepareCache(gitDir);
    // A fetch that was killed left git's own locks behind; nobody else can be holding them.
    const left = (await readdir(gitDir)).filter((name) => name.endsWith('.lock'));
    await Promise.all(left.map((name) => rm(join(gitDir, name), { force: true })));
    return work();
  });
}

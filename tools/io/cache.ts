/**
 * The cache of upstream's objects: a bare repository below <root>/.cache that can be deleted at any time.
 * It is never packed anew or pruned, so what was fetched once stays readable without a network.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.ts';
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

/** Runs git on the cache, with upstream as the remote of that name. The address is not stored in the cache. */
export function cacheGit(upstream: Upstream, args: readonly string[], options: CacheGitOptions = {}): Promise<Buffer> {
  const { progress = false, config = [], ...rest } = options;
  return git(args, {
    gitDir: upstream.cache,
    ...rest,
    env: upstream.env,
    config: [`remote.upstream.url=${upstream.location}`, ...config],
    onProgress: progress ? upstream.onProgress : undefined,
  });
}

/** Makes the bare repository unless it is there and whole. */
export async function prepareCache(upstream: Upstream, gitDir: string = upstream.cache): Promise<void> {
  if (['HEAD', 'config', 'objects', 'refs'].every((name) => existsSync(join(gitDir, name)))) return;
  await mkdir(gitDir, { recursive: true });
  await git(['init', '--quiet', '--bare', '--template=', gitDir], { env: upstream.env });
}

/** Removes git's lock files that a killed fetch left behind. Only for the holder of the cache's lock. */
export async function dropLeftLocks(gitDir: string): Promise<void> {
  const left = (await readdir(gitDir)).filter((name) => name.endsWith('.lock'));
  await Promise.all(left.map((name) => rm(join(gitDir, name), { force: true })));
}

/** Finds the commit that an abbreviated id, or the id of an annotated tag, stands for. */
import { Failure } from '../failure.ts';
import { cacheGit, whileFetching } from './cache.ts';
import { takeBundle } from './fetch-commit.ts';
import { GitError } from './git.ts';
import { safeJoin } from './safe-join.ts';
import type { Upstream } from './upstream.ts';

/**
 * Looks among upstream's heads, then in the cache, and at last in upstream's history, which is fetched without
 * any files for it: upstream cannot be asked for an abbreviation.
 *
 * @param heads full ids that upstream advertises
 * @returns the full id, or undefined if no commit or more than one begins so
 * @throws Failure(3) if the history cannot be fetched
 */
export async function findAbbreviated(
  upstream: Upstream,
  abbreviated: string,
  heads: readonly string[],
): Promise<string | undefined> {
  const among = new Set(heads.filter((id) => id.startsWith(abbreviated)));
  if (among.size === 1) return [...among][0];
  if (upstream.kind === 'bundle') return commitInBundle(upstream, abbreviated);
  const cached = await expand(upstream, abbreviated, upstream.cache);
  if (cached !== undefined) return cached;
  const history = safeJoin(upstream.root, '.cache/history.git');
  upstream.onProgress?.(`fetching the history of ${upstream.label} to find ${abbreviated}`);
  const refspecs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
  const options = ['--no-tags', '--no-write-fetch-head', '--filter=tree:0', '--progress'];
  const config = ['fetch.negotiationAlgorithm=default'];
  try {
    await whileFetching(upstream, history, () =>
      cacheGit(upstream, ['fetch', ...options, 'upstream', ...refspecs], { gitDir: history, progress: true, config }),
    );
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    const message = `upstream ${upstream.label}: its history, to find commit ${abbreviated}, could not be fetched: ${cause.message}`;
    throw new Failure(3, message, { cause });
  }
  return expand(upstream, abbreviated, history);
}

/** The commit that an id stands for; a bundle lists annotated tags by their own ids only. */
export async function commitInBundle(upstream: Upstream, id: string): Promise<string | undefined> {
  const cached = await expand(upstream, id, upstream.cache);
  if (cached !== undefined) return cached;
  await takeBundle(upstream);
  return expand(upstream, id, upstream.cache);
}

async function expand(upstream: Upstream, abbreviated: string, gitDir: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${abbreviated}^{commit}`];
  try {
    return (await cacheGit(upstream, args, { gitDir, offline: true })).toString('latin1').trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** Reads the wanted files of a commit, or of a plain folder, into memory at once. No network, and no link is followed. */
import { Failure } from '../failure.ts';
import { cacheGit } from './cache.ts';
import { openFolder } from './folder-tree.ts';
import { GitError } from './git.ts';
import { type SourceTree, sourceTree } from './source-tree.ts';
import type { Upstream } from './upstream.ts';

/**
 * @param commit a full id that was fetched before
 * @throws Failure(3) if the cache lacks the commit or a file of it, or the folder has changed since it was pinned
 */
export async function openTree(upstream: Upstream, commit: string): Promise<SourceTree> {
  if (upstream.kind === 'folder') return openFolder(upstream, commit);
  const entries = await listEntries(upstream, commit);
  const files = entries.filter(({ link }) => !link);
  const contents = await readBlobs(
    upstream,
    commit,
    files.map(({ id }) => id),
  );
  return sourceTree(
    new Map(files.map(({ path }, index) => [path, contents[index]!])),
    new Set(entries.flatMap(({ path, link }) => (link ? [path] : []))),
  );
}

interface Entry {
  readonly path: string;
  readonly id: string;
  readonly link: boolean;
}

async function listEntries(upstream: Upstream, commit: string): Promise<readonly Entry[]> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{commit}`, '--', ...upstream.paths];
  const listing = (await fromCache(upstream, commit, args)).toString('utf8');
  return listing.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^([0-7]+) [a-z]+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return mode && id && path ? [{ path, id, link: mode === '120000' || mode === '160000' }] : [];
  });
}

/** Reads blobs in the order of their ids: `<id> blob <size>\n<bytes>\n` each. */
async function readBlobs(upstream: Upstream, commit: string, ids: readonly string[]): Promise<readonly Uint8Array[]> {
  const output = await fromCache(upstream, commit, ['cat-file', '--batch', '--buffer'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map((id) => {
    const end = output.indexOf(10, at);
    const header = output.toString('latin1', at, end);
    const size = /^[0-9a-f]+ blob ([0-9]+)$/.exec(header)?.[1];
    if (size === undefined) throw notCached(upstream, commit, new Error(`${id}: ${header}`));
    at = end + 1 + Number(size) + 1;
    return output.subarray(end + 1, at - 1);
  });
}

async function fromCache(upstream: Upstream, commit: string, args: readonly string[], input?: string): Promise<Buffer> {
  try {
    return await cacheGit(upstream, args, { offline: true, ...(input === undefined ? {} : { input }) });
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw notCached(upstream, commit, cause);
  }
}

function notCached(upstream: Upstream, commit: string, cause: Error): Failure {
  return new Failure(
    3,
    `commit ${commit} of upstream ${upstream.label} is not whole in ${upstream.cache}: ${cause.message}`,
    {
      cause,
    },
  );
}

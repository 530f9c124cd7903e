/**
 * Brings one commit of upstream and the wanted files of it into the cache: first the commit with its folders but
 * without files, then all wanted files in one batch. What the cache holds already is never asked for.
 */
import { Failure } from '../failure.ts';
import { cacheGit, whileFetching } from './cache.ts';
import { checkFolder } from './folder-tree.ts';
import { GitError } from './git.ts';
import { MANUAL, type Upstream } from './upstream.ts';

export interface FetchedCommit {
  /** Full id of the commit, also when the id of an annotated tag was given. */
  readonly commit: string;
  /** When it was committed: ISO 8601, UTC. A plain folder has none. */
  readonly date: string | undefined;
}

/**
 * @param commit a full id, as `resolveRef` gives it
 * @throws Failure(3) if it cannot be fetched, or is no commit with PostgreSQL's documentation
 */
export async function fetchCommit(upstream: Upstream, commit: string): Promise<FetchedCommit> {
  if (upstream.kind === 'folder') {
    await checkFolder(upstream, commit);
    return { commit, date: undefined };
  }
  if ((await missingFiles(upstream, commit))?.length !== 0) {
    await whileFetching(upstream, upstream.cache, async () => {
      if ((await missingFiles(upstream, commit)) === undefined) await fetchTree(upstream, commit);
      await requireManual(upstream, commit);
      await fetchFiles(upstream, commit, (await missingFiles(upstream, commit)) ?? []);
    });
  }
  await requireManual(upstream, commit);
  return describe(upstream, commit);
}

/** Takes everything that a bundle holds into the cache. */
export async function takeBundle(upstream: Upstream): Promise<void> {
  upstream.onProgress?.(`reading the bundle ${upstream.label}`);
  await trying(upstream, 'the bundle could not be read', () =>
    cacheGit(upstream, ['bundle', 'unbundle', upstream.location]),
  );
}

/** Ids of wanted files that the cache lacks; undefined if it lacks the commit itself. */
async function missingFiles(upstream: Upstream, commit: string): Promise<readonly string[] | undefined> {
  const args = [
    'rev-list',
    '--objects',
    '--no-walk',
    '--missing=print',
    '--no-object-names',
    `${commit}^{commit}`,
    '--',
  ];
  try {
    const listing = await cacheGit(upstream, [...args, ...upstream.paths, MANUAL], { offline: true });
    return listing
      .toString('latin1')
      .split('\n')
      .flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

async function fetchTree(upstream: Upstream, commit: string): Promise<void> {
  const short = commit.slice(0, 12);
  if (upstream.kind === 'bundle') {
    await takeBundle(upstream);
  } else {
    upstream.onProgress?.(`fetching commit ${short} from ${upstream.label}`);
    await trying(upstream, `commit ${short} could not be fetched`, async () => {
      try {
        const options = ['--no-tags', '--no-write-fetch-head', '--depth=1', '--filter=blob:none', '--progress'];
        await cacheGit(upstream, ['fetch', ...options, 'upstream', commit], { progress: true });
      } catch (error) {
        if (!(error instanceof GitError) || !cannotPick(error)) throw error;
        await fetchEverything(upstream);
      }
    });
  }
  if ((await missingFiles(upstream, commit)) === undefined) {
    throw new Failure(3, `upstream ${upstream.label} holds no commit ${commit}`);
  }
}

/** Old and plain-file servers cannot give one commit alone, but they give all branches and tags. */
function cannotPick({ stderr }: GitError): boolean {
  return /unadvertised object|does not support (?:shallow|--depth|filter)|dumb http transport/i.test(stderr);
}

async function fetchEverything(upstream: Upstream): Promise<void> {
  upstream.onProgress?.(`${upstream.label} cannot give one commit alone: fetching all of it`);
  const refspecs = ['+refs/heads/*:refs/upstream/heads/*', '+refs/tags/*:refs/upstream/tags/*'];
  const options = ['--no-tags', '--no-write-fetch-head', '--no-filter', '--progress'];
  const config = ['fetch.negotiationAlgorithm=default'];
  await cacheGit(upstream, ['fetch', ...options, 'upstream', ...refspecs], { progress: true, config });
}

/** One round trip for all ids, as git's own prefetch of a partial clone does it. */
async function fetchFiles(upstream: Upstream, commit: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if (upstream.kind === 'bundle') {
    throw new Failure(
      3,
      `upstream ${upstream.label} lacks ${ids.length} files of commit ${commit}: a whole bundle expected`,
    );
  }
  upstream.onProgress?.(`fetching ${ids.length} files from ${upstream.label}`);
  const options = ['--no-tags', '--no-write-fetch-head', '--recurse-submodules=no', '--filter=blob:none', '--progress'];
  await trying(upstream, `${ids.length} files of commit ${commit.slice(0, 12)} could not be fetched`, () =>
    cacheGit(upstream, ['fetch', ...options, '--stdin', 'upstream'], { input: `${ids.join('\n')}\n`, progress: true }),
  );
}

async function requireManual(upstream: Upstream, commit: string): Promise<void> {
  const found = await cacheGit(upstream, ['ls-tree', '-z', '--full-tree', `${commit}^{commit}`, '--', MANUAL], {
    offline: true,
  });
  if (found.length === 0) throw new Failure(3, `upstream ${upstream.label}: commit ${commit} holds no ${MANUAL}`);
}

async function describe(upstream: Upstream, commit: string): Promise<FetchedCommit> {
  const args = ['show', '--no-patch', '--format=%H %ct', '--end-of-options', `${commit}^{commit}`];
  const [id = '', seconds = ''] = (await cacheGit(upstream, args, { offline: true }))
    .toString('latin1')
    .trim()
    .split(' ');
  return { commit: id, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') };
}

async function trying<T>(upstream: Upstream, problem: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(3, `upstream ${upstream.label}: ${problem}: ${cause.message}`, { cause });
  }
}

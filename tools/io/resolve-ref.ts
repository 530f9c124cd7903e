/** Which commit a version stands for: asks upstream for its branches and tags, and picks. Fetches no contents. */
import { distance } from 'fastest-levenshtein';
import { Failure } from '../failure.ts';
import { commitInBundle, findAbbreviated } from './abbreviated.ts';
import { cacheGit } from './cache.ts';
import { folderId } from './folder-tree.ts';
import { GitError } from './git.ts';
import { newestRelease, releaseOfTag } from './release-tags.ts';
import type { Upstream } from './upstream.ts';

/** What is asked for: the part of a project's version that upstream can answer. */
export interface WantedVersion {
  readonly name: string;
  readonly ref: string;
  readonly follow: 'tags' | 'branch';
}

export interface ResolvedRef {
  /** Full commit id; for a plain folder `folder-` and a digest of its contents. */
  readonly commit: string;
  /** The tag, branch or commit that was taken. */
  readonly ref: string;
  /** What the tag's name says: `18.6`, `19beta1`; undefined for a branch or a commit. The tree itself knows best. */
  readonly release: string | undefined;
}

type Refs = ReadonlyMap<string, string>;

/**
 * Resolves a version: with `follow: tags` to the newest release tag of its major, else, or if there is none yet,
 * to the head of its branch. A `ref` that is a tag or a full commit stands for itself.
 *
 * @param pin any branch, tag, or full or abbreviated commit that is to be taken instead
 * @throws Failure(3) if upstream is out of reach or has no such ref; the nearest ones are named
 */
export async function resolveRef(upstream: Upstream, version: WantedVersion, pin?: string): Promise<ResolvedRef> {
  if (upstream.kind === 'folder') {
    if (pin !== undefined) {
      throw new Failure(
        3,
        `upstream ${upstream.label} is a plain folder and has no "${pin}" to take version ${version.name} from`,
      );
    }
    return { commit: await folderId(upstream.location, upstream.paths), ref: version.ref, release: undefined };
  }
  const wanted = pin ?? version.ref;
  if (isFullId(wanted)) return { commit: wanted, ref: wanted, release: undefined };
  const refs = await listRefs(upstream);
  const named = (pin === undefined ? pickFollowed(version, refs) : undefined) ?? pickNamed(wanted, refs);
  if (named !== undefined) {
    const commit = upstream.kind === 'bundle' ? await commitInBundle(upstream, named.commit) : named.commit;
    return { ...named, commit: commit ?? named.commit };
  }
  const abbreviated = /^[0-9a-f]{4,}$/.test(wanted);
  const commit = abbreviated ? await findAbbreviated(upstream, wanted, [...refs.values()]) : undefined;
  if (commit !== undefined) return { commit, ref: commit, release: undefined };
  throw new Failure(
    3,
    `upstream ${upstream.label} has no branch, tag or commit "${wanted}" for version ${version.name}; ${nearest(wanted, refs)}`,
  );
}

/** What a version that follows its branch comes to; undefined if there is no such branch. */
function pickFollowed({ name, ref, follow }: WantedVersion, refs: Refs): ResolvedRef | undefined {
  const head = refs.get(`refs/heads/${ref}`);
  if (head === undefined) return undefined;
  const tag = follow === 'tags' ? newestRelease(name, tagsOf(refs)) : undefined;
  if (tag === undefined) return { commit: head, ref, release: undefined };
  return { commit: refs.get(`refs/tags/${tag}`)!, ref: tag, release: releaseOfTag(tag) };
}

function pickNamed(wanted: string, refs: Refs): ResolvedRef | undefined {
  for (const name of [wanted, `refs/tags/${wanted}`, `refs/heads/${wanted}`]) {
    const commit = refs.get(name);
    if (commit !== undefined) return { commit, ref: wanted, release: releaseOfTag(name.replace(/^refs\/tags\//, '')) };
  }
  return undefined;
}

/** Full names of all branches and tags with the commits they stand for, annotated tags peeled. */
async function listRefs(upstream: Upstream): Promise<Refs> {
  upstream.onProgress?.(`asking ${upstream.label} for its branches and tags`);
  let listing: string;
  try {
    listing = (await cacheGit(upstream, ['ls-remote', '--heads', '--tags', 'upstream'])).toString('utf8');
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(3, `upstream ${upstream.label}: its branches and tags could not be listed: ${cause.message}`, {
      cause,
    });
  }
  const lines = listing.split('\n').map((line) => line.split('\t'));
  // A peeled line `refs/tags/x^{}` follows the tag's own and takes its place.
  return new Map(lines.flatMap(([id, name]) => (id && name ? [[name.replace(/\^\{\}$/, ''), id] as const] : [])));
}

function tagsOf(refs: Refs): readonly string[] {
  return [...refs.keys()].flatMap((name) => (name.startsWith('refs/tags/') ? [name.slice('refs/tags/'.length)] : []));
}

function isFullId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function nearest(wanted: string, refs: Refs): string {
  const names = [...new Set([...refs.keys()].map((name) => name.replace(/^refs\/(?:heads|tags)\//, '')))];
  if (names.length === 0) return 'it has none at all';
  const near = names.map((name) => ({ name, far: distance(wanted, name) })).toSorted((a, b) => a.far - b.far);
  return `the nearest are ${near
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ')}`;
}

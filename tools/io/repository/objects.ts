/** Objects of the repository: commits as data, texts by the ids of their contents. One process of git a call. */
import { Failure } from '../../failure.ts';
import { GitError } from '../git.ts';
import { answer, local, type Place, reaching, remotely } from './place.ts';
import type { Commit } from './types.ts';

/**
 * Texts by ids of blobs; what is no UTF-8 has replacement characters. A clone that has left contents away gets those
 * that are missing in one go.
 *
 * @throws Failure(3) when one can be had nowhere
 */
export async function readTexts(place: Place, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...ids];
  const texts = await readBlobs(place, wanted);
  if (texts.size === wanted.length) return texts;
  // Not every git can tell which of them are missing without fetching them one by one: all are asked for.
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--stdin', place.remote];
  await reaching(place, 'contents of its commits could not be fetched', () =>
    remotely(place, args, { input: lines(wanted) }),
  );
  const complete = await readBlobs(place, wanted);
  if (complete.size === wanted.length) return complete;
  throw new Failure(3, `${place.address}: ${wanted.length - complete.size} files of its commits are not there`);
}

/** Commits by their ids, in that order. @throws Failure(2) for one that is not here */
export async function readCommits(place: Place, ids: readonly string[]): Promise<readonly Commit[]> {
  if (ids.length === 0) return [];
  const found = new Map<string, Commit>();
  for (const { id, type, content } of objects(await batch(place, ids)))
    if (type === 'commit') found.set(id, parseCommit(id, content.toString('utf8')));
  return ids.map((id) => {
    const commit = found.get(id);
    if (!commit) throw new Failure(2, `${place.root}: there is no commit ${id}`);
    return commit;
  });
}

/** Id of a commit. @param name an id, HEAD, or a reference that was fetched. @throws Failure(2) */
export async function commitId({ root, env }: Place, name: string): Promise<string> {
  const here = name.startsWith('refs/') ? fetchedName(name) : name;
  try {
    return await answer({ root, env }, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${here}^{commit}`]);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(2, `${root}: there is no commit ${JSON.stringify(name)}`, { cause });
  }
}

/**
 * What a reference of the remote is called here: out of the way of people's own, and flat, so that `a` and `a/b` can
 * both be there.
 */
export function fetchedName(reference: string): string {
  return `refs/pgdoc/${encodeURIComponent(Buffer.from(reference.replace(/^refs\//, '')).toString())}`;
}

/** Those that are here. A partial clone of some versions of git fails for the others, of others says which they are. */
async function readBlobs(place: Place, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  try {
    const found = objects(await batch(place, ids)).filter(({ type }) => type === 'blob');
    return new Map(found.map(({ id, content }) => [id, content.toString('utf8')]));
  } catch (error) {
    if (error instanceof GitError) return new Map();
    throw error;
  }
}

const batch = (place: Place, ids: readonly string[]) => local(place, ['cat-file', '--batch'], { input: lines(ids) });

const lines = (ids: readonly string[]) => ids.map((id) => `${id}\n`).join('');

/** `git cat-file --batch`: `id type size`, line feed, content, line feed; `id missing` for what is not there. */
function objects(output: Buffer): { readonly id: string; readonly type: string; readonly content: Buffer }[] {
  const found = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id = '', type = '', size = ''] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === '') continue;
    found.push({ id, type, content: output.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return found;
}

/** https://git-scm.com/docs/gitformat-signature and `git cat-file commit`: headers, an empty line, the message. */
function parseCommit(sha: string, text: string): Commit {
  const split = text.indexOf('\n\n');
  const headers = (split < 0 ? text : text.slice(0, split)).split('\n');
  const values = (name: string) =>
    headers.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const author = identity(values('author')[0] ?? '');
  return {
    sha,
    parents: values('parent'),
    authorName: author.name,
    authorEmail: author.email,
    authoredAt: author.at,
    committedAt: identity(values('committer')[0] ?? '').at,
    message: split < 0 ? '' : text.slice(split + 2).replace(/\n+$/, ''),
  };
}

/** The last moment that ISO 8601 writes with four digits of a year. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

function identity(line: string): { readonly name: string; readonly email: string; readonly at: string } {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<([^>]*)> (\d+)/.exec(line) ?? [];
  const at = new Date(Math.min(Number(seconds), LAST) * 1000);
  return { name, email, at: at.toISOString().replace('.000Z', 'Z') };
}

/**
 * Where the workspace's repository is and how git is run in it: names from outside are never taken for options,
 * patterns or magic, and only fetching and pushing may use a transport.
 */
import { Failure } from '../../failure.ts';
import { GitError, type GitOptions, git, withoutPasswords } from '../git.ts';
import { credentials } from './credentials.ts';

export interface Place {
  /** The workspace. */
  readonly root: string;
  readonly env: GitOptions['env'];
  /** Path of the workspace in its repository, with a slash at its end; empty at its top. */
  readonly prefix: string;
  /** Name of the remote, such as `origin`. */
  readonly remote: string;
  /** Without passwords, for messages. */
  readonly address: string;
  readonly mainBranch: string;
}

export type Here = Pick<Place, 'root' | 'env'>;

type Extra = Pick<GitOptions, 'input' | 'config' | 'variables'>;

/** Ids of commits, trees and blobs as git writes them. */
export const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const LITERALLY = ['--no-replace-objects', '--literal-pathspecs'];

/** Runs git on what is here; nothing is fetched. @throws GitError */
export function local({ root, env }: Here, args: readonly string[], extra: Extra = {}): Promise<Buffer> {
  return git([...LITERALLY, ...args], { env, cwd: root, offline: true, ...extra });
}

/** The same, as one line of text. @throws GitError */
export async function answer(here: Here, args: readonly string[], extra: Extra = {}): Promise<string> {
  return (await local(here, args, extra)).toString('utf8').trim();
}

/** Runs git with the remote in reach, and with the token if the clone has no credentials of its own. @throws GitError */
export async function remotely(place: Here & Pick<Place, 'remote'>, args: readonly string[], extra: Extra = {}) {
  const variables = { ...(await credentials(place)), ...extra.variables };
  return git([...LITERALLY, ...args], { env: place.env, cwd: place.root, ...extra, variables });
}

/** @throws Failure(2) for a folder outside git or without a remote, Failure(3) when the remote cannot be reached */
export async function findPlace(here: Here): Promise<Place> {
  const prefix = await explained(here, 'it cannot be read as a git repository', () =>
    local(here, ['rev-parse', '--show-prefix']),
  );
  const names = (await answer(here, ['remote'])).split('\n').filter((name) => name !== '');
  const remote = names.includes('origin') || names.length !== 1 ? 'origin' : (names[0] as string);
  if (!names.includes(remote) || !/^\w[\w./-]*$/.test(remote))
    throw new Failure(2, `${here.root}: a clone of a repository on GitHub expected, with a remote named origin`);
  const address = withoutPasswords(await answer(here, ['remote', 'get-url', remote]));
  const mainBranch = await findMain({ ...here, remote, address });
  return { ...here, prefix: prefix.toString('utf8').replace(/\n$/, ''), remote, address, mainBranch };
}

async function findMain(place: Pick<Place, 'root' | 'env' | 'remote' | 'address'>): Promise<string> {
  const listing = await reaching(place, 'its branches cannot be listed', () =>
    remotely(place, ['ls-remote', '--symref', place.remote, 'HEAD']),
  );
  const [, name] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(listing.toString('utf8')) ?? [];
  if (name === undefined) throw new Failure(3, `${place.address}: it has no main branch: its HEAD names none`);
  return name;
}

/** @throws Failure(3) for what git says of a remote */
export async function reaching<T>({ address }: Pick<Place, 'address'>, problem: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(3, `${address}: ${problem}: ${cause.message}`, { cause });
  }
}

/** @throws Failure(2) for what git says of the repository here */
export async function explained<T>({ root }: Here, problem: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(2, `${root}: ${problem}: ${cause.message}`, { cause });
  }
}

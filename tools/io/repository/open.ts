/** Opens the repository of a workspace, as types.ts describes it. */

import { Failure } from '../../failure.ts';
import { GitError, type GitOptions } from '../git.ts';
import { deepen, fetchBranch, fetchNamed, isHere } from './fetch.ts';
import { changedPathsBetween, changesBetween, textsBelow } from './files.ts';
import { commitId, readCommits } from './objects.ts';
import { answer, explained, findPlace, local, OBJECT_ID, type Place } from './place.ts';
import { push, pushBranch } from './push.ts';
import type { Commit, Repository } from './types.ts';

/**
 * @param root the workspace; may lie below the top of its repository
 * @throws Failure(2) if it is in no clone, Failure(3) if the remote cannot be reached
 */
export async function openRepository(root: string, env: GitOptions['env']): Promise<Repository> {
  const place = await findPlace({ root, env });
  let tip: string | undefined;
  let isDeep = false;
  /** Commits that neither the clone nor the remote has. */
  const gone = new Set<string>();

  const main = async (): Promise<string> => {
    tip = await fetchBranch(place, place.mainBranch);
    if (tip === undefined) throw new Failure(3, `${place.address}: it has no branch ${place.mainBranch}`);
    return tip;
  };
  const id = (name: string) => (OBJECT_ID.test(name) ? Promise.resolve(name) : commitId(place, name));
  const whole = async (): Promise<void> => {
    if (!isDeep) await deepen(place);
    isDeep = true;
  };
  const has = async (sha: string): Promise<boolean> => {
    if (!OBJECT_ID.test(sha) || gone.has(sha)) return false;
    if (await isHere(place, sha)) return true;
    await fetchNamed(place, [sha]);
    if (await isHere(place, sha)) return true;
    gone.add(sha);
    return false;
  };

  return {
    mainBranch: place.mainBranch,
    has,
    async fetch(...also) {
      const fetched = await main();
      await fetchNamed(
        place,
        also.filter((name) => OBJECT_ID.test(name) || name.startsWith('refs/')),
      );
      return fetched;
    },
    async commit(sha) {
      return (await readCommits(place, [await id(sha)]))[0] as Commit;
    },
    async between(from, to, parents = 'all') {
      await whole();
      const range = [await id(to), `^${await id(from)}`];
      const first = parents === 'first' ? ['--first-parent'] : [];
      return readCommits(place, await listed(place, ['--reverse', '--topo-order', ...first, ...range]));
    },
    async mergeBase(a, b) {
      await whole();
      const [one, two] = [await id(a), await id(b)];
      return quietly(() => answer(place, ['merge-base', one, two]));
    },
    async isAncestor(older, newer) {
      await whole();
      const [one, two] = [await id(older), await id(newer)];
      return (await quietly(() => local(place, ['merge-base', '--is-ancestor', one, two]))) !== undefined;
    },
    async mainAt(moment) {
      const end = tip ?? (await main());
      await whole();
      const seconds = Math.floor(Date.parse(moment) / 1000);
      if (Number.isNaN(seconds)) throw new Error(`no moment: ${moment}`);
      return (await listed(place, ['--first-parent', '--max-count=1', `--min-age=${seconds}`, end]))[0];
    },
    changes: async (before, after, ...folders) => changesBetween(place, [await id(before), await id(after)], folders),
    changedPaths: async (before, after) => changedPathsBetween(place, await id(before), await id(after)),
    async textAt(commit, path) {
      return (await textsBelow(place, await id(commit), path, (name) => name === path)).get(path);
    },
    async textsAt(commit, folder, extension) {
      return textsBelow(place, await id(commit), `${folder}/`, (name) => name.endsWith(extension));
    },
    push: (commit) => push(place, commit),
    pushBranch: (branch, message, files, author) =>
      pushBranch(place, { branch, message, files, ...(author === undefined ? {} : { author }) }),
  };
}

async function listed(place: Place, args: readonly string[]): Promise<readonly string[]> {
  const output = await explained(place, 'its history cannot be read', () => answer(place, ['rev-list', ...args, '--']));
  return output.split('\n').filter((line) => line !== '');
}

/** undefined when git says no. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}

/** Brings commits here from the remote: the main branch, references and commits by name, and history that is missing. */
import { GitError } from '../git.ts';
import { commitId, fetchedName } from './objects.ts';
import { answer, local, OBJECT_ID, type Place, reaching, remotely } from './place.ts';

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
];

/** How often a branch is fetched when another process of this clone does so at the same moment. */
const ATTEMPTS = 5;

/** A reference that can stand in a refspec without meaning more than itself. */
export const isReference = (name: string): boolean => /^refs\/[^\s\p{Cc}~^:?*[\\]+$/u.test(name);

/** Fetches a branch and returns its tip; undefined if the remote has no such branch. @throws Failure(3) */
export async function fetchBranch(place: Place, branch: string): Promise<string | undefined> {
  const reference = `refs/heads/${branch}`;
  const fetch = () => remotely(place, [...FETCH, place.remote, `+${reference}:${fetchedName(reference)}`]);
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch();
      return await commitId(place, reference);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (/couldn't find remote ref/i.test(error.stderr)) return undefined;
      if (attempt < ATTEMPTS && /cannot lock ref|unable to update local ref/i.test(error.stderr)) continue;
      await reaching(place, `the branch ${branch} could not be fetched`, () => Promise.reject(error));
    }
  }
}

/**
 * Fetches references (`refs/pull/1/head`) and commits by their ids, those that are not here yet, in one go. What the
 * remote does not have is left out.
 *
 * @throws Failure(3) when the remote cannot be reached
 */
export async function fetchNamed(place: Place, names: readonly string[]): Promise<void> {
  const wanted = [];
  for (const name of new Set(names)) {
    const isNew = OBJECT_ID.test(name) ? !(await isHere(place, name)) : isReference(name);
    if (isNew) wanted.push(name);
  }
  if (wanted.length === 0 || (await attempt(place, wanted))) return;
  if (wanted.length === 1) return;
  for (const name of wanted) if (!OBJECT_ID.test(name) || !(await isHere(place, name))) await attempt(place, [name]);
}

export async function isHere(place: Place, id: string): Promise<boolean> {
  return local(place, ['cat-file', '-e', `${id}^{commit}`]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof GitError) return false;
      throw error;
    },
  );
}

/** Gets the older commits that a shallow clone has left away. */
export async function deepen(place: Place): Promise<void> {
  if ((await answer(place, ['rev-parse', '--is-shallow-repository'])) !== 'true') return;
  await reaching(place, 'its older commits could not be fetched', () =>
    remotely(place, [...FETCH, '--unshallow', place.remote, `refs/heads/${place.mainBranch}`]),
  );
}

/** @returns false if the remote lacks one of them */
async function attempt(place: Place, names: readonly string[]): Promise<boolean> {
  const refspecs = names.map((name) => (OBJECT_ID.test(name) ? name : `+${name}:${fetchedName(name)}`));
  try {
    await remotely(place, [...FETCH, '--stdin', place.remote], { input: refspecs.map((each) => `${each}\n`).join('') });
    return true;
  } catch (error) {
    const gone = /couldn't find remote ref|not our ref|unadvertised object|invalid refspec|no such remote ref/i;
    if (error instanceof GitError && gone.test(error.stderr)) return false;
    return reaching(place, 'commits could not be fetched', () => Promise.reject(error));
  }
}

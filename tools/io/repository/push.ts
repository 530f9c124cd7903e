/**
 * Puts commits on branches of the remote. A branch is only ever moved from the tip that the commit was made for: who is
 * faster wins, and the slower one makes its commit anew.
 */
import { Failure } from '../../failure.ts';
import { GitError, withoutPasswords } from '../git.ts';
import { fetchBranch } from './fetch.ts';
import { readCommits } from './objects.ts';
import { answer, explained, local, type Place, remotely } from './place.ts';
import type { NewCommit } from './types.ts';
import { makeCommit } from './write.ts';

/** How often a commit is made anew because the branch has moved meanwhile. */
const ATTEMPTS = 10;

/** What git says when two pushes meet. */
const RACE = /cannot lock ref|failed to update ref|incorrect old value|stale info|fetch first|non-fast-forward/i;

type Rewritten = Omit<NewCommit, 'files'> & { readonly files: ReadonlyMap<string, string | undefined> };

/** See Repository.push. */
export async function push(place: Place, commit: NewCommit): Promise<string | undefined> {
  const { branch, message, author } = commit;
  await requireName(place, branch);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const tip = await fetchBranch(place, branch);
    if (tip === undefined) throw new Failure(3, `${place.address}: it has no branch ${branch}`);
    const files = await commit.files(tip);
    const made = files.size === 0 ? undefined : await makeCommit(place, { parent: tip, message, files, author });
    if (made === undefined || (await move(place, branch, tip, made))) return made;
  }
  throw busy(place, branch);
}

/** See Repository.pushBranch. */
export async function pushBranch(place: Place, { branch, message, files, author }: Rewritten): Promise<string> {
  await requireName(place, branch);
  if (branch === place.mainBranch) throw new Failure(2, `${branch} is the main branch: it is never put elsewhere`);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const main = (await fetchBranch(place, place.mainBranch)) ?? '';
    const old = await fetchBranch(place, branch);
    const made = (await makeCommit(place, { parent: main, message, files, author })) ?? main;
    if (old === made || (old !== undefined && (await isSame(place, old, made)))) return old as string;
    if (await move(place, branch, old, made)) return made;
  }
  throw busy(place, branch);
}

/** @returns false if somebody else has moved the branch. @throws Failure(3) if the remote refuses */
async function move(place: Place, branch: string, old: string | undefined, made: string): Promise<boolean> {
  const reference = `refs/heads/${branch}`;
  const options = ['--quiet', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no'];
  const expected = `--force-with-lease=${reference}:${old ?? ''}`;
  try {
    await remotely(place, ['push', ...options, expected, place.remote, `${made}:${reference}`]);
    return true;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const now = await fetchBranch(place, branch);
    // The answer may get lost when the push itself has not.
    if (now !== undefined && (await isWithin(place, made, now))) return true;
    if (now !== old || RACE.test(error.stderr)) return false;
    throw refused(place, branch, error);
  }
}

async function isWithin(place: Place, older: string, newer: string): Promise<boolean> {
  try {
    await local(place, ['merge-base', '--is-ancestor', older, newer]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** Whether two commits differ in nothing but when they were made. */
async function isSame(place: Place, a: string, b: string): Promise<boolean> {
  const [one, two] = await readCommits(place, [a, b]);
  const facts = (commit: typeof one) =>
    JSON.stringify([commit?.parents, commit?.message, commit?.authorName, commit?.authorEmail]);
  const tree = (id: string) => answer(place, ['rev-parse', '--verify', `${id}^{tree}`]);
  return facts(one) === facts(two) && (await tree(a)) === (await tree(b));
}

async function requireName(place: Place, branch: string): Promise<void> {
  await explained(place, `${JSON.stringify(branch)} cannot be the name of a branch`, () =>
    local(place, ['check-ref-format', `refs/heads/${branch}`]),
  );
}

const busy = ({ address }: Place, branch: string) =>
  new Failure(3, `${address}: the branch ${branch} has moved ${ATTEMPTS} times meanwhile; run it again`);

/** What the remote said, and what helps. */
function refused({ address }: Place, branch: string, error: GitError): Failure {
  const said = withoutPasswords(error.stderr)
    .split(/[\r\n]+/)
    .filter((line) => /^remote: .|^ ! |^fatal: |^error: (?!failed to push)/.test(line))
    .map((line) => line.replace(/^remote: (?:error: )?/, '').trim())
    .filter((line) => line !== '');
  const why = [...new Set(said)].slice(0, 8).join('\n  ') || error.message;
  return new Failure(3, `${address}: pushing to ${branch} was refused:\n  ${why}\n${helpFor(error.stderr)}`, {
    cause: error,
  });
}

function helpFor(stderr: string): string {
  if (/GH006|GH013|protected|hook declined|rule violations/i.test(stderr))
    return 'The branch is protected: let the account that pushes bypass the rule (see docs/guide/security.md), then run it again.';
  if (/\b40[13]\b|denied|authentication|could not read Username/i.test(stderr))
    return 'The account may not write: the workflow needs `contents: write`, a person needs write access to the repository.';
  return 'Nothing was written there; run it again when the remote is well.';
}

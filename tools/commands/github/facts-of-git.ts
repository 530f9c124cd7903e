/** What Git says of a merged pull request, beside what GitHub says: main before and after it, and each of its commits. */

import { Failure } from '../../failure.ts';
import type { FileChange, Repository } from '../../io/repository/types.ts';
import { parseReviewers, type Reviewer } from '../../ledger/reviewers.ts';
import { commitsToRead } from '../../review/approvals-effective.ts';
import type { CommitFiles, PullRequestInput, TextsAt } from '../../review/pull-request-record-types.ts';
import type { CommitFacts, PullRequestFacts } from '../../review/types.ts';
import type { SaidOfPullRequest } from './facts-of.ts';
import { type MergedRange, mergedRange } from './merged-range.ts';

/** All of an input but what depends on the ledger. */
export interface Gathered {
  readonly input: Omit<PullRequestInput, 'reverses'>;
  readonly range: MergedRange;
  readonly notes: readonly string[];
}

/** Commits that have to be here; to be fetched in one go for as many pull requests as there are. */
export const commitsNamed = ({ facts, commits, reviews }: SaidOfPullRequest): readonly string[] => [
  facts.head.sha,
  ...commits.map(({ sha }) => sha),
  ...commitsToRead(reviews),
];

/**
 * @param main main's tip
 * @param folder of the language, in the workspace
 * @returns why it cannot be told, when main does not hold it
 */
export async function gather(
  repository: Repository,
  said: SaidOfPullRequest,
  main: string,
  folder: string,
): Promise<Gathered | string> {
  const { facts } = said;
  const { mergeCommit, mergedAt } = facts;
  if (mergeCommit === undefined || mergedAt === undefined) return 'it is not merged';
  if (facts.base.ref !== repository.mainBranch) return `it was merged into ${JSON.stringify(facts.base.ref)}`;
  if (!(await repository.has(mergeCommit)) || !(await repository.isAncestor(mergeCommit, main)))
    return `its merge ${mergeCommit.slice(0, 12)} is not on ${repository.mainBranch}`;
  const commits = await allCommits(repository, said, main);
  const range = await rangeOf(repository, mergeCommit, async () => commits);
  if (range === undefined) return 'its merge is the first commit of all';
  const changed = await repository.changes(range.before, range.after, 'translations', 'docs');
  const own = await ownPaths(repository, facts.head.sha, range);
  const files = own ? changed.filter(({ path }) => own.has(path)) : changed;
  const { reviewers, notes } = await reviewersAt(repository, range.before, `${folder}/reviewers.yml`);
  const { reviews, dismissals } = said;
  return {
    range,
    notes,
    input: {
      facts,
      merged: { at: mergedAt, commit: mergeCommit },
      cameWithOthers: own !== undefined,
      commits: await filesOfCommits(repository, commits, folder),
      reviews,
      dismissals,
      files,
      reviewers,
      textsAt: await textsAt(repository, commitsToRead(reviews), range.after, catalogsOf(files, folder)),
    },
  };
}

/** @param own commits of the pull request; asked for only if its merge has one parent */
export async function rangeOf(
  repository: Repository,
  mergeCommit: string,
  own: () => Promise<readonly CommitFacts[]>,
): Promise<MergedRange | undefined> {
  const merge = await repository.commit(mergeCommit);
  return mergedRange(merge, merge.parents.length > 1 ? [] : await own(), (sha) => repository.commit(sha));
}

/**
 * The paths that a pull request changed which came to main with other work: as part of another one that stood on it, or
 * by a merge of several that somebody pushed. GitHub calls it merged by that merge, which holds the others' work too.
 *
 * @returns undefined for one that was merged by itself
 */
async function ownPaths(repository: Repository, head: string, { before, after }: MergedRange) {
  const { parents } = await repository.commit(after);
  const isAlone = head === after || (parents.length === 2 && parents[1] === head);
  if (isAlone || !(await repository.has(head)) || !(await repository.isAncestor(head, after))) return undefined;
  const base = await repository.mergeBase(before, head);
  return base === undefined ? undefined : new Set(await repository.changedPaths(base, head));
}

/** GitHub lists the first 250; Git has the others, and their authors may be known by address. */
async function allCommits(
  repository: Repository,
  { facts, commits }: SaidOfPullRequest,
  main: string,
): Promise<readonly CommitFacts[]> {
  if (facts.commits <= commits.length || !(await repository.has(facts.head.sha))) return commits;
  const base = await baseOf(repository, facts, main);
  const known = new Map(commits.map((commit) => [commit.sha, commit]));
  const accounts = new Map(commits.map(({ authorEmail, author }) => [authorEmail, author]));
  const all = base === undefined ? [] : await repository.between(base, facts.head.sha);
  return all.map(
    (commit) => known.get(commit.sha) ?? { ...commit, author: accounts.get(commit.authorEmail), isProved: false },
  );
}

/** Where it left main: seen from main before the merge, as afterwards it may be part of main. */
async function baseOf(repository: Repository, { base, head }: PullRequestFacts, main: string) {
  const from = (await repository.has(base.sha)) ? base.sha : main;
  return repository.mergeBase(from, head.sha);
}

async function filesOfCommits(
  repository: Repository,
  commits: readonly CommitFacts[],
  folder: string,
): Promise<readonly CommitFiles[]> {
  const told: CommitFiles[] = [];
  for (const commit of commits) {
    const { sha, parents } = commit;
    let isHere = await repository.has(sha);
    for (const parent of parents) isHere &&= await repository.has(parent);
    const changes: (readonly FileChange[])[] = [];
    if (isHere) for (const parent of parents) changes.push(await repository.changes(parent, sha, folder));
    told.push({ commit, parents: isHere ? changes : undefined });
  }
  return told;
}

const catalogsOf = (files: readonly FileChange[], folder: string): readonly FileChange[] =>
  files.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith('.md'));

/** The same catalogs at other commits, by what differs there from main after the merge. */
async function textsAt(
  repository: Repository,
  commits: readonly string[],
  after: string,
  catalogs: readonly FileChange[],
): Promise<TextsAt> {
  const texts = new Map<string, ReadonlyMap<string, string> | undefined>();
  const paths = catalogs.map(({ path }) => path);
  for (const commit of commits) {
    if (!(await repository.has(commit))) {
      texts.set(commit, undefined);
      continue;
    }
    const there = new Map(catalogs.map(({ path, after: text }) => [path, text]));
    if (paths.length > 0)
      for (const change of await repository.changes(after, commit, ...paths)) there.set(change.path, change.after);
    texts.set(commit, new Map([...there].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))));
  }
  return texts;
}

async function reviewersAt(
  repository: Repository,
  commit: string,
  file: string,
): Promise<{ readonly reviewers: readonly Reviewer[]; readonly notes: readonly string[] }> {
  try {
    return { reviewers: parseReviewers((await repository.textAt(commit, file)) ?? '', file), notes: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      reviewers: [],
      notes: [`${file} could not be read on main then, so nobody was entitled: ${error.message}`],
    };
  }
}

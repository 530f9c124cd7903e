/**
 * One pull request of the bot's on a branch of its own: opened, brought up to date in place, closed. A branch that holds
 * commits of people is left alone: a commit of the bot's says in its message which files it made, and of what.
 */
import { createHash } from 'node:crypto';
import { Failure } from '../../failure.ts';
import type { Commit } from '../../io/repository/types.ts';
import { isSameText } from '../../review/comment-found.ts';
import { pullRequestFacts } from '../../review/facts.ts';
import type { PullRequestFacts } from '../../review/types.ts';
import type { GitHubContext } from './context.ts';
import { CHECK } from './workflow-files.ts';

/** How often it is computed anew because main has moved meanwhile. */
const ATTEMPTS = 5;

export interface BotPullRequest {
  readonly title: string;
  readonly body: string;
  /** First line of the commit's message. */
  readonly subject: string;
  /** Last lines of it, such as `Co-authored-by: …`. */
  readonly trailers: readonly string[];
  /** What differs from main; undefined content deletes. */
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly label: string;
}

export type Kept =
  | { readonly state: 'opened' | 'updated' | 'unchanged'; readonly number: number }
  | { readonly state: 'nothing'; readonly number: number | undefined }
  /** People have pushed to the branch. */
  | { readonly state: 'left'; readonly number: number | undefined; readonly commits: readonly string[] };

/** The open pull request of a branch of the repository itself; a fork may have a branch of that name. */
async function openPullRequestOf(
  { github, name, repository }: GitHubContext,
  branch: string,
): Promise<PullRequestFacts | undefined> {
  const open = (await github.pullRequests({ state: 'open' })).map(pullRequestFacts);
  return open.find(
    ({ head, base }) =>
      head.ref === branch &&
      head.repository?.toLowerCase() === name.toLowerCase() &&
      base.ref === repository.mainBranch,
  );
}

/**
 * What is as it should be is not written again.
 *
 * @param branch such as `pgdoc/sync`
 * @param make what it is to be on a commit of main; undefined when main has all of it, then nothing is done
 */
export async function keepPullRequest(
  context: GitHubContext,
  branch: string,
  make: (main: string) => Promise<BotPullRequest | undefined>,
): Promise<Kept> {
  const { repository, write } = context;
  const known = await openPullRequestOf(context, branch);
  const commits = await commitsByHand(context, branch);
  if (commits.length > 0) return { state: 'left', number: known?.number, commits };
  const before = known && (await tipOf(context, branch));
  const pushed = await pushOnMain(context, branch, make);
  if (!pushed) return { state: 'nothing', number: known?.number };
  const { title, body, label } = pushed.wanted;
  const isSame = known && known.title === title && isSameText(known.body, body);
  if (known && !isSame) await write.editPullRequest(known.number, { title, body });
  const number =
    known?.number ?? (await write.openPullRequest({ title, body, head: branch, base: repository.mainBranch }));
  if (!known?.labels.includes(label)) await write.addLabels(number, [label]);
  const isMoved = before?.sha !== pushed.commit;
  if (isMoved) await write.startWorkflow(CHECK, repository.mainBranch, { 'pull-request': String(number) });
  return { state: known === undefined ? 'opened' : isMoved || !isSame ? 'updated' : 'unchanged', number };
}

/** Files that were made for an older main would take back what came since. */
async function pushOnMain(
  { repository, dryRun }: GitHubContext,
  branch: string,
  make: (main: string) => Promise<BotPullRequest | undefined>,
): Promise<{ readonly wanted: BotPullRequest; readonly commit: string } | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const main = await repository.fetch();
    const wanted = await make(main);
    if (!wanted) return undefined;
    const { subject, trailers, files } = wanted;
    const message = `${subject}\n\n${[...trailers, `${TRAILER} ${digestOf(files)}`].join('\n')}\n`;
    const commit = await repository.pushBranch(branch, message, files);
    if (dryRun || (await repository.commit(commit)).parents[0] === main) return { wanted, commit };
  }
  throw new Failure(3, `main has moved ${ATTEMPTS} times while ${branch} was made; run it again`);
}

const TRAILER = 'Pgdoc-Files:';

/** Of contents by path, in any order. */
function digestOf(files: ReadonlyMap<string, string | undefined>): string {
  const sorted = [...files]
    .map(([path, content]) => [path, content ?? null])
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** Ids of the commits on a branch that are not as the bot made them; none for a branch that there is not. */
async function commitsByHand(context: GitHubContext, branch: string): Promise<readonly string[]> {
  const { repository } = context;
  const main = await repository.fetch(`refs/heads/${branch}`);
  const tip = await tipOf(context, branch);
  if (!tip) return [];
  const found: string[] = [];
  for (const commit of await repository.between(main, tip.sha))
    if (!(await isOwn(context, commit, main))) found.push(commit.sha.slice(0, 10));
  return found;
}

/** To bring the branch up to main, as GitHub's button does, adds nothing that would be lost. */
async function isOwn({ repository }: GitHubContext, commit: Commit, main: string): Promise<boolean> {
  const [first, ...others] = commit.parents;
  if (first === undefined) return false;
  if (others.length > 0)
    return (await Promise.all(commit.parents.map((parent) => repository.isAncestor(parent, main)))).includes(true);
  const said = commit.message.split('\n').findLast((line) => line.startsWith(TRAILER));
  if (said === undefined) return false;
  const changes = await repository.changes(first, commit.sha);
  return said === `${TRAILER} ${digestOf(new Map(changes.map(({ path, after }) => [path, after])))}`;
}

async function tipOf({ repository }: GitHubContext, branch: string): Promise<Commit | undefined> {
  try {
    return await repository.commit(`refs/heads/${branch}`);
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return undefined;
    throw error;
  }
}

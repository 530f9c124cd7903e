/**
 * `bot sync`: what a sync would change on main, as one pull request: opened, made anew on what main is now, closed when
 * main has all of it. The checkout is only used for its cache of upstream.
 */
import { Failure } from '../../failure.ts';
import type { Repository } from '../../io/repository/types.ts';
import { parseLock } from '../../project/lock-file.ts';
import { parseProject } from '../../project/parse-project.ts';
import { type Answer, inEach } from '../../review/command-words.ts';
import { ownComment } from '../../review/comment-found.ts';
import { inLog } from '../../review/escape-log.ts';
import { commentFacts } from '../../review/facts.ts';
import { formatFinding, type Outcome } from '../context.ts';
import { goneFolder, goneOf } from '../sync-gone.ts';
import { type PreparedSync, prepareSync } from '../sync-prepare.ts';
import { catalogsOf, LOCK_FILE, languageFolder, PROJECT_FILE } from '../workspace.ts';
import { type BotPullRequest, type Kept, keepPullRequest } from './bot-branch.ts';
import type { GitHubContext } from './context.ts';
import { languagesOf } from './on-comment-answer.ts';
import { syncTold } from './sync-pull-request-body.ts';

const BRANCH = 'pgdoc/sync';
const LABEL = 'sync';
const BY_HAND = '<!-- pgdoc:sync-by-hand -->';

export interface SyncPullRequestOptions {
  /** Branch, tag or commit by version, instead of those of project.yml. */
  readonly pins: ReadonlyMap<string, string>;
  readonly toolRoot: string;
}

/** @throws Failure(1) for broken catalogs on main, Failure(3) for trouble upstream or on GitHub */
export async function syncPullRequest(
  context: GitHubContext,
  { pins, toolRoot }: SyncPullRequestOptions,
): Promise<Outcome> {
  const kept = await keepPullRequest(context, BRANCH, (main) => pullRequestOn(context, main, pins));
  if (kept.state === 'nothing' && kept.number !== undefined) await close(context, kept.number, toolRoot);
  if (kept.state === 'left') await tellByHand(context, kept, toolRoot);
  report(context, kept);
  return 0;
}

async function pullRequestOn(
  context: GitHubContext,
  main: string,
  pins: ReadonlyMap<string, string>,
): Promise<BotPullRequest | undefined> {
  const { repository } = context;
  const project = parseProject(await required(repository, main, PROJECT_FILE), PROJECT_FILE);
  const lockText = await repository.textAt(main, LOCK_FILE);
  const [texts, goneTexts] = [
    await repository.textsAt(main, languageFolder(project), '.md'),
    await repository.textsAt(main, goneFolder(project), '.md'),
  ];
  const catalogs = catalogsOf(texts);
  const gone = goneOf(goneTexts);
  const broken = [...catalogs.findings, ...gone.findings].filter(({ severity }) => severity === 'error');
  for (const finding of broken) context.tell(inLog(formatFinding(finding)));
  if (broken.length > 0) throw new Failure(1, `${broken.length} broken entries in main's catalogs; mend them first.`);

  const lock = parseLock(lockText ?? '', LOCK_FILE);
  const prepared = await prepareSync(context, { project, lock, catalogs, gone: gone.files }, pins);
  const there = new Map([...texts, ...goneTexts, ...(lockText === undefined ? [] : [[LOCK_FILE, lockText] as const])]);
  const files = new Map<string, string | undefined>();
  for (const [path, content] of prepared.files)
    if (there.get(path) !== (content ?? undefined)) files.set(path, content ?? undefined);
  if (!isWorthIt(files, prepared)) return undefined;
  const { title, body } = syncTold(prepared.moves, prepared.plan);
  return { title, body, subject: title, trailers: [], files, label: LABEL };
}

/** Upstream's branches move each day; another commit without another word is nobody's business. */
function isWorthIt(files: ReadonlyMap<string, unknown>, { moves }: PreparedSync): boolean {
  return [...files.keys()].some((path) => path !== LOCK_FILE) || moves.some(({ from, to }) => from !== to);
}

async function required(repository: Repository, commit: string, path: string): Promise<string> {
  const text = await repository.textAt(commit, path);
  if (text === undefined) throw new Failure(2, `main has no ${path}; a workspace of pgdoc expected`);
  return text;
}

async function close(context: GitHubContext, number: number, toolRoot: string): Promise<void> {
  await context.write.addComment(number, say(context, toolRoot, { name: 'sync-done' }));
  await context.write.editPullRequest(number, { state: 'closed' });
}

/** Once below the pull request, if there is one. */
async function tellByHand(context: GitHubContext, kept: Extract<Kept, { state: 'left' }>, toolRoot: string) {
  if (kept.number === undefined) return;
  const comments = (await context.github.comments(kept.number)).map(commentFacts);
  if (ownComment(comments, BY_HAND)) return;
  const words = say(context, toolRoot, { name: 'by-hand', values: { branch: BRANCH, commits: kept.commits } });
  await context.write.addComment(kept.number, `${BY_HAND}\n\n${words}`);
}

const say = (context: GitHubContext, toolRoot: string, answer: Answer): string =>
  inEach(answer, languagesOf(context, toolRoot));

function report({ json, print, tell, dryRun }: GitHubContext, kept: Kept): void {
  if (kept.state === 'left')
    tell(
      `${BRANCH} holds commits of people (${kept.commits.join(', ')}): it is left alone until it is merged or deleted.`,
    );
  if (json) print(JSON.stringify({ state: kept.state, pullRequest: kept.number ?? null }, null, 2));
  else if (kept.state === 'nothing')
    print(kept.number === undefined ? 'Nothing changed.' : `Pull request ${kept.number}: main has all of it.`);
  else if (!dryRun && kept.state !== 'left') print(`Pull request ${kept.number} ${kept.state}.`);
}

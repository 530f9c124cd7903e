/**
 * `bot comment`: makes or edits the one comment of a pull request, of what its check has found. Runs main's code with the
 * right to write. The artifact was made beside a stranger's pull request: nothing of it is believed but what GitHub says
 * too, and its texts are shown as code.
 */
import { Failure } from '../../failure.ts';
import { onlyFile } from '../../io/zip.ts';
import {
  ARTIFACT_FILE,
  ARTIFACT_NAME,
  type Artifact,
  MOST_ARCHIVE,
  MOST_FILE,
  parseArtifact,
} from '../../review/artifact.ts';
import { isMaintainers, kindOf } from '../../review/classify.ts';
import { commentBody, MARKER } from '../../review/comment-body.ts';
import { artifactNamed, isSameText, ownComment } from '../../review/comment-found.ts';
import { readEvent } from '../../review/event.ts';
import { artifactFacts, commentFacts, commitFacts, fileFacts, pullRequestFacts } from '../../review/facts.ts';
import type { Outcome } from '../context.ts';
import { readBotWords } from './bot-words.ts';
import type { GitHubContext } from './context.ts';

export interface BotCommentOptions {
  /** Of an event `workflow_run`. */
  readonly payload: unknown;
  /** The artifact's file, where it is at hand already; else it is fetched from the run. */
  readonly artifact: Uint8Array | undefined;
  readonly toolRoot: string;
}

type Done = 'added' | 'edited' | 'unchanged' | 'nothing';

/**
 * @returns 0 also when there is nothing to say: the run left no artifact, or the pull request has moved on
 * @throws Failure(1) for an artifact that is not what check writes, or names another pull request than the run's
 */
export async function botComment(context: GitHubContext, options: BotCommentOptions): Promise<Outcome> {
  const { run } = readEvent('workflow_run', options.payload);
  const bytes = options.artifact ?? (await fetched(context, run.id));
  if (bytes === undefined) return report(context, 'nothing', 'the run left no artifact');
  const artifact = parseArtifact(bytes);
  if (artifact.head !== run.head) throw new Failure(1, 'the artifact was made for another commit than the run');
  const number = artifact.pullRequest;
  const json = await context.github.pullRequest(number);
  if (json === undefined) throw new Failure(1, 'the artifact names a pull request that there is not');
  const facts = pullRequestFacts(json);
  const { state, head } = facts;
  // A run of one pull request must not speak in another one; that a newer head is there is no fault, its run will speak.
  if (head.sha !== run.head) {
    if (!(await isOf(context, number, run.head)))
      throw new Failure(1, 'the artifact names a pull request that the run is not of');
    return report(context, 'nothing', 'the pull request has a newer head');
  }
  if (state !== 'open') return report(context, 'nothing', 'the pull request is not open');
  const trusted = { ...artifact, maintainer: isMaintainers(facts) };
  return report(context, await write(context, trusted, run.id, options.toolRoot));
}

/** The artifact's file; undefined when the run has none. */
async function fetched({ github }: GitHubContext, run: number): Promise<Uint8Array | undefined> {
  const listed = artifactNamed((await github.artifacts(run)).map(artifactFacts), ARTIFACT_NAME);
  if (listed === undefined) return undefined;
  if (listed.size > MOST_ARCHIVE) throw new Failure(1, `the artifact is larger than ${MOST_ARCHIVE} bytes`);
  const archive = await github.artifact(listed.id, MOST_ARCHIVE);
  return onlyFile(archive, { name: ARTIFACT_FILE, most: MOST_FILE });
}

/** Whether a pull request has, or had before a push, this commit. */
async function isOf({ github }: GitHubContext, number: number, commit: string): Promise<boolean> {
  return (await github.commits(number)).some((each) => commitFacts(each).sha === commit);
}

async function write(context: GitHubContext, artifact: Artifact, run: number, toolRoot: string): Promise<Done> {
  const { github, server, name } = context;
  const site = `${server}/${name}`;
  const body = commentBody(artifact, {
    words: readBotWords(context.root, toolRoot),
    site,
    report: `${site}/actions/runs/${run}`,
    guarded: await guardedFiles(context, artifact.pullRequest),
  });
  const number = artifact.pullRequest;
  const comments = (await github.comments(number)).map(commentFacts);
  const before = ownComment(comments, MARKER);
  if (before && isSameText(before.body, body)) return 'unchanged';
  if (before) await context.write.editComment(before.id, body);
  else await context.write.addComment(artifact.pullRequest, body);
  return before ? 'edited' : 'added';
}

/** As GitHub itself lists them, whatever the artifact says. */
async function guardedFiles({ github }: GitHubContext, number: number): Promise<readonly string[]> {
  return (await github.files(number))
    .map(fileFacts)
    .flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [path, previousPath]))
    .filter((path) => kindOf(path) === 'guarded')
    .sort();
}

const SAID: Readonly<Record<Done, string>> = {
  added: 'The comment was added.',
  edited: 'The comment was edited.',
  unchanged: 'The comment says the same already.',
  nothing: 'Nothing to say',
};

function report({ json, dryRun, print }: GitHubContext, done: Done, why?: string): Outcome {
  if (json) print(JSON.stringify({ comment: done, ...(why === undefined ? {} : { why }) }, null, 2));
  else if (why !== undefined) print(`${SAID[done]}: ${why}.`);
  else if (!dryRun || done === 'unchanged') print(SAID[done]);
  return 0;
}

/** What comes after the record: the site is published anew, once, and under each pull request stands where to read it. */
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { Refusal } from '../../io/github/refusal.ts';
import { type Speech, speech } from '../../review/comment-speech.ts';
import { inLog } from '../../review/escape-log.ts';
import { readWorkspace } from '../workspace.ts';
import { readBotWords } from './bot-words.ts';
import type { GitHubContext } from './context.ts';
import type { RecordedPull } from './record-pull-request.ts';
import { LIVE_MARKER, thanksFor } from './record-thanks.ts';
import { PUBLISH } from './workflow-files.ts';

/** A comment that counts as the bot's own: strangers cannot keep it from being written by writing its mark. */
const ownComment = z.object({
  body: z.string().startsWith(LIVE_MARKER),
  user: z.object({ type: z.string() }).nullish(),
  author_association: z.string().default('NONE'),
});
const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * @param pulls those that were recorded now, and those of which it is to be seen whether their comment is missing
 * @param isNew the ledger has changed
 * @throws Failure(3) when the site could not be published, or GitHub was out of order when it got a comment: run it again
 */
export async function followUp(
  context: GitHubContext,
  pulls: readonly RecordedPull[],
  { toolRoot, isNew }: { readonly toolRoot: string; readonly isNew: boolean },
): Promise<void> {
  const { write, repository, tell } = context;
  const comments = await missingComments(context, pulls, toolRoot);
  if (isNew || comments.length > 0) await write.startWorkflow(PUBLISH, repository.mainBranch, {});
  let outage: Refusal | undefined;
  for (const { number, body } of comments) {
    try {
      await write.addComment(number, body);
    } catch (error) {
      // A locked conversation, say: the record stands without it. What may work another time is worth another run.
      if (!(error instanceof Failure)) throw error;
      if (error instanceof Refusal && error.isUncertain) outage = error;
      tell(inLog(`pr-${number}: the comment could not be written: ${error.message}`));
    }
  }
  if (outage) throw outage;
}

async function missingComments(context: GitHubContext, pulls: readonly RecordedPull[], toolRoot: string) {
  const { project } = readWorkspace(context.root);
  const say: Speech = speech(readBotWords(context.root, toolRoot));
  const missing: { readonly number: number; readonly body: string }[] = [];
  for (const { number, record, gathered } of pulls) {
    const body = record && gathered && thanksFor(record, gathered.input.files, project, say);
    if (body !== undefined && !(await context.github.comments(number)).some(isOwn)) missing.push({ number, body });
  }
  return missing;
}

function isOwn(json: unknown): boolean {
  const { data } = ownComment.safeParse(json);
  return data !== undefined && (data.user?.type === 'Bot' || INSIDERS.includes(data.author_association));
}

/**
 * `bot on-comment`: carries out the commands in a comment: records of reviews and awards, and accepted texts, in one
 * commit on main; a suggestion as a pull request. The same comment twice does nothing the second time.
 */
import { Failure } from '../../failure.ts';
import { nameOf, pathOf } from '../../ledger/names.ts';
import { parseRecord } from '../../ledger/parse.ts';
import { serializeRecord } from '../../ledger/serialize.ts';
import { parseCommands } from '../../review/command.ts';
import { inLog } from '../../review/escape-log.ts';
import { readEvent } from '../../review/event.ts';
import { commentFacts } from '../../review/facts.ts';
import type { CommentFacts } from '../../review/types.ts';
import type { Outcome } from '../context.ts';
import { liftedAt } from './accept.ts';
import { applySuggestion } from './apply.ts';
import { asRecorded } from './as-recorded.ts';
import type { CommentWork } from './comment-work.ts';
import type { GitHubContext } from './context.ts';
import { ledgerAt } from './ledger-at.ts';
import { answer, done, type Languages, languagesOf, refuse, turnAway } from './on-comment-answer.ts';
import { type MainThen, mainThen } from './on-comment-moment.ts';
import { type CommentPlan, planComment } from './on-comment-plan.ts';
import { PUBLISH } from './workflow-files.ts';

/**
 * @param options.payload of an event issue_comment
 * @throws Failure(2) for another payload, or one of another repository
 */
export async function onComment(
  context: GitHubContext,
  { payload, toolRoot }: { readonly payload: unknown; readonly toolRoot: string },
): Promise<Outcome> {
  const event = readEvent('issue_comment', payload);
  if (event.repository.toLowerCase() !== context.name.toLowerCase())
    throw new Failure(2, `--payload: an event of ${context.name} expected, found one of ${event.repository}`);
  if (event.kind === 'issue_comment') return carryOut(context, event.comment, toolRoot);
  context.tell(event.kind === 'ignored' ? event.why : 'no event of a comment');
  return 0;
}

/** For `record` and `ledger rebuild`. */
export function commentWork(toolRoot: string): CommentWork {
  return {
    isCommand: (comment) => parseCommands(readable(comment)).some(({ type }) => type !== 'apply' && type !== 'problem'),
    async carryOut(context, { comment }) {
      const json = await context.github.comment(comment);
      if (json === undefined) throw new Failure(2, `${context.name} has no comment ${comment}`);
      return carryOut(context, commentFacts(json), toolRoot);
    },
    async recordOf(context, comment, ledger) {
      const commands = parseCommands(readable(comment));
      const then = await mainThen(context, comment);
      if (!then || commands.length === 0) return { record: undefined, notes: [] };
      const { record, refusals } = await planComment(context, then, comment, commands, ledger);
      return { record: refusals.length > 0 ? undefined : record, notes: [] };
    },
  };
}

/** Who edits a comment may be another person than who wrote it; so may whoever is gone have been a program. */
const readable = ({ author, at, editedAt, body }: CommentFacts): string =>
  author && !author.bot && at === editedAt ? body : '';

async function carryOut(context: GitHubContext, comment: CommentFacts, toolRoot: string): Promise<Outcome> {
  const { repository, tell } = context;
  const commands = parseCommands(readable(comment));
  if (commands.length === 0) {
    tell(`comment ${comment.id} asks for nothing${comment.at === comment.editedAt ? '' : ', as it was edited'}`);
    return 0;
  }
  const languages = languagesOf(context, toolRoot);
  const tip = await repository.fetch();
  const then = await mainThen(context, comment);
  if (!then) {
    await refuse(context, comment, languages, [{ name: 'no-main' }]);
    return 0;
  }
  if (isStranger(then, comment)) {
    await turnAway(context, comment, languages);
    return 0;
  }
  const plan = await planComment(context, then, comment, commands, (await ledgerAt(repository, tip)).files);
  if (plan.refusals.length > 0) {
    await refuse(context, comment, languages, plan.refusals);
    return 0;
  }
  if (plan.apply) return applySuggestion(context, then, { comment, toolRoot, languages }, plan.apply);
  return write(context, comment, then, plan, languages);
}

const isStranger = ({ reviewers, offices }: MainThen, { author }: CommentFacts): boolean =>
  offices.length === 0 && !reviewers.some(({ id }) => id === author?.id);

/** @returns 1 when the ledger holds another record of the comment */
async function write(
  context: GitHubContext,
  comment: CommentFacts,
  then: MainThen,
  { record, accepted, own }: CommentPlan,
  languages: Languages,
): Promise<Outcome> {
  const { repository, write, json, print, tell, dryRun } = context;
  const path = record && pathOf(record);
  let changed: readonly string[] = [];
  let differs = false;
  const pushed = await repository.push({
    branch: repository.mainBranch,
    message: `Ledger: comment ${comment.id}`,
    async files(tip) {
      const lifted = await liftedAt(repository, tip, then, accepted);
      changed = lifted.changed;
      const there = path && (await repository.textAt(tip, path));
      const known = path && there ? parseRecord(there, path).file?.record : undefined;
      const text = record && serializeRecord(known ? asRecorded(record, known) : record);
      differs = there !== undefined && there !== text;
      if (differs) return new Map();
      return path === undefined || there === text ? lifted.files : new Map([...lifted.files, [path, text]]);
    },
  });
  if (differs) {
    tell(inLog(`${path} holds something else, which stays as it is; nothing was done`));
    return 1;
  }
  const name = record && nameOf(record);
  if (json) print(JSON.stringify({ comment: comment.id, record: name ?? null, pushed: pushed !== undefined }, null, 2));
  else if (pushed === undefined) tell(`comment ${comment.id} is carried out already`);
  else if (!dryRun) print(`comment ${comment.id}: ${name ?? 'accepted'}`);
  if (pushed !== undefined) await write.startWorkflow(PUBLISH, repository.mainBranch, {});
  await done(context, comment);
  await answer(context, comment, languages, [
    ...(own.length > 0 ? [{ name: 'accepted-own' as const, values: { keys: own } }] : []),
    ...(changed.length > 0 ? [{ name: 'has-changed' as const, values: { keys: changed } }] : []),
  ]);
  return 0;
}

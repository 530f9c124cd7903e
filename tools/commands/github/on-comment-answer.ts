/** What whoever wrote a comment gets to see: a reaction, and words where they are needed, once. */
import { Failure } from '../../failure.ts';
import { ANSWERS, type Answer, inEach } from '../../review/command-words.ts';
import { ownComment } from '../../review/comment-found.ts';
import { inLog } from '../../review/escape-log.ts';
import { commentFacts } from '../../review/facts.ts';
import type { CommentFacts } from '../../review/types.ts';
import { readBotWords } from './bot-words.ts';
import type { GitHubContext } from './context.ts';

/** Refusals that are spelt out; a page has hundreds of paragraphs. */
const SHOWN = 20;

/** The workspace's language first. */
export type Languages = readonly Readonly<Record<string, string>>[];

export function languagesOf({ root }: GitHubContext, toolRoot: string): Languages {
  const own = readBotWords(root, toolRoot);
  return own === undefined ? [ANSWERS] : [own.answers, ANSWERS];
}

const answerMark = ({ id }: CommentFacts): string => `<!-- pgdoc:answer ${id} -->`;

/** Of a conversation, for everything that somebody who may do nothing writes there. */
const strangerMark = ({ author }: CommentFacts): string => `<!-- pgdoc:stranger ${author?.id ?? 0} -->`;

/** Whether a comment has had its answer in words. */
export async function isAnswered({ github }: GitHubContext, comment: CommentFacts): Promise<boolean> {
  const comments = (await github.comments(comment.issue)).map(commentFacts);
  return ownComment(comments, answerMark(comment)) !== undefined;
}

/** The reaction that says that all was done. */
export function done(context: GitHubContext, comment: CommentFacts): Promise<void> {
  return aside(context, comment, () => context.write.react(comment.id, '+1'));
}

/** @param more Markdown below the words, ready to be shown */
export async function refuse(
  context: GitHubContext,
  comment: CommentFacts,
  languages: Languages,
  refusals: readonly Answer[],
  more: readonly string[] = [],
): Promise<void> {
  const [shown, left] = [refusals.slice(0, SHOWN), refusals.length - SHOWN];
  const rest: Answer[] = left > 0 ? [{ name: 'more-refused', values: { count: left } }] : [];
  for (const refusal of shown) context.tell(inLog(`comment ${comment.id}: ${inEach(refusal, [ANSWERS])}`));
  const items = [...shown, ...rest].map((refusal) => `- ${inEach(refusal, languages).replaceAll('<br>', '<br>\n  ')}`);
  await aside(context, comment, () => context.write.react(comment.id, 'confused'));
  await say(context, comment, answerMark(comment), [inEach({ name: 'refused' }, languages), items.join('\n'), ...more]);
}

/** One short answer a conversation to somebody who may do nothing. */
export async function turnAway(context: GitHubContext, comment: CommentFacts, languages: Languages): Promise<void> {
  context.tell(inLog(`comment ${comment.id}: ${comment.author?.login ?? ''} is no reviewer and holds no office`));
  await say(context, comment, strangerMark(comment), [inEach({ name: 'stranger' }, languages)]);
}

/** Words for a comment that was carried out. */
export async function answer(
  context: GitHubContext,
  comment: CommentFacts,
  languages: Languages,
  answers: readonly Answer[],
): Promise<void> {
  if (answers.length > 0)
    await say(
      context,
      comment,
      answerMark(comment),
      answers.map((each) => inEach(each, languages)),
    );
}

async function say(context: GitHubContext, comment: CommentFacts, mark: string, parts: readonly string[]) {
  const comments = (await context.github.comments(comment.issue)).map(commentFacts);
  if (ownComment(comments, mark)) return;
  await aside(context, comment, async () => {
    await context.write.addComment(comment.issue, [mark, ...parts].join('\n\n'));
  });
}

/** A locked conversation, or a comment that was deleted meanwhile: what was recorded stands without an answer. */
async function aside({ tell }: GitHubContext, { id }: CommentFacts, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell(inLog(`comment ${id}: it could not be answered: ${error.message}`));
  }
}

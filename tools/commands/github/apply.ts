/** `/apply`: a reader's suggested wording becomes a pull request of the bot's, with the reader as co-author. */
import type { ApplyCommand } from '../../review/command.ts';
import { type Answer, inEach, mention, reference } from '../../review/command-words.ts';
import { plainLine } from '../../review/escape-markdown.ts';
import { issueFacts } from '../../review/facts.ts';
import { readSuggestion } from '../../review/issue-form.ts';
import { targetOf } from '../../review/suggestion.ts';
import type { Actor, CommentFacts } from '../../review/types.ts';
import type { Outcome } from '../context.ts';
import { type Found, findSuggestion, type Refused, shown } from './apply-suggestion.ts';
import { type BotPullRequest, keepPullRequest } from './bot-branch.ts';
import type { GitHubContext } from './context.ts';
import { answer, done, isAnswered, type Languages, refuse } from './on-comment-answer.ts';
import type { MainThen } from './on-comment-moment.ts';

export interface Applying {
  readonly comment: CommentFacts;
  readonly toolRoot: string;
  readonly languages: Languages;
}

/** The label of issues and pull requests of suggestions. */
const LABEL = 'suggestion';

export async function applySuggestion(
  context: GitHubContext,
  then: MainThen,
  { comment, toolRoot, languages }: Applying,
  { words }: ApplyCommand,
): Promise<Outcome> {
  // What it came to the first time may be merged by now, and would look like a mistake.
  if (await isAnswered(context, comment)) return 0;
  const json = await context.github.issue(comment.issue);
  const issue = json === undefined ? undefined : issueFacts(json);
  const form = issue && !issue.isPullRequest ? readSuggestion(issue.body) : undefined;
  if (!issue || !form || !comment.author) {
    await refuse(context, comment, languages, [{ name: 'no-suggestion' }]);
    return 0;
  }
  const reader = issue.author?.bot ? undefined : issue.author;
  const applier = comment.author;
  const isOthers = words !== undefined && targetOf(words) !== targetOf(form.wording);
  const makers = [reader, ...(isOthers ? [applier] : [])].filter((each) => each !== undefined);
  let refused: Refused | undefined;
  const kept = await keepPullRequest(context, `pgdoc/suggestion-${issue.number}`, async (main) => {
    const wanted = words === undefined ? form : { ...form, wording: words };
    const found = await findSuggestion(context, then, applier.id, wanted, { main, toolRoot });
    refused = 'refusals' in found ? found : undefined;
    return 'refusals' in found ? undefined : pullRequest(found, issue.number, reader, makers, languages);
  });
  if (kept.state === 'left') {
    const values = { branch: `pgdoc/suggestion-${issue.number}`, commits: kept.commits };
    await refuse(context, comment, languages, [{ name: 'by-hand', values }]);
  } else if (kept.state === 'nothing' || refused !== undefined)
    await refuse(context, comment, languages, refused?.refusals ?? [], refused?.more);
  else {
    context.print(`comment ${comment.id}: pull request ${kept.number} ${kept.state}`);
    const pull = reference(kept.number);
    const said: Answer = reader
      ? { name: 'applied', values: { who: mention(reader.login), pull } }
      : { name: 'applied-ghost', values: { pull } };
    await done(context, comment);
    await answer(context, comment, languages, [said]);
  }
  return 0;
}

function pullRequest(
  { page, path, text, entry, target }: Found,
  issue: number,
  reader: Actor | undefined,
  makers: readonly Actor[],
  languages: Languages,
): BotPullRequest {
  const say = (each: Answer) => inEach(each, languages);
  const name = `${page} ${entry.key}`;
  const body = [
    say({ name: 'pull-suggestion', values: { issue: reference(issue) } }),
    ...[entry.source, entry.target, target].filter((each) => each !== '').map((each) => `> ${shown(each)}`),
    [
      ...(reader ? [say({ name: 'pull-thanks', values: { who: mention(reader.login) } })] : []),
      say({ name: 'pull-next' }),
    ].join('\n\n'),
    `Closes #${issue}`,
  ];
  return {
    title: `Suggestion: ${plainLine(name)}`,
    body: body.join('\n\n'),
    subject: `Suggestion of issue ${issue}: ${plainLine(name)}`,
    trailers: makers.map(({ id, login }) => `Co-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`),
    files: new Map([[path, text]]),
    label: LABEL,
  };
}

/** `/award`: credit for what no pull request holds, given by who holds an office. */
import type { AdjustRecord } from '../../ledger/types.ts';
import { parseRules, RULES_FILE } from '../../points/parse-rules.ts';
import type { AwardCommand } from '../../review/command.ts';
import type { Answer } from '../../review/command-words.ts';
import { issueFacts, userFacts } from '../../review/facts.ts';
import type { Actor, CommentFacts } from '../../review/types.ts';
import type { GitHubContext } from './context.ts';
import type { MainThen } from './on-comment-moment.ts';

export interface AwardPlan {
  readonly record: AdjustRecord | undefined;
  /** Any: then nothing is done. */
  readonly refusals: readonly Answer[];
}

export async function planAward(
  context: GitHubContext,
  then: MainThen,
  comment: CommentFacts,
  { kind, to, count, reason }: AwardCommand,
): Promise<AwardPlan> {
  const refuse = (...refusals: readonly Answer[]): AwardPlan => ({ record: undefined, refusals });
  const by = comment.author;
  if (!by || then.offices.length === 0) return refuse({ name: 'no-office' });
  const kinds = [...parseRules((await then.textAt(RULES_FILE)) ?? '').awards.keys()];
  if (!kinds.includes(kind)) return refuse({ name: 'no-kind', values: { kind, kinds } });
  const person = to === undefined ? await authorOf(context, comment.issue) : await accountOf(context, to);
  if (!person || person.bot)
    return refuse(to === undefined ? { name: 'no-author' } : { name: 'no-person', values: { login: to } });
  if (person.id === by.id) return refuse({ name: 'to-oneself' });
  const record: AdjustRecord = {
    type: 'adjust',
    number: comment.id,
    url: comment.url,
    at: comment.at,
    by: { login: by.login, id: by.id },
    reason,
    award: { to: { login: person.login, id: person.id }, kind, count },
  };
  return { record, refusals: [] };
}

async function authorOf({ github }: GitHubContext, issue: number): Promise<Actor | undefined> {
  const found = await github.issue(issue);
  return found === undefined ? undefined : issueFacts(found).author;
}

async function accountOf({ github }: GitHubContext, login: string): Promise<Actor | undefined> {
  const found = await github.user(login);
  return found === undefined ? undefined : userFacts(found);
}

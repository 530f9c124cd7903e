/** What a comment's commands come to, before anything is done. With any refusal nothing is done: one comment, one record. */
import { momentOf, nameOf } from '../../ledger/names.ts';
import type { LedgerFile, LedgerRecord } from '../../ledger/types.ts';
import type { ApplyCommand, Command, CommandProblem } from '../../review/command.ts';
import type { Answer } from '../../review/command-words.ts';
import type { CommentFacts } from '../../review/types.ts';
import { planAward } from './award.ts';
import type { GitHubContext } from './context.ts';
import type { MainThen } from './on-comment-moment.ts';
import { planReview, type ReviewPlan } from './reviewed.ts';

export interface CommentPlan {
  readonly record: LedgerRecord | undefined;
  readonly accepted: ReviewPlan['accepted'];
  /** Accepted texts, as `page:key`, that the person wrote. */
  readonly own: readonly string[];
  readonly apply: ApplyCommand | undefined;
  readonly refusals: readonly Answer[];
}

/** @param ledger records in any order; those of what happened later are left out */
export async function planComment(
  context: GitHubContext,
  then: MainThen,
  comment: CommentFacts,
  commands: readonly (Command | CommandProblem)[],
  ledger: readonly LedgerFile[],
): Promise<CommentPlan> {
  const of = <T extends Command['type'] | 'problem'>(type: T) =>
    commands.filter((each): each is Extract<Command | CommandProblem, { type: T }> => each.type === type);
  const refusals: Answer[] = of('problem').flatMap(saidOf);
  const reviews = commands.filter((each) => each.type === 'reviewed' || each.type === 'accept');
  const [award, ...awards] = of('award');
  const [apply, ...applies] = of('apply');
  const isOneRecord = awards.length + applies.length === 0 && [reviews[0], award, apply].filter(Boolean).length <= 1;
  if (!isOneRecord) refusals.push({ name: 'one-record' });
  if (refusals.length > 0) return { record: undefined, accepted: new Map(), own: [], apply, refusals };
  const plan =
    award === undefined
      ? reviews.length > 0 && (await planReview(context, then, comment, reviews, before(ledger, comment)))
      : { ...(await planAward(context, then, comment, award)), accepted: new Map<string, string[]>(), own: [] };
  return { accepted: new Map(), own: [], record: undefined, refusals, ...plan, apply };
}

function before(ledger: readonly LedgerFile[], { id, at }: CommentFacts): readonly LedgerFile[] {
  const own = [`review-${id}`, `adjust-${id}`];
  return ledger.filter(({ record }) => momentOf(record) <= at && !own.includes(nameOf(record)));
}

/** What was expected, with an example. */
function saidOf({ name, problem, found }: CommandProblem): Answer[] {
  const expected: Answer[] = name === undefined ? [] : [{ name: `bad-${name}` }];
  if (problem === 'too-long' || problem === 'too-many')
    return [...expected, { name: problem, values: { most: Number(found) } }];
  return found === '' ? expected : [...expected, { name: 'found', values: { found } }];
}

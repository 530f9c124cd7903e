/** What a pull request would earn whom, if it were merged now as it is: its record foretold, by the rules of main. */
import { Failure } from '../../failure.ts';
import type { LedgerFile, PullRequestRecord } from '../../ledger/types.ts';
import { pointsOf } from '../../points/accounts.ts';
import { parseRules, RULES_FILE } from '../../points/parse-rules.ts';
import type { PointLine } from '../../points/types.ts';
import { type Artifact, LIMITS } from '../../review/artifact.ts';
import type { CheckedMerge } from './check-types.ts';
import type { GitHubContext } from './context.ts';
import { saidOf } from './facts-of.ts';
import { gather } from './facts-of-git.ts';
import { recordFrom } from './record-pull-request.ts';

interface Known {
  /** Of main. */
  readonly ledger: readonly LedgerFile[];
  /** Of the language. */
  readonly folder: string;
}

type Foretold = Pick<Artifact, 'people' | 'notes'>;

const UNKNOWN = 'points could not be foretold';

/** Nobody where main has no rules; a note where it cannot be told. */
export async function predictedPoints(context: GitHubContext, merge: CheckedMerge, known: Known): Promise<Foretold> {
  const rules = await context.repository.textAt(merge.base, RULES_FILE);
  if (rules === undefined) return { people: [], notes: [] };
  try {
    const record = await foretold(context, merge, known);
    return record === undefined
      ? { people: [], notes: [UNKNOWN] }
      : { people: peopleOf(record, pointsOf(record, known.ledger, parseRules(rules))), notes: [] };
  } catch (error) {
    // What GitHub or main's rules keep from being known is no fault of the pull request.
    if (error instanceof Failure) return { people: [], notes: [UNKNOWN] };
    throw error;
  }
}

/** The record that it would have: the merge that was checked stands for the one to come. */
async function foretold(
  context: GitHubContext,
  { facts: open, merge }: CheckedMerge,
  { ledger, folder }: Known,
): Promise<PullRequestRecord | undefined> {
  const { repository } = context;
  const facts = {
    ...open,
    mergeCommit: merge,
    mergedAt: `${new Date(context.now() * 1000).toISOString().slice(0, 19)}Z`,
  };
  const gathered = await gather(repository, await saidOf(context, facts), merge, folder);
  if (typeof gathered === 'string') return undefined;
  return (await recordFrom(context, gathered, ledger)).record;
}

function peopleOf(record: PullRequestRecord, lines: readonly PointLine[]): Foretold['people'] {
  const logins = new Map(
    [...record.approvals, ...record.coAuthors, record.author].map(({ id, login }) => [id, login] as const),
  );
  const points = new Map<number, number>();
  for (const line of lines) points.set(line.person, (points.get(line.person) ?? 0) + line.points);
  return [...points]
    .flatMap(([id, sum]) => {
      const login = logins.get(id);
      return login === undefined ? [] : [{ id, login, points: sum }];
    })
    .sort((a, b) => b.points - a.points || a.id - b.id)
    .slice(0, LIMITS.people);
}

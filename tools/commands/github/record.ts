/**
 * `record`: what merged pull requests did, into the ledger on main, in one commit; then the site is published anew and
 * whoever opened one is told where it can be read. Everything is found out anew on each tip of main, so that whoever
 * pushes meanwhile loses nothing; run again, it changes nothing.
 */
import pLimit from 'p-limit';
import { Failure } from '../../failure.ts';
import { nameOf, pathOf } from '../../ledger/names.ts';
import { serializeRecord } from '../../ledger/serialize.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { inLog } from '../../review/escape-log.ts';
import type { PullRequestFacts } from '../../review/types.ts';
import type { Outcome } from '../context.ts';
import { languageFolder, readWorkspace } from '../workspace.ts';
import { asRecorded } from './as-recorded.ts';
import type { CommentWork } from './comment-work.ts';
import type { GitHubContext } from './context.ts';
import { factsOf, type SaidOfPullRequest, saidOf } from './facts-of.ts';
import { commitsNamed, type Gathered, gather } from './facts-of-git.ts';
import { ledgerAt } from './ledger-at.ts';
import { followUp } from './record-follow-up.ts';
import { missedSince } from './record-missed.ts';
import { type RecordedPull, recordFrom } from './record-pull-request.ts';
import { withTakenBack } from './record-taken-back.ts';

/** Calls to GitHub at a time. */
const atOnce = pLimit(4);

export interface RecordOptions {
  readonly pullRequests?: readonly number[];
  /** Ids of comments. */
  readonly comments?: readonly number[];
  /** Who carries comments out; without, they are left alone. */
  readonly commentWork?: CommentWork;
  /** Also all that happened since this moment and has no record: ISO 8601. */
  readonly since?: string | undefined;
  /** Folder of pgdoc, where words of the workspace's language may be. */
  readonly toolRoot?: string;
}

/**
 * @returns 1 when the ledger holds something else than what GitHub and Git say
 * @throws Failure(2) for a pull request that does not exist, Failure(3) when GitHub or the remote refuses
 */
export async function record(context: GitHubContext, options: RecordOptions): Promise<Outcome> {
  const { pullRequests = [], comments = [], commentWork, since, toolRoot = context.root } = options;
  const asked = await Promise.all(
    [...new Set(pullRequests)].map((number) =>
      atOnce(async () => {
        const found = await factsOf(context, number);
        if (found === undefined) throw new Failure(2, `${context.name} has no pull request ${number}`);
        return found;
      }),
    ),
  );
  const pulls = await recordAll(context, asked, { toolRoot, askedFor: true });
  const missed =
    since === undefined ? undefined : await missedSince(context, since, new Set(pullRequests), commentWork);
  const caughtUp = missed ? await recordAll(context, missed.pullRequests, { toolRoot, askedFor: false }) : [];
  const all = [...pulls, ...caughtUp];
  let outcome: Outcome = all.some(({ status }) => status === 'differs') ? 1 : 0;
  if (commentWork)
    for (const comment of [...comments, ...(missed?.comments ?? [])])
      if ((await commentWork.carryOut(context, { comment })) !== 0) outcome = 1;
  if (context.json)
    context.print(
      JSON.stringify(
        all.map(({ gathered: _, ...pull }) => pull),
        null,
        2,
      ),
    );
  return outcome;
}

/** @param askedFor what is in the ledger already is looked after too: the site, and the comment */
async function recordAll(
  context: GitHubContext,
  facts: readonly PullRequestFacts[],
  { toolRoot, askedFor }: { readonly toolRoot: string; readonly askedFor: boolean },
): Promise<readonly RecordedPull[]> {
  const isMerged = ({ mergedAt }: PullRequestFacts) => mergedAt !== undefined;
  const unmerged = facts.filter((each) => !isMerged(each));
  const none = unmerged.map(({ number }) => ({ number, status: 'none' as const, notes: ['it is not merged'] }));
  const said = await Promise.all(facts.filter(isMerged).map((each) => atOnce(() => saidOf(context, each))));
  const pulls = await recordSaid(context, said);
  const all = [...none, ...pulls].sort((a, b) => a.number - b.number);
  for (const pull of all) tellOf(context, pull);
  await followUp(
    context,
    pulls.filter(({ status }) => status === 'written' || (askedFor && status === 'there')),
    { toolRoot, isNew: pulls.some(({ status }) => status === 'written') },
  );
  return all;
}

const byMerge = (a: SaidOfPullRequest, b: SaidOfPullRequest): number =>
  Date.parse(a.facts.mergedAt ?? '') - Date.parse(b.facts.mergedAt ?? '') || a.facts.number - b.facts.number;

async function recordSaid(
  context: GitHubContext,
  asked: readonly SaidOfPullRequest[],
): Promise<readonly RecordedPull[]> {
  const { repository } = context;
  if (asked.length === 0) return [];
  const folder = languageFolder(readWorkspace(context.root).project);
  let main = await repository.fetch(...asked.flatMap(commitsNamed));
  const said = await withTakenBack(context, asked, main);
  if (said.length > asked.length) main = await repository.fetch(...said.flatMap(commitsNamed));
  const gathered: { readonly number: number; readonly found: Gathered | string }[] = [];
  for (const each of said.toSorted(byMerge))
    gathered.push({ number: each.facts.number, found: await gather(repository, each, main, folder) });

  let pulls: readonly RecordedPull[] = [];
  await repository.push({
    branch: repository.mainBranch,
    message: `Ledger: ${said.length === 1 ? `pull request ${said[0]?.facts.number}` : `${said.length} pull requests`}`,
    async files(tip) {
      const { texts, files } = await ledgerAt(repository, tip);
      const ledger: LedgerFile[] = [...files];
      const made: RecordedPull[] = [];
      const changed = new Map<string, string>();
      for (const { number, found } of gathered) {
        if (typeof found === 'string') {
          made.push({ number, status: 'none', notes: [found] });
          continue;
        }
        const { record, notes } = await recordFrom(context, found, ledger);
        const path = pathOf(record);
        const known = files.find((file) => file.path === path);
        const text = serializeRecord(known ? asRecorded(record, known.record) : record);
        const there = texts.get(path);
        const status = there === undefined ? 'written' : there === text ? 'there' : 'differs';
        made.push({ number, status, notes, path, record, gathered: found });
        if (status !== 'written') continue;
        changed.set(path, text);
        ledger.push({ path, name: nameOf(record), record });
      }
      pulls = made;
      return changed;
    },
  });
  return pulls;
}

function tellOf({ print, tell, json, dryRun }: GitHubContext, { number, status, notes, path, record }: RecordedPull) {
  const counts = record ? ` (${record.segments.length} texts, ${record.approvals.length} approvals)` : '';
  const words = {
    written: `${dryRun ? 'would be recorded' : 'recorded'} in ${path}${counts}`,
    there: `is recorded already in ${path}`,
    differs: `${path} holds something else, which stays as it is; \`pgdoc ledger rebuild --check\` shows the difference`,
    none: 'is not recorded',
  };
  if (!json) print(inLog(`pr-${number}: ${words[status]}`));
  for (const note of notes) tell(inLog(`pr-${number}: ${note}`));
}

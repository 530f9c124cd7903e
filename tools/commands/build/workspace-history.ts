/**
 * What the history of the workspace in git says: since when texts are as they are, how they came there, what upstream
 * changed last. A function of the last commit that touched them, and kept from one build to the next.
 */
import { openHistory } from '../../io/history.ts';
import { readMainline } from '../../io/mainline.ts';
import type { Context } from '../context.ts';
import type { BuildCache } from './cache.ts';
import { readAges } from './history-ages.ts';
import { historicPaths } from './history-key.ts';
import type { HistoryRequest } from './history-request.ts';
import { readTrend } from './history-trend.ts';
import type { WorkspaceHistory } from './history-types.ts';
import { readUpstreamChanges } from './history-upstream.ts';
import type { SiteFacts } from './site-facts.ts';

const NOTHING: WorkspaceHistory = {
  commit: undefined,
  since: () => undefined,
  changed: () => undefined,
  now: undefined,
  trend: 'none',
  upstream: new Map(),
};

/** Digits of a commit's id that nobody will meet twice. */
const SHORT = 12;

export async function readWorkspaceHistory(
  context: Context,
  facts: Pick<SiteFacts, 'inputs' | 'catalogs' | 'surveys'>,
  cache: BuildCache,
): Promise<WorkspaceHistory> {
  const main = await readMainline(context.root, historicPaths(facts.inputs.project), context.env);
  const tip = main?.commits.at(-1);
  if (!main || !tip) return NOTHING;
  const work = context.begin('Reading the history');
  const { texts } = await openHistory(context.root, context.env);
  const request: HistoryRequest = { main, texts, facts, cache };
  const changed = new Map(main.commits.flatMap(({ at, changes }) => changes.map(({ path }) => [path, at] as const)));
  const isClean = ![...main.dirty].some((path) => path.endsWith('.md'));
  const commit = isClean ? tip.commit.slice(0, SHORT) : undefined;
  // What a shallow repository begins with may be older than its first commit: that says nothing of when and what.
  const history: WorkspaceHistory = main.shallow
    ? { ...NOTHING, commit, trend: 'shallow' }
    : {
        commit,
        since: await readAges(request),
        changed: (file) => changed.get(file),
        now: tip.at,
        trend: await readTrend(request),
        upstream: await readUpstreamChanges(request),
      };
  work.end();
  return history;
}

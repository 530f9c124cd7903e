/** From what a workspace holds to what a sync would write: fetches upstream and plans. Writes into the cache only. */
import { fetchCommit } from '../io/fetch-commit.ts';
import { openTree } from '../io/open-tree.ts';
import { resolveRef } from '../io/resolve-ref.ts';
import type { Upstream } from '../io/upstream.ts';
import { serializeLock } from '../project/lock-file.ts';
import type { Lock, Pin, Project, VersionSpec } from '../project/types.ts';
import type { Context } from './context.ts';
import { type Manual, readManual, upstreamOf } from './manual.ts';
import type { SyncPlan } from './sync-changes.ts';
import { requireLayout } from './sync-layout.ts';
import { planSync } from './sync-plan.ts';
import type { Move } from './sync-report.ts';
import { type CatalogFile, type Catalogs, LOCK_FILE } from './workspace.ts';

export interface SyncInputs {
  readonly project: Project;
  readonly lock: Lock;
  readonly catalogs: Catalogs;
  readonly gone: readonly CatalogFile[];
}

export interface PreparedSync {
  readonly moves: readonly Move[];
  readonly plan: SyncPlan;
  /** Whole content of each file that is to be, the lock among them; null: the file goes. */
  readonly files: ReadonlyMap<string, string | null>;
}

/**
 * @param pins branch, tag or commit by version, instead of those of the project
 * @throws Failure(2) for catalogs laid out for another version, Failure(3) for trouble upstream
 */
export async function prepareSync(
  context: Context,
  { project, lock, catalogs, gone }: SyncInputs,
  pins: ReadonlyMap<string, string>,
): Promise<PreparedSync> {
  const before = lock.pins.map(({ version }) => version);
  requireLayout(project, before, catalogs);
  const upstream = await upstreamOf(context, project);
  const fetched: { pin: Pin; manual: Manual }[] = [];
  const work = context.begin('Fetching and reading upstream', project.versions.length);
  try {
    for (const version of project.versions) {
      fetched.push(await readVersion(upstream, version, pins.get(version.name), lock.pins));
      work.tick();
    }
  } finally {
    work.end();
  }
  const manuals = fetched.map(({ manual }) => manual);
  const plan = planSync(project, manuals, { catalogs, gone, versions: before, keepOrder: true });
  const newLock = { pins: fetched.map(({ pin }) => pin) };
  const moves = newLock.pins.map(({ version, release }) => ({
    version,
    from: lock.pins.find((pin) => pin.version === version)?.release,
    to: release,
  }));
  return { moves, plan, files: new Map([...plan.files, [LOCK_FILE, serializeLock(newLock)]]) };
}

/** With a pin that the lock has already and the cache holds, no network is touched. */
async function readVersion(
  upstream: Upstream,
  version: VersionSpec,
  wanted: string | undefined,
  known: readonly Pin[],
): Promise<{ pin: Pin; manual: Manual }> {
  const locked = known.find((pin) => pin.version === version.name);
  const fixed =
    wanted !== undefined &&
    wanted !== version.ref &&
    locked !== undefined &&
    (locked.ref === wanted || locked.commit === wanted);
  const resolved = fixed ? locked : await resolveRef(upstream, version, wanted);
  const { commit, date } = await fetchCommit(upstream, resolved.commit);
  const manual = readManual(version.name, await openTree(upstream, commit));
  return { pin: { version: version.name, ref: resolved.ref, commit, release: manual.release, date }, manual };
}

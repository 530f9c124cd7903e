/** `pgdoc sync`: plan, show, apply. Fetches upstream, merges its segments into the catalogs, and pins what it read. */
import { Failure } from '../failure.ts';
import { fetchCommit } from '../io/fetch-commit.ts';
import { openTree } from '../io/open-tree.ts';
import { resolveRef } from '../io/resolve-ref.ts';
import type { Upstream } from '../io/upstream.ts';
import { serializeLock } from '../project/lock-file.ts';
import type { Pin, VersionSpec } from '../project/types.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import type { Context, Outcome } from './context.ts';
import { type Manual, readManual, upstreamOf } from './manual.ts';
import { readSoundGone } from './sync-gone.ts';
import { requireLayout } from './sync-layout.ts';
import { planSync } from './sync-plan.ts';
import { type Move, syncJson, syncMarkdown, syncSummary } from './sync-report.ts';
import { LOCK_FILE, readSoundCatalogs, readWorkspace } from './workspace.ts';

export interface SyncOptions {
  /** Branch, tag or commit by version, for this run. */
  readonly pins: ReadonlyMap<string, string>;
  /** A file, relative to the workspace, for the report in Markdown. */
  readonly report?: string | undefined;
}

/** @throws Failure(2) for a version that the project has not, Failure(3) for trouble upstream; nothing is written then */
export async function sync(context: Context, options: SyncOptions): Promise<Outcome> {
  return changeWorkspace(context, { purpose: 'sync', report: options.report }, (apply) => run(context, options, apply));
}

async function run(context: Context, { pins, report }: SyncOptions, apply: Apply): Promise<Outcome> {
  const { project, lock } = readWorkspace(context.root);
  for (const version of pins.keys())
    if (!project.versions.some(({ name }) => name === version))
      throw new Failure(
        2,
        `--pin ${version}=…: translations/project.yml has no version ${version}; it has ${project.versions.map(({ name }) => name).join(', ')}`,
      );
  const catalogs = await readSoundCatalogs(context, project);
  const gone = await readSoundGone(context, project);
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
  const moves: Move[] = newLock.pins.map(({ version, release }) => ({
    version,
    from: lock.pins.find((pin) => pin.version === version)?.release,
    to: release,
  }));
  const changes = [
    ...[...plan.files].map(([path, content]) => ({ path, content })),
    { path: LOCK_FILE, content: serializeLock(newLock) },
    ...(report === undefined ? [] : [{ path: report, content: syncMarkdown(moves, plan) }]),
  ];
  const written = await apply(changes);
  if (context.json) context.print(JSON.stringify(syncJson(moves, plan), null, 2));
  else {
    context.print(syncSummary(moves, plan));
    context.print(
      context.dryRun
        ? `\nDry run: nothing was written (${plan.pages.length} pages would change).`
        : `\n${written.length} files written.`,
    );
  }
  return 0;
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

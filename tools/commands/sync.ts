/** `pgdoc sync`: plan, show, apply. Fetches upstream, merges its segments into the catalogs, and pins what it read. */
import { Failure } from '../failure.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import type { Context, Outcome } from './context.ts';
import { readSoundGone } from './sync-gone.ts';
import { prepareSync } from './sync-prepare.ts';
import { syncJson, syncMarkdown, syncSummary } from './sync-report.ts';
import { readSoundCatalogs, readWorkspace } from './workspace.ts';

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
  const { moves, plan, files } = await prepareSync(context, { project, lock, catalogs, gone }, pins);
  const changes = [
    ...[...files].map(([path, content]) => ({ path, content })),
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

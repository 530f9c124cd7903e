/**
 * `pgdoc current VERSION`: makes another version the one that translators work on. Rewrites project.yml, comments and
 * all, and lays the catalogs out in that version's order. Reads the pins; fetches nothing newer.
 */
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { parseProject } from '../project/parse-project.ts';
import type { Lock, Project } from '../project/types.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import type { Context, Outcome } from './context.ts';
import { withCurrent } from './current-project.ts';
import { type Manual, openPin, pinOf, readManual, upstreamOf } from './manual.ts';
import { readSoundGone } from './sync-gone.ts';
import { planSync } from './sync-plan.ts';
import { syncJson, syncMarkdown, syncSummary } from './sync-report.ts';
import { PROJECT_FILE, readSoundCatalogs, readWorkspace } from './workspace.ts';

export interface CurrentOptions {
  readonly version: string;
  /** A file, relative to the workspace, for the report in Markdown. */
  readonly report?: string | undefined;
}

/** @throws Failure(2) for a version that the project has not or that was never synced; nothing is written then */
export async function current(context: Context, options: CurrentOptions): Promise<Outcome> {
  return changeWorkspace(context, { purpose: 'current', report: options.report }, (apply) =>
    run(context, options, apply),
  );
}

async function run(context: Context, { version, report }: CurrentOptions, apply: Apply): Promise<Outcome> {
  const { project: before, lock } = readWorkspace(context.root);
  if (!before.versions.some(({ name }) => name === version))
    throw new Failure(
      2,
      `translations/project.yml has no version ${version}; it has ${before.versions.map(({ name }) => name).join(', ')}`,
    );
  const text = withCurrent(readText(context.root, PROJECT_FILE) ?? '', version);
  const project = parseProject(text, PROJECT_FILE);
  const catalogs = await readSoundCatalogs(context, project);
  const gone = await readSoundGone(context, project);
  const manuals = await readManuals(context, project, lock);

  const versions = lock.pins.map((pin) => pin.version);
  const plan = planSync(project, manuals, { catalogs, gone, versions, keepOrder: false });
  const moves = manuals.map((manual) => ({ version: manual.version, from: manual.release, to: manual.release }));
  const changes = [
    { path: PROJECT_FILE, content: text },
    ...[...plan.files].map(([path, content]) => ({ path, content })),
    ...(report === undefined ? [] : [{ path: report, content: syncMarkdown(moves, plan) }]),
  ];
  const written = await apply(changes);
  if (context.json) context.print(JSON.stringify({ current: version, ...syncJson(moves, plan) }, null, 2));
  else {
    context.print(syncSummary(moves, plan));
    const laidOut = [...plan.files].filter(
      ([path, content]) => readText(context.root, path) !== (content ?? undefined),
    );
    context.print(
      context.dryRun
        ? `\nDry run: nothing was written (${laidOut.length} catalogs would be laid out anew).`
        : `\n${version} is the current version. ${written.length} files written.`,
    );
  }
  return 0;
}

async function readManuals(context: Context, project: Project, lock: Lock): Promise<readonly Manual[]> {
  const pins = project.versions.map(({ name }) => pinOf(lock.pins, name));
  const upstream = await upstreamOf(context, project);
  const manuals: Manual[] = [];
  const work = context.begin('Reading the pinned manuals', pins.length);
  try {
    for (const { version, commit } of pins) {
      manuals.push(readManual(version, await openPin(upstream, commit)));
      work.tick();
    }
  } finally {
    work.end();
  }
  return manuals;
}

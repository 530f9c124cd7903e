/**
 * `pgdoc import`: an existing translation, as DocBook, into the catalogs: bilingual with markers, or a plain
 * translated tree aligned with the English that it was made from.
 */
import { importTargets } from '../catalog/import-targets.ts';
import type { ImportAs, ImportReplace } from '../catalog/import-types.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Catalog } from '../catalog/types.ts';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { readFolder } from '../io/folder-tree.ts';
import { resolveRef } from '../io/resolve-ref.ts';
import { parseOrigins, serializeOrigins, withOrigin } from '../project/origins-file.ts';
import type { Project, VersionSpec } from '../project/types.ts';
import { statusOf } from '../status/status-of.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import { type Context, formatFinding, type Outcome, writtenLine } from './context.ts';
import { importJson, importMarkdown, importSummary, reportOf } from './import-report.ts';
import { openPin, pinOf, readManual, upstreamOf } from './manual.ts';
import { readLedger } from './read-ledger.ts';
import { requireCatalogs } from './require-pages.ts';
import { alignTranslation } from './translation.ts';
import { type CatalogFile, originsFile, readSoundCatalogs, readWorkspace } from './workspace.ts';

export interface ImportOptions {
  /** Folder of the translated .sgml files. */
  readonly from: string;
  readonly version: string;
  /** Upstream's branch, tag or commit that the translation was made from; default: the version's pin. */
  readonly base: string | undefined;
  readonly as: ImportAs;
  /** Which targets that are there give way; none by default. */
  readonly replace?: ImportReplace | undefined;
  /** Id of an origin in project.yml. */
  readonly origin: string | undefined;
  /** A file, relative to the workspace, for the list of what needs a look. */
  readonly report: string | undefined;
}

/** Notes shown on a terminal; the report has them all. */
const SHOWN = 10;

/**
 * @throws Failure(1) when the translation or a catalog cannot be read, Failure(2) for a version, origin or folder that
 *   there is not, Failure(3) for trouble upstream; nothing is written then
 */
export async function importTranslation(context: Context, options: ImportOptions): Promise<Outcome> {
  return changeWorkspace(context, { purpose: 'import', report: options.report }, (apply) =>
    run(context, options, apply),
  );
}

async function run(context: Context, options: ImportOptions, apply: Apply): Promise<Outcome> {
  const { project, lock } = readWorkspace(context.root);
  const spec = checkOptions(project, options);
  const catalogs = await readSoundCatalogs(context, project);
  requireCatalogs(catalogs.files);

  const work = context.begin('Reading and aligning the translation', 3);
  const upstream = await upstreamOf(context, project);
  const pinned = pinOf(lock.pins, spec.name).commit;
  const commit = options.base === undefined ? pinned : (await resolveRef(upstream, spec, options.base)).commit;
  const base = await openPin(upstream, commit);
  const english = readManual(spec.name, base);
  work.tick();
  const alignment = alignTranslation(await readFolder(options.from), base, english.pages);
  work.tick();
  if (!('pairs' in alignment)) {
    work.end();
    for (const finding of alignment.slice(0, SHOWN)) context.tell(formatFinding(finding));
    throw new Failure(
      1,
      `the translation in ${options.from} cannot be read: ${alignment.length} errors. Nothing was written.`,
    );
  }
  const old = catalogs.files.map(({ catalog }) => catalog);
  const { reviews } = await readLedger(context.root);
  const result = importTargets(old, alignment.pairs, options.as, {
    which: options.replace ?? 'none',
    isReviewed: (page, entry) => statusOf(page, entry, reviews) === 'reviewed',
  });
  work.tick();
  work.end();

  const report = reportOf(alignment, result);
  const pages = catalogs.files.flatMap(({ path }, at) => {
    const catalog = result.catalogs[at] as Catalog;
    return catalog === old[at] ? [] : [{ path, catalog }];
  });
  const changes = [
    ...pages.map(({ path, catalog }) => ({ path, content: serializeCatalog(catalog) })),
    ...originChanges(context, project, options.origin, pages),
    ...(options.report === undefined ? [] : [{ path: options.report, content: importMarkdown(options, report) }]),
  ];
  const written = await apply(changes);
  if (context.json) context.print(JSON.stringify(importJson(options, result, report, pages.length), null, 2));
  else {
    context.print(importSummary(options, result, report));
    for (const note of report.notes.slice(0, SHOWN))
      context.print(`${note.file}:${note.line}: ${note.kind}: ${note.message}`);
    const more = report.notes.length - SHOWN;
    if (more > 0)
      context.print(
        `… and ${more} more${options.report ? `, all in ${options.report}` : '; --report FILE writes them all'}`,
      );
    context.print(`\n${writtenLine(context, written)}`);
  }
  return 0;
}

/** @throws Failure(2) for a version or an origin that project.yml has not */
function checkOptions(project: Project, { version, origin }: ImportOptions): VersionSpec {
  const spec = project.versions.find(({ name }) => name === version);
  const names = project.versions.map(({ name }) => name).join(', ');
  if (!spec) throw new Failure(2, `--version ${version}: translations/project.yml has ${names}`);
  if (origin !== undefined && !project.origins.some(({ id }) => id === origin))
    throw new Failure(
      2,
      `--origin ${origin}: translations/project.yml has no origin of that id; add it under origins: with its name and people`,
    );
  return spec;
}

/** Which pages took text from the origin, for the line on the page that names it. */
function originChanges(context: Context, project: Project, origin: string | undefined, pages: readonly CatalogFile[]) {
  if (origin === undefined || pages.length === 0) return [];
  const path = originsFile(project);
  const known = parseOrigins(readText(context.root, path) ?? '', path);
  return [
    {
      path,
      content: serializeOrigins(
        withOrigin(
          known,
          origin,
          pages.map(({ catalog }) => catalog.page),
        ),
      ),
    },
  ];
}

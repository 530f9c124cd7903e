/** `pgdoc import --format po`: PO files that were changed outside, merged into the catalogs message by message. */
import { serializeCatalog } from '../catalog/serialize.ts';
import { mergePo } from '../po/merge.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import { type Context, type Outcome, writtenLine } from './context.ts';
import { readPoFiles } from './import-po-files.ts';
import { needsLook, poJson, poMarkdown, poSummary } from './import-po-report.ts';
import { requireCatalogs } from './require-pages.ts';
import { readSoundCatalogs, readWorkspace } from './workspace.ts';

export interface ImportPoOptions {
  /** Absolute path of a PO file, or of a folder with some. */
  readonly from: string;
  /** A file, relative to the workspace, for the list of what needs a look. */
  readonly report: string | undefined;
}

/** Notes shown on a terminal; the report has them all. */
const SHOWN = 10;

/** @returns 1 when a text did not end in a catalog; each is named, and all others were taken */
export async function importPo(context: Context, options: ImportPoOptions): Promise<Outcome> {
  return changeWorkspace(context, { purpose: 'import', report: options.report }, (apply) =>
    run(context, options, apply),
  );
}

async function run(context: Context, { from, report }: ImportPoOptions, apply: Apply): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const catalogs = await readSoundCatalogs(context, project);
  requireCatalogs(catalogs.files);
  const files = await readPoFiles(from, project.language);

  const result = mergePo(
    catalogs.files.map(({ catalog }) => catalog),
    files,
  );
  const changed = catalogs.files.flatMap(({ path, catalog: old }, at) => {
    const catalog = result.catalogs[at] ?? old;
    return catalog === old ? [] : [{ path, content: serializeCatalog(catalog) }];
  });
  const changes = [...changed, ...(report === undefined ? [] : [{ path: report, content: poMarkdown(result, from) }])];
  const written = await apply(changes);

  if (context.json) context.print(JSON.stringify(poJson(result, files.length, changed.length), null, 2));
  else {
    context.print(poSummary(result, files.length, changed.length));
    for (const { file, line, kind, page, key, message } of result.notes.slice(0, SHOWN))
      context.print(`${file}:${line}: ${kind}: ${message}${key ? ` (${page} @${key})` : ''}`);
    const more = result.notes.length - SHOWN;
    if (more > 0)
      context.print(
        `… and ${more} more${report ? `, all in ${report}` : '; --report FILE writes them all, with the texts'}`,
      );
    context.print(`\n${writtenLine(context, written)}`);
  }
  return result.notes.some(needsLook) ? 1 : 0;
}

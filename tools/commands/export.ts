/**
 * `pgdoc export`: catalogs as PO files, for Poedit, Weblate and their like. Work that somebody has done in an earlier
 * export and that is not imported yet is never written over.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { withLock } from '../io/lock.ts';
import { writeAll } from '../io/transaction.ts';
import { exportCatalog, HEADER_REMARK, headerOf } from '../po/export.ts';
import { mergePo, type NamedPo } from '../po/merge.ts';
import { writePo } from '../po/write.ts';
import type { Project } from '../project/types.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { readPoFile } from './import-po-files.ts';
import { needsLook } from './import-po-report.ts';
import { requireCatalogs, requirePages } from './require-pages.ts';
import { type CatalogFile, type Catalogs, languageFolder, readCatalogs, readWorkspace } from './workspace.ts';

export interface ExportOptions {
  /** Absolute path: a folder of one PO file a page, in the folders of the catalogs, or one file for all. */
  readonly to: { readonly folder: string } | { readonly file: string };
  /** Pages by name; all when empty. */
  readonly pages: readonly string[];
  /** Write over what was changed outside and not imported. */
  readonly overwrite: boolean;
}

/** A PO file that is to be. */
interface Planned {
  /** Below the folder that is written. */
  readonly path: string;
  readonly catalogs: readonly CatalogFile[];
}

/** @returns 1 when a catalog has broken entries, which no PO file can hold */
export async function exportPo(context: Context, options: ExportOptions): Promise<Outcome> {
  return withLock(context.root, { name: 'workspace', purpose: 'export' }, () => run(context, options));
}

async function run(context: Context, { to, pages, overwrite }: ExportOptions): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const catalogs = await readCatalogs(context.root, project);
  for (const finding of catalogs.findings) context.tell(formatFinding(finding));
  const chosen = choose(catalogs, pages);
  const folder = 'folder' in to ? to.folder : dirname(to.file);
  requireFolder(folder);
  const planned: Planned[] =
    'folder' in to
      ? chosen.map((file) => ({ path: poPath(project, file), catalogs: [file] }))
      : [{ path: basename(to.file), catalogs: chosen }];

  const before = planned.flatMap(({ path }) => readPoFile(folder, path, project.language) ?? []);
  if (!overwrite) requireImported(catalogs, before);
  const old = new Map(before.map((file) => [file.file, file]));
  const work = context.begin('Writing PO files', planned.length);
  const files = planned.map(({ path, catalogs: parts }) => {
    const remarks = remarksOf(old.get(path));
    const messages = parts.flatMap(({ path: reference, catalog }) => exportCatalog(catalog, reference, remarks));
    work.tick();
    const header = headerOf(project.title, project.language);
    return { path, content: writePo(header, HEADER_REMARK, messages), messages: messages.length };
  });
  work.end();

  const written = context.dryRun
    ? files.filter(({ path, content }) => !old.has(path) || readText(folder, path) !== content).map(({ path }) => path)
    : await write(folder, files);
  const messages = files.reduce((all, file) => all + file.messages, 0);
  if (context.json) context.print(JSON.stringify({ format: 'po', files: files.length, messages, written }, null, 2));
  else {
    context.print(`${messages.toLocaleString('en')} messages of ${chosen.length} pages in ${files.length} PO files.`);
    context.print(
      context.dryRun
        ? `Dry run: nothing was written (${written.length} would be).`
        : `${written.length} files written.`,
    );
  }
  return catalogs.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** @throws Failure(2) for a page that has no catalog, or when there are no catalogs */
function choose({ files, byPage }: Catalogs, pages: readonly string[]): readonly CatalogFile[] {
  requireCatalogs(files);
  requirePages(pages, byPage);
  const own = [...byPage.values()];
  return pages.length === 0 ? own : own.filter(({ catalog }) => pages.includes(catalog.page));
}

/** @throws Failure(2) when a file stands where the folder is, or would be made */
function requireFolder(folder: string): void {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  if (!statSync(existing).isDirectory())
    throw new Failure(2, `${existing} is a file; the PO files are to be written into a folder ${folder}`);
}

function poPath(project: Project, { path }: CatalogFile): string {
  return path.slice(languageFolder(project).length + 1).replace(/\.md$/, '.po');
}

/** @throws Failure(1) when a file holds what no import has seen, Failure(2) when one cannot be read */
function requireImported({ files }: Catalogs, before: readonly NamedPo[]): void {
  const { takenFrom, notes } = mergePo(
    files.map(({ catalog }) => catalog),
    before,
  );
  const waiting = [...new Set([...takenFrom, ...notes.filter(needsLook).map(({ file }) => file)])].sort();
  if (waiting.length === 0) return;
  const names = waiting.slice(0, 10);
  const more = waiting.length > names.length ? `\n… and ${waiting.length - names.length} more` : '';
  throw new Failure(
    1,
    `${names.join('\n')}${more}\nhold changes that are not in the catalogs. Nothing was written. Run ` +
      '`pgdoc import --format po` first; --overwrite throws them away, also those that an import has reported.',
  );
}

/** What people have written about messages lives in the PO files alone. */
function remarksOf(file: NamedPo | undefined): ReadonlyMap<string, readonly string[]> {
  const messages = file?.po.messages ?? [];
  return new Map(
    messages.flatMap(({ context, remarks }) => (context && remarks.length > 0 ? [[context, remarks]] : [])),
  );
}

async function write(folder: string, files: readonly { path: string; content: string }[]): Promise<readonly string[]> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Failure(2, `${folder}: the folder cannot be made (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
  const written = await writeAll(
    folder,
    files.map(({ path, content }) => ({ path, content })),
  );
  // The transaction's own; a folder that holds something else stays.
  await rmdir(join(folder, '.cache')).catch(() => {});
  return written;
}

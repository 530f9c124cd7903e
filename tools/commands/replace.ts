/** `pgdoc replace`: a term changed in all targets in one step that can be proved to be nothing else. */
import { entryStatus } from '../catalog/entry-status.ts';
import { parseCatalog } from '../catalog/parse.ts';
import { newSubstitution, type ReplacementSpec, replaceInCatalog, specProblem } from '../catalog/replacement.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import { proseOf } from '../check/scan.ts';
import { Failure } from '../failure.ts';
import { targetHash } from '../segment/key.ts';
import { changeCatalogs } from './change-catalogs.ts';
import { type Context, type Outcome, writtenLine } from './context.ts';
import { type ReplacedEntry, type Replacement, replacementMarkdown, replacementSummary } from './replace-report.ts';
import { type CatalogFile, type Catalogs, languageFolder } from './workspace.ts';

export interface ReplaceOptions {
  /** Files and folders of the workspace, or names of pages; everything when empty. */
  readonly in: readonly string[];
  /** A file, relative to the workspace, for all changes in Markdown. */
  readonly report?: string | undefined;
}

/** @throws Failure(2) for words that cannot be replaced, or a path without catalogs; nothing is written then */
export async function replace(context: Context, spec: ReplacementSpec, options: ReplaceOptions): Promise<Outcome> {
  const problem = specProblem(spec);
  if (problem !== undefined) throw new Failure(2, problem);
  const { result, written } = await changeCatalogs(
    context,
    { purpose: 'replace', report: options.report },
    (catalogs, project) => {
      const files = chosen(catalogs, options.in, languageFolder(project));
      const { changed, replacement } = plan(files, spec);
      const content = options.report === undefined ? '' : replacementMarkdown(replacement, project.language);
      const report = options.report === undefined ? undefined : { path: options.report, content };
      return { changed, report, result: { replacement, language: project.language } };
    },
  );
  const { replacement, language } = result;
  if (context.json) {
    const entries = replacement.entries.map(({ before, after, ...rest }) => ({
      ...rest,
      before,
      after,
      from: targetHash(before),
      to: targetHash(after),
    }));
    const { spec: asked, entries: _, ...counts } = replacement;
    context.print(JSON.stringify({ ...asked, ...counts, entries, written }, null, 2));
    return 0;
  }
  context.print(replacementSummary(replacement, language));
  context.print(writtenLine(context, written));
  return 0;
}

/** The catalogs that the paths name, all of them when there is no path. */
function chosen({ files }: Catalogs, paths: readonly string[], folder: string): readonly CatalogFile[] {
  if (paths.length === 0) return files;
  const named = paths.map((path) => {
    const plain = path.replace(/^\.\//, '').replace(/\/+$/, '');
    const found = files.filter(
      ({ path: file, catalog }) => file === plain || file.startsWith(`${plain}/`) || catalog.page === plain,
    );
    return { path, found };
  });
  const empty = named.filter(({ found }) => found.length === 0).map(({ path }) => path);
  if (empty.length > 0)
    throw new Failure(
      2,
      `--in ${empty.join(' ')}: no catalog is there; expected files or folders below ${folder}, or names of pages`,
    );
  const wanted = new Set(named.flatMap(({ found }) => found));
  return files.filter((file) => wanted.has(file));
}

function plan(
  files: readonly CatalogFile[],
  spec: ReplacementSpec,
): { changed: readonly CatalogFile[]; replacement: Replacement } {
  const substitution = newSubstitution(spec, proseOf);
  const entries: ReplacedEntry[] = [];
  const refused: { page: string; key: string; line: number }[] = [];
  const changed: CatalogFile[] = [];
  let kept = 0;
  for (const { path, catalog } of files) {
    const replaced = replaceInCatalog(catalog, substitution);
    let differs = false;
    for (const { before, entry, places, kept: left, refused: isRefused } of replaced.results) {
      const { key, line, source } = before;
      kept += left;
      if (isRefused) refused.push({ page: catalog.page, key, line });
      if (places === 0) continue;
      differs = true;
      const status = entryStatus(entry);
      const at = { page: catalog.page, file: path, line, key, status };
      entries.push({ ...at, source, places, before: before.target, after: entry.target });
    }
    if (!differs) continue;
    requireReadable(path, replaced.catalog);
    changed.push({ path, catalog: replaced.catalog });
  }
  const places = entries.reduce((sum, entry) => sum + entry.places, 0);
  return { changed, replacement: { spec, entries, places, kept, refused, files: changed.length } };
}

/** Words that are harmless alone may open a quote or look like a mark of a conflict where they now stand. */
function requireReadable(path: string, catalog: CatalogFile['catalog']): void {
  const { findings } = parseCatalog(serializeCatalog(catalog), path, catalog.page);
  const [first] = findings;
  if (first)
    throw new Failure(
      2,
      `${path}:${first.line}: with NEW in its place the entry could no longer be read: ${first.message}`,
    );
}

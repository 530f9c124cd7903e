/** `pgdoc terms`: the terms of the glossary that occur in a page, or the whole glossary. Reads no other page. */
import { entriesOf } from '../catalog/entries.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { CatalogFinding } from '../catalog/types.ts';
import { proseOf } from '../check/scan.ts';
import { Failure } from '../failure.ts';
import type { Glossary, Term } from '../glossary/types.ts';
import { listFiles, readText } from '../io/files.ts';
import type { Project } from '../project/types.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { glossaryFile, readGlossary } from './glossary.ts';
import { requireCatalogs, requirePages } from './require-pages.ts';
import { table } from './table.ts';
import { languageFolder, pageOfPath, readWorkspace } from './workspace.ts';

interface PageTerms {
  readonly page: string;
  readonly file: string;
  /** The most frequent first. */
  readonly terms: readonly (Term & { readonly count: number })[];
  readonly findings: readonly CatalogFinding[];
}

/**
 * @param names pages; the whole glossary when empty
 * @returns 1 when a page has entries that cannot be read
 * @throws Failure(2) when there is no glossary, or no such page
 */
export async function terms(context: Context, names: readonly string[]): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const file = glossaryFile(project);
  const glossary = readGlossary(context.root, project);
  if (!glossary)
    throw new Failure(2, `there is no ${file}; it is a list of entries such as\n- term: index\n  target: …`);
  const about = { language: project.language, file };
  if (names.length === 0) {
    const empty = `${file} has no terms yet`;
    if (context.json) context.print(JSON.stringify({ ...about, terms: glossary.terms }, null, 2));
    else context.print(glossary.terms.length === 0 ? empty : show(glossary.terms));
    return 0;
  }
  const files = await catalogFiles(context.root, project, names);
  const pages = [...files].map(([page, path]) => termsOf(page, path, readText(context.root, path) ?? '', glossary));
  const findings = pages.flatMap((page) => page.findings);
  for (const finding of findings) context.tell(formatFinding(finding));
  if (context.json) {
    const described = pages.map(({ page, file, terms }) => ({ page, file, terms }));
    context.print(JSON.stringify({ ...about, pages: described }, null, 2));
  } else context.print(pages.map((page) => showPage(page, pages.length > 1)).join('\n\n'));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Paths of the pages' catalogs, by the names of files alone: a name leads nowhere else. */
async function catalogFiles(
  root: string,
  project: Project,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(root, languageFolder(project));
  const catalogs = files.filter((path) => path.endsWith('.md'));
  requireCatalogs(catalogs);
  const byPage = new Map(catalogs.map((path) => [pageOfPath(path), path]));
  requirePages(names, byPage);
  return new Map(names.map((name) => [name, byPage.get(name) as string]));
}

function termsOf(page: string, file: string, text: string, glossary: Glossary): PageTerms {
  const { catalog, findings } = parseCatalog(text, file, page);
  const counts = new Map<Term, number>();
  for (const { source } of entriesOf(catalog))
    for (const { term } of glossary.find(proseOf(source))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const found = [...counts].map(([term, count]) => ({ ...term, count }));
  return { page, file, terms: found.sort((a, b) => b.count - a.count || a.line - b.line), findings };
}

function showPage({ page, file, terms }: PageTerms, titled: boolean): string {
  const title = titled ? `${page} (${file}):\n` : '';
  if (terms.length === 0) return `${title || `${page}: `}no term of the glossary occurs`;
  return title + show(terms);
}

/** Terms with how often they occur, where that was counted. */
function show(terms: readonly (Term & { readonly count?: number })[]): string {
  const counted = terms.some(({ count }) => count !== undefined);
  const digits = Math.max(...terms.map(({ count }) => String(count ?? '').length), 'times'.length);
  const rows = terms.map(({ term, targets, not, context, note, count }) => [
    ...(counted ? [String(count ?? '').padStart(digits)] : []),
    term,
    targets.join(', '),
    not.join(', '),
    [context, note].filter((text) => text !== undefined).join('; '),
  ]);
  const head = [...(counted ? ['times'] : []), 'term', 'translation', 'not', 'meaning and notes'];
  return table(head, rows, head.length);
}

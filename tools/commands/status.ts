/** `pgdoc status`: what is translated, by version and page. */
import { entriesByKey } from '../catalog/entries.ts';
import { countPage, sum } from '../status/count.ts';
import type { ReviewedTexts } from '../status/status-of.ts';
import type { Counts, PageStatus } from '../status/types.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { toolDigest } from './digest.ts';
import { pinOf, upstreamOf } from './manual.ts';
import { Manuals } from './manuals.ts';
import type { VersionOutline } from './outline.ts';
import { readOutlines } from './outlines.ts';
import { readLedger } from './read-ledger.ts';
import { requirePages } from './require-pages.ts';
import { table } from './table.ts';
import { type Catalogs, readCatalogs, readWorkspace } from './workspace.ts';

/** Pages shown on a terminal when none are named: those with the most words to do. */
const SHOWN = 15;

interface VersionStatus {
  readonly outline: VersionOutline;
  readonly commit: string;
  readonly pages: readonly PageStatus[];
}

/**
 * @param names pages to count; all when empty
 * @param toolRoot folder of the tool itself
 * @throws Failure(2) for a page that no version has
 */
export async function status(context: Context, names: readonly string[], toolRoot: string): Promise<Outcome> {
  const { project, lock } = readWorkspace(context.root);
  const catalogs = await readCatalogs(context.root, project);
  const ledger = await readLedger(context.root);
  const manuals = new Manuals(await upstreamOf(context, project));
  const pins = project.versions.map(({ name }) => pinOf(lock.pins, name));
  const work = context.begin('Reading');
  const outlined = await readOutlines(context.root, manuals, pins, {
    tool: await toolDigest(toolRoot),
    last: undefined,
  });
  const versions = outlined.map(({ pin, outline }) => ({
    outline,
    commit: pin.commit,
    pages: countPages(outline, catalogs, ledger.reviews, names),
  }));
  work.end();
  requirePages(names, new Set(versions.flatMap(({ outline }) => outline.pages.map(({ name }) => name))));
  const findings = [...catalogs.findings, ...ledger.findings];
  for (const finding of findings) context.tell(formatFinding(finding));
  if (context.json) context.print(JSON.stringify(describe(project.language, versions, catalogs), null, 2));
  else context.print(show(versions, names));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function countPages(
  { pages }: VersionOutline,
  catalogs: Catalogs,
  reviews: ReviewedTexts,
  names: readonly string[],
): PageStatus[] {
  return pages
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(({ name, texts }) => {
      const entries = entriesByKey(catalogs.byPage.get(name)?.catalog);
      return countPage(name, texts, (key) => entries.get(key), reviews);
    });
}

function describe(language: string, versions: readonly VersionStatus[], catalogs: Catalogs) {
  return {
    language,
    versions: versions.map(({ outline, commit, pages }) => ({
      version: outline.version,
      release: outline.release,
      commit,
      pages: pages.length,
      segments: sum(pages.map(({ segments }) => segments.text)),
      words: sum(pages.map(({ words }) => words)),
      index: sum(pages.map(({ segments }) => segments.index)),
      releaseNotes: sum(pages.map(({ segments }) => segments.releaseNotes)),
    })),
    pages: versions.flatMap(({ outline, pages }) => {
      const titles = new Map(outline.pages.map(({ name, title }) => [name, title]));
      return pages.map(({ page, segments, words }) => ({
        version: outline.version,
        page,
        title: titles.get(page),
        file: catalogs.byPage.get(page)?.path ?? null,
        segments: segments.text,
        words,
      }));
    }),
  };
}

const COLUMNS: readonly (keyof Counts)[] = ['total', 'untranslated', 'machine', 'stale', 'translated', 'reviewed'];

function show(versions: readonly VersionStatus[], names: readonly string[]): string {
  const cells = (counts: Counts) => COLUMNS.map((column) => counts[column].toLocaleString('en'));
  const rows = versions.flatMap(({ outline, pages }) => [
    [outline.version, outline.release, 'segments', ...cells(sum(pages.map(({ segments }) => segments.text)))],
    ['', '', 'words', ...cells(sum(pages.map(({ words }) => words)))],
    ['', '', 'index terms', ...cells(sum(pages.map(({ segments }) => segments.index)))],
    ['', '', 'release notes', ...cells(sum(pages.map(({ segments }) => segments.releaseNotes)))],
  ]);
  const whole = table(['version', 'release', '', ...COLUMNS], rows, 3);
  const pages = versions.flatMap(({ outline, pages: list }) =>
    list.map((page) => ({ version: outline.version, page })),
  );
  const open = ({ words }: PageStatus) => words.untranslated + words.stale + words.machine;
  const shown =
    names.length > 0
      ? pages
      : pages
          .filter(({ page }) => open(page) > 0)
          .sort((a, b) => open(b.page) - open(a.page))
          .slice(0, SHOWN);
  if (shown.length === 0) return whole;
  const list = table(
    ['version', 'page', ...COLUMNS],
    shown.map(({ version, page }) => [version, page.page, ...cells(page.words)]),
  );
  const head = names.length > 0 ? 'Words by page:' : 'Words of the pages with the most to do:';
  return `${whole}\n\n${head}\n${list}`;
}

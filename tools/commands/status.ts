/** `pgdoc status`: what is translated, by version and page. */
import { entriesByKey } from '../catalog/entries.ts';
import { textOf, titleElement } from '../docbook/tree.ts';
import { countPage, sum } from '../status/count.ts';
import type { ReviewedTexts } from '../status/status-of.ts';
import type { Counts, PageStatus } from '../status/types.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { type Manual, openPin, pinOf, readManual, upstreamOf } from './manual.ts';
import { readLedger } from './read-ledger.ts';
import { requirePages } from './require-pages.ts';
import { table } from './table.ts';
import { type Catalogs, readCatalogs, readWorkspace } from './workspace.ts';

/** Pages shown on a terminal when none are named: those with the most words to do. */
const SHOWN = 15;

interface VersionStatus {
  readonly manual: Manual;
  readonly commit: string;
  readonly pages: readonly PageStatus[];
}

/**
 * @param names pages to count; all when empty
 * @throws Failure(2) for a page that no version has
 */
export async function status(context: Context, names: readonly string[]): Promise<Outcome> {
  const { project, lock } = readWorkspace(context.root);
  const catalogs = await readCatalogs(context.root, project);
  const ledger = await readLedger(context.root);
  const upstream = await upstreamOf(context, project);
  const versions: VersionStatus[] = [];
  const work = context.begin('Reading', project.versions.length);
  for (const { name } of project.versions) {
    const pin = pinOf(lock.pins, name);
    const manual = readManual(name, await openPin(upstream, pin.commit));
    versions.push({ manual, commit: pin.commit, pages: countPages(manual, catalogs, ledger.reviews, names) });
    work.tick();
  }
  work.end();
  requirePages(names, new Set(versions.flatMap(({ manual }) => [...manual.pages.byName.keys()])));
  const findings = [...catalogs.findings, ...ledger.findings];
  for (const finding of findings) context.tell(formatFinding(finding));
  if (context.json) context.print(JSON.stringify(describe(project.language, versions, catalogs), null, 2));
  else context.print(show(versions, names));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function countPages(
  manual: Manual,
  catalogs: Catalogs,
  reviews: ReviewedTexts,
  names: readonly string[],
): PageStatus[] {
  return manual.segmentation.pages
    .filter(({ page }) => names.length === 0 || names.includes(page.name))
    .map(({ page, segments }) => {
      const entries = entriesByKey(catalogs.byPage.get(page.name)?.catalog);
      return countPage(page.name, segments, (key) => entries.get(key), reviews);
    });
}

function describe(language: string, versions: readonly VersionStatus[], catalogs: Catalogs) {
  return {
    language,
    versions: versions.map(({ manual, commit, pages }) => ({
      version: manual.version,
      release: manual.release,
      commit,
      pages: pages.length,
      segments: sum(pages.map(({ segments }) => segments.text)),
      words: sum(pages.map(({ words }) => words)),
      index: sum(pages.map(({ segments }) => segments.index)),
      releaseNotes: sum(pages.map(({ segments }) => segments.releaseNotes)),
    })),
    pages: versions.flatMap(({ manual, pages }) =>
      pages.map(({ page, segments, words }) => ({
        version: manual.version,
        page,
        title: titleOf(manual, page),
        file: catalogs.byPage.get(page)?.path ?? null,
        segments: segments.text,
        words,
      })),
    ),
  };
}

function titleOf(manual: Manual, page: string): string {
  const element = manual.pages.byName.get(page)?.element;
  const title = element && titleElement(element);
  return title ? textOf(title).replace(/\s+/g, ' ').trim() : page;
}

const COLUMNS: readonly (keyof Counts)[] = ['total', 'untranslated', 'machine', 'stale', 'translated', 'reviewed'];

function show(versions: readonly VersionStatus[], names: readonly string[]): string {
  const cells = (counts: Counts) => COLUMNS.map((column) => counts[column].toLocaleString('en'));
  const rows = versions.flatMap(({ manual, pages }) => [
    [manual.version, manual.release, 'segments', ...cells(sum(pages.map(({ segments }) => segments.text)))],
    ['', '', 'words', ...cells(sum(pages.map(({ words }) => words)))],
    ['', '', 'index terms', ...cells(sum(pages.map(({ segments }) => segments.index)))],
    ['', '', 'release notes', ...cells(sum(pages.map(({ segments }) => segments.releaseNotes)))],
  ]);
  const whole = table(['version', 'release', '', ...COLUMNS], rows, 3);
  const pages = versions.flatMap(({ manual, pages: list }) => list.map((page) => ({ version: manual.version, page })));
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

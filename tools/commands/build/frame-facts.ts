/**
 * What the pages of a version show besides the manual's own text: what their catalogs, the ledger, other versions and
 * the questions say of them. It needs no more of the manual than its outline, and all of it goes into a page's key.
 */
import { questionsByPage } from '../../articles/faq/references.ts';
import type { Question } from '../../articles/types.ts';
import { entriesByKey } from '../../catalog/entries.ts';
import type { Entry } from '../../catalog/types.ts';
import type { PersonPages } from '../../ledger/person-pages.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import type { OriginPages } from '../../project/origins-file.ts';
import type { Project } from '../../project/types.ts';
import type { Frame } from '../../render/frame.ts';
import { countPage } from '../../status/count.ts';
import { type ReviewedTexts, statusOf } from '../../status/status-of.ts';
import type { Counts, PageStatus } from '../../status/types.ts';
import { digestOf } from '../digest.ts';
import type { PageOutline, VersionOutline } from '../outline.ts';
import type { CatalogFile, Catalogs } from '../workspace.ts';
import { ledgerFacts, pageFacts } from './page-facts.ts';
import type { PageNames } from './page-names.ts';

export interface FrameRequest {
  readonly outline: VersionOutline;
  readonly project: Project;
  readonly catalogs: Catalogs;
  readonly reviews: Reviews;
  readonly ledger: readonly LedgerFile[];
  readonly people: PersonPages;
  readonly origins: OriginPages;
  readonly names: Pick<PageNames, 'links'>;
  readonly questions: readonly Question[];
}

export type FrameFacts = Pick<
  Frame,
  'counts' | 'origins' | 'questions' | 'versions' | 'people' | 'factsOf' | 'editUrl'
>;

export interface VersionFrames {
  of(page: PageOutline): FrameFacts;
  /** Digest of what only this page shows. */
  keyOf(page: PageOutline): string;
}

export function versionFrames(request: FrameRequest): VersionFrames {
  const { outline, project, catalogs, reviews } = request;
  const facts = ledgerFacts(request.ledger, reviews, request.people);
  const questions = questionsByPage(request.questions, outline.version, project.language);
  const linked = (page: PageOutline) => ({
    origins: project.origins.filter(({ id }) => request.origins.get(id)?.has(page.name)),
    questions: questions(page.name),
    versions: request.names.links(outline.version, page.name),
  });
  return {
    of(page) {
      const entries = entriesByKey(catalogs.byPage.get(page.name)?.catalog);
      const { byKey, people } = pageFacts(page, entries, facts);
      return {
        ...linked(page),
        counts: shownCounts(countPage(page.name, page.texts, (key) => entries.get(key), reviews)),
        editUrl: editUrl(project, catalogs.byPage.get(page.name)),
        people,
        factsOf: (key) => byKey.get(key),
      };
    },
    keyOf(page) {
      const catalog = catalogs.byPage.get(page.name);
      const entries = entriesByKey(catalog?.catalog);
      return digestOf(
        JSON.stringify(catalog ?? null),
        [...entries.values()].map((entry) => statusOf(page.name, entry, reviews)).join(' '),
        JSON.stringify([...pageFacts(page, entries, facts).byKey]),
        JSON.stringify(linked(page)),
      );
    },
  };
}

/** Digest of what other pages of a version may show too: titles, terms, words of the index. */
export function sharedKey({ pages }: VersionOutline, catalogs: Catalogs, reviews: ReviewedTexts): string {
  const shown: string[] = [];
  for (const { name, texts } of pages) {
    const entries = entriesByKey(catalogs.byPage.get(name)?.catalog);
    for (const { key, isShared } of texts) {
      const entry: Entry | undefined = isShared ? entries.get(key) : undefined;
      if (entry && entry.target !== '') shown.push(key, statusOf(name, entry, reviews), entry.target);
    }
  }
  return digestOf(...shown);
}

/** Release notes are counted apart from the manual's text; on their own pages they are what there is. */
function shownCounts({ segments }: PageStatus): Counts {
  return segments.text.total > 0 ? segments.text : segments.releaseNotes;
}

function editUrl({ repository }: Project, catalog: CatalogFile | undefined): string | undefined {
  if (repository === undefined || catalog === undefined) return undefined;
  return `https://github.com/${repository}/edit/main/${catalog.path}`;
}

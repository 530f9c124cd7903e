/** Renders the pages of one version, one at a time, and says what each is made from. */
import { questionsByPage } from '../../articles/faq/references.ts';
import type { Question } from '../../articles/types.ts';
import { entriesByKey } from '../../catalog/entries.ts';
import type { Entry } from '../../catalog/types.ts';
import { numberDocument } from '../../docbook/numbering.ts';
import type { Page } from '../../docbook/pages.ts';
import { MANUAL_FOLDER } from '../../docbook/read.ts';
import type { Finding } from '../../docbook/types.ts';
import type { PersonPages } from '../../ledger/person-pages.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { createMarkdownRenderer } from '../../page-markdown/index.ts';
import type { OriginPages } from '../../project/origins-file.ts';
import type { Project } from '../../project/types.ts';
import { frameManualPage } from '../../render/frame.ts';
import { createRenderer, englishWords } from '../../render/index.ts';
import { structuredPage } from '../../render/structured.ts';
import { bilingual } from '../../segment/bilingual.ts';
import type { PageSegments } from '../../segment/collect.ts';
import { readMarkdown } from '../../segment/read.ts';
import { restore } from '../../segment/restore.ts';
import type { Segment, Status, Target } from '../../segment/types.ts';
import { countPage } from '../../status/count.ts';
import { type ReviewedTexts, statusOf } from '../../status/status-of.ts';
import type { Counts, PageStatus } from '../../status/types.ts';
import { digestOf } from '../digest.ts';
import type { Manual } from '../manual.ts';
import type { LanguageWords } from '../words.ts';
import type { CatalogFile, Catalogs } from '../workspace.ts';
import { ledgerFacts, type PageFacts, pageFacts } from './page-facts.ts';
import type { PageNames } from './page-names.ts';
import { placesOf } from './places.ts';
import type { PageSurvey } from './survey.ts';

export interface VersionRequest {
  readonly manual: Manual;
  readonly project: Project;
  readonly catalogs: Catalogs;
  readonly reviews: Reviews;
  readonly ledger: readonly LedgerFile[];
  readonly people: PersonPages;
  readonly words: LanguageWords;
  readonly origins: OriginPages;
  readonly names: Pick<PageNames, 'links'>;
  readonly questions: readonly Question[];
}

export interface PageHtml {
  readonly title: string;
  readonly description: string;
  readonly structured: (address: (path: string) => string) => object;
  /** The finished inner HTML of the page. */
  readonly html: string;
}

export interface VersionRenderer {
  render(page: PageSegments): PageHtml;
  /** @param url the absolute address of the page's HTML */
  markdown(page: PageSegments, url: string): string;
  /** What there is to know of a page without rendering it. */
  survey(page: PageSegments): PageSurvey;
  /** Digest of what only this page shows. */
  pageKey(page: PageSegments): string;
  /** Digest of what other pages show too: titles, terms, words of the index, and which versions have which page. */
  readonly sharedKey: string;
  /** What was wrong with the pages rendered so far. */
  findings(): readonly Finding[];
}

const CHAPTERS = new Set(['preface', 'chapter', 'appendix', 'reference']);

/** Their segments show on their own page only; those of every other element may show elsewhere. */
const PRIVATE_OWNERS = new Set(['para', 'simpara', 'entry', 'member']);

export function versionRenderer(request: VersionRequest): VersionRenderer {
  const { manual, project, catalogs, reviews, words } = request;
  const entriesOf = entryIndex(catalogs.byPage);
  const variables = variablesOf(manual);
  const numbering = numberDocument(manual.tree, manual.pages);
  const targetOf = (page: string, segment: Segment) => {
    const entry = entriesOf(page).get(segment.key);
    return readTarget(entry, statusOf(page, entry, reviews), segment, variables);
  };
  const decoder = new TextDecoder();
  const input = {
    tree: manual.tree,
    pages: manual.pages,
    numbering,
    childrenOf: bilingual(manual.segmentation, targetOf),
    lang: project.language,
    words: { source: englishWords, target: words.manual },
  };
  const markdown = createMarkdownRenderer({ ...input, own: words.markdown });
  const renderer = createRenderer({
    ...input,
    readFigure: (path) => {
      const bytes = manual.source.read(`${MANUAL_FOLDER}/${path}`);
      return bytes && decoder.decode(bytes);
    },
  });
  const originsOf = (page: string) => project.origins.filter(({ id }) => request.origins.get(id)?.has(page));
  const facts = ledgerFacts(request.ledger, reviews, request.people);
  let last: { readonly of: PageSegments; readonly facts: PageFacts } | undefined;
  // A page's key is asked for, and then the page.
  const factsOf = (page: PageSegments): PageFacts => {
    if (last?.of !== page) last = { of: page, facts: pageFacts(page, entriesOf(page.page.name), facts) };
    return last.facts;
  };
  const questions = questionsByPage(request.questions, manual.version, project.language);
  return {
    render(each) {
      const { page, segments } = each;
      const { byKey, people } = factsOf(each);
      const rendered = renderer.page(page);
      const entries = entriesOf(page.name);
      const html = frameManualPage({
        page: page.name,
        rendered,
        version: manual.version,
        versions: request.names.links(manual.version, page.name),
        counts: shownCounts(countPage(page.name, segments, (key) => entries.get(key), reviews)),
        origins: originsOf(page.name),
        questions: questions(page.name),
        editUrl: editUrl(project, catalogs.byPage.get(page.name)),
        people,
        factsOf: (key) => byKey.get(key),
        lang: project.language,
        words: words.page,
      });
      const title = rendered.title.target ?? rendered.title.source;
      const about = { title, language: project.language, version: manual.version, page: page.name };
      const above = pagesAbove(page).map((each) => ({ name: each.name, title: renderer.title(each) }));
      const structured = (address: (path: string) => string) => structuredPage({ ...about, above }, address);
      return { title, description: rendered.description, structured, html };
    },
    markdown: ({ page }, url) => markdown.page(page, { url, release: manual.release }),
    survey: ({ page, segments }) => ({
      ...countPage(page.name, segments, (key) => entriesOf(page.name).get(key), reviews),
      title: renderer.title(page),
      file: catalogs.byPage.get(page.name)?.path,
      part: page.part,
      isChapter: CHAPTERS.has(page.element.name),
      ...placesOf(page, segments, manual.pages),
    }),
    pageKey: (each) => {
      const { page } = each;
      return digestOf(
        JSON.stringify(catalogs.byPage.get(page.name) ?? null),
        statuses(page.name, entriesOf(page.name), reviews),
        JSON.stringify([...factsOf(each).byKey]),
        JSON.stringify(originsOf(page.name)),
        JSON.stringify(questions(page.name)),
        JSON.stringify(request.names.links(manual.version, page.name)),
      );
    },
    sharedKey: sharedKey(manual, entriesOf, reviews),
    findings: () => [...numbering.findings, ...renderer.findings, ...markdown.findings],
  };
}

function sharedKey(
  { segmentation }: Manual,
  entriesOf: (page: string) => ReadonlyMap<string, Entry>,
  reviews: ReviewedTexts,
): string {
  const shown: string[] = [];
  for (const { page, segments } of segmentation.pages)
    for (const { key, owner, kind } of segments) {
      if (kind === 'comment' || PRIVATE_OWNERS.has(owner.name)) continue;
      const entry = entriesOf(page.name).get(key);
      if (entry && entry.target !== '') shown.push(key, statusOf(page.name, entry, reviews), entry.target);
    }
  return digestOf(...shown);
}

/** From the book down to the page above. */
function pagesAbove({ parent }: Page): readonly Page[] {
  return parent ? [...pagesAbove(parent), parent] : [];
}

/** What the ledger makes of the entries of a page. */
function statuses(page: string, entries: ReadonlyMap<string, Entry>, reviews: ReviewedTexts): string {
  return [...entries.values()].map((entry) => statusOf(page, entry, reviews)).join(' ');
}

/** Release notes are counted apart from the manual's text; on their own pages they are what there is. */
function shownCounts({ segments }: PageStatus): Counts {
  return segments.text.total > 0 ? segments.text : segments.releaseNotes;
}

function entryIndex(catalogs: ReadonlyMap<string, CatalogFile>): (page: string) => ReadonlyMap<string, Entry> {
  const indexed = new Map<string, ReadonlyMap<string, Entry>>();
  return (page) => {
    const known = indexed.get(page);
    if (known) return known;
    const entries = entriesByKey(catalogs.get(page)?.catalog);
    indexed.set(page, entries);
    return entries;
  };
}

/** The target as DocBook again. A broken piece of its Markdown is text; nothing of it is lost. */
function readTarget(
  entry: Entry | undefined,
  status: Status,
  segment: Segment,
  variables: Readonly<Record<string, string>>,
): Target | undefined {
  if (!entry || status === 'untranslated') return undefined;
  const { file, line, kind, owner, from, to } = segment;
  const source = kind === 'comment' ? [] : owner.children.slice(from, to);
  return { status, nodes: restore(readMarkdown(entry.target).inlines, source, { variables, at: { file, line } }) };
}

function variablesOf({ tree }: Manual): Record<string, string> {
  const entries = ['version', 'majorversion'].map((name) => [name, tree.entities.get(name)] as const);
  return Object.fromEntries(
    entries.flatMap(([name, entity]) => (entity?.kind === 'internal' ? [[name, entity.value]] : [])),
  );
}

function editUrl({ repository }: Project, catalog: CatalogFile | undefined): string | undefined {
  if (repository === undefined || catalog === undefined) return undefined;
  return `https://github.com/${repository}/edit/main/${catalog.path}`;
}

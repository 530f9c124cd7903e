/** Renders the pages of one version into a scratch folder, so that memory holds one page at a time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryStatus } from '../catalog/entry-status.ts';
import type { Entry } from '../catalog/types.ts';
import { numberDocument } from '../docbook/numbering.ts';
import { MANUAL_FOLDER } from '../docbook/read.ts';
import type { Finding } from '../docbook/types.ts';
import type { OriginPages } from '../project/origins-file.ts';
import type { Project } from '../project/types.ts';
import { frameManualPage } from '../render/frame.ts';
import { createRenderer, englishWords } from '../render/index.ts';
import { bilingual } from '../segment/bilingual.ts';
import { readMarkdown } from '../segment/read.ts';
import { restore } from '../segment/restore.ts';
import type { Segment, Target } from '../segment/types.ts';
import { countPage } from '../status/count.ts';
import type { Counts, PageStatus } from '../status/types.ts';
import type { Work } from './context.ts';
import type { Manual } from './manual.ts';
import type { LanguageWords } from './words.ts';
import type { CatalogFile, Catalogs } from './workspace.ts';

export interface PageFile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The finished inner HTML of the page. */
  readonly file: string;
}

export interface VersionRequest {
  readonly manual: Manual;
  readonly project: Project;
  readonly catalogs: Catalogs;
  readonly words: LanguageWords;
  readonly origins: OriginPages;
  /** Versions that have a page, by its name. */
  readonly versionsOf: (page: string) => readonly string[];
  readonly folder: string;
  readonly work: Work;
}

export interface RenderedVersion {
  readonly pages: readonly PageFile[];
  readonly findings: readonly Finding[];
}

export async function renderVersion(request: VersionRequest): Promise<RenderedVersion> {
  const { manual, project, catalogs, words, folder } = request;
  const entriesOf = entryIndex(catalogs.byPage);
  const variables = variablesOf(manual);
  const numbering = numberDocument(manual.tree, manual.pages);
  const targetOf = (page: string, segment: Segment) => readTarget(entriesOf(page).get(segment.key), segment, variables);
  const decoder = new TextDecoder();
  const renderer = createRenderer({
    tree: manual.tree,
    pages: manual.pages,
    numbering,
    childrenOf: bilingual(manual.segmentation, targetOf),
    lang: project.language,
    words: { source: englishWords, target: words.manual },
    readFigure: (path) => {
      const bytes = manual.source.read(`${MANUAL_FOLDER}/${path}`);
      return bytes && decoder.decode(bytes);
    },
  });
  await mkdir(folder, { recursive: true });
  const pages: PageFile[] = [];
  for (const { page, segments } of manual.segmentation.pages) {
    const rendered = renderer.page(page);
    const entries = entriesOf(page.name);
    const html = frameManualPage({
      page: page.name,
      rendered,
      versions: request.versionsOf(page.name).map((name) => ({ name, here: name === manual.version })),
      counts: shownCounts(countPage(page.name, segments, (key) => entries.get(key))),
      origins: project.origins.filter(({ id }) => request.origins.get(id)?.has(page.name)),
      editUrl: editUrl(project, catalogs.byPage.get(page.name)),
      lang: project.language,
      words: words.page,
    });
    const file = join(folder, `${page.name}.html`);
    await writeFile(file, html);
    const title = rendered.title.target ?? rendered.title.source;
    pages.push({ name: page.name, title, description: rendered.description, file });
    request.work.tick();
  }
  return { pages, findings: [...numbering.findings, ...renderer.findings] };
}

/** Release notes are counted apart from the manual's text; on their own pages they are what there is. */
function shownCounts({ segments }: PageStatus): Counts {
  return segments.text.total > 0 ? segments.text : segments.releaseNotes;
}

const NO_ENTRIES: ReadonlyMap<string, Entry> = new Map();

function entryIndex(catalogs: ReadonlyMap<string, CatalogFile>): (page: string) => ReadonlyMap<string, Entry> {
  const indexed = new Map<string, ReadonlyMap<string, Entry>>();
  return (page) => {
    const known = indexed.get(page);
    if (known) return known;
    const items = catalogs.get(page)?.catalog.items;
    if (!items) return NO_ENTRIES;
    const entries = new Map(items.flatMap((item) => (item.type === 'entry' ? [[item.key, item] as const] : [])));
    indexed.set(page, entries);
    return entries;
  };
}

/** The target as DocBook again. A broken piece of its Markdown is text; nothing of it is lost. */
function readTarget(
  entry: Entry | undefined,
  segment: Segment,
  variables: Readonly<Record<string, string>>,
): Target | undefined {
  const status = entry ? entryStatus(entry) : 'untranslated';
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

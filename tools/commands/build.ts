/** `pgdoc build`: the whole site from the pins, built beside and put into place when it is done. */
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { indexVersion } from '../../.vitepress/search.ts';
import { buildShell, type SitePage } from '../../.vitepress/site.ts';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { replaceFolder, stageBeside } from '../io/replace-folder.ts';
import { parseOrigins } from '../project/origins-file.ts';
import type { Project } from '../project/types.ts';
import { copyImages } from './article-images.ts';
import { readArticles } from './articles.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { type Manual, openPin, pinOf, readManual, upstreamOf } from './manual.ts';
import { type PageFile, renderVersion } from './render-version.ts';
import { type LanguageWords, readWords } from './words.ts';
import { originsFile, readCatalogs, readWorkspace } from './workspace.ts';

export interface BuildOptions {
  readonly out: string;
  /** Only these versions; all when undefined. */
  readonly versions: readonly string[] | undefined;
  readonly search: boolean;
  /** Folder of the tool itself. */
  readonly toolRoot: string;
}

/** @throws Failure(1) when the workspace's own pages are wrong; the site that was there stays */
export async function build(context: Context, options: BuildOptions): Promise<Outcome> {
  const { root } = context;
  const { project, lock } = readWorkspace(root);
  const names = chooseVersions(project, options.versions);
  const words = readWords(root, project.language, options.toolRoot);
  const articles = await readArticles(root, project, words);
  const wrong = articles.findings.filter(({ severity }) => severity === 'error');
  for (const finding of articles.findings) context.tell(formatFinding(finding));
  if (wrong.length > 0) throw new Failure(1, `${wrong.length} errors in docs/; nothing was built`);
  const catalogs = await readCatalogs(root, project);
  for (const finding of catalogs.findings) context.tell(formatFinding(finding));
  const origins = parseOrigins(readText(root, originsFile(project)) ?? '', originsFile(project));

  const staged = await stageBeside(options.out);
  await mkdir(join(root, '.cache'), { recursive: true });
  const scratch = await mkdtemp(join(root, '.cache', 'build-'));
  try {
    const upstream = await upstreamOf(context, project);
    const manuals: Manual[] = [];
    const reading = context.begin('Reading the manual', names.length);
    for (const name of names) {
      manuals.push(readManual(name, await openPin(upstream, pinOf(lock.pins, name).commit)));
      reading.tick();
    }
    reading.end();
    const pages: SitePage[] = [...articles.pages];
    const rendering = context.begin(
      'Rendering',
      manuals.reduce((sum, { pages }) => sum + pages.all.length, 0),
    );
    for (const manual of manuals) {
      const rendered = await renderVersion({
        manual,
        project,
        catalogs,
        words,
        origins,
        versionsOf: (page) => manuals.filter((each) => each.pages.byName.has(page)).map(({ version }) => version),
        folder: join(scratch, 'html', manual.version),
        work: rendering,
      });
      for (const finding of rendered.findings) context.tell(formatFinding(finding));
      pages.push(...rendered.pages.map((page) => manualPage(page, manual.version, project)));
    }
    rendering.end();
    await makeSite(context, { project, words, pages, folders: articles.folders, names, scratch, staged });
    for (const finding of await copyImages(root, staged)) context.tell(formatFinding(finding));
    if (options.search) await makeSearch(context, project, names, staged);
    await copyCurrent(project, names, staged);
    await replaceFolder(staged, options.out);
    if (context.json) context.print(JSON.stringify({ out: options.out, versions: names, pages: pages.length }));
    else context.print(`${pages.length} pages in ${options.out}`);
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await rm(staged, { recursive: true, force: true });
  }
}

function chooseVersions(project: Project, wanted: readonly string[] | undefined): string[] {
  const all = project.versions.map(({ name }) => name);
  const unknown = wanted?.filter((name) => !all.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new Failure(2, `--version ${unknown.join(' ')}: translations/project.yml has ${all.join(', ')}`);
  return wanted ? all.filter((name) => wanted.includes(name)) : all;
}

function manualPage({ name, title, description, file }: PageFile, version: string, project: Project): SitePage {
  return {
    path: `docs/${version}/${name}`,
    title,
    description,
    lang: project.language,
    kind: 'manual',
    html: () => readFileSync(file, 'utf8'),
    version,
    searchable: true,
  };
}

interface SiteParts {
  readonly project: Project;
  readonly words: LanguageWords;
  readonly pages: readonly SitePage[];
  readonly folders: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly scratch: string;
  readonly staged: string;
}

async function makeSite(
  context: Context,
  { project, words, pages, folders, names, scratch, staged }: SiteParts,
): Promise<void> {
  const site = new URL(project.site ?? 'http://localhost/');
  const current = currentOf(project, names);
  const sections = (['blog', 'faq', 'guide'] as const).filter((folder) => folders.has(folder));
  const laying = context.begin('Laying out', pages.length);
  await buildShell(
    {
      title: project.title,
      lang: project.language,
      base: site.pathname,
      origin: site.origin,
      pages,
      work: join(scratch, 'shell'),
      out: staged,
      versions: names.map((name) => ({ name, current: name === current })),
      words: words.site,
      nav: [
        { text: words.page.manual, href: `docs/${current}/index.html` },
        ...sections.map((folder) => ({ text: words.page[folder], href: `${folder}/index.html` })),
      ],
      footer: project.footer,
    },
    () => laying.tick(),
  );
  laying.end();
}

async function makeSearch(context: Context, project: Project, names: readonly string[], staged: string): Promise<void> {
  const indexing = context.begin('Indexing for search');
  for (const name of names) await indexVersion(join(staged, 'docs', name), project.language);
  indexing.end();
}

function currentOf(project: Project, names: readonly string[]): string {
  return project.versions.find(({ name, current }) => current && names.includes(name))?.name ?? (names[0] as string);
}

/** docs/current/ holds the current version's pages; each says by its canonical link where it really stands. */
async function copyCurrent(project: Project, names: readonly string[], staged: string): Promise<void> {
  const from = join(staged, 'docs', currentOf(project, names));
  await cp(from, join(staged, 'docs', 'current'), { recursive: true, filter: (path) => !path.endsWith('pagefind') });
}

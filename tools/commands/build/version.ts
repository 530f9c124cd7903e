/** Builds one version's part of the site: its pages, their copies in docs/current, its sitemap. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type PageWriter, type SitePage, writeSitemap } from '../../../.vitepress/site.ts';
import { versionLlms } from '../../elsewhere/llms.ts';
import type { Pin } from '../../project/types.ts';
import { alternatesOf } from '../../render/alternates.ts';
import { type Context, formatFinding } from '../context.ts';
import { digestOf } from '../digest.ts';
import type { Manuals } from '../manuals.ts';
import type { PageOutline, VersionOutline } from '../outline.ts';
import type { Catalogs } from '../workspace.ts';
import { writeAbsentPages } from './absent-pages.ts';
import type { BuildCache } from './cache.ts';
import { sharedKey, type VersionFrames, versionFrames } from './frame-facts.ts';
import type { BuildInputs } from './inputs.ts';
import type { PageNames } from './page-names.ts';
import { versionRenderer } from './render-version.ts';
import type { SearchIndexes } from './search-index.ts';
import { surveyVersion, type VersionSurvey } from './survey.ts';

export interface PartRequest {
  readonly pin: Pin;
  readonly outline: VersionOutline;
  readonly inputs: BuildInputs;
  readonly catalogs: Catalogs;
  readonly manuals: Manuals;
  readonly names: PageNames;
  readonly writer: PageWriter;
  readonly cache: BuildCache;
  readonly staged: string;
  /** Without it, the version gets no search. */
  readonly search: SearchIndexes | undefined;
  /** Digest of the shell, which every page shows. */
  readonly shellKey: string;
  /** Origin and base path of the site. */
  readonly address: { readonly origin: string; readonly base: string };
}

export interface BuiltVersion {
  readonly pages: number;
  /** Pages that had to be made. */
  readonly made: number;
  readonly survey: VersionSurvey;
}

/** A page, and whether the last build left its files as they would be made now. */
interface PlannedPage {
  readonly outline: PageOutline;
  readonly path: string;
  readonly hasHtml: boolean;
  readonly hasMarkdown: boolean;
}

export async function buildVersion(context: Context, request: PartRequest): Promise<BuiltVersion> {
  const { pin, outline, inputs, staged, search } = request;
  const folder = `docs/${pin.version}`;
  await mkdir(join(staged, folder), { recursive: true });
  const frames = versionFrames({ outline, catalogs: request.catalogs, names: request.names, ...inputs });
  const pages = await planPages(request, frames);
  const made = pages.filter(({ hasHtml }) => !hasHtml).length;
  const index = await search?.open(pin.version, { pages: pages.length, made });
  try {
    await renderPages(context, { request, frames, pages, written: (name) => index?.add(`${name}.html`) });
  } catch (error) {
    index?.abandon();
    throw error;
  }
  index?.end();
  await writeAbsentPages(request);
  const listed = pages.map(({ outline: { name } }) => listedPage(request, name));
  await writeSitemap(join(staged, folder, 'sitemap.xml'), listed, request.address);
  const survey = await surveyVersion(request);
  const llms = versionLlms(outline.release, survey.pages, inputs.words.elsewhere);
  await writeFile(join(staged, folder, 'llms.txt'), llms);
  if (isCurrent(inputs, pin))
    await cp(join(staged, folder), join(staged, 'docs/current'), { recursive: true, filter: isCopied });
  return { pages: pages.length, made, survey };
}

/** Takes over what the last build left. */
async function planPages(request: PartRequest, frames: VersionFrames): Promise<PlannedPage[]> {
  const { pin, outline, inputs, catalogs, cache, staged } = request;
  const shared = sharedKey(outline, catalogs, inputs.reviews);
  const common = digestOf(inputs.common, request.shellKey, pin.commit, shared);
  const pages: PlannedPage[] = [];
  for (const page of outline.pages) {
    const path = `docs/${pin.version}/${page.name}`;
    const key = digestOf(common, frames.keyOf(page));
    const hasHtml = await cache.reuse(`${path}.html`, key, staged);
    const hasMarkdown = await cache.reuse(`${path}.md`, key, staged);
    pages.push({ outline: page, path, hasHtml, hasMarkdown });
  }
  return pages;
}

interface RenderTask {
  readonly request: PartRequest;
  readonly frames: VersionFrames;
  readonly pages: readonly PlannedPage[];
  /** Is told of each page once it stands. */
  readonly written: (name: string) => void;
}

async function renderPages(context: Context, { request, frames, pages, written }: RenderTask): Promise<void> {
  const { pin, inputs, catalogs, staged, writer } = request;
  if (pages.every(({ hasHtml, hasMarkdown }) => hasHtml && hasMarkdown)) {
    for (const { outline } of pages) written(outline.name);
    return;
  }
  const work = context.begin(`Rendering ${pin.version}`, pages.length);
  const renderer = versionRenderer({ manual: await request.manuals.read(pin), catalogs, frames, ...inputs });
  for (const page of pages) {
    const { outline, path } = page;
    if (!page.hasHtml) {
      const { html, ...about } = renderer.render(outline);
      await writer.write({ ...listedPage(request, outline.name), ...about, version: pin.version, html: () => html });
    }
    if (!page.hasMarkdown) {
      const url = new URL(`${path}.html`, siteOf(request)).href;
      await writeFile(join(staged, `${path}.md`), renderer.markdown(outline, url));
    }
    written(outline.name);
    work.tick();
  }
  work.end();
  for (const finding of renderer.findings()) context.tell(formatFinding(finding));
}

function listedPage(request: PartRequest, name: string): SitePage {
  const { project } = request.inputs;
  const { version } = request.pin;
  const stage = project.versions.find((each) => each.name === version)?.stage;
  const path = `docs/${version}/${name}`;
  return {
    path,
    title: name,
    lang: project.language,
    kind: 'manual',
    searchable: true,
    alternates: alternatesOf(project, stage, `${path}.html`, siteOf(request)),
    hasMarkdown: true,
    html: () => '',
  };
}

const siteOf = ({ address }: PartRequest) => new URL(address.base, address.origin);

/** docs/current/ holds the current version's pages; each says by its canonical link where it really stands. */
function isCurrent({ project }: BuildInputs, { version }: Pin): boolean {
  return project.versions.some(({ name, current }) => current && name === version);
}

/** The search of the version itself finds its pages, and its index may still be growing. */
const isCopied = (path: string) => !['sitemap.xml', 'pagefind'].includes(basename(path));

/** Builds one version's part of the site: its pages, their copies in docs/current, its sitemap. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PageWriter, type SitePage, writeSitemap } from '../../../.vitepress/site.ts';
import { versionLlms } from '../../elsewhere/llms.ts';
import type { Upstream } from '../../io/upstream.ts';
import type { Pin } from '../../project/types.ts';
import { alternatesOf } from '../../render/alternates.ts';
import { type Context, formatFinding } from '../context.ts';
import { digestOf } from '../digest.ts';
import { openPin, readManual } from '../manual.ts';
import type { Catalogs } from '../workspace.ts';
import { writeAbsentPages } from './absent-pages.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';
import type { PageNames } from './page-names.ts';
import { versionRenderer } from './render-version.ts';
import { surveyVersion, type VersionSurvey } from './survey.ts';

export interface PartRequest {
  readonly pin: Pin;
  readonly inputs: BuildInputs;
  readonly catalogs: Catalogs;
  readonly upstream: Upstream;
  readonly names: PageNames;
  readonly writer: PageWriter;
  readonly cache: BuildCache;
  readonly staged: string;
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

export async function buildVersion(context: Context, request: PartRequest): Promise<BuiltVersion> {
  const { pin, inputs, catalogs, cache, staged, writer } = request;
  const folder = `docs/${pin.version}`;
  const manual = readManual(pin.version, await openPin(request.upstream, pin.commit));
  const renderer = versionRenderer({ manual, catalogs, names: request.names, ...inputs });
  const common = digestOf(inputs.common, request.shellKey, pin.commit, renderer.sharedKey);
  const work = context.begin(`Rendering ${pin.version}`, manual.pages.all.length);
  await mkdir(join(staged, folder), { recursive: true });
  const site = new URL(request.address.base, request.address.origin);
  const stage = inputs.project.versions.find(({ name }) => name === pin.version)?.stage;
  const pages: SitePage[] = [];
  let made = 0;
  for (const page of manual.segmentation.pages) {
    const { name } = page.page;
    const key = digestOf(common, renderer.pageKey(page));
    const listed = {
      path: `${folder}/${name}`,
      lang: inputs.project.language,
      kind: 'manual',
      searchable: true,
      alternates: alternatesOf(inputs.project, stage, `${folder}/${name}.html`, site),
      hasMarkdown: true,
    } as const;
    if (!(await cache.reuse(`${listed.path}.html`, key, staged))) {
      made++;
      const { html, ...about } = renderer.render(page);
      await writer.write({ ...listed, ...about, version: pin.version, html: () => html });
    }
    if (!(await cache.reuse(`${listed.path}.md`, key, staged))) {
      const url = new URL(`${listed.path}.html`, site).href;
      await writeFile(join(staged, `${listed.path}.md`), renderer.markdown(page, url));
    }
    pages.push({ ...listed, title: name, html: () => '' });
    work.tick();
  }
  work.end();
  for (const finding of renderer.findings()) context.tell(formatFinding(finding));
  await writeAbsentPages(request);
  await writeSitemap(join(staged, folder, 'sitemap.xml'), pages, request.address);
  const survey = surveyVersion(pin, manual, renderer);
  await writeFile(join(staged, folder, 'llms.txt'), versionLlms(manual.release, survey.pages, inputs.words.elsewhere));
  if (isCurrent(inputs, pin))
    await cp(join(staged, folder), join(staged, 'docs/current'), { recursive: true, filter: isPage });
  return { pages: pages.length, made, survey };
}

/** The survey of a version that is not built. */
export async function surveyOnly(request: Omit<PartRequest, 'writer' | 'cache' | 'staged'>): Promise<VersionSurvey> {
  const { pin, inputs, upstream } = request;
  const manual = readManual(pin.version, await openPin(upstream, pin.commit));
  return surveyVersion(pin, manual, versionRenderer({ manual, ...request, ...inputs }));
}

/** docs/current/ holds the current version's pages; each says by its canonical link where it really stands. */
function isCurrent({ project }: BuildInputs, { version }: Pin): boolean {
  return project.versions.some(({ name, current }) => current && name === version);
}

const isPage = (path: string) => !path.endsWith('sitemap.xml');

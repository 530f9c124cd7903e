/**
 * `pgdoc build`: the site from the pins, built beside and put into place when it is done. The site's own pages come
 * first, then version after version; so memory holds one version at a time, however many there are.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSitemapIndex } from '../../.vitepress/site.ts';
import { Failure } from '../failure.ts';
import { replaceFolder, stageBeside } from '../io/replace-folder.ts';
import type { Pin, Project } from '../project/types.ts';
import { archiveVersion } from './build/archive.ts';
import { articleFindings, manualPlaces } from './build/article-places.ts';
import { BuildCache } from './build/cache.ts';
import { type BuildInputs, readInputs } from './build/inputs.ts';
import { digestInputs } from './build/inputs-digest.ts';
import { writeSections } from './build/own-pages.ts';
import { pageNames as namesOfPages, type PageNames } from './build/page-names.ts';
import { indexOwn, SearchIndexes } from './build/search-index.ts';
import { openShell } from './build/shell-store.ts';
import { sitemapsOf, siteOptions } from './build/site-options.ts';
import { surveyVersion, type VersionSurvey } from './build/survey.ts';
import { buildVersion } from './build/version.ts';
import { readWorkspaceHistory } from './build/workspace-history.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { digestOf } from './digest.ts';
import { upstreamOf } from './manual.ts';
import { Manuals } from './manuals.ts';
import { readOutlines } from './outlines.ts';
import { readCatalogs } from './workspace.ts';

export interface BuildOptions {
  readonly out: string;
  /** Only these versions; all when undefined. */
  readonly versions: readonly string[] | undefined;
  readonly search: boolean;
  /** Makes each version as an archive, too. */
  readonly zip?: boolean;
  /** Makes everything anew, the search index too. */
  readonly full?: boolean;
  /** Folder of the tool itself. */
  readonly toolRoot: string;
}

/** @throws Failure(1) when the workspace's own pages are wrong; the site that was there stays */
export async function build(context: Context, options: BuildOptions): Promise<Outcome> {
  const digest = await digestInputs(context, options.toolRoot);
  const names = chooseVersions(digest.project, options.versions);
  const whole = digestOf(digest.whole, names.join(' '), String(options.search), String(options.zip ?? false));
  const cache = new BuildCache(context.root, options.out, options.full ?? false);
  if (cache.isCurrent(whole)) {
    say(
      context,
      options,
      names,
      { pages: 0, made: 0 },
      `${options.out} is as it should be: nothing has changed since it was built`,
    );
    return 0;
  }
  const inputs = await readInputs(context, digest);
  const staged = await stageBeside(options.out);
  const search = options.search ? new SearchIndexes(context, { inputs, cache, staged }) : undefined;
  const done = await fill(context, options, { inputs, names, cache, staged, search }).catch(async (error: unknown) => {
    await search?.stopped();
    await rm(staged, { recursive: true, force: true });
    throw error;
  });
  await replaceFolder(staged, options.out);
  await cache.save(whole);
  const kept = done.pages - done.made;
  say(
    context,
    options,
    names,
    done,
    `${done.pages} pages in ${options.out}${kept > 0 ? `, ${kept} of them as they were` : ''}`,
  );
  return 0;
}

interface Task {
  readonly inputs: BuildInputs;
  readonly names: readonly string[];
  readonly cache: BuildCache;
  readonly staged: string;
  /** Undefined for a site without search. */
  readonly search: SearchIndexes | undefined;
}

interface Done {
  readonly pages: number;
  /** Pages that had to be made. */
  readonly made: number;
}

async function fill(context: Context, { zip = false, full = false }: BuildOptions, task: Task): Promise<Done> {
  const { inputs, names, cache, staged, search } = task;
  const { project, pins } = inputs;
  const catalogs = await readCatalogs(context.root, project);
  for (const finding of catalogs.findings) context.tell(formatFinding(finding));
  const site = siteOptions(inputs, staged);
  const shellKey = digestOf(inputs.common, JSON.stringify({ ...site, out: '' }));
  const manuals = new Manuals(await upstreamOf(context, project));
  const work = context.begin('Laying out');
  cache.record('assets');
  const opening = openShell({ root: context.root, tool: inputs.tool, site, isFresh: full }).finally(() => work.end());
  // VitePress has a process of its own; manuals are read meanwhile.
  const reading = readOutlines(context.root, manuals, pins, { tool: inputs.tool, last: names[0] });
  // If one fails, the other writes nothing any more when that is told.
  await Promise.allSettled([opening, reading]);
  const writer = await opening;
  const outlined = await reading;
  const pageNames = namesOfPages(
    outlined.map(({ outline }) => outline),
    project,
  );
  tellOfPlaces(context, inputs, pageNames);
  const request = {
    inputs,
    catalogs,
    manuals,
    cache,
    names: pageNames,
    writer,
    staged,
    search,
    shellKey,
    address: site,
  };
  const surveys = new Map<Pin, VersionSurvey>();
  const done = { pages: 0, made: 0 };
  for (const each of outlined.filter(({ pin }) => names.includes(pin.version))) {
    const part = await buildVersion(context, { ...request, ...each });
    manuals.forget();
    if (zip) await archiveVersion(context, { ...request, version: each.pin.version });
    surveys.set(each.pin, part.survey);
    done.pages += part.pages;
    done.made += part.made;
  }
  // What pages of a version do not need waits until they stand: their index takes longest, and is made meanwhile.
  for (const each of outlined.filter(({ pin }) => !surveys.has(pin)))
    surveys.set(each.pin, await surveyVersion({ ...request, ...each }));
  manuals.forget();
  const facts = { inputs, catalogs, surveys: pins.flatMap((pin) => surveys.get(pin) ?? []), hasArchives: zip };
  const history = await readWorkspaceHistory(context, facts, cache);
  const own = await writeSections(context, writer, { ...facts, history }, staged);
  await search?.finished();
  if (search) await indexOwn(context, { inputs, cache, staged }, own.searchable);
  await writeSitemapIndex(join(staged, 'sitemap.xml'), sitemapsOf(names), site);
  return { pages: done.pages + own.pages, made: done.made + own.pages };
}

/** What posts and questions name that no manual has. */
function tellOfPlaces(
  context: Context,
  { posts, questions, articles, project }: BuildInputs,
  { ids }: PageNames,
): void {
  const articlesOf = { posts, questions, pages: articles };
  const found = articleFindings([...posts, ...questions], articlesOf, manualPlaces(project, ids));
  for (const finding of found) context.tell(formatFinding(finding));
}

function chooseVersions(project: Project, wanted: readonly string[] | undefined): string[] {
  const all = project.versions.map(({ name }) => name);
  const unknown = wanted?.filter((name) => !all.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new Failure(2, `--version ${unknown.join(' ')}: translations/project.yml has ${all.join(', ')}`);
  return wanted ? all.filter((name) => wanted.includes(name)) : all;
}

function say(
  { json, print }: Context,
  { out }: BuildOptions,
  versions: readonly string[],
  done: Done,
  sentence: string,
): void {
  print(json ? JSON.stringify({ out, versions, ...done }) : sentence);
}

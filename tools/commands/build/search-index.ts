/** The search bundles of a build: taken over from the last one while they lag little or nothing, else made anew. */
import { join } from 'node:path';
import { releaseMemory } from '../../io/memory.ts';
import type { Context } from '../context.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';
import { siteOptions } from './site-options.ts';

export interface IndexRequest {
  readonly inputs: BuildInputs;
  readonly cache: BuildCache;
  readonly staged: string;
}

/** Up to this share of a version's pages may be newer than its search index, which takes longer than all the rest. */
const BEHIND = 0.02;

/** @param version its pages have been written; `made` of them are new */
export async function indexManual(
  context: Context,
  { inputs, cache, staged }: IndexRequest,
  { version, pages, made }: { readonly version: string; readonly pages: number; readonly made: number },
): Promise<void> {
  const folder = `docs/${version}`;
  const name = `pages newer than the index of ${version}`;
  const behind = (cache.known<number>(name, '') ?? 0) + made;
  cache.record(`${folder}/pagefind`);
  if (behind <= pages * BEHIND && (await cache.reuseFolder(`${folder}/pagefind`, staged))) {
    cache.keep(name, '', behind);
    if (behind > 0) context.tell(`${behind} pages of ${version} are newer than its search index; --full makes it anew`);
    return;
  }
  const work = context.begin(`Indexing ${version} for search`);
  const { indexVersion } = await import('../../../.vitepress/search/index.ts');
  releaseMemory();
  await indexVersion(join(staged, folder), inputs.project.language);
  cache.keep(name, '', 0);
  work.end();
}

/** @param key digest of the pages that belong to no version and are to be found */
export async function indexOwn(context: Context, { inputs, cache, staged }: IndexRequest, key: string): Promise<void> {
  const { indexOwnPages } = await import('../../../.vitepress/search/index.ts');
  cache.record('pagefind');
  const isKnown = cache.known<boolean>('index of own pages', key) === true;
  cache.keep('index of own pages', key, true);
  if (isKnown && (await cache.reuseFolder('pagefind', staged))) return;
  const work = context.begin('Indexing the pages of the site itself');
  const { nav } = siteOptions(inputs, staged);
  const sections = nav.map(({ href, text }): [string, string] => [/^[^/.]*/.exec(href)?.[0] ?? '', text]);
  await indexOwnPages(staged, inputs.project.language, new Map(sections.filter(([section]) => section !== 'docs')));
  work.end();
}

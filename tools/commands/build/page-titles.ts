/**
 * Titles of a version's pages, with their numbers, in both languages: kept from build to build as long as nothing has
 * changed that titles show, so that a version need not be read for them.
 */
import type { Pin } from '../../project/types.ts';
import type { Texts } from '../../render/types.ts';
import { digestOf } from '../digest.ts';
import type { Manuals } from '../manuals.ts';
import type { VersionOutline } from '../outline.ts';
import type { Catalogs } from '../workspace.ts';
import type { BuildCache } from './cache.ts';
import { sharedKey } from './frame-facts.ts';
import type { BuildInputs } from './inputs.ts';
import { manualRenderers } from './manual-renderers.ts';

export interface TitlesRequest {
  readonly pin: Pin;
  readonly outline: VersionOutline;
  readonly inputs: Pick<BuildInputs, 'project' | 'reviews' | 'words' | 'common'>;
  readonly catalogs: Catalogs;
  readonly manuals: Manuals;
  readonly cache: BuildCache;
}

/** @returns titles by page */
export async function pageTitles(request: TitlesRequest): Promise<ReadonlyMap<string, Texts>> {
  const { pin, outline, inputs, catalogs, cache } = request;
  const name = `titles-${pin.version}`;
  const key = digestOf(inputs.common, pin.commit, sharedKey(outline, catalogs, inputs.reviews));
  const titles = cache.known<Record<string, Texts>>(name, key) ?? (await readTitles(request));
  cache.keep(name, key, titles);
  return new Map(Object.entries(titles));
}

async function readTitles({ pin, inputs, catalogs, manuals }: TitlesRequest): Promise<Record<string, Texts>> {
  const manual = await manuals.read(pin);
  const { html } = manualRenderers({ manual, catalogs, ...inputs });
  return Object.fromEntries(manual.pages.all.map((page) => [page.name, html.title(page)]));
}

/** Loads search bundles: that of a version when the dialog is opened, another when it is chosen, the site's own after an answer. */
import type { Titles } from '../../search/titles.ts';
import type { FoundPage } from './passages.ts';

export interface Result {
  readonly id: string;
  /** Fetches the page's text. */
  data(): Promise<FoundPage>;
}

/** What pagefind calls an instance. */
interface Engine {
  options(options: { ranking: Readonly<Record<string, number>> }): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly Result[] }>;
}

interface EngineModule {
  createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean; language?: string }): Engine;
}

export interface Bundle extends Titles {
  readonly engine: Engine;
  /** Path of the folder that its pages' addresses begin at, with a slash at its end. */
  readonly folder: string;
}

/**
 * Names are asked for more than phrases: the very word comes before longer words that begin with it (`pg_dump` before
 * `pg_dumpall`), a page may be long, as reference pages are, without being thought less of, and saying a word once
 * more means little.
 */
const RANKING = { termSimilarity: 10, pageLength: 0.4, termSaturation: 0.8, termFrequency: 0.5 };

const { dataset } = document.documentElement;

/** The folder of the page's version, and the root of the site above it and `docs/`. */
const here = new URL(dataset.search ?? '', document.baseURI);
const root = new URL('../../', here);

const loaded = new Map<string, Promise<Bundle>>();

export function versionBundle(version: string): Promise<Bundle> {
  return once(`docs/${version}/`);
}

/** That of the site's own pages. It runs on the engine of a version, which has to be there first. */
export async function ownBundle(first: Promise<Bundle>): Promise<Bundle> {
  await first;
  return once('');
}

let own: Promise<Titles & { readonly folder: string }> | undefined;

/** What the site's own pages are called, without what searches their text. */
export function ownTitles(): Promise<Titles & { readonly folder: string }> {
  own ??= loadTitles(new URL('pagefind/titles.bin', root)).then((titles) => ({ folder: root.pathname, ...titles }));
  return own;
}

function once(path: string): Promise<Bundle> {
  const known = loaded.get(path);
  if (known) return known;
  const bundle = load(new URL(path, root));
  loaded.set(path, bundle);
  // What failed is tried again when it is next asked for.
  bundle.catch(() => loaded.delete(path));
  return bundle;
}

async function load(folder: URL): Promise<Bundle> {
  const titles = loadTitles(new URL('pagefind/titles.bin', folder));
  // Without a rejection of its own, a bundle that is missing would be told twice.
  titles.catch(() => undefined);
  const engine = await openEngine(folder);
  return { engine, folder: folder.pathname, ...(await titles) };
}

async function openEngine(folder: URL): Promise<Engine> {
  const { createInstance } = (await import(
    /* @vite-ignore */ new URL('pagefind/pagefind.js', here).href
  )) as EngineModule;
  // A worker would be fetched on top of all that it shares with the page: 43 kB, to spare the page some milliseconds.
  const engine = createInstance({
    basePath: new URL('pagefind/', folder).pathname,
    baseUrl: folder.pathname,
    noWorker: true,
  });
  // Waits until all is there that every question needs.
  await engine.options({ ranking: RANKING });
  return engine;
}

async function loadTitles(url: URL): Promise<Titles> {
  const { body, ok } = await fetch(url);
  if (body === null || !ok) throw new Error(`There is no ${url}`);
  return new Response(body.pipeThrough(new DecompressionStream('deflate'))).json();
}

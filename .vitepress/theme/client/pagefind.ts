/** Asks the version's pagefind bundle, which is loaded with the first question. */

export interface Hit {
  readonly url: string;
  readonly title: string;
  /** HTML made by pagefind: escaped text with `<mark>`. */
  readonly excerpt: string;
  /** A section of the page before it. */
  readonly section: boolean;
}

interface Part {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Part[];
}

interface Bundle {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string): Promise<{ results: readonly { data(): Promise<Page> }[] }>;
}

let bundle: Promise<Bundle> | undefined;

/** @returns the best pages, each followed by its best sections, and the number of all pages found */
export async function find(words: string): Promise<{ hits: Hit[]; total: number }> {
  bundle ??= load();
  bundle.catch(() => {
    bundle = undefined;
  });
  const { results } = await (await bundle).search(words);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { hits: pages.flatMap(hitsOf), total: results.length };
}

async function load(): Promise<Bundle> {
  const folder = new URL(document.documentElement.dataset.search ?? '', document.baseURI);
  const loaded = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', folder).href)) as Bundle;
  await loaded.options({ baseUrl: folder.pathname, excerptLength: 24 });
  return loaded;
}

function hitsOf(page: Page): Hit[] {
  const title = page.meta.title ?? page.url;
  const sections = page.sub_results
    .filter((part) => part.url !== page.url)
    .sort((a, b) => score(b) - score(a))
    .slice(0, 3);
  return [
    { url: page.url, title, excerpt: page.excerpt, section: false },
    ...sections.map((part) => ({ url: part.url, title: part.title, excerpt: part.excerpt, section: true })),
  ];
}

function score(part: Part): number {
  return part.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0);
}

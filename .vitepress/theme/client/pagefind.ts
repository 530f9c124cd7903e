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

interface Result {
  readonly id: string;
  data(): Promise<Page>;
}

interface Bundle {
  options(options: {
    baseUrl: string;
    excerptLength: number;
    noWorker: boolean;
    ranking: Readonly<Record<string, number>>;
  }): Promise<void>;
  /** Fetches what every question needs. */
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly Result[] }>;
}

interface Loaded {
  readonly bundle: Bundle;
  /** Path of the version's folder, with a slash at its end. */
  readonly folder: string;
  /** Address within the folder, and title, of each page by its id. */
  readonly titles: Readonly<Record<string, readonly [url: string, title: string]>>;
}

let bundle: Promise<Loaded> | undefined;

/** What a question found; the text of the pages is fetched as it is asked for, since it weighs more than the index. */
export interface Found {
  /** How many pages. */
  readonly total: number;
  /** The best pages by their titles alone, for which nothing is fetched. */
  readonly outline: readonly Hit[];
  /** The next best pages, each followed by its best sections; none when all were given. */
  more(): Promise<Hit[]>;
}

/**
 * Names are asked for more than phrases: the very word comes before longer words that begin with it (`pg_dump` before
 * `pg_dumpall`), and a page may be long, as reference pages are, without being thought less of.
 */
const RANKING = { termSimilarity: 10, pageLength: 0.4 };

/** Pages whose text is fetched at once: with their sections they fill the dialog. */
const BATCH = 3;

/** Loads the bundle, so that the first question need not wait for it. */
export function prepare(): Promise<Loaded> {
  bundle ??= load();
  bundle.catch(() => {
    bundle = undefined;
  });
  return bundle;
}

export async function find(words: string): Promise<Found> {
  const { bundle: loaded, titles, folder } = await prepare();
  const results = await resultsOf(loaded, words);
  let given = 0;
  return {
    total: results.length,
    outline: results.slice(0, BATCH).flatMap(({ id }) => {
      const [url, title] = titles[id] ?? [];
      return url === undefined || title === undefined
        ? []
        : [{ url: folder + url.slice(1), title, excerpt: '', section: false }];
    }),
    more: async () => {
      const batch = results.slice(given, given + BATCH);
      given += batch.length;
      const pages = await Promise.all(batch.map((result) => result.data()));
      return pages.flatMap(hitsOf);
    },
  };
}

/**
 * Pages that hold all the words, those first where they stand side by side: Chinese is cut into words of often only
 * one character, which stand apart on every long page. The second question fetches nothing that the first has not.
 */
async function resultsOf(bundle: Bundle, asked: string): Promise<readonly Result[]> {
  const words = apart(asked);
  const { results } = await bundle.search(words);
  if (/^\w*$|".*"/.test(words)) return results;
  const together = new Set((await bundle.search(`"${words.replaceAll('"', ' ')}"`)).results.map(({ id }) => id));
  return [...results.filter(({ id }) => together.has(id)), ...results.filter(({ id }) => !together.has(id))];
}

/**
 * The words apart, as the index has them. Pagefind would cut them as the page's language wants it, and that is English
 * while a reader has chosen to read English.
 */
function apart(words: string): string {
  const { dataset, lang } = document.documentElement;
  if (/^\p{ASCII}*$/u.test(words) || typeof Intl.Segmenter !== 'function') return words;
  const segments = new Intl.Segmenter(dataset.target ?? lang, { granularity: 'word' }).segment(words);
  return [...segments].map(({ segment }) => segment).join(' ');
}

async function load(): Promise<Loaded> {
  const folder = new URL(document.documentElement.dataset.search ?? '', document.baseURI);
  const titles = loadTitles(new URL('pagefind/titles.bin', folder));
  const bundle = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', folder).href)) as Bundle;
  // A worker would be fetched on top of all that it shares with the page: 43 kB, to spare the page some milliseconds.
  await bundle.options({ baseUrl: folder.pathname, excerptLength: 24, noWorker: true, ranking: RANKING });
  await bundle.init();
  return { bundle, folder: folder.pathname, titles: await titles };
}

/** None where they cannot be had: the pages' text brings them, later. */
async function loadTitles(url: URL): Promise<Loaded['titles']> {
  try {
    const { body } = await fetch(url);
    return body === null ? {} : await new Response(body.pipeThrough(new DecompressionStream('deflate'))).json();
  } catch {
    return {};
  }
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

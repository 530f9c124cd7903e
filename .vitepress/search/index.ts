/** Search bundles, written beside the pages that they find: one a version, and one of the site's own pages. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { glob } from 'tinyglobby';
import { searchCopy } from './copy.ts';
import { type PartNames, partsInOrder, sectionPart, summaryOf, versionPart, writeTitles } from './titles.ts';

/** Pagefind's own interfaces, for which the site has a smaller one, and its worker, which the site does without. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\./;

/**
 * Places of words in a piece of the index. A question fetches one piece a word, and for a word half typed often another, so small
 * ones pay; what a dialog fetches when it is opened grows with their number. Pagefind's own 20,000 make 33 kB each, and
 * these 10 kB.
 */
const CHUNK = 6000;

/** Pages that are to be found say so in their HTML (document.ts). */
const BODY = ' data-pagefind-body';

/**
 * Indexes the pages of a version, in both languages, and writes `folder/pagefind`.
 *
 * @param folder a version's folder in the built site, `out/docs/18`
 * @param language of the targets: words are cut as that language wants it
 * @param names files below the folder, in the order that they are indexed in, as they come to stand; all when undefined
 * @returns how many pages are in the index
 */
export async function indexVersion(
  folder: string,
  language: string,
  names?: Iterable<string> | AsyncIterable<string>,
): Promise<{ pages: number }> {
  const parts = new Map<string, PartNames>();
  let contents = '';
  const pages = await writeBundle(folder, names ?? (await htmlFiles(folder, [])), language, (name, html) => {
    if (name === 'index.html') contents = html;
    return versionPart(name, html, language, parts);
  });
  await writeTitles(join(folder, 'pagefind'), pages, partsInOrder(parts, contents));
  return { pages: pages.size };
}

/**
 * Indexes the pages that belong to no version, and writes `out/pagefind`. The bundle is loaded by the engine of a version,
 * and has none of its own.
 *
 * @param sections what readers call the sections of the site, by their folders: `blog`, `faq` …
 */
export async function indexOwnPages(
  out: string,
  language: string,
  sections: ReadonlyMap<string, string>,
): Promise<{ pages: number }> {
  const files = await htmlFiles(out, ['docs/**']);
  const about = new Map<string, string>();
  const pages = await writeBundle(out, files, language, (name, html) => {
    about.set(name, summaryOf(html));
    return sectionPart(name);
  });
  const bundle = join(out, 'pagefind');
  await rm(join(bundle, 'pagefind.js'), { force: true });
  for (const name of await readdir(bundle))
    if (name.endsWith('.pagefind')) await writeFile(join(bundle, name), EMPTY_ENGINE);
  await writeTitles(bundle, pages, new Map([...sections].map(([section, name]) => [section, [name]])), about);
  return { pages: pages.size };
}

/** What pagefind accepts as an engine. It has one by then, and looks no further. */
const EMPTY_ENGINE = 'pagefind_dcd\0';

/** The part of the book, or the section of the site, that a page belongs to. */
type PartOf = (name: string, html: string) => string | undefined;

/** @returns the part of each page, by its path below `folder` */
async function writeBundle(
  folder: string,
  files: Iterable<string> | AsyncIterable<string>,
  language: string,
  partOf: PartOf,
): Promise<ReadonlyMap<string, string | undefined>> {
  const index = await openIndex(language);
  try {
    const pages = new Map<string, string | undefined>();
    for await (const sourcePath of files) {
      const html = await readFile(join(folder, sourcePath), 'utf8');
      if (!html.includes(BODY)) continue;
      pages.set(sourcePath, partOf(sourcePath, html));
      const { errors } = await index.addHTMLFile({ sourcePath, content: searchCopy(sourcePath, html) });
      if (errors.length > 0) throw new Error(`pagefind, ${sourcePath}: ${errors.join('; ')}`);
    }
    const outputPath = join(folder, 'pagefind');
    await rm(outputPath, { recursive: true, force: true });
    const { errors } = await index.writeFiles({ outputPath });
    if (errors.length > 0) throw new Error(`pagefind, ${outputPath}: ${errors.join('; ')}`);
    const extra = (await readdir(outputPath)).filter((name) => unused.test(name));
    await Promise.all(extra.map((name) => rm(join(outputPath, name))));
    return pages;
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
}

async function openIndex(language: string): Promise<pagefind.PagefindIndex> {
  // Pagefind takes it from nowhere else, and reads it as its program starts.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(CHUNK);
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language.toLowerCase(),
    keepIndexUrl: true,
    excludeSelectors: ['nav', '[data-extra]', '.id_link', '.toc', '.index'],
  });
  if (index === undefined) throw new Error(`pagefind did not start: ${errors.join('; ')}`);
  return index;
}

async function htmlFiles(folder: string, ignore: readonly string[]): Promise<string[]> {
  return (await glob('**/*.html', { cwd: folder, ignore: ['pagefind/**', ...ignore] })).sort();
}

/** The search bundle of one version: both languages of its pages in one index, written beside the pages. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { glob } from 'tinyglobby';

/** Pagefind's own interfaces, for which the site has a smaller one, and its worker, which the site does without. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\./;

/**
 * Indexes the pages under `folder` that carry `data-pagefind-body`, and writes `folder/pagefind`.
 *
 * @param folder a version's folder in the built site, `out/docs/18`
 * @param language of the targets: words are cut as that language wants it
 * @returns how many pages are in the index
 */
export async function indexVersion(folder: string, language: string): Promise<{ pages: number }> {
  const index = await opened(language);
  try {
    let pages = 0;
    for (const sourcePath of (await glob('**/*.html', { cwd: folder, ignore: 'pagefind/**' })).sort()) {
      const html = await readFile(join(folder, sourcePath), 'utf8');
      if (!html.includes(' data-pagefind-body')) continue;
      const { errors } = await index.addHTMLFile({ sourcePath, content: searchCopy(sourcePath, html) });
      if (errors.length > 0) throw new Error(`pagefind, ${sourcePath}: ${errors.join('; ')}`);
      pages += 1;
    }
    const outputPath = join(folder, 'pagefind');
    await rm(outputPath, { recursive: true, force: true });
    const { errors } = await index.writeFiles({ outputPath });
    if (errors.length > 0) throw new Error(`pagefind, ${outputPath}: ${errors.join('; ')}`);
    const extra = (await readdir(outputPath)).filter((name) => unused.test(name));
    await Promise.all(extra.map((name) => rm(join(outputPath, name))));
    await writeTitles(outputPath);
    return { pages };
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
}

/**
 * `titles.bin`: address and title of every page, by pagefind's id of it. Pagefind itself keeps these with the page's
 * whole text, so that to name three pages it would fetch up to 200 kB.
 */
async function writeTitles(bundle: string): Promise<void> {
  const titles: Record<string, readonly [url: string, title: string]> = {};
  for (const name of (await readdir(join(bundle, 'fragment'))).sort()) {
    const text = gunzipSync(await readFile(join(bundle, 'fragment', name))).toString();
    // What comes before the JSON is pagefind's mark of its own files.
    const { url, meta } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string; meta: { title?: string } };
    titles[name.replace(/\.pf_fragment$/, '')] = [url, meta.title ?? url];
  }
  await writeFile(join(bundle, 'titles.bin'), deflateSync(JSON.stringify(titles)));
}

async function opened(language: string): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language.toLowerCase(),
    keepIndexUrl: true,
    excludeSelectors: ['nav', '[data-extra]', '.id_link', '.toc', '.index'],
  });
  if (index === undefined) throw new Error(`pagefind did not start: ${errors.join('; ')}`);
  return index;
}

/**
 * The page as pagefind gets it. Pagefind finds sections by headings with an id, while upstream gives the id to the
 * block around the heading and to list terms. The page's first heading stays without: it is the page itself. Release
 * notes name everything there is, and would come before the pages that explain it.
 *
 * @param name the page's file name; release notes are `release-18-6.html` and so on, as upstream names them
 */
export function searchCopy(name: string, html: string): string {
  // The two languages of a title stand side by side without a space, and would become one word.
  const apart = html.replaceAll('</span><span lang="', '</span> <span lang="');
  const first = apart.search(/<h[1-6]\b/);
  return apart
    .replace(
      /(<(?:div|section|article)\b[^>]*?\sid="([^"]+)"[^>]*>(?:\s|<div\b[^>]*>|<a\b[^>]*>\s*<\/a>)*<h[1-6])\b/g,
      (whole, opening: string, id: string, at: number) =>
        at + opening.length > first + 3 ? `${opening} id="${id}"` : whole,
    )
    .replace(/<dt\b[^>]*?\sid="([^"]+)"[^>]*>([\s\S]*?)<\/dt>/g, '<dt><h6 id="$1">$2</h6></dt>')
    .replace(
      ' data-pagefind-body',
      name.startsWith('release') ? ' data-pagefind-body data-pagefind-weight="0.2"' : '$&',
    );
}

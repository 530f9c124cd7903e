/** The search bundle of one version: both languages of its pages in one index, written beside the pages. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { glob } from 'tinyglobby';

/** Parts of pagefind that nobody asks for: its own interface, for which the site has a smaller one. */
const unused = [
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-highlight.js',
];

/**
 * Indexes the pages under `folder` that carry `data-pagefind-body`, and writes `folder/pagefind`.
 *
 * @param folder a version's folder in the built site, `out/docs/18`
 * @returns how many pages are in the index
 */
export async function indexVersion(folder: string): Promise<{ pages: number }> {
  const index = await opened();
  try {
    let pages = 0;
    for (const sourcePath of (await glob('**/*.html', { cwd: folder, ignore: 'pagefind/**' })).sort()) {
      const html = await readFile(join(folder, sourcePath), 'utf8');
      if (!html.includes(' data-pagefind-body')) continue;
      const { errors } = await index.addHTMLFile({ sourcePath, content: headingsWithIds(html) });
      if (errors.length > 0) throw new Error(`pagefind, ${sourcePath}: ${errors.join('; ')}`);
      pages += 1;
    }
    const outputPath = join(folder, 'pagefind');
    await rm(outputPath, { recursive: true, force: true });
    const { errors } = await index.writeFiles({ outputPath });
    if (errors.length > 0) throw new Error(`pagefind, ${outputPath}: ${errors.join('; ')}`);
    await Promise.all(unused.map((name) => rm(join(outputPath, name), { force: true })));
    return { pages };
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
}

async function opened(): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({
    keepIndexUrl: true,
    excludeSelectors: ['nav', '[data-extra]', '.id_link', '.toc'],
  });
  if (index === undefined) throw new Error(`pagefind did not start: ${errors.join('; ')}`);
  return index;
}

/**
 * Pagefind finds sections by headings with an id, while upstream gives the id to the block around the heading and
 * to list terms. Only pagefind's copy of the page is changed.
 */
export function headingsWithIds(html: string): string {
  return html
    .replace(
      /(<(?:div|section|article)\b[^>]*?\sid="([^"]+)"[^>]*>(?:\s|<div\b[^>]*>|<a\b[^>]*>\s*<\/a>)*<h[1-6])\b/g,
      '$1 id="$2"',
    )
    .replace(/<dt\b[^>]*?\sid="([^"]+)"[^>]*>([\s\S]*?)<\/dt>/g, '<dt><h6 id="$1">$2</h6></dt>');
}

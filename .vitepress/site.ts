/**
 * The site's pages as files: each is the shell that VitePress rendered with the page's finished HTML in its slot, so
 * nothing that a contributor wrote ever reaches Vue. Same options, same bytes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderDocument } from './document.ts';
import { OPEN_SEARCH, openSearch } from './open-search.ts';
import { builtInPages } from './pages.ts';
import { checkPages } from './paths.ts';
import { renderShellApart, type Shell } from './shell.ts';
import { writeSitemap } from './sitemap.ts';
import type { ShellOptions, SiteOptions, SitePage } from './types.ts';
import { siteWords } from './words.ts';

export type { Shell } from './shell.ts';
export { writeSitemap, writeSitemapIndex } from './sitemap.ts';
export type { FeedbackWay, NavLink, PageKind, SiteOptions, SitePage, SiteVersion } from './types.ts';

/** Writes pages one by one, as they are made. */
export class PageWriter {
  private readonly words;
  private readonly folders = new Set<string>();

  constructor(
    private readonly shell: Shell,
    private readonly options: Omit<SiteOptions, 'pages' | 'work'>,
  ) {
    this.words = siteWords(options.words);
  }

  /** @returns the whole document, as it was written */
  async write(page: SitePage): Promise<string> {
    const html = renderDocument(page, this.shell, this.options, this.words);
    const file = join(this.options.out, `${page.path}.html`);
    const folder = dirname(file);
    if (!this.folders.has(folder)) await mkdir(folder, { recursive: true });
    this.folders.add(folder);
    await writeFile(file, html);
    return html;
  }
}

/** A start page and a 404 page are added where there is none. */
function withBuiltIn(pages: readonly SitePage[], options: Omit<SiteOptions, 'pages' | 'work'>): SitePage[] {
  const taken = new Set(pages.map(({ path }) => path));
  return [...pages, ...builtInPages(options).filter(({ path }) => !taken.has(path))];
}

/** Where the sitemap of the site's own pages stands; each version's is docs/VERSION/sitemap.xml. */
export const PAGES_SITEMAP = 'sitemap-pages.xml';

/** A site whose shell stands; its pages are written as they come. */
export interface OpenSite {
  readonly writer: PageWriter;
  readonly shell: Shell;
}

/**
 * Lays the shell and its assets out in `options.out`.
 *
 * @param known the shell of an earlier build with the same options, whose assets are there already
 */
export async function openSite(options: Omit<SiteOptions, 'pages'>, known?: Shell): Promise<OpenSite> {
  const shell = known ?? (await renderShellApart(shellOptions(options), options.work, join(options.out, 'assets')));
  return { writer: new PageWriter(shell, options), shell };
}

/** All that the shell is made from, beside the tool itself. */
export function shellOptions(options: Omit<SiteOptions, 'pages' | 'work' | 'out'>): ShellOptions {
  const { title, lang, base, nav, words, footer, footLinks, versions, feedback } = options;
  const optional = { ...(feedback && { feedback }), ...(footLinks && { footLinks }) };
  return { title, lang, base, nav, words, footer, versions, ...optional };
}

/**
 * Writes the pages that belong to no version, their sitemap, and the description of the search.
 *
 * @returns how many there are
 * @throws Failure (exit code 1) naming every page whose path cannot be a file of the site, or is taken twice
 */
export async function writeOwnPages(
  writer: PageWriter,
  pages: readonly SitePage[],
  options: Omit<SiteOptions, 'pages' | 'work'>,
): Promise<number> {
  const all = withBuiltIn(pages, options);
  checkPages(all);
  for (const page of all) await writer.write(page);
  await writeSitemap(join(options.out, PAGES_SITEMAP), all, options);
  await writeFile(join(options.out, OPEN_SEARCH), openSearch(options));
  return all.length;
}

/** A whole site at once, into `options.out`, an empty folder. */
export async function buildSite(options: SiteOptions, known?: Shell): Promise<OpenSite & { readonly pages: number }> {
  const pages = [...options.pages];
  checkPages(withBuiltIn(pages, options));
  const site = await openSite(options, known);
  return { ...site, pages: await writeOwnPages(site.writer, pages, options) };
}

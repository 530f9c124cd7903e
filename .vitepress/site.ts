/**
 * The VitePress driver. VitePress renders the shell of every page (layout, styles, client scripts) in `mpa` mode
 * from one empty stub a page; the finished HTML of the page is put into the shell's slot as it is written, so
 * nothing that a contributor wrote ever reaches Vue. Same options, same bytes.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vitepress';
import { configure } from './configure.ts';
import { builtInPages } from './pages.ts';
import { checkPages } from './paths.ts';
import type { OnProgress, SiteOptions, SitePage } from './types.ts';

export type { NavLink, OnProgress, PageKind, SiteOptions, SitePage, SiteVersion } from './types.ts';

/**
 * Renders the whole site into a fresh `options.out`. A start page and a 404 page are added where `options.pages`
 * has none.
 *
 * @throws Failure (exit code 1) naming every page whose path cannot be a file of the site, or is taken twice
 */
export async function buildShell(options: SiteOptions, onProgress?: OnProgress): Promise<void> {
  const given = [...options.pages];
  const taken = new Set(given.map((page) => page.path));
  const pages = [...given, ...builtInPages(options).filter((page) => !taken.has(page.path))];
  checkPages(pages);

  await rm(options.work, { recursive: true, force: true });
  await rm(options.out, { recursive: true, force: true });
  await writeStubs(pages, options.work);
  try {
    await build(options.work, {
      onAfterConfigResolve: (config) => configure(config, options, pages, onProgress),
    });
    await finishAssets(options.out);
  } finally {
    await rm(options.work, { recursive: true, force: true });
  }
}

/** VitePress always renders 404.md itself, and would take a stub of that name for a second one. */
async function writeStubs(pages: readonly SitePage[], work: string): Promise<void> {
  await mkdir(work, { recursive: true });
  const folders = new Set<string>();
  for (const page of pages) {
    if (page.path === '404') continue;
    const file = join(work, `${page.path}.md`);
    const folder = dirname(file);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(file, '');
  }
}

/**
 * Browsers refuse module scripts on file://, so the client bundle, one chunk without imports, is made a classic
 * script. What VitePress writes for its own client goes: no page refers to it.
 */
async function finishAssets(out: string): Promise<void> {
  await rm(join(out, 'hashmap.json'), { force: true });
  await rm(join(out, 'vp-icons.css'), { force: true });
  await rm(join(out, 'package.json'), { force: true });
  const assets = join(out, 'assets');
  for (const name of await readdir(assets)) {
    if (!name.endsWith('.js')) continue;
    const file = join(assets, name);
    const code = await readFile(file, 'utf8');
    await writeFile(`${file}.tmp`, `(()=>{"use strict";${code.trim()}\n})();\n`);
    await rename(`${file}.tmp`, file);
  }
}

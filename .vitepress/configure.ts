/** Settings of the VitePress build. They are laid over the resolved configuration, so a workspace needs no file for it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from 'vitepress';
import { renderDocument } from './document.ts';
import { siteHref } from './paths.ts';
import type { OnProgress, SiteOptions, SitePage } from './types.ts';
import { siteWords, type Words } from './words.ts';

/** What the layout knows: the same for all pages. */
export interface ShellData {
  readonly title: string;
  readonly nav: readonly { readonly text: string; readonly href: string; readonly section: string }[];
  readonly words: Words;
  readonly footer: string;
}

const here = dirname(fileURLToPath(import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

export function configure(
  config: SiteConfig,
  options: SiteOptions,
  pages: readonly SitePage[],
  onProgress?: OnProgress,
): void {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const words = siteWords(options.words);
  const shell: ShellData = {
    title: options.title,
    nav: options.nav.map(({ text, href }) => ({ text, href: siteHref(href), section: href.replace(/^\//, '') })),
    words,
    footer: options.footer,
  };
  let done = 0;

  Object.assign(config.site, { title: options.title, lang: options.lang, base: options.base, head: [] });
  config.site.themeConfig = shell;
  config.mpa = true;
  config.outDir = options.out;
  config.cacheDir = join(options.work, '.vitepress', 'cache');
  config.themeDir = join(here, 'theme');
  // The stubs hold no code; without this, each build would load the grammars of every language.
  config.markdown = { highlight: (code) => code };
  config.logger = { ...config.logger, info: () => undefined };
  config.vite = viteSettings;
  config.sitemap = {
    hostname: new URL(options.base, options.origin).href,
    transformItems: (items) => items.filter((item) => isListed(byPath.get(item.url.replace(/\.html$/, '')))),
  };
  config.transformHtml = (html, _file, context) => {
    const page = byPath.get(context.page.replace(/\.md$/, ''));
    if (page === undefined) throw new Error(`VitePress rendered a page nobody gave: ${context.page}`);
    const written = renderDocument(page, { html, layout: context.content }, options, words);
    done += 1;
    onProgress?.(done, pages.length);
    return written;
  };
}

/** VitePress gives `''` for the start page and `x/` for an index page. */
function isListed(page: SitePage | undefined): boolean {
  return page === undefined || (page.noindex !== true && page.canonical === undefined && page.kind !== 'notfound');
}

/** Bundling Vue into the throw-away renderer lets the scratch folder lie anywhere, without a node_modules above it. */
const viteSettings: SiteConfig['vite'] = {
  configFile: false,
  logLevel: 'error',
  resolve: {
    alias: [
      { find: /^vue$/, replacement: resolve('vue/dist/vue.runtime.esm-bundler.js') },
      {
        find: /^vue\/server-renderer$/,
        replacement: resolve('@vue/server-renderer/dist/server-renderer.esm-bundler.js'),
      },
    ],
  },
  ssr: { noExternal: true },
  build: { minify: false, cssMinify: 'esbuild' },
};

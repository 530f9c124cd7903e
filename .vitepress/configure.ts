/** Settings of the VitePress build. They are laid over the resolved configuration, so a workspace needs no file for it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from 'vitepress';
import { siteHref } from './paths.ts';
import type { FeedbackWay, ShellOptions } from './types.ts';
import { siteWords, type Words } from './words.ts';

/** What the layout knows: the same for all pages. */
export interface ShellData {
  readonly title: string;
  readonly nav: readonly { readonly text: string; readonly href: string; readonly section: string }[];
  readonly words: Words;
  readonly footer: string;
  readonly footLinks: readonly { readonly text: string; readonly href: string }[];
  readonly feedback: readonly FeedbackWay[];
  /** Names of the versions, the current one first. */
  readonly versions: readonly string[];
}

const here = dirname(fileURLToPath(import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

/** @param take receives each stub's path and the layout that was rendered for it */
export function configure(
  config: SiteConfig,
  options: ShellOptions,
  folders: { readonly out: string; readonly cache: string },
  take: (stub: string, layout: string) => void,
): void {
  const shell: ShellData = {
    title: options.title,
    nav: options.nav.map(({ text, href }) => ({ text, href: siteHref(href), section: href.replace(/^\//, '') })),
    words: siteWords(options.words),
    footer: options.footer,
    footLinks: (options.footLinks ?? []).map(({ text, href }) => ({ text, href: siteHref(href) })),
    feedback: options.feedback ?? [],
    versions: [...options.versions].sort((a, b) => Number(b.current) - Number(a.current)).map(({ name }) => name),
  };
  Object.assign(config.site, { title: options.title, lang: options.lang, base: options.base, head: [] });
  config.site.themeConfig = shell;
  config.mpa = true;
  config.outDir = folders.out;
  config.cacheDir = folders.cache;
  config.themeDir = join(here, 'theme');
  // The stubs hold no code; without this, each build would load the grammars of every language.
  config.markdown = { highlight: (code) => code };
  config.logger = { ...config.logger, info: () => undefined };
  config.vite = viteSettings;
  config.transformHtml = (_html, _file, context) => take(context.page, context.content);
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

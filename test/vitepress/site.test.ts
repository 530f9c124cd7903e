import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../.vitepress/site.ts';
import type { SiteOptions, SitePage } from '../../.vitepress/types.ts';
import { renderMarkdown } from '../../tools/render/markdown/index.ts';

/** All that has run, at build time or in a page, when a contributor could write it in VitePress' own Markdown. */
const hostile = [
  '# Drawers {{ 6 * 7 }}',
  '{{ $frontmatter.constructor.constructor("globalThis.ran = 1")() }} and `{{ 6 * 7 }}`',
  '<script setup>globalThis.ran = 2</script>',
  '<script client>globalThis.ran = 3</script>',
  '<<< ./package.json',
  '<!--@include: ./package.json-->',
  '[a](javascript:alert(1))',
  '<!--page-->',
].join('\n\n');

const manual = (path: string, version: string, more: Partial<SitePage> = {}): SitePage => ({
  path,
  title: 'Grommets & <b>',
  description: 'All about "grommets" {{ 6 * 7 }}',
  lang: 'zh-CN',
  kind: 'manual',
  version,
  searchable: true,
  html: () =>
    `<div class="manual"><main><article data-page="x" lang="en"><h1>$& {{ 6 * 7 }}</h1></article></main></div>`,
  ...more,
});

let folder: string;
let out: string;
const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const files = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

function options(to: string, more: Partial<SiteOptions> = {}): SiteOptions {
  return {
    title: 'The Grommet Manual',
    lang: 'zh-CN',
    base: '/',
    origin: 'https://manual.example',
    pages: [
      manual('docs/18/grommets', '18'),
      manual('docs/current/grommets', '18', { canonical: 'docs/18/grommets.html', noindex: true, searchable: false }),
      {
        path: 'blog/2026-抽屉',
        title: 'Drawers',
        lang: 'zh-CN',
        kind: 'article',
        searchable: false,
        html: () => renderMarkdown(hostile, 'docs/blog/x.md').html,
      },
    ],
    work: join(folder, 'work'),
    out: to,
    versions: [{ name: '18', current: true }],
    words: { search: 'Suche', machine: 'von "Hand" \\ </style>' },
    nav: [
      { text: 'Blog', href: '/blog/' },
      { text: 'Code', href: 'https://code.example/' },
    ],
    footer: 'ICP 1 [record](https://record.example/) <b>',
    ...more,
  };
}

beforeAll(async () => {
  // Outside the tool's tree: no node_modules above it.
  folder = mkdtempSync(join(tmpdir(), 'pgdoc-site-'));
  out = join(folder, 'out');
  await buildSite(options(out));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built site', () => {
  test('holds the pages given, a start page, a 404 page, and nothing of VitePress’ client', () => {
    expect(
      files(out)
        .map((file) => file.replace(/[.-][\w-]{8}\.(css|js)$/, '.$1'))
        .sort(),
    ).toEqual([
      '404.html',
      'assets/bookindex.css',
      'assets/bookindex.js',
      'assets/client.js',
      'assets/search.js',
      'assets/sections.css',
      'assets/sections.js',
      'assets/style.css',
      'blog/2026-抽屉.html',
      'docs/18/grommets.html',
      'docs/current/grommets.html',
      'index.html',
      'opensearch.xml',
      'sitemap-pages.xml',
    ]);
  });

  test('puts the page’s HTML into the slot as it is', () => {
    expect(read('docs/18/grommets.html')).toContain(
      '<article data-page="x" lang="en"><h1>$& {{ 6 * 7 }}</h1></article>',
    );
  });

  test('runs nothing that a contributor wrote', () => {
    const page = read('blog/2026-抽屉.html');
    expect('ran' in globalThis).toBe(false);
    expect(page).toContain('{{ 6 * 7 }}');
    expect(page).toContain('{{ $frontmatter.constructor');
    expect(page).toContain('&#x3C;script setup>globalThis.ran');
    expect(page).toContain('&#x3C;&#x3C;&#x3C; ./package.json');
    expect(page).not.toMatch(/"private"|javascript:|>42</);
    // The modes, the client's script, that of the sections.
    expect(page.match(/<script/g)).toHaveLength(3);
  });

  test('gives each page its own head', () => {
    const page = read('docs/18/grommets.html');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en" data-target="zh-CN" /);
    expect(page).toContain('<title lang="zh-CN">Grommets &amp; &lt;b&gt; · The Grommet Manual</title>');
    expect(page).toContain('content="All about &quot;grommets&quot; {{ 6 * 7 }}"');
    expect(page).toContain('<link rel="canonical" href="https://manual.example/docs/18/grommets.html">');
    const current = read('docs/current/grommets.html');
    expect(current).toContain('<link rel="canonical" href="https://manual.example/docs/18/grommets.html">');
    expect(current).toContain('<meta name="robots" content="noindex">');
    expect(current).not.toContain('data-pagefind-body');
  });

  test('links and assets are relative, so that it opens from a folder', () => {
    const page = read('docs/18/grommets.html');
    expect(page).toMatch(/<link rel="stylesheet" href="\.\.\/\.\.\/assets\/style\.[\w-]+\.css">/);
    expect(page).toMatch(/<script defer src="\.\.\/\.\.\/assets\/client-[\w-]+\.js" data-search="search\.\w+\.js">/);
    expect(page).toContain('href="../../blog/index.html"');
    expect(page).toContain('data-search="../../docs/18/"');
    expect(page).not.toMatch(/(?:href|src)="\//);
    expect(read('index.html')).toContain('href="./blog/index.html"');
  });

  test('asks no other host for anything', () => {
    for (const file of files(out).filter((name) => name.endsWith('.html'))) {
      const asked = [
        ...read(file).matchAll(
          /<(?:link(?![^>]*rel="(?:canonical|alternate)")|script|img)\b[^>]*(?:href|src)="([^"]*)"/g,
        ),
      ];
      expect(asked.filter(([, url]) => /^(?:https?:)?\/\//.test(url ?? ''))).toEqual([]);
    }
    for (const css of files(out).filter((name) => name.endsWith('.css')))
      expect(read(css)).not.toMatch(/@import|url\(/);
  });

  test('the client script is a classic one: modules do not load from a folder', () => {
    const script = read(files(out).find((name) => /client-.*\.js$/.test(name)) ?? '');
    expect(script.startsWith('(()=>{"use strict"')).toBe(true);
    expect(script).not.toMatch(/\bimport\s*[{"'*]|\bexport\b|import\.meta/);
  });

  test('words stand in the shell, and break out of nothing', () => {
    const page = read('docs/18/grommets.html');
    expect(page).toContain('aria-label="Suche"');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('--word-machine:"von \\22 Hand\\22  \\5c  \\3c \\2f style\\3e "');
    expect(page).toContain('ICP 1 <a href="https://record.example/" rel="noopener">record</a> &lt;b&gt;');
  });

  test('the sitemap lists what is to be found, once', () => {
    const listed = [...read('sitemap-pages.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) =>
      decodeURI(url ?? ''),
    );
    expect(listed.sort()).toEqual([
      'https://manual.example/',
      'https://manual.example/blog/2026-抽屉.html',
      'https://manual.example/docs/18/grommets.html',
    ]);
  });

  test('the style sheet stays below 8 kB, gzipped', () => {
    const css = files(out).find((name) => /style\..*\.css$/.test(name)) ?? '';
    expect(gzipSync(read(css)).length).toBeLessThan(8000);
    expect(read(css)).toContain('data-reading');
  });
});

test('two builds give the same bytes, and nothing older stays', async () => {
  const again = join(folder, 'again');
  await buildSite(options(again));
  expect(files(again)).toEqual(files(out));
  for (const file of files(out)) expect(readFileSync(join(again, file), 'utf8')).toBe(read(file));
});

test('below a base path, pages stay relative and the 404 page starts at the base', async () => {
  const based = join(folder, 'based');
  await buildSite(options(based, { base: '/manual/' }));
  const page = readFileSync(join(based, 'docs/18/grommets.html'), 'utf8');
  expect(page).toMatch(/href="\.\.\/\.\.\/assets\/style/);
  expect(page).toContain('href="https://manual.example/manual/docs/18/grommets.html"');
  const lost = readFileSync(join(based, '404.html'), 'utf8');
  expect(lost).toMatch(/href="\/manual\/assets\/style/);
  expect(lost).toContain('<a href="/manual/docs/18/index.html">');
});

test('a path that leaves the site, or is taken, is refused before anything is written', async () => {
  const bad = join(folder, 'bad');
  const pages = ['../x', 'a//b', 'docs/[x]', '.vitepress/config', 'a b', 'same', 'Same'].map((path) =>
    manual(path, '18'),
  );
  const built = buildSite(options(bad, { pages }));
  await expect(built).rejects.toMatchObject({ exitCode: 1 });
  for (const path of ['"../x"', '"a//b"', '"docs/[x]"', '".vitepress/config"', '"a b"', '"Same"'])
    await expect(built).rejects.toThrow(path);
  expect(readdirSync(folder)).not.toContain('bad');
});

/** What the pages of a built site tell machines: search engines, and sites that show a card for a link. */
import { beforeAll, expect, test } from 'vitest';
import { isManualPage, readSite, type Site, unescapeHtml } from './helpers/html.ts';
import { builtSite } from './helpers/shared.ts';

const SITE = 'http://localhost:4173/';
let site: Site;
let manual: string[];

beforeAll(async () => {
  const folder = await builtSite();
  site = readSite(folder);
  manual = [...site.pages.keys()].filter((path) => /^docs\/\d/.test(path) && isManualPage(`${folder}/${path}`));
});

type Data = Record<string, unknown> & { '@graph'?: Record<string, unknown>[] };

/** The structured data of a page, taken out as a search engine does. */
const dataOf = (path: string): Data[] =>
  [...site.html(path).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json]) =>
    JSON.parse(json ?? ''),
  );
const meta = (path: string, name: string) =>
  site.pages.get(path)?.find(({ attributes }) => attributes.property === name || attributes.name === name)?.attributes
    .content;

test('every page has at most one block of structured data, and it parses', () => {
  for (const path of site.pages.keys()) {
    const blocks = dataOf(path);
    expect(blocks.length, path).toBeLessThanOrEqual(1);
    for (const block of blocks) expect(block['@context'], path).toBe('https://schema.org');
  }
});

test('a page of the manual says what it is and where it stands; each step of the way is a page', () => {
  for (const path of manual) {
    const [data] = dataOf(path);
    const [article, crumbs] = data?.['@graph'] ?? [];
    expect(article, path).toMatchObject({ '@type': 'TechArticle', inLanguage: 'zh-CN', url: `${SITE}${path}` });
    expect(unescapeHtml(site.html(path))).toContain(`>${String(article?.headline)} · TinyRow`);
    const steps = (crumbs?.itemListElement ?? []) as { position: number; item: string; name: string }[];
    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
    for (const { item, name } of steps) {
      expect(site.files.has(item.slice(SITE.length)), `${path}: ${item}`).toBe(true);
      expect(name).not.toBe('');
    }
  }
  const names = (dataOf('docs/3/locking-rows.html')[0]?.['@graph']?.[1]?.itemListElement ?? []) as { item: string }[];
  expect(names.map(({ item }) => item.slice(SITE.length))).toEqual([
    'docs/3/index.html',
    'docs/3/sql.html',
    'docs/3/locking.html',
  ]);
});

test('pages of the manual name themselves and their English; search engines get the same from the sitemap', () => {
  for (const path of manual) {
    const links = site.pages.get(path)?.flatMap(({ attributes }) => (attributes.hreflang ? [attributes] : []));
    expect(links?.map(({ hreflang, href }) => [hreflang, href])).toEqual([
      ['zh-CN', `${SITE}${path}`],
      ['en', `https://tinyrow.example/${path}`],
      ['x-default', `https://tinyrow.example/${path}`],
    ]);
  }
  const map = site.html('docs/3/sitemap.xml');
  expect(map).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
  expect(map).toContain(
    '<xhtml:link rel="alternate" hreflang="en" href="https://tinyrow.example/docs/3/locking.html"/>',
  );
  expect(map).not.toContain('<lastmod>');
});

test('every page but “not found” has a card with a title and its canonical address', () => {
  for (const [path, tags] of site.pages) {
    if (path === '404.html') continue;
    const canonical = tags.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
    expect(meta(path, 'og:url'), path).toBe(canonical);
    expect(canonical, path).toMatch(/^http:\/\/localhost:4173\//);
    expect(meta(path, 'og:title'), path).toBeTruthy();
  }
  expect(meta('docs/current/locking.html', 'og:url')).toBe(`${SITE}docs/3/locking.html`);
});

test('the start page says how the site is searched', () => {
  const [data] = dataOf('index.html');
  expect(data).toMatchObject({ '@type': 'WebSite', url: SITE });
  expect(data?.potentialAction).toMatchObject({
    '@type': 'SearchAction',
    target: { urlTemplate: `${SITE}index.html?q={search_term_string}` },
  });
});

/** What may be relied on from outside: paths, elements and attributes of the built site. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { status } from '../../tools/commands/status.ts';
import { contentsOf } from './helpers/folder.ts';
import { isManualPage, readSite, type Site, textOf } from './helpers/html.ts';
import { checkLinks } from './helpers/links.ts';
import { record } from './helpers/record.ts';
import { builtSite, toolRoot, translatedWorkspace } from './helpers/shared.ts';

let folder: string;
let site: Site;
let root: string;
/** Pages of the manual by version, as `status --json` has them. */
const names = new Map<string, string[]>();

beforeAll(async () => {
  root = await translatedWorkspace();
  folder = await builtSite();
  site = readSite(folder);
  const context = record(root, { json: true });
  await status(context, [], toolRoot);
  for (const { version, page } of JSON.parse(context.printed.join('')).pages)
    names.set(version, [...(names.get(version) ?? []), page]);
});

const manualPages = () =>
  [...names].flatMap(([version, pages]) => pages.map((page) => ({ page, path: `docs/${version}/${page}.html` })));
const MAIN_ADDRESS = 'http://localhost:4173/';
const isMainAddress = (path: string, href?: string) => path === 'elsewhere/index.html' && href === MAIN_ADDRESS;
const allPages = () => [...names.values()].flat();
const article = (path: string) => /<article\b[\s\S]*<\/article>/.exec(site.html(path))?.[0] ?? '';

describe('paths', () => {
  test('every page of every version stands at postgresql.org’s path, and no other', () => {
    for (const [version, pages] of names) {
      const built = [...site.files].filter((path) => path.startsWith(`docs/${version}/`) && path.endsWith('.html'));
      const manual = built.filter((path) => isManualPage(join(folder, path)));
      expect(manual.sort()).toEqual(pages.map((page) => `docs/${version}/${page}.html`).sort());
      const names = new Set(allPages());
      expect(built.map((path) => path.slice(`docs/${version}/`.length, -'.html'.length)).sort()).toEqual(
        [...names].sort(),
      );
    }
  });

  test('ids are in upper case, as upstream prints them', () => {
    const ids = site.pages.get('docs/3/config-naps.html')?.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toEqual(expect.arrayContaining(['CONFIG-NAPS', 'GUC-NAP-AFTER', 'GUC-PATIENCE']));
  });

  test('no id stands twice on a page', () => {
    expect(checkLinks(folder).repeated).toEqual([]);
  });

  test('docs/current has the same pages; each says where it really stands', () => {
    for (const page of names.get('3') ?? []) {
      const html = site.html(`docs/current/${page}.html`);
      expect(html).toContain(`<link rel="canonical" href="http://localhost:4173/docs/3/${page}.html">`);
      expect(html.replace(/<meta name="robots"[^>]*>\n/, '')).toBe(site.html(`docs/3/${page}.html`));
    }
    const current = [...site.files].filter((path) => path.startsWith('docs/current/'));
    expect(current.filter((path) => isManualPage(join(folder, path))).length).toBe(names.get('3')?.length);
  });

  test('the sitemap lists each page of a version once, and none of docs/current', () => {
    const maps = [...site.files].filter((path) => /sitemap.*\.xml$/.test(path));
    const listed = maps.flatMap((path) =>
      [...site.html(path).matchAll(/<loc>http:\/\/localhost:4173\/([^<]*)<\/loc>/g)].map(([, at]) => at),
    );
    expect(maps).toContain('sitemap.xml');
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(['docs/3/locking.html', 'docs/2/app-hoard.html']));
    expect(listed.filter((path) => path?.startsWith('docs/current'))).toEqual([]);
    const ofManual = listed.filter((path) => /^docs\/.*\.html$/.test(path ?? ''));
    expect(ofManual.sort()).toEqual(
      manualPages()
        .map(({ path }) => path)
        .sort(),
    );
  });
});

describe('a page of the manual', () => {
  test('has exactly one article, which bears its name', () => {
    for (const { page, path } of manualPages()) {
      const articles = site.pages.get(path)?.filter(({ name }) => name === 'article');
      expect(
        articles?.map(({ attributes }) => attributes['data-page']),
        path,
      ).toEqual([page]);
      expect(article(path)).not.toMatch(/<nav\b(?![^>]*data-extra)|class="(?:sidebar|crumbs|page-status)"/);
    }
  });

  test('has a data-key on English and target of each segment, and a status on targets', () => {
    let targets = 0;
    for (const { path } of manualPages()) {
      const marked = site.pages.get(path)?.filter(({ attributes }) => attributes['data-key'] !== undefined) ?? [];
      const english = new Set(
        marked.flatMap(({ attributes }) => (attributes.lang === 'en' ? [attributes['data-key']] : [])),
      );
      for (const { name, attributes } of marked) {
        expect(attributes['data-key']).toMatch(/^[0-9a-f]{10}$/);
        if (attributes.lang === 'en') continue;
        targets++;
        // Words of a listing stand in a list that bears the language as a whole.
        if (name !== 'dd') expect(attributes.lang, path).toBe('zh-CN');
        expect(attributes['data-status'], path).toMatch(/^(?:machine|stale|translated|reviewed)$/);
        expect(english.has(attributes['data-key']), `${path} ${attributes['data-key']}`).toBe(true);
      }
    }
    expect(targets).toBeGreaterThan(200);
  });

  test('its keys are those of its catalog, and statuses are what the catalog says', () => {
    const files = [...contentsOf(join(root, 'translations/zh-CN')).keys()].filter((path) => path.endsWith('.md'));
    let checked = 0;
    for (const file of files) {
      const page = file.replace(/^.*\/|\.md$/g, '');
      const path = `docs/3/${page}.html`;
      if (!site.pages.has(path)) continue;
      const text = readFileSync(join(root, 'translations/zh-CN', file), 'utf8');
      const entries = new Map(
        parseCatalog(text, file, page).catalog.items.flatMap((item): [string, Entry][] =>
          item.type === 'entry' ? [[item.key, item]] : [],
        ),
      );
      for (const { attributes } of site.pages.get(path) ?? []) {
        const entry = attributes['data-key'] === undefined ? undefined : entries.get(attributes['data-key']);
        if (entry === undefined || attributes.lang !== 'zh-CN') continue;
        checked++;
        expect(attributes['data-status'], `${path} ${entry.key}`).toBe(entry.stale ? 'stale' : 'translated');
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  test('shows target and English, and English alone where there is no target', () => {
    const text = textOf(article('docs/3/config-naps.html'));
    expect(text).toContain('客人等待一行多久之后');
    expect(text).toContain('How long a guest waits for a row before');
    expect(article('docs/3/config-naps.html')).toMatch(/<p lang="en" data-key="\w{10}" data-status="untranslated">/);
  });

  test('without its targets and extras it has not a word of Chinese', () => {
    const chinese = /[\u4e00-\u9fff]/;
    for (const { path } of manualPages()) {
      const rest = article(path).replace(
        /<(\w+)\b[^>]*(?:lang="zh-CN"|data-extra)[^>]*>(?:(?!<\1\b)[\s\S])*?<\/\1>/g,
        '',
      );
      expect(chinese.test(textOf(rest)), path).toBe(false);
    }
  });
});

describe('links', () => {
  test('every one leads to a file and an id that are there', () => {
    expect(checkLinks(folder).broken).toEqual([]);
  });

  test('none within the site is absolute, so that it opens from a folder, too', () => {
    for (const [path, tags] of site.pages)
      for (const { name, attributes } of tags)
        if (path !== '404.html' && name !== 'link' && !isMainAddress(path, attributes.href))
          for (const link of [attributes.href, attributes.src]) expect(link ?? '', path).not.toMatch(/^\/|localhost/);
  });

  test('the list of addresses names the site’s own in full: who reads a mirror, or a copy, asks where it comes from', () => {
    const named = site.pages.get('elsewhere/index.html')?.filter(({ attributes: { href } }) => href === MAIN_ADDRESS);
    expect(named?.map(({ name }) => name)).toEqual(['a']);
  });

  test('the version switch leads to the same page of the other version, where it has one', () => {
    const switchOf = (path: string) => /<nav class="versions"[\s\S]*?<\/nav>/.exec(site.html(path))?.[0] ?? '';
    expect(switchOf('docs/3/locking.html')).toContain('href="../2/locking.html"');
    expect(switchOf('docs/2/locking.html')).toContain('href="../3/locking.html"');
  });

  test('the edit link names the catalog of the page', () => {
    const path = /example\/tinyrow-docs\/edit\/main\/([^"]*)"/.exec(site.html('docs/2/locking.html'))?.[1] ?? '';
    expect(existsSync(join(root, path))).toBe(true);
  });
});

test('nothing is fetched from another host', () => {
  for (const [path, tags] of site.pages)
    for (const { name, attributes } of tags) {
      const fetched =
        name === 'a'
          ? undefined
          : (attributes.src ?? (/^(?:canonical|alternate)$/.test(attributes.rel ?? '') ? '' : attributes.href));
      expect(fetched ?? '', path).not.toMatch(/^(?:https?:)?\/\//);
    }
});

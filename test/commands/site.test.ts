/** The built site in a browser, served and opened from its folder. Left out where there is no browser. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { browserPath, reader } from './helpers/browser.ts';
import { builtSite } from './helpers/shared.ts';

if (browserPath === undefined) console.warn('No Chromium found: the built site is not tried in a browser.');

const PAGES = [
  'index.html',
  'docs/3/index.html',
  'docs/3/tutorial-jars.html',
  'docs/3/locking-rows.html',
  'docs/3/app-trsh.html',
  'docs/3/monitoring-guests.html',
  'docs/3/functions-label.html',
  'docs/3/errcodes-appendix.html',
  'docs/3/features-supported-list.html',
  'docs/3/glossary.html',
  'docs/3/bookindex.html',
  'docs/3/release-3-1.html',
  'docs/2/locking.html',
  'docs/current/storage-layout.html',
  'blog/index.html',
  'blog/2026-05-20-release-3-1.html',
  'faq/drawer-full.html',
  '404.html',
];

describe.skipIf(browserPath === undefined)('a reader of the built site', () => {
  const site = reader(builtSite);

  const target = 'article p[lang=zh-CN] >> nth=0';
  const english = 'article p[lang=en]:not([data-status]) >> nth=0';
  const untranslated = 'article p[data-status=untranslated] >> nth=0';

  test('meets no error and no other host on any kind of page', async () => {
    await site.visit(PAGES, {}, async (page, path) => {
      expect(await page.locator('h1').count(), path).toBeGreaterThan(0);
    });
  });

  test('never scrolls a page sideways on a phone', async () => {
    await site.visit(PAGES, { viewport: { width: 360, height: 740 } }, async (page, path) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    });
  });

  test('reads all of a page without JavaScript, both languages and what is not translated', async () => {
    const page = await site.open('docs/3/config-naps.html', { javaScriptEnabled: false });
    for (const part of [target, english, untranslated]) expect(await page.isVisible(part)).toBe(true);
    const hidden = await page.locator('article [data-key]:not(.verbatim-notes *)').filter({ visible: false }).count();
    expect(hidden).toBe(0);
    await page.click('nav.page-links a[rel=next]');
    expect(page.url()).toMatch(/docs\/3\/config-files\.html$/);
    await page.click('nav.versions a:not([aria-current])');
    expect(page.url()).toMatch(/docs\/2\/config-files\.html$/);
  });

  test('chooses Chinese, both or English, and keeps the choice from page to page', async () => {
    const page = await site.open('docs/3/config-naps.html');
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([true, true]);
    await page.click('button[data-mode=target]');
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([true, false]);
    expect(await page.isVisible(untranslated)).toBe(true);
    await page.goto(`${site.url}docs/2/locking-rows.html`);
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([true, false]);
    await page.click('button[data-mode=source]');
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([false, true]);
    expect((await page.locator('article').allInnerTexts()).join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('switches to dark colours, and finds them after a reload', async () => {
    const page = await site.open('docs/3/locking.html', { colorScheme: 'light' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.click('button.theme');
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
  });

  test.each([
    ['a Chinese word', '午饭', 'locking-rows'],
    ['an English word', 'backslash', 'app-trsh'],
  ])('finds %s, and comes to its page', async (_, word, found) => {
    const page = await site.open('docs/3/index.html');
    await page.click('.search-open');
    await page.fill('dialog input', word);
    const result = page.locator(`#search-results a[href*="${found}.html"]`).first();
    await result.waitFor();
    await result.click();
    await page.waitForURL(new RegExp(`/docs/3/${found}\\.html`));
    expect((await page.locator('article').allInnerTexts()).join('').toLowerCase()).toContain(word);
  });

  test('searches the version that is being read', async () => {
    const page = await site.open('docs/2/index.html');
    await page.click('.search-open');
    await page.fill('dialog input', 'hoard');
    await page.locator('#search-results a').first().waitFor();
    const hrefs = await page
      .locator('#search-results a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.filter((href) => !href.includes('/docs/2/'))).toEqual([]);
    expect(hrefs.some((href) => href.includes('/docs/2/app-hoard.html'))).toBe(true);
  });

  test('goes by the version switch to the same page, and by a link to a place on another', async () => {
    const page = await site.open('docs/3/locking-rows.html');
    await page.click('nav.versions a:not([aria-current])');
    expect(page.url()).toBe(`${site.url}docs/2/locking-rows.html`);
    await page.goto(`${site.url}docs/3/locking-rows.html`);
    await page.click('article a[href="config-naps.html#GUC-LUNCH-TIMEOUT"] >> nth=0');
    expect(page.url()).toMatch(/#GUC-LUNCH-TIMEOUT$/);
    expect(await page.locator('#GUC-LUNCH-TIMEOUT').isVisible()).toBe(true);
  });

  test('copies the key of a paragraph, which stands in the catalog', async () => {
    const page = await site.open('docs/3/config-naps.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    const key = await page.getAttribute(target, 'data-key');
    await page.hover(target);
    await page.click('.tools .more');
    await page.click('.panel .copy');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`config-naps ${key}`);
  });

  test('opens the site from its folder: styles, links and reading modes work', async () => {
    const page = await site.open(pathToFileURL(join(site.folder, 'docs/3/config-naps.html')).href);
    await page.click('button[data-mode=target]');
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([true, false]);
    expect(await page.evaluate(() => [...document.styleSheets].length)).toBeGreaterThan(0);
    await page.click('nav.page-links a[rel=next]');
    expect(page.url()).toMatch(/^file:.*docs\/3\/config-files\.html$/);
    await page.click('a.brand');
    expect(page.url()).toMatch(/^file:.*\/index\.html$/);
  });
});

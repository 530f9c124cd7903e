/** Blog and questions in a browser: on a desk and on a phone, light and dark, without JavaScript, and from the folder. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, browserPath, type Served, serveFolder } from './helpers/browser.ts';
import { builtSite } from './helpers/shared.ts';

const PAGES = [
  'blog/index.html',
  'blog/2026-06-11-one-drawer-a-year.html',
  'blog/archive.html',
  'blog/tags/index.html',
  'blog/authors/qiu-jar.html',
  'faq/index.html',
  'faq/which-lock.html',
  'faq/tags/index.html',
];

describe.skipIf(browserPath === undefined)('a reader of blog and questions', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  /** Errors, and requests to other hosts or for what is not there. */
  let trouble: string[] = [];

  beforeAll(async () => {
    folder = await builtSite();
    served = await serveFolder(folder);
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: BROWSER_ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    const found = trouble;
    trouble = [];
    expect(found).toEqual([]);
  });

  async function open(path: string, settings: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && trouble.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.origin) && !/^(?:file|data|blob):/.test(url)) trouble.push(`${path}: asked ${url}`);
    });
    await page.goto(/^\w+:\/\//.test(path) ? path : `${served.origin}/${path}`);
    return page;
  }

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('sees every page whole, %i wide and %s, with its pictures', async (width, colorScheme) => {
    for (const path of PAGES) {
      const page = await open(path, { viewport: { width, height: 844 }, colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const pictures = page.locator('main img');
      for (let at = 0; at < (await pictures.count()); at++) {
        await pictures.nth(at).scrollIntoViewIfNeeded();
        await expect
          .poll(() => pictures.nth(at).evaluate((image: HTMLImageElement) => image.naturalWidth), { message: path })
          .toBeGreaterThan(0);
      }
      await page.context().close();
    }
  });

  const shown = (page: Page) => page.locator('.category .questions li:visible').allInnerTexts();

  test.each([
    ['served', () => 'faq/index.html'],
    ['from its folder', () => pathToFileURL(join(folder, 'faq/index.html')).href],
  ])('narrows the questions by words and tags, %s', async (_, path) => {
    const page = await open(path());
    expect(await shown(page)).toHaveLength(6);
    await page.fill('#question-filter', '锁 等待');
    expect(await shown(page)).toEqual([expect.stringContaining('两个客人互相等待')]);
    expect(await page.locator('.category:visible').count()).toBe(1);
    expect(await page.locator('.question-filter [role=status]').textContent()).toBe('共 1 个问题');
    await page.fill('#question-filter', '鲸鱼');
    expect(await shown(page)).toEqual([]);
    expect(await page.locator('.question-filter [role=status]').textContent()).toContain('没有匹配的问题');
    await page.fill('#question-filter', '');
    expect(await shown(page)).toHaveLength(6);
  });

  test('reads all of it without JavaScript, from list to post to manual to question', async () => {
    const page = await open('blog/index.html', { javaScriptEnabled: false });
    await page.click('.posts h2 a >> nth=0');
    expect(page.url()).toContain('one-drawer-a-year');
    await page.click('.outline a >> nth=0');
    expect(decodeURIComponent(page.url())).toContain('#先弄清楚为什么会满');
    await page.click('.related-manual a[href*="config-naps"]');
    expect(page.url()).toMatch(/docs\/current\/config-naps\.html/);
    await page.click('.page-questions a >> nth=0');
    expect(page.url()).toMatch(/\/faq\/[a-z-]+\.html$/);
    await page.click('.ways a');
    expect(await shown(page)).toHaveLength(6);
    expect(await page.locator('.question-filter').isVisible()).toBe(false);
  });
});

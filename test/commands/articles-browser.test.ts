/** Blog and questions in a browser: on a desk and on a phone, light and dark, without JavaScript, and from the folder. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath, reader } from './helpers/browser.ts';
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
  const site = reader(builtSite);

  test.each([1280, 390])('sees every page whole, %i wide, light and dark, with its pictures', async (width) => {
    await site.visit(PAGES, { viewport: { width, height: 844 } }, async (page, path) => {
      const pictures = page.locator('main img');
      for (let at = 0; at < (await pictures.count()); at++) {
        await pictures.nth(at).scrollIntoViewIfNeeded();
        await expect
          .poll(() => pictures.nth(at).evaluate((image: HTMLImageElement) => image.naturalWidth), { message: path })
          .toBeGreaterThan(0);
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    });
  });

  const shown = (page: Page) => page.locator('.category .questions li:visible').allInnerTexts();

  test.each([
    ['served', () => 'faq/index.html'],
    ['from its folder', () => pathToFileURL(join(site.folder, 'faq/index.html')).href],
  ])('narrows the questions by words and tags, %s', async (_, path) => {
    const page = await site.open(path());
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
    const page = await site.open('blog/index.html', { javaScriptEnabled: false });
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

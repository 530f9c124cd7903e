/** The start page and the 404 page of a built site, as people use them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath, reader } from './helpers/browser.ts';
import { builtSite } from './helpers/shared.ts';

describe.skipIf(browserPath === undefined)('a visitor', () => {
  const site = reader(builtSite);
  const hrefs = (page: Page, within: string) =>
    page.locator(`${within} a`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

  test('finds on the start page the manual, its versions, work, posts and questions; every link is there', async () => {
    const page = await site.open('index.html', { javaScriptEnabled: false });
    expect(await page.getAttribute('.hero .button', 'href')).toBe('docs/3/index.html');
    const links = await hrefs(page, '.news');
    for (const href of ['docs/2/index.html', 'work/3.html', 'blog/index.html', 'faq/index.html', 'progress/index.html'])
      expect(links).toContain(href);
    for (const href of links) expect(existsSync(join(site.folder, href)), href).toBe(true);
    expect(await page.isVisible('.find')).toBe(false);
  });

  test.each([1280, 390])(
    'can search from the start page, %i pixels wide, and nothing scrolls sideways',
    async (width) => {
      const page = await site.open('index.html', { viewport: { width, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.fill('.find input', 'row');
      await page.press('.find input', 'Enter');
      await page.waitForURL(/index\.html\?q=row$/);
    },
  );

  test('an old address of the manual leads to the page as it is now', async () => {
    const page = await site.open('docs/9.1/static/Locking-Rows.html');
    const link = page.locator('.lost a', { hasText: 'docs/current/locking-rows.html' });
    await link.click();
    expect(await page.getAttribute('article', 'data-page')).toBe('locking-rows');
  });

  test('an address that leads nowhere offers a search for its words, as text', async () => {
    const page = await site.open('docs/3/no-such%3Cimg%20src=x%3E-page.html');
    await page.locator('.lost a').first().waitFor();
    expect(await hrefs(page, '.lost')).toEqual(['/index.html?q=no%20such%3Cimg%20src%3Dx%3E%20page']);
    expect(await page.locator('.lost img').count()).toBe(0);
    expect(await page.isVisible('.ways a')).toBe(true);
  });
});

/** From a page to its like in other versions, as a reader goes there; without JavaScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, startBrowser } from './helpers/browser.ts';
import { isManualPage } from './helpers/html.ts';
import { builtSite } from './helpers/shared.ts';

let folder: string;
const path = (page: string) => join(folder, `docs/${page}.html`);
const read = (page: string) => readFileSync(path(page), 'utf8');

beforeAll(async () => {
  folder = await builtSite();
});

test('a page that only other versions have is none of the manual’s, and is found by no search', () => {
  for (const page of ['3/tutorial-floppy', 'current/tutorial-floppy', '2/locking-deadlock']) {
    const html = read(page);
    expect(isManualPage(path(page)), page).toBe(false);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('data-pagefind-body');
  }
  expect(readFileSync(join(folder, 'docs/3/sitemap.xml'), 'utf8')).not.toContain('tutorial-floppy');
});

describe.skipIf(browserPath === undefined)('a reader', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  });
  afterAll(() => browser?.close());

  const open = (name: string) => page.goto(pathToFileURL(path(name)).href);
  const choose = (version: string) => page.click(`nav.versions a:text-is("${version}")`);

  test('comes to the page of a new name', async () => {
    await open('3/app-trdump');
    await choose('2');
    expect(page.url()).toMatch(/docs\/2\/app-hoard\.html$/);
    expect(await page.getAttribute('article', 'data-page')).toBe('app-hoard');
  });

  test('is told where a page does not exist, and led back to where it does', async () => {
    await open('3/locking-deadlock');
    const link = page.locator('nav.versions a.absent');
    expect(await link.getAttribute('title')).toContain('2');
    expect(await link.evaluate((element) => getComputedStyle(element).textDecorationLine)).toContain('line-through');
    await link.click();
    expect(await page.textContent('h1')).toContain('两扇门');
    await page.click('.chips a');
    expect(page.url()).toMatch(/docs\/3\/locking-deadlock\.html$/);
  });

  test('finds a removed page from the current manual', async () => {
    await open('current/tutorial-floppy');
    await page.click('.chips a');
    expect(page.url()).toMatch(/docs\/2\/tutorial-floppy\.html$/);
    expect(await page.locator('article[data-page=tutorial-floppy]').count()).toBe(1);
  });
});

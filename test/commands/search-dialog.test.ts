/** What a reader does with the search and with the book's index, in a browser. Left out where there is none. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOf } from './helpers/axe.ts';
import { browserPath, reader } from './helpers/browser.ts';
import { builtSite } from './helpers/shared.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

describe.skipIf(browserPath === undefined)('the search of a built site', () => {
  const site = reader(builtSite);

  const options = '#search-results [role=option]';
  const hrefs = (page: Page) => page.$$eval(options, (all) => all.map((one) => (one as HTMLAnchorElement).href));

  test('an address with a question opens it; Escape takes the question away', async () => {
    const page = await site.open('?q=backslash');
    await page.waitForSelector(`${options}.section mark`);
    expect((await hrefs(page))[0]).toContain('/docs/3/app-trsh.html');
    await page.keyboard.press('Escape');
    await page.waitForFunction('!document.querySelector("dialog.search").open');
    expect(page.url()).not.toContain('q=');
  });

  test('another version is searched when it is chosen, by keyboard', async () => {
    const page = await site.open('docs/3/index.html?q=hoard');
    await page.waitForFunction('document.querySelector(".search-note").textContent.trim() !== ""');
    await page.focus('dialog.search input');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector(`${options}[href*="/docs/2/"]`);
    expect((await hrefs(page)).filter((href) => !href.includes('/docs/2/'))).toEqual([]);
    await page.focus('dialog.search input');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/2/**');
  });

  test('a part of the book narrows the answer down', async () => {
    const page = await site.open('docs/3/index.html?q=drawer');
    await page.waitForSelector(options);
    await page.waitForFunction('document.querySelectorAll("select[name=part] option").length > 3');
    const note = await page.textContent('.search-note');
    await page.selectOption('select[name=part]', { index: 2 });
    await page.waitForFunction((before) => document.querySelector('.search-note')?.textContent !== before, note);
    const count = async (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? 0);
    expect(await count(await page.textContent('.search-note'))).toBeLessThan(await count(note));
  });

  test('questions and posts are found from the manual, below its pages and alone', async () => {
    const page = await site.open('docs/3/index.html?q=drawer&part=@');
    await page.waitForSelector(`${options} mark`);
    const found = await hrefs(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((href) => /\/docs\/\d/.test(href))).toEqual([]);
  });

  test('a page that is not there searches the current version', async () => {
    const page = await site.open('404.html');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('backslash');
    await page.waitForSelector(`${options}[href*="/docs/3/app-trsh.html"]`);
  });

  test.each(SIZES)('the dialog meets no barrier at $width pixels', async (viewport) => {
    const page = await site.open('docs/3/index.html?q=drawer', { viewport });
    await page.waitForSelector(`${options} mark`);
    expect(await barriersOf(page, { within: 'dialog.search' })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });

  test('the book’s index is filtered in either language, also in a page of a folder', async () => {
    const page = await site.open(pathToFileURL(join(site.folder, 'docs/3/bookindex.html')).href);
    const entries = page.locator('.indexdiv > ul > li:visible');
    const all = await entries.count();
    const words = ((await entries.nth(1).textContent()) ?? '').split(/[\s,，]/)[0] ?? '';
    await page.fill('.index-tools input', words);
    await expect.poll(() => entries.count()).toBeLessThan(all);
    expect((await entries.first().textContent())?.toLowerCase()).toContain(words.toLowerCase());
    await page.fill('.index-tools input', 'zzzzz');
    await expect.poll(() => entries.count()).toBe(0);
    await page.press('.index-tools input', 'Escape');
    await expect.poll(() => entries.count()).toBe(all);
  });

  test('without JavaScript the index has no box, and the site no search', async () => {
    const page = await site.open('docs/3/bookindex.html', { javaScriptEnabled: false });
    expect(await page.isVisible('.index-tools')).toBe(false);
    expect(await page.isVisible('.search-open')).toBe(false);
    expect(await page.locator('.indexdiv > ul > li').count()).toBeGreaterThan(0);
  });
});

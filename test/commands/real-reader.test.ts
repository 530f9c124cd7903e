/** Real pages of every kind, in a browser: nobody meets a barrier, on a desk or a phone, in light or dark colours. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absence } from '../real-manual.ts';
import { barriersOf } from './helpers/axe.ts';
import { browserPath, type Served, serveFolder, startBrowser } from './helpers/browser.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';

/** Kinds of page: what it is, and one of them. */
const KINDS = {
  'start page': 'index.html',
  'list of posts': 'blog/index.html',
  post: 'blog/2026-05-28-isolation-levels.html',
  'list of questions': 'faq/index.html',
  question: 'faq/too-many-clients.html',
  guide: 'guide/translators.html',
  progress: 'progress/18.html',
  'what is to do': 'work/18.html',
  people: 'people/index.html',
  person: 'people/ada.html',
  'page of contents': 'docs/18/index.html',
  'SQL command': 'docs/18/sql-select.html',
  'tables of functions': 'docs/18/functions-json.html',
  'section of prose': 'docs/18/mvcc-intro.html',
  index: 'docs/18/bookindex.html',
  'release notes': 'docs/18/release-18-3.html',
  'system catalog': 'docs/18/catalog-pg-class.html',
  bibliography: 'docs/18/biblio.html',
  glossary: 'docs/18/glossary.html',
  'legal notice': 'docs/18/legalnotice.html',
  pictures: 'docs/18/gin.html',
};

describe.skipIf(!realSiteAtHand || browserPath === undefined)(`pages of the real manual${absence}`, () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    site = await serveFolder((await realPart18()).folder);
    browser = await startBrowser();
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each([1280, 390])('put no barrier up at %i px, in light and dark colours', { timeout: LONG }, async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const barriers: unknown[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      await page.emulateMedia({ colorScheme: 'light' });
      const response = await page.goto(`${site.origin}/${path}`);
      expect(response?.status(), path).toBe(200);
      // The letters of the index are all alike; with all 17,000 elements axe takes longer than for all other kinds.
      await page.$$eval('.indexdiv ~ .indexdiv ~ .indexdiv', (letters) => {
        for (const letter of letters) letter.remove();
      });
      const found = await barriersOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await barriersOf(page, { coloursOnly: true })));
      barriers.push(...found.map((barrier) => ({ kind, path, ...barrier })));
    }
    await context.close();
    expect(barriers).toEqual([]);
  });

  test('are found by Chinese words while English is read', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}/docs/18/mvcc-intro.html`);
    await page.click('button[data-mode=source]');
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.insertText('优化器');
    await page.waitForSelector('#search-results a[href$="/planner-optimizer.html"]');
    await context.close();
  });
});

/** Real pages of every kind, in a browser: nobody meets a barrier, on a desk or a phone, in light or dark colours. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absence } from '../real-manual.ts';
import { BROWSER_ARGUMENTS, browserPath, type Served, serveFolder } from './helpers/browser.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: BROWSER_ARGUMENTS });
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const appearances = [1280, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((colours) => ({ width, colours })),
  );

  test.each(appearances)('put no barrier up at $width px in $colours colours', async ({ width, colours }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: colours });
    const barriers: unknown[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      const page = await context.newPage();
      const response = await page.goto(`${site.origin}/${path}`);
      expect(response?.status(), path).toBe(200);
      // The letters of the index are all alike; with all 17,000 elements axe takes longer than for all other kinds.
      await page.$$eval('.indexdiv ~ .indexdiv ~ .indexdiv', (letters) => {
        for (const letter of letters) letter.remove();
      });
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      for (const { id, impact, nodes } of violations)
        barriers.push({ kind, path, id, impact, first: nodes[0]?.html.slice(0, 200), count: nodes.length });
      await page.close();
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

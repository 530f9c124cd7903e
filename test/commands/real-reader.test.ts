/** Real pages of every kind, in a browser: nobody meets a barrier, on a desk or a phone, in light or dark colours. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absence } from '../real-manual.ts';
import { BROWSER_ARGUMENTS, browserPath, type Served, serveFolder } from './helpers/browser.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Kinds of page: what it is, and one of them. */
const KINDS = {
  'start page': 'index.html',
  'page of contents': 'docs/18/index.html',
  'SQL command': 'docs/18/sql-select.html',
  'tables of functions': 'docs/18/functions-json.html',
  chapter: 'docs/18/mvcc.html',
  'section of prose': 'docs/18/mvcc-intro.html',
  index: 'docs/18/bookindex.html',
  'release notes': 'docs/18/release-18-3.html',
  'system catalog': 'docs/18/catalog-pg-class.html',
  bibliography: 'docs/18/biblio.html',
  glossary: 'docs/18/glossary.html',
  'legal notice': 'docs/18/legalnotice.html',
  program: 'docs/18/app-pgdump.html',
  'configuration parameters': 'docs/18/runtime-config-query.html',
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

  test.each(appearances)('put no serious barrier up at $width px in $colours colours', async ({ width, colours }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: colours });
    const barriers: unknown[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      const page = await context.newPage();
      const response = await page.goto(`${site.origin}/${path}`);
      expect(response?.status(), path).toBe(200);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          barriers.push({ kind, path, id, impact, first: nodes[0]?.html.slice(0, 200), count: nodes.length });
      await page.close();
    }
    await context.close();
    expect(barriers).toEqual([]);
  });
});

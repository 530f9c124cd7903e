/**
 * Every kind of page of the miniature site, in a browser, on a desk and on a phone, in light and dark colours: no barrier of
 * WCAG 2.2 AA, no error, no request to another host, nothing that scrolls sideways, and a heading without JavaScript.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf } from './helpers/axe.ts';
import { browserPath, startBrowser, watch } from './helpers/browser.ts';
import { listOf } from './helpers/folder.ts';
import { creditedSite } from './helpers/shared.ts';
import { type StaticHost, startStaticHost } from './helpers/static-host.ts';

const KINDS: Readonly<Record<string, string>> = {
  'start page': 'index.html',
  'not found': '404.html',
  terms: 'glossary.html',
  'contents of the manual': 'docs/3/index.html',
  'section of prose': 'docs/3/locking-rows.html',
  'reference page': 'docs/3/app-trsh.html',
  tables: 'docs/3/functions-label.html',
  glossary: 'docs/3/glossary.html',
  index: 'docs/3/bookindex.html',
  'release notes': 'docs/3/release-3-1.html',
  'list of posts': 'blog/index.html',
  post: 'blog/2026-05-20-release-3-1.html',
  'list of questions': 'faq/index.html',
  question: 'faq/drawer-full.html',
  progress: 'progress/index.html',
  'progress of a version': 'progress/3.html',
  'what is to do': 'work/index.html',
  'what is to do in a version': 'work/3.html',
  'review desk': 'desk/index.html',
  'sitting at the desk': 'desk/sql.html',
  people: 'people/index.html',
  'people of a year': 'people/2026.html',
  person: 'people/qiu-jar.html',
  'mirrors and downloads': 'elsewhere/index.html',
};

describe.skipIf(browserPath === undefined)('every kind of page', () => {
  let site: StaticHost;
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await creditedSite();
    site = await startStaticHost(folder);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** What is wrong with each kind of page, by its name. */
  async function faultsOf(settings: BrowserContextOptions, look: (page: Page) => Promise<readonly unknown[]>) {
    const context = await browser.newContext(settings);
    const faults: unknown[] = [];
    const page = await context.newPage();
    watch(page, site.origin, (fault) => faults.push([page.url(), fault]));
    for (const [kind, path] of Object.entries(KINDS)) {
      await page.goto(`${site.origin}/${path}`);
      faults.push(...(await look(page)).map((fault) => [kind, fault]));
    }
    await context.close();
    return faults;
  }

  test('of a section of the site stands in the list', () => {
    const sections = listOf(folder).flatMap((path) => /^([^/]+)\/.*\.html$/.exec(path)?.[1] ?? []);
    const listed = new Set(Object.values(KINDS).map((path) => path.split('/')[0]));
    expect([...new Set(sections)].filter((name) => !listed.has(name))).toEqual([]);
  });

  test.each([1280, 390])('puts no barrier up at %i px, in light and dark colours', async (width) => {
    const settings: BrowserContextOptions = { viewport: { width, height: 900 } };
    const faults = await faultsOf(settings, async (page) => {
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await barriersOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      return [...light, ...(await barriersOf(page, { coloursOnly: true }))];
    });
    expect(faults).toEqual([]);
  });

  test('scrolls no page sideways on a narrow phone', async () => {
    const faults = await faultsOf({ viewport: { width: 360, height: 740 } }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      return width > 360 ? [width] : [];
    });
    expect(faults).toEqual([]);
  });

  test('reads without JavaScript', async () => {
    const faults = await faultsOf({ javaScriptEnabled: false }, async (page) => {
      const isRead = (await page.locator('h1').first().isVisible()) && (await page.locator('header.site').isVisible());
      return isRead ? [] : ['no heading'];
    });
    expect(faults).toEqual([]);
  });
});

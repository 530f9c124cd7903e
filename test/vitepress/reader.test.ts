/** What a reader can do, tried in a browser. Where the machine has none, these tests are left out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexOwnPages, indexVersion } from '../../.vitepress/search/index.ts';
import { buildSite } from '../../.vitepress/site.ts';
import { barriersOf } from '../commands/helpers/axe.ts';
import { browserPath, type Served, serveFolder, startBrowser } from '../commands/helpers/browser.ts';
import { grommets, washers } from './manual-pages.ts';

describe.skipIf(browserPath === undefined)('a reader', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pgdoc-reader-'));
    const out = join(folder, 'out');
    await buildSite({
      title: 'The Grommet Manual',
      lang: 'zh-CN',
      base: '/',
      origin: 'https://manual.example',
      pages: [grommets, washers],
      work: join(folder, 'work'),
      out,
      versions: [{ name: '18', current: true }],
      words: { machine: 'MACHINE' },
      nav: [{ text: 'Manual', href: 'docs/18/grommets.html' }],
      footer: '',
    });
    await indexVersion(join(out, 'docs/18'), 'zh-CN');
    await indexOwnPages(out, 'zh-CN', new Map());
    served = await serveFolder(out);
    ({ origin } = served);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(settings: BrowserContextOptions = {}, at = `${origin}/docs/18/grommets.html`): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    await page.goto(at);
    return page;
  }

  const english = 'p[lang=en][data-key=aaaaaaaaaa]';
  const target = 'p[lang=zh-CN][data-key=aaaaaaaaaa]';
  const untranslated = 'p[data-status=untranslated]';

  test('chooses a language, and finds the choice kept on the next page', async () => {
    const page = await open();
    expect([await page.isVisible(english), await page.isVisible(target)]).toEqual([true, true]);
    await page.click('button[data-mode=target]');
    expect([await page.isVisible(english), await page.isVisible(target)]).toEqual([false, true]);
    expect(await page.isVisible(untranslated)).toBe(true);
    expect(await page.isVisible('.note .title [lang=en]')).toBe(false);
    await page.goto(`${origin}/docs/18/washers.html`);
    expect(await page.getAttribute('html', 'data-reading')).toBe('target');
    await page.click('button[data-mode=source]');
    await page.goto(`${origin}/docs/18/grommets.html`);
    expect([await page.isVisible(english), await page.isVisible(target)]).toEqual([true, false]);
    expect(await page.isVisible('.note .title [lang=zh-CN]')).toBe(false);
  });

  test('taps a paragraph for its other language, but not by following a link in it', async () => {
    const page = await open({ viewport: { width: 390, height: 800 }, hasTouch: true });
    await page.tap('button[data-mode=target]');
    await page.tap(target);
    expect(await page.isVisible(english)).toBe(true);
    await page.tap(english);
    expect(await page.isVisible(english)).toBe(false);
    await page.tap('p[lang=zh-CN] a');
    expect(await page.isVisible('p[lang=en][data-key=bbbbbbbbbb]')).toBe(false);
  });

  test('copies a paragraph’s key by keyboard alone', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.focus('.tools .more');
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^grommets [0-9a-f]{10}$/);
    expect(await page.textContent('.said')).toContain(copied);
  });

  test('copies a listing as it is shown, by mouse or by keyboard, and hears that it is done', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.locator('.listing:has(pre.screen) button');
    const seen = () => button.evaluate((one) => getComputedStyle(one).opacity);
    expect(await seen()).toBe('0');
    await page.hover('pre.screen');
    expect(await seen()).toBe('1');
    await button.click();
    const shown = "hole=> SELECT 'size',\n  7; -- <wide>\n--";
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    expect((await page.textContent('.said[role=status]'))?.trim()).toBe('Copied');

    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.mouse.move(0, 0);
    await page.getByRole('button', { name: 'Copy this listing' }).first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    expect(await page.locator('pre.synopsis').evaluate((one) => one.closest('.listing'))).toBe(null);
  });

  test('sees the copy buttons on a touch screen; a listing scrolls below its button', async () => {
    const page = await open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    const button = page.locator('.listing:has(pre.programlisting) button');
    expect(await button.evaluate((one) => getComputedStyle(one).opacity)).toBe('1');
    const before = await button.boundingBox();
    await page.$eval('pre.programlisting', (one) => one.scrollTo({ left: 200 }));
    expect(await button.boundingBox()).toEqual(before);
  });

  test('prints listings without colours or buttons', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    const colours = await page.$$eval('pre.screen, pre.screen span', (all) =>
      all.map((one) => getComputedStyle(one).color),
    );
    expect(new Set(colours).size).toBe(1);
    expect(await page.isVisible('.listing button')).toBe(false);
  });

  test('reads everything without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    expect([await page.isVisible(english), await page.isVisible(target)]).toEqual([true, true]);
    expect(await page.isVisible('.reading')).toBe(false);
    await page.click('.chapter-label');
    expect(await page.isVisible('nav.sidebar a')).toBe(true);
    await page.click('.menu summary');
    expect(await page.isVisible('.menu nav a')).toBe(true);
  });

  test('finds either language, with the section, by keyboard', async () => {
    const page = await open({}, `${origin}/docs/18/washers.html`);
    for (const words of ['垫圈孔', 'spindle']) {
      await page.keyboard.press('/');
      await page.fill('dialog input', words);
      await page.waitForSelector('#search-results [role=option]');
      expect(await page.getAttribute('#search-results [role=option]', 'href')).toMatch(/\/grommets\.html$/);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.fill('dialog input', 'spindle');
    await page.waitForSelector('#search-results .section');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/grommets.html#GROMMETS-SPINDLE');
  });

  test('of a folder is told why search is silent; the rest works', async () => {
    const page = await open({}, `file://${folder}/out/docs/18/grommets.html`);
    await page.click('button[data-mode=target]');
    expect(await page.isVisible(english)).toBe(false);
    await page.click('.search-open');
    expect(await page.textContent('.search-note')).toContain('served');
  });

  test('sees the colours chosen before the first paint', async () => {
    const page = await open({ colorScheme: 'light' });
    await page.click('button.theme');
    await page.reload({ waitUntil: 'commit' });
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  });

  test('finds a footnote’s mark in its line, also where the languages stand side by side', async () => {
    const page = await open();
    const lines = await page.$eval('p[lang=en] a.footnote', (mark) => {
      const text = mark.closest('p')?.getBoundingClientRect();
      return (text?.height ?? 0) / Number.parseFloat(getComputedStyle(mark.closest('p') ?? mark).lineHeight);
    });
    expect(Math.round(lines)).toBe(1);
  });

  test('on a phone scrolls wide tables and listings, never the page', async () => {
    const page = await open({ viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.$eval('.table-contents', (box) => box.scrollWidth > box.clientWidth)).toBe(true);
  });

  test('meets no barrier, on a desk or a phone, in light or dark colours', async () => {
    for (const path of ['docs/18/grommets.html', 'index.html', '404.html'])
      for (const width of [390, 1280]) {
        const page = await open({ colorScheme: 'light', viewport: { width, height: 800 } }, `${origin}/${path}`);
        expect(await barriersOf(page), path).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await barriersOf(page, { coloursOnly: true }), path).toEqual([]);
        await page.context().close();
      }
  });
});

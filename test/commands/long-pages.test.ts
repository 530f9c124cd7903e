/**
 * Long pages, whose sections are laid out when they come near: a reader comes to the exact place all the same, by an address, a link, the
 * history, a search; and paper has everything. Pages of the miniature manual are made long for that.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath, reader } from './helpers/browser.ts';
import { builtSite } from './helpers/shared.ts';

/** No paragraph is so high: whatever a browser guesses about a section is wrong. */
const LONG = '<style>article p { min-height: 70rem }</style></head>';
const PAGE = 'docs/3/app-trsh.html';
const LAST = '#APP-TRSH-PROMPTING';

describe.skipIf(browserPath === undefined)('a reader of a long page', () => {
  const site = reader(builtSite);

  async function open(place: string, settings: BrowserContextOptions = {}): Promise<Page> {
    const page = await site.open('docs/3/index.html', { viewport: { width: 1280, height: 700 }, ...settings });
    await page.route(/\.html$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</head>', LONG) });
    });
    await page.goto(`${site.url}${place}`);
    return page;
  }

  /** How far a place is from where it should stand: below the bar. */
  const offBy = (page: Page, place: string) =>
    page.locator(place).evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      return Math.abs(top - Number.parseFloat(getComputedStyle(element).scrollMarginTop));
    });
  const laidOut = (page: Page, place: string) =>
    page.locator(place).evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  const settled = (page: Page) => page.waitForTimeout(300);

  test('waits for no section that is far below, and sees it when it comes near', async () => {
    const page = await open(PAGE);
    expect(await laidOut(page, `${LAST} p >> nth=0`)).toBe(false);
    await page.mouse.move(600, 400);
    for (let turn = 0; turn < 40 && !(await laidOut(page, `${LAST} p >> nth=0`)); turn++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(50);
    }
    expect(await laidOut(page, `${LAST} p >> nth=0`)).toBe(true);
  });

  test.each([1280, 390])('comes to the exact place by its address, %i px wide, without a script too', async (width) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(`${PAGE}${LAST}`, { viewport: { width, height: 700 }, javaScriptEnabled });
      await settled(page);
      expect(await offBy(page, LAST)).toBeLessThan(2);
      await page.context().close();
    }
  });

  test('comes to the exact place by a link on the page, and finds the old one again', async () => {
    const page = await open(PAGE);
    await page.evaluate((place) => {
      const link = document.createElement('a');
      link.href = place;
      link.className = 'to-last';
      link.textContent = 'down';
      document.querySelector('article')?.prepend(link);
    }, LAST);
    await page.locator('.to-last').evaluate((link: HTMLElement) => link.click());
    await settled(page);
    expect(await offBy(page, LAST)).toBeLessThan(2);
    await page.goto(`${site.url}docs/3/index.html`);
    await page.goBack();
    await settled(page);
    expect(await offBy(page, LAST)).toBeLessThan(2);
  });

  /** The paragraph at the top of the window, and where it stands. */
  const readAt = (page: Page) =>
    page.evaluate(() => {
      const blocks = [...document.querySelectorAll<HTMLElement>('article p[data-status]')];
      const at = blocks.findIndex(
        (one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().bottom > 80,
      );
      return { at, top: blocks[at]?.getBoundingClientRect().top ?? Number.NaN };
    });
  const topOf = (page: Page, at: number) =>
    page
      .locator('article p[data-status]')
      .nth(at)
      .evaluate((element) => element.getBoundingClientRect().top);

  /** Some paragraphs further down, as a reader comes there. */
  async function readOn(page: Page): Promise<{ at: number; top: number }> {
    const { width } = page.viewportSize() ?? { width: 0 };
    await page.mouse.move(0.6 * width, 400);
    for (let turn = 0; turn < 60 && (await readAt(page)).at < 3; turn++) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(50);
    }
    await settled(page);
    return readAt(page);
  }

  test('comes back to where they were', async () => {
    const page = await open(PAGE);
    const { at, top } = await readOn(page);
    expect(at).toBeGreaterThan(2);
    await page.goto(`${site.url}docs/3/index.html`);
    await page.goBack();
    await settled(page);
    expect(Math.abs((await topOf(page, at)) - top)).toBeLessThan(2);
  });

  test('keeps the paragraph that is read in another mode', async () => {
    const page = await open(PAGE, { viewport: { width: 390, height: 700 } });
    const { at, top } = await readOn(page);
    expect(at).toBeGreaterThan(2);
    await page.locator('button[data-mode=target]').evaluate((button: HTMLElement) => button.click());
    await settled(page);
    expect(Math.abs((await topOf(page, at)) - top)).toBeLessThan(2);
  });

  test('finds words in a section that was not laid out, and prints it', async () => {
    const page = await open(PAGE);
    const words = (await page.locator(`${LAST} p[lang=en] >> nth=-1`).textContent())?.trim().slice(0, 30) ?? '';
    expect(words).not.toBe('');
    const seen = await page.evaluate((text) => {
      // No standard has it; every browser does.
      const isFound = (window as unknown as { find(text: string): boolean }).find(text);
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      return isFound && box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    }, words);
    expect(seen).toBe(true);
    await page.reload();
    await page.goto(`${site.url}docs/3/index.html`);
    await page.goto(`${site.url}${PAGE}`);
    expect(await laidOut(page, `${LAST} p >> nth=0`)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await laidOut(page, `${LAST} p >> nth=0`)).toBe(true);
  });
});

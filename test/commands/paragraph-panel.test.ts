/** A paragraph's panel and the keyboard, in a browser: who made it, how its English changed, where to report an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOf } from './helpers/axe.ts';
import { browserPath, reader } from './helpers/browser.ts';
import { creditedSite, creditedWorkspace } from './helpers/shared.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const stale = 'article p[data-status=stale] >> nth=0';
const target = 'article p[lang=zh-CN] >> nth=0';
const english = 'article p[lang=en]:not([data-status]) >> nth=0';

describe.skipIf(browserPath === undefined)('a reader with a question about a paragraph', () => {
  const site = reader(creditedSite);
  /** A page of the manual. */
  const open = (page: string, settings?: BrowserContextOptions) => site.open(`docs/3/${page}.html`, settings);

  async function openPanel(page: Page, paragraph: string): Promise<void> {
    await page.hover(paragraph);
    await page.click('.tools .more');
  }

  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const canCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

  test('learns the status in words, who made it and when, and comes to the records and the people', async () => {
    const page = await open('tutorial-jars');
    expect(await page.isVisible('.panel')).toBe(false);
    await openPanel(page, 'article p[data-status=reviewed] >> nth=0');
    expect((await page.textContent('.panel-head'))?.trim()).toBe('已审校');
    const facts = page.locator('.panel-facts li');
    expect(await facts.allInnerTexts()).toEqual([
      expect.stringMatching(/^翻译\s+luo-shelf\s+#7 2025-09-20$/),
      expect.stringMatching(/^审校\s+meng-lid\s+#7 2025-09-20$/),
    ]);
    const hrefs = await facts
      .nth(1)
      .locator('a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(hrefs).toEqual([`${site.url}people/meng-lid.html`, 'https://github.com/example/tinyrow-docs/pull/7']);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.panel')).toBe(false);
  });

  test('sees how the English has changed, edits at the line of the entry, reports with page and key filled in', async () => {
    const page = await open('config-naps', canCopy);
    await openPanel(page, stale);
    expect(await page.locator('.panel del').count()).toBeGreaterThan(0);
    const key = (await page.getAttribute(stale, 'data-key')) as string;
    const edit = new URL((await page.getAttribute('.panel .edit', 'href')) as string);
    expect(edit.href).toContain(
      'https://github.com/example/tinyrow-docs/edit/main/translations/zh-CN/admin/config-naps.md#L',
    );
    const catalog = readFileSync(
      join(await creditedWorkspace(), 'translations/zh-CN/admin/config-naps.md'),
      'utf8',
    ).split('\n');
    expect(catalog[Number(edit.hash.slice(2))]).toContain(`@${key}`);
    for (const form of ['error', 'suggestion']) {
      const href = (await page.getAttribute(`[data-form=${form}] [data-way=github]`, 'href')) as string;
      const { pathname, searchParams } = new URL(href);
      expect(pathname).toBe('/example/tinyrow-docs/issues/new');
      expect(Object.fromEntries(searchParams)).toMatchObject({ template: `${form}.yml`, page: 'config-naps', key });
      expect(href.length).toBeLessThan(8100);
    }
    const mail = new URL((await page.getAttribute('[data-form=error] [data-way=mail]', 'href')) as string);
    expect(mail.pathname).toBe('docs@tinyrow.example');
    expect(mail.searchParams.get('subject')).toContain(`config-naps ${key}`);
    await page.click('[data-form=suggestion] .text');
    const text = await copied(page);
    for (const part of [
      `docs/3/config-naps.html#p-${key}`,
      `config-naps ${key}`,
      '多少秒没有客人',
      'After how many idle',
    ])
      expect(text).toContain(part);
    expect(mail.searchParams.get('body')).toContain(text);
  });

  test('gives somebody a link to the paragraph, who sees it marked; from a folder too', async () => {
    const page = await open('history', canCopy);
    await openPanel(page, 'article p[lang=zh-CN] >> nth=-1');
    await page.click('.panel .link');
    const link = await copied(page);
    expect(link).toMatch(/history\.html#p-[0-9a-f]{10}$/);
    for (const address of [
      link,
      `${pathToFileURL(join(site.folder, 'docs/3/history.html')).href}${new URL(link).hash}`,
    ]) {
      const other = await site.open(address, { viewport: { width: 390, height: 500 } });
      const marked = other.locator('article .linked >> nth=0');
      await marked.waitFor();
      const box = await marked.boundingBox();
      expect(box && box.y >= 0 && box.y < 500).toBe(true);
    }
  });

  test('reaches all of it on a phone, in every mode, without losing the place', async () => {
    const page = await open('config-naps', PHONE);
    for (const mode of ['both', 'target']) {
      await page.tap(`button[data-mode=${mode}]`);
      const before = await page.locator(stale).boundingBox();
      await page.tap(stale);
      expect(await page.locator(stale).boundingBox()).toEqual(before);
      await page.tap('.tools .more');
      const sheet = await page.locator('.panel').boundingBox();
      expect(sheet && Math.round(sheet.y + sheet.height)).toBe(844);
      expect(sheet && sheet.x === 0 && sheet.width === 390 && sheet.y > 200).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.tap('.panel .close');
    }
    expect(await page.isVisible('.panel')).toBe(false);
  });

  test('goes through paragraphs, modes and pages by single keys, and by none after switching them off', async () => {
    const page = await open('config-naps');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key ?? '');
    const second = await focused();
    expect(second).toMatch(/^[0-9a-f]{10}$/);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(second);
    await page.keyboard.press('i');
    expect(await page.isVisible('.panel')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(second);
    const mode = () => page.getAttribute('html', 'data-reading');
    await page.keyboard.press('m');
    expect(await mode()).toBe('source');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('Alt+n');
    expect([await mode(), page.url()]).toEqual(['source', expect.stringContaining('config-naps')]);
    await page.keyboard.press('/');
    await page.keyboard.type('mnp?');
    // Without what searches, which may still be on its way, the first one empties the field.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(600);
    expect([await mode(), new URL(page.url()).search]).toEqual(['source', '']);
    await page.keyboard.press('?');
    await page.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    for (const key of ['m', 'n', '?', '/']) await page.keyboard.press(key);
    expect([await mode(), await page.isVisible('dialog[open]')]).toEqual(['source', false]);
    await page.reload();
    await page.keyboard.press('n');
    expect(page.url()).toContain('config-naps');
    await page.click('.keys-open');
    await page.getByRole('checkbox').check();
    await page.keyboard.press('Escape');
    await Promise.all([page.waitForURL(/config-files/), page.keyboard.press('n')]);
    await Promise.all([page.waitForURL(/config-naps/), page.keyboard.press('p')]);
  });

  test('sets both languages under each other, and finds them so on the next page', async () => {
    const page = await open('history');
    const isBeside = async () => {
      const [left, right] = [await page.locator(target).boundingBox(), await page.locator(english).boundingBox()];
      return Number(right?.x) > Number(left?.x) + Number(left?.width) - 1;
    };
    expect(await isBeside()).toBe(true);
    await page.click('button.pairs');
    expect(await isBeside()).toBe(false);
    await page.goto(`${site.url}docs/3/config-naps.html`);
    expect([await isBeside(), await page.getAttribute('button.pairs', 'aria-pressed')]).toEqual([false, 'false']);
    await page.click('button.pairs');
    expect(await isBeside()).toBe(true);
    await page.click('button[data-mode=target]');
    expect(await page.isVisible('button.pairs')).toBe(false);
  });

  test('reads people and changes without JavaScript, and meets nothing dead', async () => {
    const page = await open('config-naps', { javaScriptEnabled: false });
    for (const dead of ['.tools', '.panel', '.pairs', '.keys-open', 'dialog', '.reading'])
      expect(await page.locator(dead).filter({ visible: true }).count(), dead).toBe(0);
    expect(await page.isVisible('.page-people a')).toBe(true);
    await page.click('.changes summary >> nth=1');
    expect(await page.locator('.changes ins').filter({ visible: true }).allInnerTexts()).toEqual(['before']);
    const plain = await site.open('docs/3/config-naps.html#p-c745a1eef9', { javaScriptEnabled: false });
    expect(await plain.isVisible('h1')).toBe(true);
  });

  test('bears no mark where all is as it should be', async () => {
    const page = await open('tutorial-jars');
    const marks = (status: string) =>
      page.$$eval(`article p[data-status=${status}]`, (all) =>
        all.map((one) => ['::before', '::after'].map((part) => getComputedStyle(one, part).content)),
      );
    expect(new Set((await marks('reviewed')).flat())).toEqual(new Set(['none']));
    expect((await marks('stale')).flat()).not.toContain('none');
    await page.goto(`${site.url}docs/3/sql-forget.html`);
    expect(new Set((await marks('translated')).flat())).toEqual(new Set(['none']));
  });

  test('prints the mode that is on, and none of what is for the screen', async () => {
    const page = await open('config-naps');
    await openPanel(page, stale);
    await page.click('button[data-mode=target]');
    await page.emulateMedia({ media: 'print' });
    for (const chrome of ['header', 'nav', '.panel', '.tools', '.changes', '.edit'])
      expect(await page.locator(chrome).filter({ visible: true }).count(), chrome).toBe(0);
    expect([await page.isVisible(target), await page.isVisible(english)]).toEqual([true, false]);
    expect(await page.isVisible('.page-people')).toBe(true);
  });

  test('meets no barrier in the panel and the list of keys, in light and dark colours', async () => {
    const page = await open('config-naps', { colorScheme: 'light' });
    const barriers = async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await barriersOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      return [...light, ...(await barriersOf(page, { coloursOnly: true }))];
    };
    await page.click('.changes summary >> nth=0');
    await openPanel(page, stale);
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await barriers()).toEqual([]);
  });
});

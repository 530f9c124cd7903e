/** What a report of a paragraph brings along, in a browser: its wording as the catalog has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath, reader } from './helpers/browser.ts';
import { creditedSite, creditedWorkspace } from './helpers/shared.ts';

const untranslated = 'article p[data-status=untranslated] >> nth=0';

describe.skipIf(browserPath === undefined)('a reader who reports a paragraph', () => {
  const site = reader(creditedSite);

  async function openPanel(page: Page, paragraph: string): Promise<void> {
    await page.hover(paragraph);
    await page.click('.tools .more');
  }

  test('suggests or reports with the wording as the catalog has it, and without it where it is too long', async () => {
    const page = await site.open('docs/3/config-naps.html');
    const field = async (form: string, name: string) => {
      const href = (await page.getAttribute(`[data-form=${form}] [data-way=github]`, 'href')) as string;
      return new URL(href).searchParams.get(name);
    };
    const catalog = readFileSync(join(await creditedWorkspace(), 'translations/zh-CN/admin/config-naps.md'), 'utf8');
    const withCode = 'article p[lang=zh-CN]:has(code) >> nth=0';
    await openPanel(page, withCode);
    const key = (await page.getAttribute(withCode, 'data-key')) as string;
    const wording = new RegExp(`<!-- @${key}[^]*?-->\n(.+)\n`).exec(catalog)?.[1] as string;
    expect(wording).toContain('`');
    expect(await field('suggestion', 'wording')).toBe(wording);
    expect(await field('error', 'problem')).toBe(`> ${wording}\n\n`);
    await page.keyboard.press('Escape');
    await page.locator(withCode).evaluate((block) => block.append('很长。'.repeat(500)));
    await openPanel(page, withCode);
    expect([await field('suggestion', 'wording'), await field('error', 'problem')]).toEqual([null, null]);
    await page.keyboard.press('Escape');
    await openPanel(page, untranslated);
    expect([await field('suggestion', 'wording'), await field('suggestion', 'page')]).toEqual([null, 'config-naps']);
  });
});

/** A version as an archive: unpacked into a folder with any name and opened from there, in a browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { assemble } from '../../tools/commands/assemble.ts';
import { build } from '../../tools/commands/build.ts';
import { browserPath, startBrowser, watch } from './helpers/browser.ts';
import { digestOf, listOf, temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

const folder = temporary();
const root = join(folder, 'workspace');
const site = join(folder, 'site');
const archive = (version: string) => join(site, `downloads/manual-${version}.zip`);
const made = (out: string, versions?: readonly string[]) =>
  build(record(root), { out, versions, search: false, zip: true, toolRoot });

async function unpack(file: string, into: string): Promise<void> {
  const zip = await fromBufferPromise(readFileSync(file), {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  });
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    const path = join(into, entry.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.concat(pieces));
  }
}

describe('archives of versions', () => {
  beforeAll(async () => {
    await copyWorkspace(root);
    await made(site);
  }, 300_000);

  test('are the same bytes in parts that are joined', async () => {
    const parts = await Promise.all(
      ['3', '2'].map(async (version) => {
        const out = join(folder, `part-${version}`);
        await made(out, [version]);
        return out;
      }),
    );
    await assemble(record(root), { parts, out: join(folder, 'joined') });
    expect(digestOf(join(folder, 'joined'))).toEqual(digestOf(site));
  }, 300_000);

  test('hold a version and nothing of the others, under one folder', async () => {
    const into = join(folder, 'unpacked');
    await unpack(archive('3'), into);
    const files = listOf(into);
    expect(files).toContain('manual-3/index.html');
    expect(files).toContain('manual-3/docs/3/locking.html');
    expect(files.filter((path) => !/^manual-3\/(index\.html|docs\/3\/[^/]+\.html|assets\/[^/]+)$/.test(path))).toEqual(
      [],
    );
  });

  test('of a version that nothing has touched is kept', async () => {
    const before = [archive('2'), archive('3')].map((path) => readFileSync(path));
    editFile(join(root, 'docs/index.md'), (text) => `${text}\nOne more sentence.\n`);
    await made(site);
    expect([archive('2'), archive('3')].map((path) => readFileSync(path))).toEqual(before);
  }, 300_000);

  test.skipIf(browserPath === undefined)(
    'open by double click from a folder, with links, modes and theme',
    async () => {
      const into = join(folder, '手册 离线');
      await unpack(archive('3'), into);
      const browser = await startBrowser();
      const trouble: string[] = [];
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        watch(page, 'file:', (fault) => trouble.push(fault));
        await page.goto(pathToFileURL(join(into, 'manual-3/index.html')).href);
        await page.waitForURL(/docs\/3\/index\.html$/);
        await page.locator('article a[href="locking.html"]').first().click();
        await page.waitForURL(/locking\.html$/);
        expect(await page.locator('article[data-page="locking"]').count()).toBe(1);
        const style = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
        expect(style).not.toMatch(/^("?Times|serif)/);
        const broken = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
            .map((link) => link.href)
            .filter((href) => href.startsWith('file:') && !href.includes('/manual-3/')),
        );
        expect(broken).toEqual([]);
        const paragraph = 'article p[data-key] >> nth=0';
        await page.hover(paragraph);
        await page.click('.tools .more');
        expect(await page.isVisible('.panel .link')).toBe(true);
        await page.goto(pathToFileURL(join(into, 'manual-3/docs/3/bookindex.html')).href);
        const entries = page.locator('.indexdiv > ul > li').filter({ visible: true });
        const all = await entries.count();
        await page.fill(
          '.index-tools input',
          /[a-z]{4,}/i.exec((await entries.first().textContent()) ?? '')?.[0] ?? '',
        );
        await expect.poll(() => entries.count()).toBeLessThan(all);
        expect(await entries.count()).toBeGreaterThan(0);
        await page.evaluate(() => localStorage.setItem('pgdoc-reading', 'source'));
        await page.evaluate(() => localStorage.setItem('pgdoc-theme', 'dark'));
        await page.reload();
        expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
          reading: 'source',
          theme: 'dark',
        });
        expect(trouble).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});

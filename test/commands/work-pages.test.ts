/**
 * What is to do, the review desk and progress, of a workspace in git: in a browser, without scripts, on a phone, from a
 * folder; and the same bytes whichever version was built.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { parseCommands } from '../../tools/review/command.ts';
import { barriersOf } from './helpers/axe.ts';
import { browserPath, reader } from './helpers/browser.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { copyWorkspace, toolRoot } from './helpers/shared.ts';

const root = join(temporary(), 'workspace');
const sites = temporary();
const own = /^(?:work|desk|progress|badges)\//;
const PAGES = [
  'work/index.html',
  'work/3.html',
  'work/2.html',
  'desk/index.html',
  'progress/index.html',
  'progress/3.html',
];

function git(...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  return execFileSync('git', [...who, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

const site = (name: string) => join(sites, name);
const read = (path: string) => readFileSync(join(site('all'), path), 'utf8');

beforeAll(async () => {
  await copyWorkspace(root);
  writeFileSync(join(root, '.gitignore'), '.cache/\n');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'all');
  const pulls = { pulls: [{ number: 12, title: 'Locks <b>', pages: ['locking', 'locking-rows', 'functions'] }] };
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache/pull-requests.json'), JSON.stringify(pulls));
  await build(record(root), { out: site('all'), versions: undefined, search: false, toolRoot });
});

test('a part of the site has the same pages of work and progress as the whole', async () => {
  await build(record(root), { out: site('part'), versions: ['2'], search: false, toolRoot });
  const [all, part] = ['all', 'part'].map((name) => digestOf(site(name)).filter((line) => own.test(line)));
  expect(part).toEqual(all);
  expect(all?.length).toBeGreaterThan(12);
});

test('the site names its pull requests, its commit, and the trend that it has', () => {
  expect(read('work/3.html')).toContain(
    'href="https://github.com/example/tinyrow-docs/pull/12" title="Locks &lt;b&gt;"',
  );
  const progress = JSON.parse(read('progress/progress.json'));
  expect(progress.trend).toHaveLength(1);
  expect(progress.trend[0].commit).toBe(git('rev-parse', 'HEAD'));
  const version = JSON.parse(read('progress/3.json'));
  const words = version.pages.filter(({ releaseNotes }: { releaseNotes: boolean }) => !releaseNotes);
  expect(words.reduce((sum: number, page: { words: { total: number } }) => sum + page.words.total, 0)).toBe(
    version.words.total,
  );
});

describe.skipIf(browserPath === undefined)('in a browser', () => {
  const reading = reader(async () => site('all'));
  const open = (path: string, settings?: BrowserContextOptions) =>
    reading.open(pathToFileURL(join(reading.folder, path)).href, settings);

  /** A folder in which several pages wait. */
  async function openDesk(settings: BrowserContextOptions = {}): Promise<Page> {
    const page = await open('work/index.html', settings);
    await page.click('a[href^="../desk/"] >> nth=1');
    return page;
  }

  test('a reviewer ticks paragraphs by keyboard, and the comment approves those and no others', async () => {
    const page = await openDesk();
    const pairs = page.locator('.pair');
    const keys = await pairs.evaluateAll((all) => all.map((pair) => (pair as HTMLElement).dataset.key ?? ''));
    expect(await page.inputValue('textarea')).toBe('');
    expect(await page.isDisabled('.copy-comment')).toBe(true);
    await page.keyboard.press('x');
    expect(await page.inputValue('textarea')).toBe('');
    await pairs.nth(0).locator('input').focus();
    for (const key of ['x', 'j', 'j', 'x', 'k', 'x', 'x']) await page.keyboard.press(key);
    const commands = parseCommands(await page.inputValue('textarea'));
    expect(commands.flatMap((command) => (command.type === 'reviewed' ? command.keys : 'wrong'))).toEqual([
      keys[0],
      keys[2],
    ]);
    const commit = git('rev-parse', 'HEAD').slice(0, 12);
    expect(commands.every((command) => command.type === 'reviewed' && command.at === commit)).toBe(true);
    expect(await page.textContent('.tally span')).toContain(`2 / ${keys.length}`);
    await page.reload();
    expect(await page.locator('.pair input:checked').count()).toBe(2);
    expect(parseCommands(await page.inputValue('textarea'))).toEqual(commands);
  });

  test('a page is ticked as a whole, and unticked', async () => {
    const page = await openDesk();
    await page.locator('.sheet').first().locator('.all').click();
    const [first] = parseCommands(await page.inputValue('textarea'));
    const shown = await page.locator('.sheet').first().locator('.pair').count();
    expect(first?.type === 'reviewed' && first.keys?.length).toBe(shown);
    await page.locator('.sheet').first().locator('.all').click();
    expect(await page.inputValue('textarea')).toBe('');
  });

  test('without scripts all can be read, and the comment is that of all', async () => {
    const page = await openDesk({ javaScriptEnabled: false });
    expect(await page.locator('.pair input').first().isVisible()).toBe(false);
    const keys = await page
      .locator('.pair')
      .evaluateAll((all) => all.map((pair) => (pair as HTMLElement).dataset.key ?? ''));
    const commands = parseCommands(await page.inputValue('textarea'));
    expect(commands.flatMap((command) => (command.type === 'reviewed' ? (command.keys ?? []) : 'wrong'))).toEqual(keys);
    await page.goto(pathToFileURL(join(site('all'), 'work/3.html')).href);
    await page.locator('summary').nth(1).click();
    expect(await page.locator('details[open] .actions a').first().isVisible()).toBe(true);
  });

  test('no page scrolls sideways on a phone, and each link of the desk leads to a page that is there', async () => {
    for (const path of PAGES) {
      const page = await open(path, { viewport: { width: 390, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
      await page.context().close();
    }
    const page = await openDesk({ viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const links = await page
      .locator('.desk a[href^="../"]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) expect(existsSync(new URL(link.replace(/#.*/, ''))), link).toBe(true);
  });

  test('WCAG 2.2 AA holds, in light and dark colours', async () => {
    for (const path of [...PAGES, 'desk']) {
      const page = path === 'desk' ? await openDesk() : await open(path);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await barriersOf(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await barriersOf(page, { coloursOnly: true }), path).toEqual([]);
      await page.context().close();
    }
  });
});

/**
 * How long a reader waits for an answer of the search and how much is fetched for it, in Chromium, on a built site of
 * the real manual that is served without compression.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, browserPath, type Served, serveFolder } from '../commands/helpers/browser.ts';

/** What readers look for, each with the pages that a reader would be content to find first. */
export const QUESTIONS: Readonly<Record<string, RegExp>> = {
  优化器:
    /^(?:planner-optimizer|overview|query-path|planner-stats|using-explain|runtime-config-query|geqo|geqo-\w+)\.html/,
  可串行化: /^(?:transaction-iso|mvcc|mvcc-\w+|applevel-consistency|sql-set-transaction)\.html/,
  'VACUUM FULL': /^(?:sql-vacuum|routine-vacuuming)\.html/,
  pg_dump: /^app-pgdump\.html/,
  max_connections: /^runtime-config-connection\.html/,
};

export interface SearchMeasured {
  readonly query: string;
  /** `cold`: the dialog has only just been opened, and the browser has nothing in its cache. `warm`: it stood ready. */
  readonly dialog: 'cold' | 'warm';
  /** Milliseconds from the last keystroke until the answer’s pages are shown, before their text has come. */
  readonly ms: number;
  /** Thousands of bytes fetched, headers left out, from the first keystroke on; with a cold dialog, from its opening. */
  readonly kB: number;
  /** Place of the first page that was expected, from 1; 0 when the first answer has none. */
  readonly rank: number;
  /** Pages of the first answer, best first. */
  readonly pages: readonly string[];
  /** Addresses asked on other hosts. */
  readonly strangers: readonly string[];
}

/** Milliseconds between keystrokes of a fast typist. */
const KEYSTROKE = 90;

/**
 * Asks every question of `QUESTIONS` in a browser of its own, once with a cold and once with a warm dialog.
 *
 * @param siteDir a built site of one version or more
 * @throws when there is no Chromium on this machine, or a question gets no answer
 */
export async function measureSearch(siteDir: string, version = '18'): Promise<SearchMeasured[]> {
  if (browserPath === undefined) throw new Error('There is no Chromium on this machine');
  const site = await serveFolder(siteDir);
  const browser = await chromium.launch({ executablePath: browserPath, args: BROWSER_ARGUMENTS });
  try {
    const measured: SearchMeasured[] = [];
    for (const dialog of ['cold', 'warm'] as const)
      for (const query of Object.keys(QUESTIONS)) measured.push(await ask(browser, site, { query, dialog, version }));
    return measured;
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Question extends Pick<SearchMeasured, 'query' | 'dialog'> {
  readonly version: string;
}

async function ask(browser: Browser, site: Served, { query, dialog, version }: Question): Promise<SearchMeasured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const strangers = watchStrangers(context, site.origin);
    const page = await context.newPage();
    await page.goto(`${site.origin}/docs/${version}/index.html`, { waitUntil: 'networkidle' });
    await page.evaluate(stopwatch);
    let before = site.sent();
    await page.keyboard.press('/');
    if (dialog === 'warm') {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(700);
      before = site.sent();
    }
    // Chinese comes from an input method as whole words, which `type` gives as one event a character.
    if (/^[ -~]+$/.test(query)) await page.keyboard.type(query, { delay: KEYSTROKE });
    else await page.keyboard.insertText(query);
    const ms = await page.evaluate<number>('window.answered');
    const kB = (site.sent() - before) / 1000;
    const pages = await page.$$eval('#search-results [role=option]:not(.section)', (found) =>
      found.map((option) => option.getAttribute('href')?.replace(/^.*\//, '') ?? ''),
    );
    const rank = pages.findIndex((found) => QUESTIONS[query]?.test(found)) + 1;
    return { query, dialog, ms, kB, rank, pages, strangers };
  } finally {
    await context.close();
  }
}

/** Addresses that the browser asks elsewhere, workers included. */
function watchStrangers(context: BrowserContext, origin: string): string[] {
  const strangers: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`))
      strangers.push(request.url());
  });
  return strangers;
}

/**
 * Runs in the page: `answered` becomes the time from the last keystroke to the frame that shows the pages of its
 * answer, once nothing has changed for a while; their text may come later.
 */
const stopwatch = `{
  let typed = 0;
  let settled = 0;
  let shown = [];
  const pages = () => [...document.querySelectorAll('#search-results [role=option]:not(.section)')]
    .slice(0, 3).map((option) => option.getAttribute('href')).join();
  window.answered = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), 60000);
    document.addEventListener('input', () => { typed = performance.now(); shown = []; clearTimeout(settled); }, true);
    new MutationObserver(() => requestAnimationFrame(() => {
      shown.push({ pages: pages(), at: performance.now() });
      clearTimeout(settled);
      settled = setTimeout(() => {
        const answer = pages();
        if (answer !== '') resolve(shown.find((one) => one.pages === answer).at - typed);
      }, 1500);
    })).observe(document.querySelector('#search-results'), { childList: true });
  });
  undefined;
}`;

/**
 * How long a reader waits for an answer of the search and how much is fetched for it, in Chromium, on a built site of
 * the real manual that is served without compression.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, browserPath, type Served, serveFolder } from '../commands/helpers/browser.ts';
import { CHINESE_QUERIES, ENGLISH_QUERIES, type Query } from '../search/queries.ts';

/** What readers look for, each with the pages that a reader would be content to find first. */
export const QUESTIONS: readonly Query[] = [...CHINESE_QUERIES, ...ENGLISH_QUERIES];

/** Asked also in a dialog that was only just opened. */
const COLD = ['分区表', '死锁', 'pg_hba.conf 配置', 'pg_dump', 'max_connections'];

export interface SearchMeasured {
  readonly query: string;
  /** `cold`: the dialog has only just been opened, and the browser has nothing in its cache. `warm`: it stood ready. */
  readonly dialog: 'cold' | 'warm';
  /** Milliseconds from the last keystroke until the answer’s pages are named, before their text has come. */
  readonly ms: number;
  /** Milliseconds until their passages are shown too, and what of the site's own pages answers. */
  readonly passagesMs: number;
  /** Thousands of bytes fetched until then, headers left out, from the first keystroke on; with a cold dialog, from its opening. */
  readonly kB: number;
  /** Place of the first page that was expected, from 1; 0 when the first answer has none. */
  readonly rank: number;
  /** Pages of the manual in the first answer, best first. */
  readonly pages: readonly string[];
  /** Addresses asked on other hosts. */
  readonly strangers: readonly string[];
}

/** Milliseconds between keystrokes of a fast typist. */
const KEYSTROKE = 90;

/**
 * Asks every question of `QUESTIONS` in a browser of its own, with a warm dialog, and some with a cold one.
 *
 * @param siteDir a built site of one version or more
 * @param typing `letters`: English as somebody types it. `whole`: put in at once, which costs the same on a machine of any speed; a slow
 *   one makes slow typists, who pay for words half typed
 * @throws when there is no Chromium on this machine, or a question gets no answer
 */
export async function measureSearch(
  siteDir: string,
  { typing = 'letters', version = '18' }: { readonly typing?: 'letters' | 'whole'; readonly version?: string } = {},
): Promise<SearchMeasured[]> {
  if (browserPath === undefined) throw new Error('There is no Chromium on this machine');
  const site = await serveFolder(siteDir);
  const browser = await chromium.launch({ executablePath: browserPath, args: BROWSER_ARGUMENTS });
  try {
    const measured: SearchMeasured[] = [];
    for (const { query, wants } of QUESTIONS)
      for (const dialog of ['cold', 'warm'] as const)
        if (dialog === 'warm' || COLD.includes(query))
          measured.push(await ask(browser, site, { query, wants, dialog, typing, version }));
    return measured;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What the questions cost in a dialog that stood ready, one row a column of `SearchMeasured`. */
export function summary(
  measured: readonly SearchMeasured[],
): (readonly [what: string, median: number, worst: number])[] {
  const warm = measured.filter(({ dialog }) => dialog === 'warm');
  return (['ms', 'passagesMs', 'kB'] as const).map((what) => {
    const sorted = warm.map((one) => Math.round(one[what])).sort((a, b) => a - b);
    return [what, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  });
}

interface Question extends Query, Pick<SearchMeasured, 'dialog'> {
  readonly typing: 'letters' | 'whole';
  readonly version: string;
}

async function ask(
  browser: Browser,
  site: Served,
  { query, wants, dialog, typing, version }: Question,
): Promise<SearchMeasured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const strangers = watchStrangers(context, site.origin);
    const page = await context.newPage();
    await page.goto(`${site.origin}/docs/${version}/index.html`, { waitUntil: 'networkidle' });
    await page.evaluate(stopwatch);
    let before = site.sent();
    await page.keyboard.press('/');
    if (dialog === 'warm') {
      // The parts of the book are offered once the bundle is there.
      await page.waitForFunction('document.querySelectorAll("dialog select[name=part] option").length > 2');
      await page.waitForLoadState('networkidle');
      before = site.sent();
    }
    // Chinese comes from an input method as whole words, which `type` gives as one event a character.
    if (typing === 'letters' && /^[ -~]+$/.test(query)) await page.keyboard.type(query, { delay: KEYSTROKE });
    else await page.keyboard.insertText(query);
    const { named, shown } = await page.evaluate<{ named: number; shown: number }>('window.answered');
    const kB = (site.sent() - before) / 1000;
    const pages = await page.$$eval('#search-results > [role=option]:not(.section)', (found) =>
      found.map((option) => option.getAttribute('href')?.replace(/^.*\/|\.html.*$/g, '') ?? ''),
    );
    const rank = pages.findIndex((found) => wants.includes(found)) + 1;
    return { query, dialog, ms: named, passagesMs: shown, kB, rank, pages, strangers };
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
 * Runs in the page: `answered` becomes the times from the last keystroke to the frame that names the pages of its answer, and
 * to the last one that changed anything, once nothing has changed for a while.
 */
const stopwatch = `{
  let typed = 0;
  let settled = 0;
  let shown = [];
  const pages = () => [...document.querySelectorAll('#search-results > [role=option]:not(.section)')]
    .slice(0, 3).map((option) => option.getAttribute('href')).join();
  window.answered = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), 60000);
    document.addEventListener('input', () => { typed = performance.now(); shown = []; clearTimeout(settled); }, true);
    new MutationObserver(() => requestAnimationFrame(() => {
      shown.push({ pages: pages(), at: performance.now() });
      clearTimeout(settled);
      settled = setTimeout(() => {
        const answer = pages();
        if (answer === '') return;
        resolve({ named: shown.find((one) => one.pages === answer).at - typed, shown: shown.at(-1).at - typed });
      }, 2000);
    })).observe(document.querySelector('#search-results'), { childList: true });
  });
  undefined;
}`;

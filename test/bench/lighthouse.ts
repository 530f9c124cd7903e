/**
 * `npm run lighthouse -- SITE [PATH…]`: what Lighthouse thinks of pages of a built site, on a phone with a slow line. Prints a
 * row of scores a page and what is amiss with each; ends with 1 if one is below 95.
 *
 * Lighthouse makes a phone of this machine by calling it four times slower, whatever it is. `phone` says which one that was, in
 * Lighthouse's own measure of a processor: Chrome calls 264 a low-tier phone and 1000 a mid-tier one. Below 264, a score says less of
 * the page than of the machine, or of what else it had to do.
 */
import { createServer } from 'node:net';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { table } from '../../tools/commands/table.ts';
import { BROWSER_ARGUMENTS, browserPath } from '../commands/helpers/browser.ts';
import { startStaticHost } from '../commands/helpers/static-host.ts';

const PATHS = [
  'index.html',
  'docs/18/sql-select.html',
  'docs/18/bookindex.html',
  'blog/2026-05-28-isolation-levels.html',
  'faq/too-many-clients.html',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const ENOUGH = 95;

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined || browserPath === undefined)
  throw new Error('npm run lighthouse -- SITE [PATH…], and a Chromium on this machine, expected');

const site = await startStaticHost(folder);
const port = await freePort();
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${port}`],
});
const rows: string[][] = [];
const amiss: string[] = [];
try {
  for (const path of wanted.length > 0 ? wanted : PATHS) {
    const result = await lighthouse(`${site.origin}/${path}`, { port, logLevel: 'error', onlyCategories: CATEGORIES });
    if (!result) throw new Error(`${path}: Lighthouse says nothing`);
    const scores = CATEGORIES.map((category) => result.lhr.categories[category]?.score ?? null);
    rows.push([path, ...scores.map(shownScore), ...timesOf(result.lhr), phoneOf(result.lhr)]);
    if (scores.some((score) => score === null || 100 * score < ENOUGH)) process.exitCode = 1;
    amiss.push(...findingsOf(result.lhr).map((finding) => `${path}: ${finding}`));
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(table(['page', ...CATEGORIES, 'FCP', 'LCP', 'TBT', 'CLS', 'phone'], rows, 1));
console.log(`\n${amiss.join('\n')}`);

function timesOf({ audits }: Result): string[] {
  const names = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  return names.map((name) => audits[name]?.displayValue ?? '');
}

function phoneOf({ environment, configSettings }: Result): string {
  return String(Math.round(environment.benchmarkIndex / configSettings.throttling.cpuSlowdownMultiplier));
}

/** `?` of a category of which an audit came to no end, as on a machine that has more to do. */
function shownScore(score: number | null): string {
  return score === null ? '?' : String(Math.round(score * 100));
}

/** Audits that count and did not pass, with the first place where. */
function findingsOf({ audits, categories }: Result): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return [...new Set(counted.map(({ id }) => id))].flatMap((id) => {
    const audit = audits[id];
    if (audit?.scoreDisplayMode === 'error') return [`${id}: ${audit.errorMessage}`];
    if (!audit || audit.score === null || audit.score >= 0.9) return [];
    const details = audit.details as { items?: readonly object[] } | undefined;
    const first = details?.items?.[0] === undefined ? '' : ` ${JSON.stringify(details.items[0]).slice(0, 300)}`;
    return [`${id} ${audit.score} ${audit.displayValue ?? audit.title}${first}`];
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

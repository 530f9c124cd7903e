/** Built sites of the real manual, whole: every link of every page leads somewhere, and nothing is left out silently. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { absence } from '../real-manual.ts';
import { listOf } from './helpers/folder.ts';
import { isManualPage } from './helpers/html.ts';
import { checkLinks } from './helpers/links.ts';
import { english183, LONG, realSite, realSiteAtHand } from './helpers/real.ts';

/** How many pages upstream's own build makes of 18.6; others are near it. */
const PAGES = 1148;

describe.skipIf(!realSiteAtHand)(`the site of the real manual${absence}`, () => {
  beforeAll(async () => {
    await english183();
    await realSite();
  }, LONG);

  test.each([
    ['18.6 and docs/current, 16.8, 15.7, in two languages', realSite, ['18', 'current', '16', '15']],
    ['18.3 in English', english183, ['18', 'current']],
  ] as const)('%s: links, ids and elements', async (_, siteOf, folders) => {
    const { folder, told } = await siteOf();
    const files = listOf(folder);
    for (const name of folders) {
      const pages = files.filter(
        (path) => path.startsWith(`docs/${name}/`) && path.endsWith('.html') && isManualPage(join(folder, path)),
      );
      expect(Math.abs(pages.length - PAGES), name).toBeLessThan(0.02 * PAGES);
    }
    const { pages, links, broken, repeated } = checkLinks(folder);
    expect(pages).toBeGreaterThan(folders.length * 0.98 * PAGES);
    expect(links).toBeGreaterThan(50 * pages);
    expect(broken).toEqual([]);
    expect(repeated).toEqual([]);
    // Upstream's manual has nothing that a page cannot show: no element without a handler, no link without an end.
    expect(told.split('\n').filter((line) => /: (?:error|warning): /.test(line))).toEqual([]);
  });
});

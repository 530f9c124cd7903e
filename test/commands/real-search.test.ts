/** What readers of the real manual look for is found first, and costs little. How long it takes: test/bench/search.ts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { measureSearch, QUESTIONS, type SearchMeasured } from '../bench/search.ts';
import { absence } from '../real-manual.ts';
import { browserPath } from './helpers/browser.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';

describe.skipIf(!realSiteAtHand || browserPath === undefined)(`search in the real manual${absence}`, () => {
  let measured: readonly SearchMeasured[];
  beforeAll(async () => {
    measured = await measureSearch((await realPart18()).folder);
  }, LONG);

  test.each(Object.keys(QUESTIONS))('%s: a page that the reader wants is among the first three', (query) => {
    for (const { rank, pages, dialog } of asked(query)) {
      expect(rank, `${dialog}: ${pages.join(' ')}`).toBeGreaterThan(0);
      expect(rank, `${dialog}: ${pages.join(' ')}`).toBeLessThanOrEqual(3);
    }
  });

  test.each(Object.keys(QUESTIONS))('%s: at most 200 kB from typing to the answer, from this site alone', (query) => {
    for (const { strangers } of asked(query)) expect(strangers).toEqual([]);
    expect(asked(query).find(({ dialog }) => dialog === 'warm')?.kB).toBeLessThanOrEqual(200);
  });

  function asked(query: string): readonly SearchMeasured[] {
    const found = measured.filter((one) => one.query === query);
    expect(found.map(({ dialog }) => dialog)).toEqual(['cold', 'warm']);
    return found;
  }
});

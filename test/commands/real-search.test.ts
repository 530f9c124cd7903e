/** What readers of the real manual look for is found first, and costs little. How long it takes: test/bench/search.ts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { measureSearch, QUESTIONS, type SearchMeasured } from '../bench/search.ts';
import { absence } from '../real-manual.ts';
import { browserPath } from './helpers/browser.ts';
import { LONG, realPart18, realSiteAtHand } from './helpers/real.ts';

/** Of the forty questions of test/search/queries.ts. */
const ENOUGH = 36;

/** Thousands of bytes. */
const DEAR = 200;

describe.skipIf(!realSiteAtHand || browserPath === undefined)(`search in the real manual${absence}`, () => {
  let measured: readonly SearchMeasured[];
  beforeAll(async () => {
    measured = await measureSearch((await realPart18()).folder, { typing: 'whole' });
  }, LONG);

  test('nine of ten questions, written down beforehand, have a wanted page among the first three', () => {
    const warm = measured.filter(({ dialog }) => dialog === 'warm');
    expect(warm).toHaveLength(QUESTIONS.length);
    const missed = warm.filter(({ rank }) => rank === 0 || rank > 3);
    expect(QUESTIONS.length - missed.length, told(missed)).toBeGreaterThanOrEqual(ENOUGH);
  });

  test('a dialog that has only just been opened answers the same', () => {
    for (const { query, pages } of measured.filter(({ dialog }) => dialog === 'cold'))
      expect(pages.slice(0, 3)).toEqual(
        measured.find((one) => one.query === query && one.dialog === 'warm')?.pages.slice(0, 3),
      );
  });

  test('no question costs more than 200 kB, passages included, and nothing is asked of another host', () => {
    for (const { strangers } of measured) expect(strangers).toEqual([]);
    const dear = measured.filter(({ dialog, kB }) => dialog === 'warm' && kB > DEAR);
    expect(dear, told(dear)).toEqual([]);
  });

  function told(some: readonly SearchMeasured[]): string {
    return some.map(({ query, rank, kB, pages }) => `${query}: ${rank}, ${kB} kB, ${pages.join(' ')}`).join('\n');
  }
});

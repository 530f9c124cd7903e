/** A pull request of a hundred pages is recorded with a few calls of the API. `npm run bench` says how long it takes. */
import { expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { PAGES, recordHundredPages, TEXTS } from './hundred-pages.ts';

const MOST_CALLS = 30;

test(`record of ${PAGES} pages: at most ${MOST_CALLS} calls`, async () => {
  const { record, calls } = await recordHundredPages(temporary());
  expect(calls).toBeLessThanOrEqual(MOST_CALLS);
  expect(record.segments).toHaveLength(PAGES * TEXTS);
  expect(record.approvals).toMatchObject([{ id: 1004, entitledBy: 'sql' }]);
});

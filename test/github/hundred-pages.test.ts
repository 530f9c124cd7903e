/** A pull request of a hundred pages is recorded with a few calls of the API. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import { pullRecord } from './ledger.ts';
import { firstFiles, startStory } from './story.ts';
import { Workflows } from './workflows.ts';
import type { Edits } from './world-git.ts';

const PAGES = 100;
const MOST_CALLS = 30;

const sources = (page: number) => [1, 2, 3, 4, 5].map((at) => `Sentence ${at} of page ${page}, of a few words.`);
const pathOf = (page: number) => `translations/zh-CN/sql/made-up-${page}.md`;

function page(number: number): string {
  const items = sources(number).map((source) => ({
    type: 'entry' as const,
    key: keyOf(source),
    source,
    target: '',
    line: 0,
  }));
  return serializeCatalog({ page: `made-up-${number}`, items });
}

test(`record of ${PAGES} pages: at most ${MOST_CALLS} calls`, async () => {
  const pages: Record<string, string> = {};
  for (let at = 1; at <= PAGES; at++) pages[pathOf(at)] = page(at);
  const story = await startStory(join(temporary(), 'github'), { ...(await firstFiles()), ...pages });
  try {
    const { world, ada, bob, eve, max } = story;
    const workflows = new Workflows(world);
    const translated: Edits = Object.fromEntries(
      Object.entries(pages).map(([path, text], at) => [
        path,
        write(path, text, Object.fromEntries(sources(at + 1).map((source) => [keyOf(source), `译文 ${source}`]))),
      ]),
    );
    const number = await ada.opens({ title: 'A hundred pages', edits: translated });
    await bob.pushes(number, 'One more word', { [pathOf(1)]: translated[pathOf(1)]!.replace('译文', '更好的译文') });
    await eve.approves(number);
    await max.merges(number, 'squash');
    const began = performance.now();
    const ran = await workflows.merged(world.events.latest('pull_request', 'closed'));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`record of ${PAGES} pages: ${seconds} s, ${ran.calls.length} calls\n`);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.calls.length).toBeLessThanOrEqual(MOST_CALLS);
    const record = pullRecord(world, number);
    expect(record.segments).toHaveLength(PAGES * 5);
    expect(record.approvals).toMatchObject([{ id: 1004, entitledBy: 'sql' }]);
  } finally {
    await story.close();
  }
});

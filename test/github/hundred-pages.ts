/** A pull request that touches a hundred pages, corrected by a second person, approved and merged: how it is recorded. */
import { join } from 'node:path';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { PullRequestRecord } from '../../tools/ledger/types.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { write } from './catalog-edits.ts';
import { pullRecord } from './ledger.ts';
import { firstFiles, startStory } from './story.ts';
import { Workflows } from './workflows.ts';
import type { Edits } from './world-git.ts';

export const PAGES = 100;
export const TEXTS = 5;

export interface HundredPages {
  readonly record: PullRequestRecord;
  /** Calls of GitHub's API that the record took. */
  readonly calls: number;
  /** Of the whole process. */
  readonly seconds: number;
}

const sources = (page: number) =>
  Array.from({ length: TEXTS }, (_, at) => `Sentence ${at + 1} of page ${page}, of a few words.`);
const pathOf = (page: number) => `translations/zh-CN/sql/made-up-${page}.md`;

function pageText(number: number): string {
  const items = sources(number).map((source) => ({
    type: 'entry' as const,
    key: keyOf(source),
    source,
    target: '',
    line: 0,
  }));
  return serializeCatalog({ page: `made-up-${number}`, items });
}

/** @param folder an empty one, which is filled */
export async function recordHundredPages(folder: string): Promise<HundredPages> {
  const numbers = Array.from({ length: PAGES }, (_, at) => at + 1);
  const pages = Object.fromEntries(numbers.map((number) => [pathOf(number), pageText(number)]));
  const story = await startStory(join(folder, 'github'), { ...(await firstFiles()), ...pages });
  try {
    const { world, ada, bob, eve, max } = story;
    const translated: Edits = Object.fromEntries(
      Object.entries(pages).map(([path, text], at) => [
        path,
        write(path, text, Object.fromEntries(sources(at + 1).map((source) => [keyOf(source), `译文 ${source}`]))),
      ]),
    );
    const number = await ada.opens({ title: 'A hundred pages', edits: translated });
    const corrected = translated[pathOf(1)]?.replace('译文', '更好的译文') ?? null;
    await bob.pushes(number, 'One more word', { [pathOf(1)]: corrected });
    await eve.approves(number);
    await max.merges(number, 'squash');
    const began = performance.now();
    const ran = await new Workflows(world).merged(world.events.latest('pull_request', 'closed'));
    const seconds = (performance.now() - began) / 1000;
    if (ran.code !== 0) throw new Error(`record ended with ${ran.code}`);
    return { record: pullRecord(world, number), calls: ran.calls.length, seconds };
  } finally {
    await story.close();
  }
}

/** What comments make the bot do, and what they do not. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { entriesOf } from './catalog-edits.ts';
import { botComments, type Hand } from './hand.ts';
import { adjustRecord, ledgerOf, pullRecord, reviewRecord } from './ledger.ts';
import { type Story, startStory } from './story.ts';
import { NAPS, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

async function says(hand: Hand, issue: number, body: string): Promise<number> {
  story.world.clock.pass();
  const comment = await hand.comments(issue, body);
  for (const { code, stderr } of await workflows.settle()) if (code > 1) throw new Error(stderr);
  return comment;
}

test('/reviewed by an entitled person covers the page’s texts as main had them then', async () => {
  const { world, eve, text } = story;
  const issue = await eve.opensIssue('Review of locking-rows', '');
  const main = world.host.tip('main');
  const comment = await says(eve, issue, '/reviewed locking-rows except 2327684d93');
  const record = reviewRecord(world, comment);
  expect(record).toMatchObject({ reviewer: { id: 1004, login: 'eve' }, entitledBy: 'sql', commit: main });
  const keys = entriesOf(ROWS, text(ROWS)).flatMap(({ key }) => (key === '2327684d93' ? [] : [key]));
  expect(record.segments.map(({ key }) => key)).toEqual(keys.sort());
  expect(world.reactions.map(({ comment: on }) => on)).toContain(comment);
});

test('/reviewed by a stranger, or of another folder, reviews nothing', async () => {
  const { world, eve, stranger, max } = story;
  const issue = await max.opensIssue('Reviews', '');
  const main = world.host.tip('main');
  await says(stranger, issue, '/reviewed locking-rows');
  await says(eve, issue, '/reviewed config-naps');
  expect(ledgerOf(world).size).toBe(0);
  expect(world.host.tip('main')).toBe(main);
});

test('words beside a command, quotes and code ask for nothing', async () => {
  const { world, eve, max } = story;
  const issue = await max.opensIssue('Reviews', '');
  await says(eve, issue, '> /reviewed locking-rows\n\nI would not.');
  await says(eve, issue, '```\n/reviewed locking-rows\n```');
  expect(ledgerOf(world).size).toBe(0);
});

test('/accept lifts the flag of a stale text, and records who said so', async () => {
  const { world, max, text } = story;
  const stale = entriesOf(NAPS, text(NAPS)).find((entry) => entry.stale)!;
  const issue = await max.opensIssue('Naps', '');
  const comment = await says(max, issue, `/accept ${stale.key}`);
  const after = entriesOf(NAPS, text(NAPS)).find(({ key }) => key === stale.key)!;
  expect(after).toMatchObject({ target: stale.target });
  expect(after.stale).toBeUndefined();
  expect(reviewRecord(world, comment)).toMatchObject({
    reviewer: { id: 1001 },
    segments: [{ page: 'config-naps', key: stale.key }],
  });
});

test('/award by a holder of an office, and not by others', async () => {
  const { world, max, reader, stranger } = story;
  const issue = await reader.opensIssue('A wish', 'Please add a page about lids.', 'wish');
  await says(stranger, issue, '/award wish: it is mine');
  expect(ledgerOf(world).size).toBe(0);
  const comment = await says(max, issue, '/award wish: it will be built');
  expect(adjustRecord(world, comment)).toMatchObject({
    by: { id: 1001 },
    reason: 'it will be built',
    award: { to: { id: 1005, login: 'reader' }, kind: 'wish', count: 1 },
  });
});

test('a reader’s suggestion becomes a pull request with the reader as co-author, and is recorded so', async () => {
  const { world, eve, max, reader } = story;
  const [key, wording] = Object.entries(rows)[0]!;
  const form = [
    '### 页面 / Page',
    'locking-rows',
    '### 段落键 / Key',
    key,
    '### 建议译文 / Suggested wording',
    wording,
    '### 理由 / Reason',
    '_No response_',
  ].join('\n\n');
  const issue = await reader.opensIssue('[建议译文] locking-rows', form, 'suggestion');
  await says(eve, issue, '/apply');
  const pull = [...world.pulls.values()].at(-1);
  if (!pull) throw new Error(`no pull request; the bot said ${await botComments(eve, issue)}`);
  expect(world.host.textAt(`refs/pull/${pull.number}/head`, ROWS)).toContain(`${wording}\n`);
  await eve.approves(pull.number);
  world.clock.pass();
  await max.merges(pull.number, 'squash');
  await workflows.settle();
  const record = pullRecord(world, pull.number);
  expect(record).toMatchObject({
    author: { login: 'github-actions[bot]' },
    coAuthors: [{ id: 1005, login: 'reader' }],
    segments: [{ page: 'locking-rows', key, action: 'corrected' }],
    approvals: [{ id: 1004 }],
  });
});

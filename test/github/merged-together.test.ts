/** Pull requests that come to main in one merge: each is recorded with its own work, and with nobody else's. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import type { Hand } from './hand.ts';
import { pullRecord } from './ledger.ts';
import { type Story, startStory } from './story.ts';
import { NUMBERS, numbers, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';
import { noReply } from './world-people.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

const [A, B] = Object.entries(rows) as [[string, string], [string, string]];
const GUIDE = { 'docs/guide/jars.md': '# Jars\n\nAll about jars.\n' };

/** GitHub calls a pull request merged as soon as main has its commits, by the merge that brought them. */
async function isMergedBy(number: number, merge: string): Promise<void> {
  const { world, max } = story;
  await max.merges(number);
  world.pulls.get(number)!.mergeCommit = merge;
  world.host.setRef('refs/heads/main', merge);
}

const keysOf = (number: number) =>
  pullRecord(story.world, number).segments.map(({ key, by }) => [key, by ?? 'all'] as const);

async function recordBoth(...pulls: readonly number[]): Promise<void> {
  const { world } = story;
  for (const number of pulls) {
    const event = { ...world.events.latest('pull_request', 'closed') };
    const payload = { ...event.payload, number, pull_request: { number, merged: true } };
    expect(await workflows.merged({ ...event, payload })).toMatchObject({ code: 0 });
  }
}

test('one that stands on another: the earlier has nothing of the later', async () => {
  const { world, ada, bob, eve, max, text } = story;
  const first = write(ROWS, text(ROWS), { [A[0]]: A[1] });
  const below = await ada.opens({ title: 'Rows', edits: { [ROWS]: first }, branch: 'below' });
  world.host.fork(bob.repository);
  world.host.setRef('refs/heads/above', world.pulls.get(below)!.headSha, bob.repository);
  const more = { [ROWS]: write(ROWS, first, { [B[0]]: B[1] }), [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) };
  const above = await bob.opens({ title: 'More rows', edits: { ...more, ...GUIDE }, branch: 'above' });
  for (const number of [below, above]) await eve.approves(number);
  world.clock.pass();
  await isMergedBy(below, await max.merges(above));
  await recordBoth(below, above);
  expect(keysOf(below)).toEqual([[A[0], 'all']]);
  expect(pullRecord(world, below)).toMatchObject({ coAuthors: [], content: [], approvals: [{ id: eve.id }] });
  expect(keysOf(above).filter(([key]) => key === A[0] || key === B[0])).toEqual(
    [[A[0], [ada.id]] as const, [B[0], [bob.id]] as const].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect(pullRecord(world, above).content).toHaveLength(1);
});

test('two in one merge with three parents: each has its own', async () => {
  const { world, ada, bob, max, text } = story;
  const { host } = world;
  const one = await ada.opens({ title: 'Rows', edits: { [ROWS]: write(ROWS, text(ROWS), { [A[0]]: A[1] }) } });
  const numbersPage = { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) };
  const two = await bob.opens({ title: 'Numbers', edits: { ...numbersPage, ...GUIDE } });
  const heads = [one, two].map((number) => world.pulls.get(number)!.headSha) as [string, string];
  const main = host.tip('main')!;
  const by = (hand: Hand) => ({ name: hand.login, email: noReply(hand.person), date: world.clock.now });
  const tree = host.mergedTree(
    host.commitTree(`${heads[0]}^{tree}`, [main], 'x', { author: by(max), committer: by(max) }),
    heads[1],
  )!;
  const merge = host.commitTree(tree, [main, ...heads], 'Both', { author: by(max), committer: by(max) });
  for (const number of [one, two]) await isMergedBy(number, merge);
  await recordBoth(one, two);
  expect(keysOf(one)).toEqual([[A[0], 'all']]);
  expect(pullRecord(world, one).content).toEqual([]);
  expect(keysOf(two).map(([key]) => key)).toEqual(Object.keys(numbers).sort());
  expect(pullRecord(world, two).content).toHaveLength(1);
});

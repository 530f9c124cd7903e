/** record and ledger rebuild, where the end-to-end stories do not go: refusals, forgeries, dry runs, commits that are gone. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerRebuild } from '../../../tools/commands/github/ledger-rebuild.ts';
import { type RecordOptions, record } from '../../../tools/commands/github/record.ts';
import { LIVE_MARKER } from '../../../tools/commands/github/record-thanks.ts';
import { write } from '../../github/catalog-edits.ts';
import { botComments } from '../../github/hand.ts';
import { surroundings } from '../../github/in-process.ts';
import { ledgerFiles, pullRecord } from '../../github/ledger.ts';
import { type Story, startStory } from '../../github/story.ts';
import { NUMBERS, numbers } from '../../github/words.ts';
import { temporary } from '../helpers/folder.ts';
import { failureOf } from '../helpers/record.ts';

let story: Story;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
});
afterEach(() => story.close());

async function merged(): Promise<number> {
  const { ada, eve, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await eve.approves(number);
  story.world.clock.pass(60);
  await max.merges(number, 'squash');
  return number;
}

/** Records in a clone of its own. */
async function run(options: RecordOptions) {
  const context = await surroundings(story.world);
  return { outcome: await record(context, options), context };
}

test('one comment, in which everybody sees where to read it; the site is published once', async () => {
  const number = await merged();
  await run({ pullRequests: [number] });
  await run({ pullRequests: [number] });
  const thanks = (await botComments(story.eve, number)).filter((body) => body.startsWith(LIVE_MARKER));
  expect(thanks).toHaveLength(1);
  expect(thanks[0]).toContain('Your 4 paragraphs');
  expect(story.world.dispatches.map(({ file }) => file)).toEqual(['publish.yml']);
});

test('a stranger who writes the mark of the comment does not keep it away', async () => {
  const number = await merged();
  await story.stranger.comments(number, `${LIVE_MARKER}\nnothing to see`);
  await run({ pullRequests: [number] });
  expect(await botComments(story.eve, number)).toHaveLength(1);
});

test('what the first run could not do after its push, the second does', async () => {
  const number = await merged();
  story.world.faults.add({ path: /\/dispatches/, times: 100, answer: 'gone' });
  await expect(run({ pullRequests: [number] })).rejects.toMatchObject({ exitCode: 3 });
  expect(pullRecord(story.world, number).segments).toHaveLength(4);
  story.world.faults.clear();
  await run({ pullRequests: [number] });
  expect(story.world.dispatches).toHaveLength(1);
  expect(await botComments(story.eve, number)).toHaveLength(1);
});

test('GitHub takes no comment: that is a failure, so that it is run again; a locked conversation is none', async () => {
  const { world, eve } = story;
  const number = await merged();
  const comment = { method: 'POST', path: /\/issues\/\d+\/comments$/ };
  world.faults.add({ ...comment, times: 100, answer: 'error' });
  await expect(run({ pullRequests: [number] })).rejects.toMatchObject({ exitCode: 3 });
  world.faults.clear();
  world.faults.add({ ...comment, times: 1, answer: 'gone' });
  expect((await run({ pullRequests: [number] })).outcome).toBe(0);
  expect(await botComments(eve, number)).toEqual([]);
  const files = ledgerFiles(world);
  for (const _ of [1, 2]) expect((await run({ pullRequests: [number] })).outcome).toBe(0);
  expect(await botComments(eve, number)).toHaveLength(1);
  expect(ledgerFiles(world)).toEqual(files);
});

test('other bytes in the ledger: told, exit 1, left alone', async () => {
  const number = await merged();
  const path = `translations/ledger/2026/pr-${number}.yml`;
  story.world.pushToMain('max', 'by hand', { [path]: 'type: pull-request\n' });
  const main = story.world.host.tip('main');
  const { outcome, context } = await run({ pullRequests: [number] });
  expect(outcome).toBe(1);
  expect(context.printed.join('\n')).toContain(`${path} holds something else`);
  expect(story.world.host.tip('main')).toBe(main);
});

test('not merged: told, nothing done; no such pull request: a failure', async () => {
  const { ada, text, world } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  const { outcome, context } = await run({ pullRequests: [number] });
  expect(outcome).toBe(0);
  expect(context.told.join('\n')).toContain('it is not merged');
  expect(ledgerFiles(world).size).toBe(0);
  const other = await surroundings(world);
  expect((await failureOf(record(other, { pullRequests: [999] }))).exitCode).toBe(2);
});

test('a merge that is on main no more is not recorded', async () => {
  const { world } = story;
  const before = world.host.tip('main')!;
  const number = await merged();
  world.host.setRef('refs/heads/main', before);
  const { outcome, context } = await run({ pullRequests: [number] });
  expect(outcome).toBe(0);
  expect(context.told.join('\n')).toMatch(/its merge \w+ is not on main/);
  expect(ledgerFiles(world).size).toBe(0);
});

test('a forged record is found and put right; a check only tells', async () => {
  const { world } = story;
  const number = await merged();
  await run({ pullRequests: [number] });
  const [[path, text] = ['', '']] = ledgerFiles(world);
  world.pushToMain('stranger', 'more words', { [path]: text.replace(/words: \d+/, 'words: 9999') });
  const forged = world.host.tip('main');
  const check = await surroundings(world);
  expect(await ledgerRebuild(check, { check: true })).toBe(1);
  expect(check.printed.join('\n')).toMatch(/^-.*words: 9999/m);
  expect(world.host.tip('main')).toBe(forged);
  expect(await ledgerRebuild(await surroundings(world), {})).toBe(0);
  expect(ledgerFiles(world)).toEqual(new Map([[path, text]]));
  expect(await ledgerRebuild(await surroundings(world), { check: true })).toBe(0);
});

test('people and the pull request are renamed: recorded again, it is the same', async () => {
  const { world, ada } = story;
  const number = await merged();
  await run({ pullRequests: [number] });
  const [files, main] = [ledgerFiles(world), world.host.tip('main')];
  world.rename('ada', 'ada-l');
  world.rename('eve', 'eva');
  await ada.call('PATCH', `/pulls/${number}`, { title: 'Another title' });
  const { outcome, context } = await run({ pullRequests: [number] });
  expect(outcome, context.printed.join('\n')).toBe(0);
  expect(context.printed.join('\n')).toContain('is recorded already');
  expect(await ledgerRebuild(await surroundings(world), {})).toBe(0);
  expect([ledgerFiles(world), world.host.tip('main')]).toEqual([files, main]);
});

test('renamed, and commits gone: the record stays, and is named', async () => {
  const { world, ada } = story;
  const number = await merged();
  await run({ pullRequests: [number] });
  const files = ledgerFiles(world);
  world.rename('ada', 'ada-l');
  expect(await ledgerRebuild(await surroundings(world), { check: true })).toBe(0);
  expect(ada.id).toBe(pullRecord(world, number).author.id);
  // The fork is gone, and GitHub has thrown its commits away.
  const gone = world.pulls.get(number)?.headSha;
  const context = await surroundings(world);
  const has = async (sha: string) => sha !== gone && (await context.repository.has(sha));
  const repository = { ...context.repository, has };
  expect(await ledgerRebuild({ ...context, repository }, {})).toBe(0);
  expect(context.printed.join('\n')).toMatch(/pr-\d+\.yml: stays as it is/);
  expect(ledgerFiles(world)).toEqual(files);
});

/** The sync's pull request, where the stories do not go: people on its branch, main that has all, nothing but a pin. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { syncPullRequest } from '../../../tools/commands/github/sync-pull-request.ts';
import { botComments } from '../../github/hand.ts';
import { type Surroundings, surroundings } from '../../github/in-process.ts';
import { filesOfOlderRelease, type Story, startStory } from '../../github/story.ts';
import { NAPS } from '../../github/words.ts';
import { digestOf, temporary } from '../helpers/folder.ts';
import { failureOf } from '../helpers/record.ts';
import { toolRoot } from '../helpers/shared.ts';
import { lands } from './commenting.ts';

let story: Story;
let context: Surroundings;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'), await filesOfOlderRelease());
  context = await surroundings(story.world);
});
afterEach(() => story.close());

const sync = (pins: readonly [string, string][] = []) => syncPullRequest(context, { pins: new Map(pins), toolRoot });
const pulls = () => [...story.world.pulls.values()];
const calls = () =>
  story.world.log.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

test('the checkout is left as it is; the second run writes nothing', async () => {
  const before = digestOf(context.root).filter((line) => !line.startsWith('.git/'));
  await sync();
  expect(digestOf(context.root).filter((line) => !line.startsWith('.git/'))).toEqual(before);
  expect(pulls()[0]).toMatchObject({ head: { ref: 'pgdoc/sync' } });
  const { title } = await story.max.call('GET', `/pulls/${pulls()[0]!.number}`);
  expect(title).toMatch(/^Sync: 3\.1.* \(\d+ paragraphs for people, \d+ % kept\)$/);
  expect(story.world.dispatches.map(({ file }) => file)).toEqual(['check.yml']);
  const written = calls().length;
  await sync();
  expect(calls()).toHaveLength(written);
});

test('commits of people are never overwritten, and that is said once', async () => {
  await sync();
  const [pull] = pulls();
  const theirs = await story.max.pushes(pull!.number, 'By hand', { [NAPS]: `${story.text(NAPS)}\n` });
  await sync();
  await sync();
  expect(story.world.host.tip('pgdoc/sync')).toBe(theirs);
  expect(await botComments(story.max, pull!.number)).toEqual([expect.stringContaining(theirs.slice(0, 10))]);
  expect(context.told.join('\n')).toContain('left alone');
});

test('main that has all of it closes the pull request', async () => {
  await sync();
  const [pull] = pulls();
  await sync([['3', 'REL_3_0']]);
  await story.max.ask('GET', '/pulls?state=open');
  expect(pull!.open).toBe(false);
  expect(await botComments(story.max, pull!.number)).toEqual([expect.stringContaining('Main has all of this now.')]);
  await sync();
  expect(pulls().map(({ open }) => open)).toEqual([false, true]);
});

test('a fork’s branch of the same name is not taken for the bot’s', async () => {
  await story.stranger.opens({ title: 'Sync', branch: 'pgdoc/sync', edits: { 'docs/x.md': 'x\n' } });
  await sync();
  expect(pulls()).toHaveLength(2);
  expect(await story.max.call('GET', `/pulls/${pulls()[0]!.number}`)).toMatchObject({ title: 'Sync', labels: [] });
});

test('broken entries on main are told, and nothing is pushed', async () => {
  lands(story, { [NAPS]: story.text(NAPS).replace('<!-- @', '<!-- @z') });
  expect(await failureOf(sync())).toMatchObject({ exitCode: 1, message: expect.stringContaining('broken entries') });
  expect(pulls()).toEqual([]);
});

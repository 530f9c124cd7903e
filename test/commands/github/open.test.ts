/** Surroundings of commands that speak with GitHub: what is missing is said, and a dry run writes nothing anywhere. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHubContext } from '../../../tools/commands/github/open.ts';
import { record } from '../../../tools/commands/github/record.ts';
import { write } from '../../github/catalog-edits.ts';
import { checkout } from '../../github/runner.ts';
import { type Story, startStory } from '../../github/story.ts';
import { NUMBERS, numbers } from '../../github/words.ts';
import { temporary } from '../helpers/folder.ts';
import { record as remembering } from '../helpers/record.ts';

let story: Story;
let clone: string;
const now = () => 1_800_000_000;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  clone = join(temporary(), 'clone');
  checkout(story.world, clone);
});
afterEach(() => story.close());

function opened(env: Readonly<Record<string, string>>, { dryRun = false, readsOnly = false } = {}) {
  const context = remembering(clone, { dryRun });
  const all = { ...context.env, GITHUB_API_URL: story.world.api(), GITHUB_REPOSITORY: 'example/tinyrow-docs', ...env };
  return openGitHubContext({ ...context, env: all }, { now, readsOnly });
}

test('a token is wanted where something is written, and only there', async () => {
  await expect(opened({})).rejects.toMatchObject({ exitCode: 2, message: /GITHUB_TOKEN/ });
  await expect(opened({ GITHUB_TOKEN: ' \n' })).rejects.toMatchObject({ exitCode: 2 });
  expect((await opened({}, { dryRun: true })).name).toBe('example/tinyrow-docs');
  expect((await opened({}, { readsOnly: true })).server).toBe('https://github.com');
});

test.each([
  ['a strange repository', { GITHUB_REPOSITORY: '../../etc' }, /owner\/name/],
  ['no address', { GITHUB_API_URL: 'nonsense' }, /api\.github\.com/],
])('%s: said so, without the token', async (_, env, message) => {
  const failure = await opened({ GITHUB_TOKEN: 'secret-token', ...env }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ exitCode: 2, message });
  expect(String(failure)).not.toContain('secret-token');
});

test('without GITHUB_REPOSITORY it is the one of project.yml; without either, it is asked for', async () => {
  const env = { GITHUB_TOKEN: 'x', GITHUB_REPOSITORY: '' };
  const file = join(clone, 'translations/project.yml');
  const text = readFileSync(file, 'utf8').replace(/^repository:.*\n/m, '');
  writeFileSync(file, `${text}repository: example/other\n`);
  expect((await opened(env)).name).toBe('example/other');
  writeFileSync(file, text);
  await expect(opened(env)).rejects.toMatchObject({ exitCode: 2, message: /GITHUB_REPOSITORY/ });
});

test('a dry run of record shows the push, the workflow and the comment, and makes none of them', async () => {
  const { world, ada, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await max.merges(number, 'squash');
  const main = world.host.tip('main');
  world.newCalls();
  const token = world.token('max', 'contents', 'issues', 'pull_requests', 'actions');
  const context = remembering(clone, { dryRun: true });
  const env = { ...context.env, GITHUB_TOKEN: token, GITHUB_API_URL: world.api(), GITHUB_REPOSITORY: world.repository };
  expect(await record(await openGitHubContext({ ...context, env }, { now }), { pullRequests: [number] })).toBe(0);
  const shown = context.printed.join('\n');
  expect(shown).toContain('would push to "main"');
  expect(shown).toContain(`write "translations/ledger/2026/pr-${number}.yml"`);
  expect(shown).toMatch(/would POST .*publish\.yml\/dispatches/);
  expect(shown).toMatch(/would POST .*\/comments/);
  expect(world.newCalls().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(world.host.tip('main')).toBe(main);
  expect(world.dispatches).toEqual([]);
});

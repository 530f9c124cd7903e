/** `next` in a real git repository, whose commits have dates. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type NextOptions, next } from '../../tools/commands/next.ts';
import { temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

const DAY = 24 * 60 * 60;
const now = Date.UTC(2026, 5, 30) / 1000;
const nothing = { kinds: [], words: undefined, folder: undefined, releaseNotes: false } as const;
const defaults: NextOptions = { ...nothing, limit: 1000, now, toolRoot };

let root: string;
let stale: string;
let folder: string;

/** Commits everything, so many days before `now`. */
function commit(days: number): void {
  const date = `${now - days * DAY} +0000`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@test', ...args], { cwd: root, env });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'work');
}

beforeAll(async () => {
  root = join(temporary(), 'ws');
  await copyWorkspace(root);
  writeFileSync(join(root, '.gitignore'), '.cache/\n');
  commit(100);
  const files = readdirSync(join(root, 'translations/zh-CN'), { recursive: true, encoding: 'utf8' });
  stale = files.find((file) => file.endsWith('.md') && read(file).includes(' stale was=')) ?? '';
  folder = stale.split('/')[0] ?? '';
});

const read = (file: string) => readFileSync(join(root, 'translations/zh-CN', file), 'utf8');

async function tasksOf(options: Partial<NextOptions> = {}) {
  const context = record(root, { json: true });
  expect(await next(context, { ...defaults, ...options })).toBe(0);
  return JSON.parse(context.printed.join('')) as {
    tasks: { kind: string; page: string; file: string; words: number; waiting: number; keys: string[] }[];
    paragraphs: { kind: string; file: string; line: number; key: string; source: string; waiting: number }[];
  };
}

test('lists what is stale first, and says since when it waits', async () => {
  const { tasks } = await tasksOf();
  expect(tasks[0]).toMatchObject({ kind: 'stale', waiting: 100 });
  expect(tasks.map(({ kind }) => kind)).toContain('unreviewed');
  expect(tasks.some(({ page }) => page.startsWith('release-'))).toBe(false);
});

test('takes the kinds and the folder that are asked for', async () => {
  const review = await tasksOf({ kinds: ['unreviewed'] });
  expect(new Set(review.tasks.map(({ kind }) => kind))).toEqual(new Set(['unreviewed']));
  const part = await tasksOf({ folder: `${folder}/` });
  expect(part.tasks.length).toBeGreaterThan(0);
  expect(part.tasks.every(({ file }) => file.startsWith(`translations/zh-CN/${folder}/`))).toBe(true);
  const page = await tasksOf({ folder: stale });
  expect(new Set(page.tasks.map(({ file }) => file))).toEqual(new Set([`translations/zh-CN/${stale}`]));
});

test('a folder that is not there is named with those that are', async () => {
  const failure = await failureOf(next(record(root), { ...defaults, folder: 'sqll' }));
  expect(failure.exitCode).toBe(2);
  expect(failure.message).toContain(folder);
});

test('release notes have a queue of their own', async () => {
  const { tasks } = await tasksOf({ releaseNotes: true });
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.every(({ page }) => page.startsWith('release'))).toBe(true);
});

test('a sitting lists paragraphs where they stand; one that was just changed has not waited', async () => {
  const { paragraphs } = await tasksOf({ words: 40, folder: stale });
  const [first] = paragraphs;
  expect(first?.kind).toBe('stale');
  expect(read(stale).split('\n')[(first?.line ?? 0) - 1]).toBe(`> ${first?.source}`);
  expect(first?.waiting).toBe(100);

  const entry = new RegExp(`(<!-- @${first?.key} stale [\\s\\S]*?-->\\n)(.+)`);
  editFile(join(root, 'translations/zh-CN', stale), (text) => text.replace(entry, '$1$2！'));
  commit(3);
  const after = await tasksOf({ words: 1_000_000, folder: stale, kinds: ['unreviewed'] });
  const mended = after.paragraphs.find(({ key }) => key === first?.key);
  expect(mended).toMatchObject({ kind: 'unreviewed', waiting: 3 });
});

test('page views that cannot be read are told with their line', async () => {
  const other = join(temporary(), 'ws');
  await copyWorkspace(other);
  writeFileSync(join(other, 'translations/pageviews.csv'), 'page,views\nrows,many\n');
  const failure = await failureOf(next(record(other), defaults));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('translations/pageviews.csv:2: ')]);
});

test('without a repository it still lists, and says what it cannot know', async () => {
  const other = join(temporary(), 'ws');
  mkdirSync(other, { recursive: true });
  await copyWorkspace(other);
  const context = record(other);
  expect(await next(context, defaults)).toBe(0);
  expect(context.told.join('\n')).toContain('No history in git');
  expect(context.printed.join('\n')).toMatch(/^Stale: /);
});

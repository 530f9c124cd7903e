import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { status } from '../../tools/commands/status.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, freshWorkspace, toolRoot, translatedWorkspace } from './helpers/shared.ts';

const count = z.number().int().nonnegative();
const counts = z
  .strictObject({ total: count, untranslated: count, machine: count, stale: count, translated: count, reviewed: count })
  .refine(
    ({ total, ...parts }) => total === Object.values(parts).reduce((sum, part) => sum + part),
    'parts make the total',
  );

/** The contract of `status --json`, as the design has it. */
const contract = z.strictObject({
  language: z.literal('zh-CN'),
  versions: z.array(
    z.strictObject({
      version: z.string(),
      release: z.string(),
      commit: z.string().regex(/^[0-9a-f]{40}$/),
      pages: count,
      segments: counts,
      words: counts,
      index: counts,
      releaseNotes: counts,
    }),
  ),
  pages: z.array(
    z.strictObject({
      version: z.string(),
      page: z.string(),
      title: z.string(),
      file: z.string().nullable(),
      segments: counts,
      words: counts,
    }),
  ),
});

let root: string;
beforeAll(async () => {
  root = await translatedWorkspace();
});

async function asJson(at: string, pages: string[] = []) {
  const context = record(at, { json: true });
  const outcome = await status(context, pages, toolRoot);
  return { outcome, context, value: contract.parse(JSON.parse(context.printed.join('\n'))) };
}

test('--json is the contract, and pages add up to their version', async () => {
  const { outcome, value } = await asJson(root);
  expect(outcome).toBe(0);
  expect(value.versions.map(({ version, release }) => [version, release])).toEqual([
    ['3', '3.1'],
    ['2', '2.1'],
  ]);
  for (const { version, pages, segments, words } of value.versions) {
    const own = value.pages.filter((page) => page.version === version);
    expect(own).toHaveLength(pages);
    for (const key of ['total', 'untranslated', 'stale', 'translated'] as const) {
      expect(own.reduce((sum, page) => sum + page.segments[key], 0)).toBe(segments[key]);
      expect(own.reduce((sum, page) => sum + page.words[key], 0)).toBe(words[key]);
    }
  }
  const [three] = value.versions;
  expect(three?.segments.stale).toBe(4);
  expect(three?.segments.translated).toBeGreaterThan(100);
  expect(three?.segments.reviewed).toBe(0);
  expect(three?.releaseNotes.total).toBeGreaterThan(5);
  expect(three?.index.translated).toBeGreaterThan(5);
  const page = value.pages.find((each) => each.version === '3' && each.page === 'config-naps');
  expect(page).toMatchObject({ title: 'Sleep and Patience', file: 'translations/zh-CN/admin/config-naps.md' });
});

test('a translation and its removal change the counts of that page', async () => {
  const own = temporary();
  await copyWorkspace(own);
  const file = join(own, 'translations/zh-CN/sql/locking-rows.md');
  editFile(file, (text) => text.replace(/\n碰一行的三种方式\n/, '\n'));
  const [before, after] = await Promise.all([asJson(root, ['locking-rows']), asJson(own, ['locking-rows'])]);
  const of = ({ value }: typeof before) => value.pages.find(({ version }) => version === '3')?.segments;
  expect(of(after)?.untranslated).toBe((of(before)?.untranslated ?? 0) + 1);
  expect(of(after)?.translated).toBe((of(before)?.translated ?? 0) - 1);
});

test('changing a stale target lifts the flag; reverting the text brings it back', async () => {
  const own = temporary();
  await copyWorkspace(own);
  const file = join(own, 'translations/zh-CN/admin/config-naps.md');
  const stale = async () => (await asJson(own, ['config-naps'])).value.versions[0]?.segments.stale;
  const before = readFileSync(file, 'utf8');
  expect(await stale()).toBe(2);
  editFile(file, (text) => text.replace('客人等待一行多久', '客人等一行等多久'));
  expect(await stale()).toBe(1);
  editFile(file, () => before);
  expect(await stale()).toBe(2);
});

test('the table has a row of segments and of words a version, and the pages with the most to do', async () => {
  const context = record(root);
  await status(context, [], toolRoot);
  const table = context.printed.join('\n');
  expect(table).toMatch(/version +release +total +untranslated +machine +stale +translated +reviewed/);
  expect(table).toMatch(/^3 +3\.1 +segments +\d/m);
  expect(table).toMatch(/^2 +2\.1 +segments +\d/m);
  expect(table).toMatch(/most to do/);
});

test('pages that are named are listed in every version that has them', async () => {
  const { value } = await asJson(root, ['app-trdump', 'locking']);
  expect(value.pages.map(({ version, page }) => [version, page]).sort()).toEqual([
    ['2', 'locking'],
    ['3', 'app-trdump'],
    ['3', 'locking'],
  ]);
});

test.each(['no-such-page', '../../etc/passwd', '__proto__'])('refuses the page %s', async (page) => {
  const failure = await failureOf(status(record(root), [page], toolRoot));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining(page)]);
});

test('a broken entry is named with its line, counts as untranslated, and the outcome is 1', async () => {
  const own = temporary();
  await copyWorkspace(own);
  const path = 'translations/zh-CN/sql/locking-rows.md';
  editFile(join(own, path), (text) => text.replace('> Three Ways', '> Four Ways'));
  const before = digestOf(own);
  const { outcome, context, value } = await asJson(own, ['locking-rows']);
  expect(outcome).toBe(1);
  expect(context.told).toEqual([expect.stringMatching(new RegExp(`^${path}:3: error: .*\\[catalog/`))]);
  const whole = await asJson(root, ['locking-rows']);
  expect(value.pages[0]?.segments.untranslated).toBe((whole.value.pages[0]?.segments.untranslated ?? 0) + 1);
  expect(digestOf(own)).toEqual(before);
});

test('a workspace that was never synced says what to run', async () => {
  const own = temporary();
  await freshWorkspace(own);
  const failure = await failureOf(status(record(own), [], toolRoot));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc sync')]);
});

test('a folder that is no workspace says so', async () => {
  const failure = await failureOf(status(record(temporary()), [], toolRoot));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc init')]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '../../tools/catalog/types.ts';
import { check } from '../../tools/commands/check.ts';
import { status } from '../../tools/commands/status.ts';
import { withLock } from '../../tools/io/lock.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';
import { spaceFix } from './helpers/writers.ts';

const LOCKING = 'translations/zh-CN/sql/locking-rows.md';
const NAPS = 'translations/zh-CN/admin/config-naps.md';

/** A copy of the sample with two spaces in two catalogs. */
async function spaced(): Promise<string> {
  const root = temporary();
  await copyWorkspace(root);
  editFile(join(root, LOCKING), (text) => text.replace('碰一行的三种方式', '碰 一行的  三种方式'));
  editFile(join(root, NAPS), (text) => text.replace('睡眠', '睡眠  '));
  return root;
}

async function fix(root: string, flags: { dryRun?: boolean } = {}) {
  const context = record(root, flags);
  const outcome = await check(context, spaceFix);
  return { outcome, printed: context.printed.join('\n') };
}

test('--fix mends, says what it did, and a second time changes nothing', async () => {
  const root = await spaced();
  const { outcome, printed } = await fix(root);
  expect(outcome).toBe(0);
  expect(readFileSync(join(root, LOCKING), 'utf8')).toContain('\n碰 一行的 三种方式\n');
  expect(printed).toMatch(
    new RegExp(`^${LOCKING}:\\d+:\\d+: 碰 一行的  三种方式 -> 碰 一行的 三种方式 \\[double-spaces\\]$`, 'm'),
  );
  expect(printed).toMatch(/^2 fixes in 2 translations of 2 files\.$/m);
  expect(printed).toMatch(/^No findings/m);
  const after = digestOf(root);
  expect((await fix(root)).printed).toMatch(/^0 fixes/m);
  expect(digestOf(root)).toEqual(after);
});

test('only the catalogs that are named are mended', async () => {
  const root = await spaced();
  const before = readFileSync(join(root, NAPS), 'utf8');
  const paths = [{ typed: 'locking-rows', absolute: join(root, 'locking-rows') }];
  await check(record(root), { ...spaceFix, paths });
  expect(readFileSync(join(root, NAPS), 'utf8')).toBe(before);
  expect(readFileSync(join(root, LOCKING), 'utf8')).toContain('\n碰 一行的 三种方式\n');
});

test('--dry-run shows the same and writes nothing', async () => {
  const root = await spaced();
  const before = digestOf(root);
  const dry = await fix(root, { dryRun: true });
  expect(digestOf(root)).toEqual(before);
  expect(dry.printed).toMatch(/^Dry run: 2 fixes in 2 translations of 2 files would be made; nothing was written\.$/m);
});

test('--json tells what was mended besides what is left', async () => {
  const root = await spaced();
  const context = record(root, { json: true });
  await check(context, spaceFix);
  const { fixes, findings, errors, warnings } = JSON.parse(context.printed.join('\n'));
  expect([findings, errors, warnings]).toEqual([[], 0, 0]);
  expect(fixes).toHaveLength(2);
  expect(fixes[1]).toMatchObject({ file: LOCKING, rule: 'double-spaces', made: true, refused: null });
});

test('statuses are what they were', async () => {
  const root = await spaced();
  const counts = async () => {
    const context = record(root, { json: true });
    await status(context, [], toolRoot);
    return JSON.parse(context.printed.join('\n')).versions;
  };
  const before = await counts();
  await fix(root);
  expect(await counts()).toEqual(before);
});

test('a catalog with a broken entry is mended around it', async () => {
  const root = await spaced();
  editFile(join(root, LOCKING), (text) => `${text}\n> A source  without marker\n译文  不动\n`);
  await fix(root);
  const text = readFileSync(join(root, LOCKING), 'utf8');
  expect(text).toContain('\n碰 一行的 三种方式\n');
  expect(text.endsWith('\n> A source  without marker\n译文  不动\n')).toBe(true);
});

test('while another process writes, nothing is mended', async () => {
  const root = await spaced();
  const before = digestOf(root);
  await withLock(root, { name: 'workspace', purpose: 'sync' }, async () => {
    const failure = await failureOf(check(record(root), spaceFix));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('sync')]);
  });
  expect(digestOf(root)).toEqual(before);
});

test('what is reported afterwards is true of the mended text on every page', async () => {
  const source = 'A row of the jar.';
  const entry = (target: string): Entry => ({ type: 'entry', key: keyOf(source), source, target, line: 0 });
  const { root } = handmade({ 'sql/jars': [entry('您的罐子的一行。')], 'sql/lids': [entry('你的罐子的一行。')] });
  const context = record(root);
  await check(context, { ...spaceFix, rules: ['wording', 'same-source'] });
  expect(context.printed.join('\n')).toMatch(/^1 fix in 1 translation of 1 file\.$/m);
  expect(context.printed.join('\n')).toMatch(/^No findings/m);
});

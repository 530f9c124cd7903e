import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importTranslation } from '../../tools/commands/import.ts';
import { status } from '../../tools/commands/status.ts';
import { sync } from '../../tools/commands/sync.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { putReview } from './helpers/ledger.ts';
import { failureOf, record } from './helpers/record.ts';
import { chinese, editFile, freshWorkspace, sample, toolRoot } from './helpers/shared.ts';

/** A workspace at 3.0, the release that the sample's translation was made from. */
let synced: string;

beforeAll(async () => {
  synced = temporary();
  await freshWorkspace(synced);
  await sync(record(synced), { pins: new Map([['3', 'REL_3_0']]) });
});

function workspace(): string {
  const root = temporary();
  cpSync(synced, root, { recursive: true });
  return root;
}

/** The same translation without markers and without English, as most projects keep theirs. */
function plainTree(edit: (text: string) => string = (text) => text): string {
  const to = temporary();
  const marked = /<!-- pgdoc-cn_start [\s\S]*?\n_{56}-->\n([\s\S]*?)<!-- pgdoc-cn_end [^\n]*-->\n?/g;
  for (const name of readdirSync(chinese.from, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.sgml')) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), edit(readFileSync(join(chinese.from, name), 'utf8').replace(marked, '$1')));
  }
  return to;
}

/** The catalogs' targets without the flags that speak of them. */
const catalogs = (root: string) =>
  [...contentsOf(root)].filter(([path]) => path.startsWith('translations/zh-CN/') && path.endsWith('.md'));

async function imported(options: Partial<Parameters<typeof importTranslation>[1]> = {}, root = workspace()) {
  const context = record(root, { json: true });
  const outcome = await importTranslation(context, { ...chinese, ...options });
  return { root, context, outcome, report: JSON.parse(context.printed.join('\n')) };
}

test('takes marked pairs into the catalogs, as machine unless told otherwise', async () => {
  const { root, outcome, report } = await imported({ as: 'machine' });
  expect(outcome).toBe(0);
  expect(report).toMatchObject({ version: '3', conflicts: 0, markers: { total: 109, broken: 0, unpaired: 0 } });
  expect(report.paired).toBeGreaterThan(100);
  expect(report.filled).toBeGreaterThan(100);
  expect(report.pages).toBeGreaterThan(10);
  const text = readFileSync(join(root, 'translations/zh-CN/tutorial/tutorial-open.md'), 'utf8');
  expect(text).toMatch(/> Opening a Drawer\n<!-- @[0-9a-f]{10} machine target=[0-9a-f]{10} -->\n打开抽屉\n/);
  const counts = record(root, { json: true });
  await status(counts, [], toolRoot);
  const [three] = JSON.parse(counts.printed.join('\n')).versions;
  expect(three.segments.machine).toBeGreaterThan(100);
  expect(three.segments).toMatchObject({ translated: 0, reviewed: 0 });
});

test('--as translated leaves no flag', async () => {
  const { root } = await imported();
  expect(catalogs(root).filter(([, text]) => /<!-- @\w+ .*machine/.test(text))).toEqual([]);
});

test('a second import writes no byte', async () => {
  const { root } = await imported();
  const before = digestOf(root);
  const again = await imported({}, root);
  expect(again.report).toMatchObject({ filled: 0, conflicts: 0, pages: 0 });
  expect(digestOf(root)).toEqual(before);
});

test('a dry run counts the same and writes nothing', async () => {
  const root = workspace();
  const before = digestOf(root);
  const context = record(root, { dryRun: true });
  await importTranslation(context, { ...chinese, report: 'import.md' });
  expect(context.printed.join('\n')).toMatch(/targets written[\s\S]*Dry run: nothing was written/);
  expect(digestOf(root)).toEqual(before);
});

test('a plain translated tree gives the same targets as the marked one', async () => {
  const marked = await imported();
  const plain = await imported({ from: plainTree() });
  expect(plain.report.markers.total).toBe(0);
  const plainCatalogs = new Map(catalogs(plain.root));
  const different = catalogs(marked.root).filter(([path, text]) => plainCatalogs.get(path) !== text);
  expect(different.map(([path]) => path)).toEqual([]);
});

test('CRLF and byte order marks change nothing', async () => {
  const plain = await imported({ from: plainTree() });
  const windows = await imported({ from: plainTree((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`) });
  expect(catalogs(windows.root)).toEqual(catalogs(plain.root));
});

test('a translation made from an older release is aligned with that release', async () => {
  const root = workspace();
  await sync(record(root), { pins: new Map() });
  const { report } = await imported({ from: plainTree(), base: 'REL_3_0' }, root);
  expect(report.filled).toBeGreaterThan(100);
  expect(report.notes.filter(({ kind }: { kind: string }) => kind === 'conflict')).toEqual([]);
});

test('what is in a catalog is never overwritten; the other wording is reported as a conflict', async () => {
  const root = workspace();
  const file = join(root, 'translations/zh-CN/tutorial/tutorial-open.md');
  editFile(file, (text) => text.replace(/(> Opening a Drawer\n<!-- @[0-9a-f]{10} -->\n)/, '$1拉开抽屉\n'));
  const { report } = await imported({ report: 'import.md' }, root);
  expect(readFileSync(file, 'utf8')).toMatch(/-->\n拉开抽屉\n/);
  expect(report.conflicts).toBe(1);
  const conflict = report.notes.find(({ kind }: { kind: string }) => kind === 'conflict');
  expect(conflict).toMatchObject({ page: 'tutorial-open', file: 'start.sgml', key: expect.stringMatching(/^\w{10}$/) });
  expect(conflict.message).toContain('打开抽屉');
  const written = readFileSync(join(root, 'import.md'), 'utf8');
  expect(written).toMatch(/## 1: another target was taken\n\n- start\.sgml:\d+, tutorial-open @\w{10}: /);
});

test('--replace overwrites drafts, never what a person wrote; the report has every old text whole', async () => {
  const root = workspace();
  const file = join(root, 'translations/zh-CN/tutorial/tutorial-open.md');
  const draft = '打开抽屉的草稿，一个程序写的';
  await imported({ as: 'machine', from: plainTree((text) => text.replaceAll('打开抽屉', draft)) }, root);
  expect(readFileSync(file, 'utf8')).toContain(draft);
  const before = digestOf(root);
  const dry = record(root, { dryRun: true });
  await importTranslation(dry, { ...chinese, replace: 'drafts' });
  expect(dry.printed.join('\n')).toMatch(/targets that gave way +[1-9]/);
  expect(digestOf(root)).toEqual(before);

  editFile(file, (text) => text.replace(/(\n-->|-->)\n(?!打开)(\S+)/, '$1\n$2（有人改过）'));
  const { report } = await imported({ replace: 'drafts', report: 'import.md' }, root);
  const after = readFileSync(file, 'utf8');
  expect(after).not.toContain(draft);
  expect(after).toContain('（有人改过）');
  expect(report.replaced).toBeGreaterThan(0);
  expect(report.conflicts).toBeGreaterThan(0);
  const written = readFileSync(join(root, 'import.md'), 'utf8');
  expect(written).toMatch(/targets that gave way[\s\S]*```diff\n {2}- 打开抽屉的草稿，一个程序写的\n {2}\+ 打开抽屉\n/);
});

test('--replace all leaves what was reviewed', async () => {
  const root = workspace();
  const draft = '打开抽屉的草稿';
  await imported({ as: 'machine', from: plainTree((text) => text.replaceAll('打开抽屉', draft)) }, root);
  const [reviewed] = putReview(root, 7, 'tutorial/tutorial-open.md', ({ target }) => target === draft);
  const { report } = await imported({ replace: 'all' }, root);
  const after = readFileSync(join(root, 'translations/zh-CN/tutorial/tutorial-open.md'), 'utf8');
  expect(after).toMatch(new RegExp(`@${reviewed?.key} machine target=\\w{10} -->\\n${draft}\\n`));
  expect(report.conflicts).toBeGreaterThan(0);
});

test('damaged markers are named with file and line, and all others are imported', async () => {
  const from = temporary();
  cpSync(chinese.from, from, { recursive: true });
  cpSync(join(sample, 'chinese-damaged'), from, { recursive: true });
  const { root, outcome, report } = await imported({ from });
  expect(outcome).toBe(0);
  const lines = readFileSync(join(from, 'locking.sgml'), 'utf8').split('\n');
  const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
  const notes: { file: string; line: number; kind: string; message: string }[] = report.notes;
  const at = (line: number) => notes.filter((note) => note.file === 'locking.sgml' && note.line === line);
  const doubledStart = lineOf('sig_en=7490e9d15f8d334ae983f093dff552cc');
  const near = notes.filter(({ file, line }) => file === 'locking.sgml' && Math.abs(line - doubledStart) <= 8);
  expect(near.length).toBeGreaterThan(0);
  expect(at(lineOf('pgdoc-cn_start sig_en=899a10864e26db38eb1d3b77859fd29a'))[0]?.message).toMatch(/no end/);
  expect(at(lineOf('pgdoc-cn_end sig_en=e8559ba6daaf91edafc2b087ec767b39') + 1)[0]?.message).toMatch(/no start/);
  expect(notes.filter(({ message }) => /names .*, its start in line/.test(message))).toHaveLength(1);
  expect(notes.filter(({ kind }) => kind === 'mismatch').map(({ file }) => file)).toContain('locking.sgml');
  const rows = readFileSync(join(root, 'translations/zh-CN/sql/locking-rows.md'), 'utf8');
  expect(rows).toMatch(/> Three Ways to Touch a Row\n<!-- @\w{10} -->\n碰一行的三种方式\n/);
  expect(readFileSync(join(root, 'translations/zh-CN/tutorial/tutorial-open.md'), 'utf8')).toContain('打开抽屉');
});

test.each<[string, Partial<Parameters<typeof importTranslation>[1]>, number, RegExp]>([
  ['an origin that project.yml has not', { origin: 'nobody' }, 2, /origin.*nobody.*origins:/],
  ['a version that project.yml has not', { version: '18' }, 2, /--version 18.*has 3, 2/],
  ['a folder that is not there', { from: '/nowhere/at/all' }, 2, /\/nowhere\/at\/all/],
  ['a base that upstream has not', { base: 'REL_3_7' }, 3, /REL_3_7.*nearest/],
])('refuses %s, and writes nothing', async (_, options, exitCode, message) => {
  const before = digestOf(synced);
  const failure = await failureOf(importTranslation(record(synced), { ...chinese, ...options }));
  expect([failure.exitCode, failure.message]).toEqual([exitCode, expect.stringMatching(message)]);
  expect(digestOf(synced)).toEqual(before);
});

test('refuses a folder without a single translated file, rather than importing nothing', async () => {
  const failure = await failureOf(importTranslation(record(workspace()), { ...chinese, from: temporary() }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/\.sgml/)]);
});

test('a report cannot be written outside the workspace', async () => {
  const root = workspace();
  const before = digestOf(root);
  const failure = await failureOf(importTranslation(record(root), { ...chinese, report: '../import.md' }));
  expect(failure.exitCode).toBe(2);
  expect(digestOf(root)).toEqual(before);
});

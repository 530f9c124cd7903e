import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { build } from '../../tools/commands/build.ts';
import { importTranslation } from '../../tools/commands/import.ts';
import { sync } from '../../tools/commands/sync.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { chinese, copyWorkspace, editFile, freshWorkspace, sampleUpstream, toolRoot } from './helpers/shared.ts';
import { writeProject, writeUpstream } from './helpers/upstream.ts';

const noPins = { pins: new Map<string, string>() };
const at = (...pins: [string, string][]) => ({ pins: new Map(pins) });
const lockOf = (root: string) => readFileSync(join(root, 'translations/upstream.lock.yml'), 'utf8');
const catalog = (root: string, path: string) => readFileSync(join(root, 'translations/zh-CN', path), 'utf8');
const language = (root: string) =>
  digestOf(root).filter((line) => line.startsWith('translations/zh-CN/') && line.includes('.md '));

async function fresh(): Promise<string> {
  const root = temporary();
  await freshWorkspace(root);
  return root;
}

test('writes a file a page below its part, and pins the newest release of each version', async () => {
  const root = await fresh();
  const context = record(root, { json: true });
  expect(await sync(context, noPins)).toBe(0);
  expect(lockOf(root)).toMatch(/ref: "REL_3_1"[\s\S]*release: "3.1"[\s\S]*ref: "REL_2_1"/);
  expect(catalog(root, 'sql/locking-rows.md')).toMatch(
    /^# locking-rows\n\n> Three Ways to Touch a Row\n<!-- @[0-9a-f]{10} -->\n/,
  );
  const report = JSON.parse(context.printed.join('\n'));
  const three = report.versions[0];
  expect(three).toMatchObject({ version: '3', from: null, to: '3.1', pages: { removed: 0, changed: 0 } });
  expect(three.pages.added).toBeGreaterThan(50);
  expect(three.segments.new).toBeGreaterThan(300);
  expect(Object.keys(three.segments)).toEqual(['kept', 'rekeyed', 'stale', 'filled', 'new', 'gone']);
});

test('a second run writes no byte', async () => {
  const root = await fresh();
  await sync(record(root), noPins);
  const before = digestOf(root);
  const context = record(root);
  await sync(context, noPins);
  expect(digestOf(root)).toEqual(before);
  expect(context.printed.join('\n')).toContain('0 files written');
});

test('a dry run shows the change and makes none', async () => {
  const root = await fresh();
  const before = digestOf(root);
  const context = record(root, { dryRun: true });
  expect(await sync(context, { ...noPins, report: 'sync.md' })).toBe(0);
  expect(digestOf(root)).toEqual(before);
  expect(context.printed.join('\n')).toMatch(/new → 3\.1[\s\S]*Dry run: nothing was written/);
});

test('from 3.0 to 3.1: what changed upstream, and nothing else', async () => {
  const root = await fresh();
  await sync(record(root), at(['3', 'REL_3_0']));
  await importTranslation(record(root), chinese);
  const old = catalog(root, 'admin/config-naps.md');
  const before = contentsOf(root);
  const context = record(root, { json: true });
  await sync(context, { ...noPins, report: 'sync.md' });
  const { versions } = JSON.parse(context.printed.join('\n'));
  expect(versions[0]).toMatchObject({ from: '3.0', to: '3.1', pages: { added: 2, removed: 0 } });
  expect(versions[0].segments).toMatchObject({ rekeyed: 1, stale: 4 });
  expect(versions[1].segments).toMatchObject({ rekeyed: 0, stale: 0, new: 0, gone: 0 });

  const report = readFileSync(join(root, 'sync.md'), 'utf8');
  expect(report).toMatch(/- added: `monitoring-naps`/);
  expect(report).toMatch(/\*\*rekeyed\*\*.*tinyrowd/);
  expect(report).toMatch(/\*\*stale\*\*.*~~befor~~ ?\*\*before\*\*/);
  // A paragraph split in two: either half has the whole old target to mend.
  expect(report.match(/\*\*stale\*\*.*There is no `FROM`/g)).toHaveLength(2);

  const stale = catalog(root, 'admin/config-naps.md');
  const target = old.split('\n').find((line) => line.startsWith('客人等待一行多久'));
  expect(stale).toMatch(/stale was=[0-9a-f]{10} target=[0-9a-f]{10}\n> How long a guest waits for a row befor the/);
  expect(stale).toContain(target);
  expect(catalog(root, 'tutorial/tutorial-open.md')).toMatch(/same=[0-9a-f]{10} -->\n\S/);

  const touched = [...contentsOf(root)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(touched.sort()).toEqual([
    'sync.md',
    'translations/upstream.lock.yml',
    'translations/zh-CN/admin/config-naps.md',
    'translations/zh-CN/admin/monitoring-naps.md',
    'translations/zh-CN/appendixes/features-supported-list.md',
    'translations/zh-CN/appendixes/features-unsupported-list.md',
    'translations/zh-CN/appendixes/release-3-1.md',
    'translations/zh-CN/tutorial/tutorial-jars.md',
    'translations/zh-CN/tutorial/tutorial-open.md',
  ]);
});

test('there and back again leaves the files as they were', async () => {
  const root = temporary();
  await copyWorkspace(root);
  await sync(record(root), at(['3', 'REL_3_0']));
  await sync(record(root), noPins);
  const before = digestOf(root);
  await sync(record(root), at(['3', 'REL_3_0']));
  expect(digestOf(root)).not.toEqual(before);
  await sync(record(root), noPins);
  expect(digestOf(root)).toEqual(before);
});

test.each([
  ['a branch', 'master', 'master'],
  ['a tag', 'REL_3_RC1', 'REL_3_RC1'],
])('--pin takes %s for one run', async (_, ref, pinned) => {
  const root = await fresh();
  expect(await sync(record(root), at(['3', ref]))).toBe(0);
  expect(lockOf(root)).toContain(`ref: "${pinned}"`);
  await sync(record(root), noPins);
  expect(lockOf(root)).toContain('ref: "REL_3_1"');
});

test('--pin takes a commit, whole or abbreviated', async () => {
  const root = await fresh();
  const commit = execFileSync('git', ['-C', await sampleUpstream(), 'rev-parse', 'REL_3_0'], {
    encoding: 'utf8',
  }).trim();
  await sync(record(root), at(['3', commit]));
  const whole = digestOf(root);
  expect(lockOf(root)).toContain(`commit: "${commit}"`);
  await sync(record(root), noPins);
  await sync(record(root), at(['3', commit.slice(0, 10)]));
  expect(digestOf(root)).toEqual(whole);
});

test.each([
  ['a ref that upstream has not', ['3', 'REL_3_9'], 3, /REL_3_9.*nearest.*REL_3_/],
  ['a version that the project has not', ['18', 'master'], 2, /no version 18; it has 3, 2/],
] as const)('refuses %s, and writes nothing', async (_, pin, exitCode, message) => {
  const root = await fresh();
  const before = digestOf(root);
  const failure = await failureOf(sync(record(root), at([...pin])));
  expect([failure.exitCode, failure.message]).toEqual([exitCode, expect.stringMatching(message)]);
  expect(digestOf(root)).toEqual(before);
});

test('the same catalogs from a path, a file:// address, a bundle and a plain folder', async () => {
  const upstream = await sampleUpstream();
  const work = temporary();
  const bundle = join(work, 'manual.bundle');
  execFileSync('git', ['-C', upstream, 'bundle', 'create', '-q', bundle, '--all']);
  await writeUpstream(join(work, 'folder'));
  const places = [upstream, `file://${upstream}`, bundle, join(work, 'folder')];
  const catalogs = [];
  for (const [index, place] of places.entries()) {
    const root = join(work, String(index));
    writeProject(root, place);
    await sync(record(root), noPins);
    catalogs.push(language(root));
  }
  expect(catalogs[0]?.length).toBeGreaterThan(50);
  for (const other of catalogs.slice(1)) expect(other).toEqual(catalogs[0]);
});

test('pinned and fetched, neither sync nor build needs upstream any more', async () => {
  const work = temporary();
  const upstream = join(work, 'upstream.git');
  cpSync(await sampleUpstream(), upstream, { recursive: true });
  const root = join(work, 'manual');
  writeProject(root, `file://${upstream}`);
  await sync(record(root), at(['3', 'REL_3_0']));
  const before = digestOf(root);
  rmSync(upstream, { recursive: true });
  expect(await sync(record(root), at(['3', 'REL_3_0']))).toBe(0);
  expect(digestOf(root)).toEqual(before);
  const out = join(work, 'site');
  expect(await build(record(root), { out, versions: undefined, search: false, toolRoot })).toBe(0);
  const failure = await failureOf(sync(record(root), noPins));
  expect([failure.exitCode, failure.message]).toEqual([3, expect.stringContaining(upstream)]);
  expect(digestOf(root)).toEqual(before);
});

test('one more version moves no entry and loses no target', async () => {
  const work = temporary();
  const upstream = await sampleUpstream();
  writeProject(work, upstream);
  await sync(record(work), at(['3', 'REL_3_0']));
  await importTranslation(record(work), chinese);
  const before = contentsOf(work);
  editFile(join(work, 'translations/project.yml'), (text) => `${text}  - { name: "2", ref: REL_2_STABLE }\n`);
  await sync(record(work), at(['3', 'REL_3_0']));
  const after = contentsOf(work);
  const entriesOf = (text: string | undefined, path: string) =>
    parseCatalog(
      Buffer.from(text ?? '', 'latin1').toString('utf8'),
      path,
      path.replace(/^.*\/|\.md$/g, ''),
    ).catalog.items.flatMap((item) => (item.type === 'entry' ? [item] : []));
  let added = 0;
  for (const [path, text] of before) {
    if (!path.endsWith('.md')) continue;
    const old = entriesOf(text, path).map(({ key, target }) => `${key} ${target}`);
    const now = entriesOf(after.get(path), path).map(({ key, target }) => `${key} ${target}`);
    expect(
      now.filter((line) => old.includes(line)),
      path,
    ).toEqual(old);
    added += now.length - old.length;
  }
  expect(added).toBeGreaterThan(5);
  expect(after.has('translations/zh-CN/tutorial/tutorial-floppy.md')).toBe(true);
});

test('a page that moves to another part takes its targets along, and one that is gone goes', async () => {
  const root = temporary();
  writeProject(root, await sampleUpstream(), '  - { name: "3", ref: REL_3_STABLE }');
  await sync(record(root), at(['3', 'REL_2_1']));
  const moved = join(root, 'translations/zh-CN/admin/locking.md');
  editFile(moved, (text) => text.replace(/(> Sharing Rows\n<!-- @[0-9a-f]{10} -->\n)/, '$1共享行\n'));
  await sync(record(root), noPins);
  const files = [...contentsOf(root).keys()];
  expect(files).not.toContain('translations/zh-CN/admin/locking.md');
  expect(files).not.toContain('translations/zh-CN/tutorial/tutorial-floppy.md');
  expect(catalog(root, 'sql/locking.md')).toContain('-->\n共享行\n');
});

test('what a person writes is never touched, not even a broken entry: sync refuses first', async () => {
  const root = temporary();
  await copyWorkspace(root);
  editFile(join(root, 'translations/zh-CN/sql/locking.md'), (text) => text.replace('<!-- @', '<!-- @zz'));
  const before = digestOf(root);
  const context = record(root);
  const failure = await failureOf(sync(context, at(['3', 'REL_3_0'])));
  expect([failure.exitCode, failure.message]).toEqual([1, expect.stringContaining('Nothing was written')]);
  expect(context.told.join('\n')).toMatch(/^translations\/zh-CN\/sql\/locking\.md:4: error: .*10 hex digits/m);
  expect(digestOf(root)).toEqual(before);
});

test('a report that would lead out of the workspace or into the catalogs is refused before anything is fetched', async () => {
  const root = await fresh();
  symlinkSync('translations', join(root, 'linked'));
  const before = digestOf(root);
  for (const report of [
    '/tmp/sync.md',
    '../sync.md',
    'translations/project.yml',
    'linked/project.yml',
    'Translations/x.md',
  ]) {
    const failure = await failureOf(sync(record(root), { pins: new Map(), report }));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining(report)]);
  }
  expect(existsSync(join(root, '.cache/upstream.git'))).toBe(false);
  expect(digestOf(root)).toEqual(before);
});

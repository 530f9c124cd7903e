/** Versions come, go, and take turns at being the current one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { current } from '../../tools/commands/current.ts';
import { status } from '../../tools/commands/status.ts';
import { sync } from '../../tools/commands/sync.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

const noPins = { pins: new Map<string, string>() };
const projectOf = (root: string) => join(root, 'translations/project.yml');

async function workspace(): Promise<string> {
  const root = temporary();
  await copyWorkspace(root);
  return root;
}

function entriesOf(root: string): readonly Entry[] {
  return [...contentsOf(join(root, 'translations/zh-CN'))]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path]) => {
      const text = readFileSync(join(root, 'translations/zh-CN', path), 'utf8');
      return parseCatalog(text, path, path.replace(/^.*\/|\.md$/g, '')).catalog.items as readonly Entry[];
    });
}

async function countsOf(root: string): Promise<unknown> {
  const context = record(root, { json: true });
  await status(context, [], toolRoot);
  return JSON.parse(context.printed.join('\n')).versions;
}

test('another version becomes the current one: project.yml and every catalog, and no target is lost', async () => {
  const root = await workspace();
  const before = entriesOf(root);
  const counts = await countsOf(root);
  const project = readFileSync(projectOf(root), 'utf8');
  expect(before.some(({ versions }) => versions?.join() === '2')).toBe(true);
  expect(await current(record(root), { version: '2' })).toBe(0);
  const after = entriesOf(root);
  const targets = (entries: readonly Entry[]) => entries.map(({ key, target }) => `${key} ${target}`).sort();
  expect(targets(after)).toEqual(targets(before));
  expect(after.filter(({ versions }) => versions?.includes('2'))).toEqual([]);
  expect(after.some(({ versions }) => versions?.join() === '3')).toBe(true);
  expect(await countsOf(root)).toEqual(counts);
  const changed = readFileSync(projectOf(root), 'utf8');
  expect(changed.match(/current: true/g)).toHaveLength(1);
  expect(changed).toMatch(/name: "2".*current: true/);
  expect(changed.split('\n').filter((line) => line.startsWith('#'))).toEqual(
    project.split('\n').filter((line) => line.startsWith('#')),
  );

  const laidOut = digestOf(root);
  await sync(record(root), noPins);
  expect(digestOf(root)).toEqual(laidOut);
  await current(record(root), { version: '2' });
  expect(digestOf(root)).toEqual(laidOut);
});

test('there and back again', async () => {
  const root = await workspace();
  await current(record(root), { version: '3' });
  const before = digestOf(root).filter((line) => line.includes('.md '));
  await current(record(root), { version: '2' });
  await current(record(root), { version: '3' });
  expect(digestOf(root).filter((line) => line.includes('.md '))).toEqual(before);
});

test('a dry run says how much would be laid out anew, and writes nothing', async () => {
  const root = await workspace();
  const before = digestOf(root);
  const context = record(root, { dryRun: true });
  await current(context, { version: '2', report: 'current.md' });
  expect(context.printed.join('\n')).toMatch(/Dry run: nothing was written \([1-9]\d* catalogs/);
  expect(digestOf(root)).toEqual(before);
});

test('a report cannot take the place of what people edit', async () => {
  const root = await workspace();
  const before = digestOf(root);
  for (const report of ['../current.md', 'translations/project.yml']) {
    const failure = await failureOf(current(record(root), { version: '2', report }));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining(report)]);
  }
  expect(digestOf(root)).toEqual(before);
});

test('sync refuses catalogs that are laid out for another version, and names the command', async () => {
  const root = await workspace();
  editFile(projectOf(root), (text) =>
    text.replace(/, current: true/, '').replace(/(name: "2"[^}]*?) }/, '$1, current: true }'),
  );
  const before = digestOf(root);
  const failure = await failureOf(sync(record(root), noPins));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc current 2')]);
  expect(digestOf(root)).toEqual(before);
  expect(await current(record(root), { version: '2' })).toBe(0);
  expect(await sync(record(root), noPins)).toBe(0);
});

test('a version that was never synced cannot be the current one', async () => {
  const root = await workspace();
  const failure = await failureOf(current(record(root), { version: '9' }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/no version 9; it has 3, 2/)]);
  editFile(projectOf(root), (text) =>
    text.replace(/^versions:$/m, 'versions:\n  - { name: "4", ref: master, follow: branch }'),
  );
  const unpinned = await failureOf(current(record(root), { version: '4' }));
  expect([unpinned.exitCode, unpinned.message]).toEqual([2, expect.stringContaining('pgdoc sync')]);
  editFile(projectOf(root), (text) => text.replace(/, current: true/, ''));
  const refused = await failureOf(sync(record(root), noPins));
  expect([refused.exitCode, refused.message]).toEqual([2, expect.stringContaining('pgdoc current 4')]);
});

test('a version that is dropped takes only what no other has, says so first, and its targets are kept aside', async () => {
  const root = await workspace();
  const mark = entriesOf(root).find(({ versions, target }) => versions?.join() === '2' && target === '');
  expect(mark).toBeDefined();
  const path = [...contentsOf(root)].find(([, text]) => text.includes(`<!-- @${mark?.key} 2 -->`))?.[0] ?? '';
  editFile(join(root, path), (text) => text.replace(`<!-- @${mark?.key} 2 -->`, `$&\n只有旧版有的话`));
  const before = entriesOf(root);
  editFile(projectOf(root), (text) => text.replace(/^ *- \{ name: "2".*\n/m, ''));
  const files = digestOf(root);

  const dry = record(root, { dryRun: true });
  await sync(dry, noPins);
  const own = before.filter(({ versions }) => versions?.join() === '2').length;
  expect(dry.printed.join('\n')).toMatch(new RegExp(`Version 2 is dropped: ${own} segments .* leave \\d+ pages`));
  expect(digestOf(root)).toEqual(files);

  const context = record(root, { json: true });
  await sync(context, { ...noPins, report: 'sync.md' });
  const { dropped, versions } = JSON.parse(context.printed.join('\n'));
  expect(dropped).toMatchObject([{ version: '2', segments: own }]);
  expect(versions).toHaveLength(1);
  expect(entriesOf(root).map(({ key, target }) => `${key} ${target}`)).toEqual(
    before.filter(({ versions: only }) => only?.join() !== '2').map(({ key, target }) => `${key} ${target}`),
  );
  expect(readFileSync(join(root, 'sync.md'), 'utf8')).toMatch(/Version 2 is dropped[\s\S]*> 只有旧版有的话/);
  const gone = [...contentsOf(join(root, 'translations/gone'))].map(([, text]) =>
    Buffer.from(text, 'latin1').toString(),
  );
  expect(gone.join('\n')).toContain('只有旧版有的话');

  editFile(projectOf(root), (text) =>
    text.replace(/^versions:[^\n]*\n( *- .*\n)/m, '$&  - { name: "2", ref: REL_2_STABLE }\n'),
  );
  await sync(record(root), noPins);
  expect(entriesOf(root).find(({ key }) => key === mark?.key)?.target).toBe('只有旧版有的话');
  expect([...contentsOf(root).keys()].filter((name) => name.includes('/gone/'))).toEqual([]);
});

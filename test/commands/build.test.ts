import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../tools/commands/assemble.ts';
import { build } from '../../tools/commands/build.ts';
import { sync } from '../../tools/commands/sync.ts';
import { digestOf } from './helpers/folder.ts';
import { textOf } from './helpers/html.ts';
import { checkLinks } from './helpers/links.ts';
import { failureOf, record } from './helpers/record.ts';
import { buildOptions, builtSite, editFile, workspaceToBuild } from './helpers/shared.ts';

test('the same workspace gives the same bytes, wherever it lies and whatever was there before', async () => {
  const { root, out } = await workspaceToBuild();
  cpSync(await builtSite(), out, { recursive: true });
  writeFileSync(join(out, 'docs/3/old-page.html'), 'gone upstream since');
  const before = digestOf(root);
  expect(await build(record(root), { ...buildOptions(out), search: true, full: true })).toBe(0);
  expect(digestOf(out)).toEqual(digestOf(await builtSite()));
  expect(digestOf(root)).toEqual(before);
});

test('--version builds that part of the site alone; it leads to the other versions as the whole site does', async () => {
  const { root, out } = await workspaceToBuild();
  const context = record(root, { json: true });
  expect(await build(context, { ...buildOptions(out), versions: ['2'] })).toBe(0);
  expect(JSON.parse(context.printed.join('\n'))).toMatchObject({ out, versions: ['2'] });
  expect([existsSync(join(out, 'docs/2/index.html')), existsSync(join(out, 'docs/3'))]).toEqual([true, false]);
  const elsewhere = /(?:docs|\.\.)\/(?:3|current)\//;
  expect(checkLinks(out).broken.filter((link) => !elsewhere.test(link))).toEqual([]);
});

test('parts that were built version by version join into the bytes of one build', async () => {
  const { root, out } = await workspaceToBuild();
  await build(record(root), buildOptions(out));
  const parts = ['3', '2'].map((version) => ({ version, out: `${out}-${version}` }));
  for (const part of parts) await build(record(root), { ...buildOptions(part.out), versions: [part.version] });
  const joined = `${out}-joined`;
  expect(await assemble(record(root), { parts: parts.map((part) => part.out), out: joined })).toBe(0);
  expect(digestOf(joined)).toEqual(digestOf(out));
  writeFileSync(join(parts[0]?.out ?? '', 'blog/index.html'), 'of another day');
  const failure = await failureOf(assemble(record(root), { parts: parts.map((part) => part.out), out: joined }));
  expect([failure.exitCode, failure.message]).toEqual([1, expect.stringContaining('blog/index.html differs')]);
  expect(digestOf(joined)).toEqual(digestOf(out));
});

describe('a build after a change', () => {
  const changes: Readonly<Record<string, (root: string) => void>> = {
    'of a paragraph': (root) => replace(root, 'zh-CN/admin/config-naps.md', '客人等待一行多久', '客人要等一行多久'),
    'of a title that other pages show': (root) =>
      replace(root, 'zh-CN/sql/locking-rows.md', '碰一行的三种方式', '三种碰法'),
    'of a new translation': (root) =>
      editFile(join(root, 'translations/zh-CN/appendixes/glossary.md'), (text) =>
        text.replace(/(-->\n)\n/g, '$1某个词\n\n'),
      ),
    'of the words of the index': (root) =>
      editFile(join(root, 'translations/zh-CN/tutorial/tutorial-open.md'), (text) =>
        text.replace(/(index -->\n)抽屉\n/, '$1大抽屉\n'),
      ),
    'of the configuration': (root) => replace(root, 'project.yml', 'TinyRow 中文手册', 'TinyRow 手册'),
    'of an article': (root) =>
      editFile(join(root, 'docs/faq/drawer-full.md'), (text) => text.replace('怎么办', '该怎么办')),
    'by somebody in the site itself': () => {},
  };
  const replace = (root: string, path: string, from: string, to: string): void =>
    editFile(join(root, 'translations', path), (text) => text.replace(from, to));

  test.each(Object.keys(changes))('%s is the same site as one made anew', async (name) => {
    const { root, out } = await workspaceToBuild();
    await build(record(root), buildOptions(out));
    changes[name]?.(root);
    writeFileSync(join(out, 'docs/3/locking.html'), 'tampered with');
    rmSync(join(out, 'docs/2/locking.html'));
    await build(record(root), buildOptions(out));
    // In another folder nothing is kept but the shell, which knows only the configuration and what sections there are.
    const full = /configuration|article/.test(name);
    await build(record(root), { ...buildOptions(`${out}-anew`), full });
    expect(digestOf(out)).toEqual(digestOf(`${out}-anew`));
  });
});

test('refuses a version that the project has not', async () => {
  const { root, out } = await workspaceToBuild();
  const failure = await failureOf(build(record(root), { ...buildOptions(out), versions: ['4'] }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/--version 4.*3, 2/)]);
  expect(existsSync(out)).toBe(false);
});

test('a version without a pin asks for a sync', async () => {
  const { root, out } = await workspaceToBuild();
  rmSync(join(root, 'translations/upstream.lock.yml'));
  const failure = await failureOf(build(record(root), buildOptions(out)));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc sync')]);
  expect(existsSync(out)).toBe(false);
});

describe('the folder that was there', () => {
  test('is refused when pgdoc did not make it', async () => {
    const { root, out } = await workspaceToBuild();
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'years of work');
    const failure = await failureOf(build(record(root), buildOptions(out)));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc did not make')]);
    expect(digestOf(out)).toHaveLength(1);
  });

  test('cannot be the workspace itself', async () => {
    const { root } = await workspaceToBuild();
    const before = digestOf(root);
    const failure = await failureOf(build(record(root), buildOptions(root)));
    expect(failure.exitCode).toBe(2);
    expect(digestOf(root)).toEqual(before);
  });

  test('stays as it was when the build fails', async () => {
    const { root, out } = await workspaceToBuild();
    cpSync(await builtSite(), out, { recursive: true });
    const before = digestOf(out);
    writeFileSync(join(root, 'docs/blog/bad.md'), '---\ntitle: Bad\nhead: [[script, {}, alert(1)]]\n---\nText.\n');
    const context = record(root);
    const failure = await failureOf(build(context, buildOptions(out)));
    expect([failure.exitCode, failure.message]).toEqual([1, expect.stringContaining('nothing was built')]);
    expect(context.told.join('\n')).toMatch(/^docs\/blog\/bad\.md:3: error: .*`head`/m);
    expect(digestOf(out)).toEqual(before);
    expect(existsSync(join(out, '../.site.pgdoc-new'))).toBe(false);
  });

  test('has nothing beside it when a manual cannot be read while the site is laid out', async () => {
    const { root, out } = await workspaceToBuild();
    for (const kept of ['shells', 'outlines']) rmSync(join(root, '.cache', kept), { recursive: true });
    editFile(join(root, 'translations/upstream.lock.yml'), (text) =>
      text.replace(/commit: "\w{8}/g, 'commit: "00000000'),
    );
    const failure = await failureOf(build(record(root), buildOptions(out)));
    expect(failure.exitCode).toBe(3);
    expect([existsSync(out), existsSync(join(out, '../.site.pgdoc-new'))]).toEqual([false, false]);
  });
});

test('a broken entry of a catalog is a warning to the builder: the page shows its English', async () => {
  const { root, out } = await workspaceToBuild();
  const path = 'translations/zh-CN/sql/locking-rows.md';
  editFile(join(root, path), (text) => text.replace('> Three Ways', '> Four Ways'));
  const context = record(root);
  expect(await build(context, buildOptions(out))).toBe(0);
  expect(context.told.join('\n')).toMatch(new RegExp(`^${path}:3: .*does not match its key`, 'm'));
  const text = textOf(readFileSync(join(out, 'docs/3/locking-rows.html'), 'utf8').split('<article')[1] ?? '');
  expect(text).toContain('Three Ways to Touch a Row');
  expect(text).not.toMatch(/碰一行的三种方式|Four Ways/);
});

test('a page that went upstream is gone from the next site', async () => {
  const { root, out } = await workspaceToBuild();
  await build(record(root), buildOptions(out));
  expect(existsSync(join(out, 'docs/3/monitoring-naps.html'))).toBe(true);
  await sync(record(root), { pins: new Map([['3', 'REL_3_0']]) });
  await build(record(root), buildOptions(out));
  expect(existsSync(join(out, 'docs/3/monitoring-naps.html'))).toBe(false);
  expect(existsSync(join(out, 'docs/current/monitoring-naps.html'))).toBe(false);
});

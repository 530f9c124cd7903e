/** PO files that go out and come back, with work in them or none. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPo } from '../../tools/commands/export.ts';
import { sync } from '../../tools/commands/sync.ts';
import { readPo } from '../../tools/po/read.ts';
import { complaintsOf, gettextAbsence, gettextAtHand, rewrite } from '../po/gettext.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { catalog, copyOf, exported, imported, mend, OPENING, PAGE, poFiles, twoWorkspaces } from './helpers/po.ts';
import { failureOf, record } from './helpers/record.ts';
import { editFile } from './helpers/shared.ts';

let older: string;
let newer: string;

beforeAll(async () => {
  ({ older, newer } = await twoWorkspaces());
});

const workspace = (from = newer) => copyOf(from);

describe('a round trip', () => {
  test('changes no byte of the workspace, nor of the files when they are exported again', async () => {
    const root = workspace();
    const before = digestOf(root);
    const folder = await exported(root);
    expect(poFiles(folder)).toEqual(
      [...contentsOf(join(root, 'translations/zh-CN')).keys()]
        .filter((path) => path.endsWith('.md'))
        .map((path) => path.replace(/md$/, 'po')),
    );
    expect(existsSync(join(folder, '.cache'))).toBe(false);
    const result = await imported(root, folder);
    expect(result).toMatchObject({ outcome: 0, taken: 0, accepted: 0, older: 0, notes: [] });
    expect(result.unchanged).toBe(result.messages);
    expect(digestOf(root)).toEqual(before);
    const files = digestOf(folder);
    await exported(root, {}, folder);
    expect(digestOf(folder)).toEqual(files);
  });

  test('through one file gives the same messages in the same order', async () => {
    const root = workspace();
    const before = digestOf(root);
    const folder = await exported(root);
    const single = join(temporary(), 'all.po');
    await exported(root, { to: { file: single } });
    const texts = (text: string) => readPo(text).messages.map(({ line: _, ...message }) => message);
    const byPage = poFiles(folder).flatMap((path) => texts(readFileSync(join(folder, path), 'utf8')));
    expect(texts(readFileSync(single, 'utf8'))).toEqual(byPage);
    expect(await imported(root, single)).toMatchObject({ outcome: 0, unchanged: byPage.length, pages: 0 });
    expect(digestOf(root)).toEqual(before);
  });

  test.skipIf(!gettextAtHand)(`through gettext's tools changes nothing either${gettextAbsence}`, async () => {
    const root = workspace();
    const before = digestOf(root);
    const folder = await exported(root);
    for (const path of poFiles(folder)) {
      const file = join(folder, path);
      expect(complaintsOf(file)).toBe('');
      rewrite('msgcat', ['--width=60'], file);
      rewrite('msgattrib', ['--no-obsolete', '--sort-by-file'], file);
    }
    const result = await imported(root, folder);
    expect(result).toMatchObject({ outcome: 0, notes: [] });
    expect(result.unchanged).toBe(result.messages);
    expect(digestOf(root)).toEqual(before);
  });
});

test('what a message says beside its text', async () => {
  const folder = await exported(newer);
  const all = poFiles(folder)
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
  expect(all).toMatch(
    /#\. The translation was made for an older English text\.\n#\. machine draft: .*\n#\. pgdoc: target=\w{10} stale machine\n#: translations\/zh-CN\/\S+\.md\n#, fuzzy\n#\| msgid "[\s\S]*?\nmsgctxt "/,
  );
  expect(all).toMatch(/#\. only in version 2\n/);
  expect(all).toMatch(/#\. index term\n/);
  expect(readFileSync(join(folder, PAGE.po), 'utf8')).toMatch(
    /msgctxt "tutorial-open:\w{10}"\nmsgid "Opening a Drawer"/,
  );
});

test('a message mended outside is taken, and nothing else is touched', async () => {
  const root = workspace();
  const before = contentsOf(root);
  const folder = await exported(root);
  mend(folder, '拉开抽屉');
  expect(await imported(root, folder)).toMatchObject({ outcome: 0, taken: 1, pages: 1 });
  const changed = [...contentsOf(root)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([`translations/zh-CN/${PAGE.md}`]);
  expect(catalog(root, PAGE.md)).toMatch(/> Opening a Drawer\n<!-- @\w{10} -->\n拉开抽屉\n/);
  const after = digestOf(root);
  expect(await imported(root, folder)).toMatchObject({ outcome: 0, taken: 0, pages: 0 });
  expect(digestOf(root)).toEqual(after);
});

test('a dry run counts the same and writes nothing', async () => {
  const root = workspace();
  const folder = await exported(root);
  mend(folder, '拉开抽屉');
  const before = digestOf(root);
  expect(await imported(root, folder, 'po.md', true)).toMatchObject({ taken: 1, pages: 1 });
  expect(digestOf(root)).toEqual(before);
  const to = join(temporary(), 'new');
  const context = record(root, { dryRun: true });
  await exportPo(context, { to: { folder: to }, pages: [], overwrite: false });
  expect(context.printed.join('\n')).toMatch(/Dry run: nothing was written \(\d+ would be\)/);
  expect(existsSync(to)).toBe(false);
});

test('what both sides have changed stays here, and the report has both texts', async () => {
  const root = workspace();
  const folder = await exported(root);
  mend(folder, '外面的抽屉');
  editFile(join(root, 'translations/zh-CN', PAGE.md), (text) => text.replace('\n打开抽屉\n', '\n此处的抽屉\n'));
  const kept = catalog(root, PAGE.md);
  const { outcome, conflicts, notes } = await imported(root, folder, 'po.md');
  expect([outcome, conflicts]).toEqual([1, 1]);
  const line = readFileSync(join(folder, PAGE.po), 'utf8').split('\n').indexOf('msgid "Opening a Drawer"') + 1;
  expect(notes[0]).toMatchObject({ file: PAGE.po, line, here: '此处的抽屉', outside: '外面的抽屉' });
  expect(catalog(root, PAGE.md)).toBe(kept);
  const report = readFileSync(join(root, 'po.md'), 'utf8');
  for (const text of ['Opening a Drawer', '此处的抽屉', '外面的抽屉', `${PAGE.po}:${line}`])
    expect(report).toContain(text);
});

test('an export of before a sync comes back as translations of the older English', async () => {
  const root = workspace(older);
  const folder = await exported(root);
  const mended = new Map<string, string>();
  for (const path of poFiles(folder))
    editFile(
      join(folder, path),
      (text) =>
        `${text.replace(/#, fuzzy\n(msgctxt ".*:(\w+)"\n(?:msgid|").*\n(?:".*\n)*msgstr )"(?=.)/g, (_, head, key) => {
          mended.set(key, path);
          return `${head}"改${key}`;
        })}\n`,
    );
  await sync(record(root), { pins: new Map() });
  const result = await imported(root, folder, 'po.md');
  expect(result.older).toBeGreaterThan(0);
  expect(result.conflicts).toBe(0);
  const all = [...contentsOf(join(root, 'translations/zh-CN'))].map(([, text]) =>
    Buffer.from(text, 'latin1').toString(),
  );
  const report = readFileSync(join(root, 'po.md'), 'utf8');
  const text = `${all.join('\n')}\n${report}`;
  expect([...mended.keys()].filter((key) => !text.includes(`改${key}`))).toEqual([]);
  // A text whose English has changed since is stale, with that English.
  const stale = [...all.join('\n').matchAll(/<!-- @(\w+) stale was=(\w+) [^>]*?\n> .*\n-->\n改(\w+)/g)];
  expect(stale.length).toBe(result.older);
  expect(stale.every(([, key, was, from]) => was === from && key !== from)).toBe(true);
});

describe('an export over files with work in them', () => {
  test('is refused until they are imported, or thrown away on demand', async () => {
    const root = workspace();
    const folder = await exported(root);
    mend(folder, '拉开抽屉');
    const before = digestOf(folder);
    const again = { to: { folder }, pages: [], overwrite: false };
    const refused = await failureOf(exportPo(record(root), again));
    expect([refused.exitCode, refused.message]).toEqual([
      1,
      expect.stringMatching(/tutorial-open\.po[\s\S]*import --format po/),
    ]);
    expect(digestOf(folder)).toEqual(before);
    const other = workspace(root);
    await imported(root, folder);
    expect(await exportPo(record(root), again)).toBe(0);
    expect(readFileSync(join(folder, PAGE.po), 'utf8')).toMatch(/msgstr "拉开抽屉"/);
    expect(await exportPo(record(other), { ...again, overwrite: true })).toBe(0);
    expect(readFileSync(join(folder, PAGE.po), 'utf8')).toMatch(OPENING);
  });

  test('keeps the comments that people wrote, and files that are not its own', async () => {
    const root = workspace();
    const folder = await exported(root);
    editFile(join(folder, PAGE.po), (text) => text.replace(/(#\. .*\n)/, '# Drawer or box?\n$1'));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/broken.po'), 'msgid');
    const before = digestOf(folder);
    expect(await imported(root, folder)).toMatchObject({ outcome: 0, remarks: 1 });
    await exported(root, {}, folder);
    expect(digestOf(folder)).toEqual(before);
  });
});

test('named pages alone are exported', async () => {
  const folder = await exported(newer, { pages: ['tutorial-open'] });
  expect(poFiles(folder)).toEqual([PAGE.po]);
  const refused = await failureOf(
    exportPo(record(newer), { to: { folder }, pages: ['tutorial-opne'], overwrite: false }),
  );
  expect([refused.exitCode, refused.message]).toEqual([2, expect.stringContaining('tutorial-opne')]);
});

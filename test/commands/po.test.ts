import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ExportOptions, exportPo } from '../../tools/commands/export.ts';
import { importTranslation } from '../../tools/commands/import.ts';
import { importPo } from '../../tools/commands/import-po.ts';
import { sync } from '../../tools/commands/sync.ts';
import { readPo } from '../../tools/po/read.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { complaintsOf, gettextAbsence, gettextAtHand, rewrite } from '../po/gettext.ts';
import { pgdoc } from './helpers/cli.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { chinese, copyWorkspace, editFile, freshWorkspace } from './helpers/shared.ts';

/** The sample at 3.0 as drafts, and the same after a sync to 3.1: drafts, stale ones and empty ones. */
let older: string;
let newer: string;

beforeAll(async () => {
  older = temporary();
  await freshWorkspace(older);
  await sync(record(older), { pins: new Map([['3', 'REL_3_0']]) });
  await importTranslation(record(older), { ...chinese, as: 'machine' });
  newer = temporary();
  cpSync(older, newer, { recursive: true });
  await sync(record(newer), { pins: new Map() });
});

function workspace(from = newer): string {
  const root = temporary();
  cpSync(from, root, { recursive: true });
  return root;
}

async function exported(root: string, options: Partial<ExportOptions> = {}, to = temporary()): Promise<string> {
  await exportPo(record(root), { to: { folder: to }, pages: [], overwrite: false, ...options });
  return to;
}

async function imported(root: string, from: string, report?: string, dryRun = false) {
  const context = record(root, { json: true, dryRun });
  const outcome = await importPo(context, { from, report });
  return { outcome, ...JSON.parse(context.printed.join('\n')) };
}

const poFiles = (folder: string) => [...contentsOf(folder).keys()].filter((path) => path.endsWith('.po'));
const catalog = (root: string, path: string) => readFileSync(join(root, 'translations/zh-CN', path), 'utf8');

/** A page with drafts, and its files. */
const PAGE = { md: 'tutorial/tutorial-open.md', po: 'tutorial/tutorial-open.po' };
const OPENING = /(msgid "Opening a Drawer"\nmsgstr )"打开抽屉"/;

/** What Poedit does to a message that a person mends: the new text, and no fuzzy flag. */
const mend = (folder: string, text: string) =>
  editFile(join(folder, PAGE.po), (po) =>
    po.replace(/#, fuzzy\n(msgctxt ".*"\nmsgid "Opening a Drawer"\nmsgstr )".*"/, `$1"${text}"`),
  );

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

describe('bad input', () => {
  test('a file in the place of a folder is refused', async () => {
    const file = join(temporary(), 'taken');
    writeFileSync(file, 'mine');
    const places = [{ folder: file }, { folder: join(file, 'po') }, { file: join(file, 'all.po') }];
    for (const to of places) {
      const refused = await failureOf(exportPo(record(newer), { to, pages: [], overwrite: true }));
      expect([refused.exitCode, refused.message]).toEqual([2, expect.stringContaining(`${file} is a file`)]);
    }
  });

  test('a broken message is named with file and line, and all others are taken', async () => {
    const root = workspace();
    const folder = await exported(root);
    mend(folder, '拉开抽屉');
    editFile(join(folder, PAGE.po), (text) => `${text}\nmsgctxt "tutorial-open:0123456789"\nmsgid "Half\n`);
    const { outcome, taken, broken, notes } = await imported(root, folder);
    expect([outcome, taken, broken]).toEqual([1, 1, 1]);
    const lines = readFileSync(join(folder, PAGE.po), 'utf8').split('\n');
    expect(notes).toMatchObject([{ file: PAGE.po, line: lines.indexOf('msgid "Half') + 1 }]);
  });

  const german = (text: string) => text.replace('Language: zh_CN', 'Language: de');
  const latin = (text: string) => text.replace('charset=utf-8', 'charset=ISO-8859-1');
  test.each<[string, (text: string) => string | Buffer, RegExp]>([
    ['of another character set', latin, /tutorial-open\.po: .*charset=iso-8859-1.*UTF-8/],
    ['that is not UTF-8', (text) => Buffer.from(`${text}\n# \xe9\n`, 'latin1'), /tutorial-open\.po:\d+: not UTF-8/],
    ['of another language', german, /tutorial-open\.po: .*Language: de.*zh-CN/],
  ])('a file %s is refused, and nothing is written', async (_, edit, message) => {
    const root = workspace();
    const folder = await exported(root);
    mend(folder, '拉开抽屉');
    const file = join(folder, PAGE.po);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    const before = digestOf(root);
    const refused = await failureOf(importPo(record(root), { from: folder, report: 'po.md' }));
    expect([refused.exitCode, refused.message]).toEqual([2, expect.stringMatching(message)]);
    expect(digestOf(root)).toEqual(before);
  });

  test('a folder without PO files, and a path that is not there, are refused', async () => {
    for (const from of [temporary(), join(temporary(), 'nowhere')]) {
      const refused = await failureOf(importPo(record(newer), { from, report: undefined }));
      expect([refused.exitCode, refused.message]).toEqual([2, expect.stringContaining(from)]);
    }
  });

  test('a context that is a path leads nowhere', async () => {
    const home = temporary();
    const root = join(home, 'workspace');
    cpSync(newer, root, { recursive: true });
    const from = join(home, 'x.po');
    const source = 'Outside.';
    writeFileSync(from, `msgctxt "../../escape:${keyOf(source)}"\nmsgid "${source}"\nmsgstr "y"\n`);
    const before = digestOf(home);
    expect(await imported(root, from)).toMatchObject({ outcome: 1, unknown: 1 });
    expect(digestOf(home)).toEqual(before);
  });

  test('a catalog with a broken entry is not written over', async () => {
    const root = workspace();
    const folder = await exported(root);
    mend(folder, '拉开抽屉');
    editFile(join(root, 'translations/zh-CN', PAGE.md), (text) => text.replace('> Opening a Drawer', '> Opening'));
    const before = digestOf(root);
    const refused = await failureOf(importPo(record(root), { from: folder, report: undefined }));
    expect(refused.exitCode).toBe(1);
    expect(digestOf(root)).toEqual(before);
  });
});

describe('the command line', () => {
  test('exports, and imports what was exported', async () => {
    const root = temporary();
    await copyWorkspace(root);
    const file = join(temporary(), 'all.po');
    const out = await pgdoc(['export', '--root', root, '--single', file, '--json']);
    expect([out.code, JSON.parse(out.stdout)]).toMatchObject([0, { format: 'po', files: 1, written: ['all.po'] }]);
    const back = await pgdoc(['import', '--format', 'po', '--root', root, '--from', file]);
    expect([back.code, back.stdout]).toEqual([0, expect.stringMatching(/unchanged +\d+[\s\S]*0 files written/)]);
  });

  test.each<[string[], RegExp]>([
    [['export'], /--out DIR.*--single FILE/],
    [['export', '--out', 'a', '--single', 'b'], /--out DIR.*--single FILE/],
    [['import', '--format', 'po', '--from', '.', '--version', '3'], /--version is for translations in DocBook/],
    [['import', '--format', 'po', '--from', '.', '--as', 'translated'], /--as is for translations in DocBook/],
    [['import', '--from', '.'], /--version is missing/],
    [['import', '--format', 'xliff', '--from', '.'], /docbook, po/],
  ])('%s is bad usage', async (args, message) => {
    const { code, stderr } = await pgdoc([...args, ...['--root', newer]]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

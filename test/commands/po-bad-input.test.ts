/** PO files that cannot be read or written, and bad usage of the command line. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPo } from '../../tools/commands/export.ts';
import { importPo } from '../../tools/commands/import-po.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { copyOf, exported, imported, mend, PAGE, twoWorkspaces } from './helpers/po.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile } from './helpers/shared.ts';

let newer: string;

beforeAll(async () => {
  ({ newer } = await twoWorkspaces());
});

const workspace = () => copyOf(newer);

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

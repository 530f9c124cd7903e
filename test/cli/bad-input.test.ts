/** Bad input of a workspace through the command line: which exit code, which words, and that nothing is written. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pgdoc } from '../commands/helpers/cli.ts';
import { digestOf, temporary } from '../commands/helpers/folder.ts';
import { chinese, copyWorkspace, editFile } from '../commands/helpers/shared.ts';
import { editManual } from '../commands/helpers/upstream.ts';
import { expectRefused, workspace } from './refused.ts';

const locking = 'translations/zh-CN/sql/locking.md';

describe.concurrent('sync and import refuse broken catalogs, with 1', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['a damaged key', (text) => text.replace(/@[0-9a-f]{10}/, '@xyz'), /:4: error: .*expected 10 hex digits/],
    ['a marker without its end', (text) => text.replace(/(<!-- @[0-9a-f]{10}) -->/, '$1'), /:4: error: .*no end/],
    [
      'an entry that stands twice',
      (text) => text.replace(/(> [^\n]*\n<!-- @[0-9a-f]{10} -->\n)/, '$1译文甲\n\n$1译文乙\n'),
      /:7: error: .*already used in line 3/,
    ],
    [
      'changed English',
      (text) => text.replace('> Sharing Rows', '> Sharing Lines'),
      /:3: error: .*does not match its key/,
    ],
    [
      'a conflict of a merge',
      (text) => text.replace('<!-- @', '<<<<<<< ours\n=======\n>>>>>>> theirs\n<!-- @'),
      /locking\.md:\d+: error: /,
    ],
    ['the title of another page', (text) => text.replace('# locking', '# queries'), /:1: error: expected "# locking"/],
  ])('%s', async (_, damage, message) => {
    const root = workspace();
    editFile(join(root, locking), damage);
    await expectRefused(root, ['sync'], 1, message);
    await expectRefused(root, ['import', '--from', chinese.from, '--version', '3'], 1, message);
  });

  test('two catalogs of one page', async () => {
    const root = workspace();
    cpSync(join(root, locking), join(root, 'translations/zh-CN/admin/locking.md'));
    await expectRefused(root, ['sync'], 1, /another catalog.*delete one of the two/);
  });
});

describe.concurrent('configuration is refused, with 2', () => {
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a typo in project.yml',
      'project.yml',
      (text) => text.replace('language:', 'langauge:'),
      /project\.yml:3:1: .*"langauge".*did you mean "language"/,
    ],
    ['no YAML at all', 'project.yml', () => 'title: [', /project\.yml:1:/],
    [
      'an alias bomb',
      'project.yml',
      (text) => `${text}footer: &a [x]\nmirrors: [*a, *a]\n`,
      /aliases are not used here/,
    ],
    [
      'an edited lock',
      'upstream.lock.yml',
      (text) => text.replace(/commit: .*/, 'commit: HEAD'),
      /upstream\.lock\.yml:\d+:\d+: .*commit id/,
    ],
  ])('%s', async (_, file, damage, message) => {
    const root = workspace();
    editFile(join(root, 'translations', file), damage);
    for (const args of [['sync'], ['status'], ['build', '--out', join(root, 'site')]])
      await expectRefused(root, args, 2, message);
  });

  test('a catalog that is no UTF-8, at its line', async () => {
    const root = workspace();
    writeFileSync(
      join(root, locking),
      Buffer.from(readFileSync(join(root, locking), 'utf8').replace('-->\n', '-->\n\xe9\n'), 'latin1'),
    );
    for (const args of [['sync'], ['status']]) await expectRefused(root, args, 2, /locking\.md:5: not UTF-8/);
  });
});

describe.concurrent('what an editor of Windows leaves', () => {
  test('a byte order mark and CRLF in a catalog are no fault, and nothing is lost', async () => {
    const root = join(temporary(), 'workspace');
    await copyWorkspace(root);
    const file = join(root, 'translations/zh-CN/sql/locking-rows.md');
    const before = readFileSync(file, 'utf8');
    const status = async () => (await pgdoc(['status', 'locking-rows', '--json', '--root', root])).stdout;
    const counts = await status();
    editFile(file, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(await status()).toBe(counts);
    expect((await pgdoc(['sync', '--root', root])).code).toBe(0);
    expect(
      readFileSync(file, 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n'),
    ).toBe(before);
  });

  test('a byte order mark and CRLF upstream change no catalog', async () => {
    const root = workspace();
    for (const name of ['locking.sgml', 'filelist.sgml', 'postgres.sgml', 'func.sgml'])
      editManual(join(root, 'upstream'), name, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const catalogs = () => digestOf(join(root, 'translations/zh-CN'));
    const before = catalogs();
    expect((await pgdoc(['sync', '--root', root])).code).toBe(0);
    expect(catalogs()).toEqual(before);
  });

  test('a byte order mark and CRLF in project.yml', async () => {
    const root = workspace();
    editFile(join(root, 'translations/project.yml'), (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect((await pgdoc(['status', '--root', root])).code).toBe(0);
  });
});

describe.concurrent('import refuses a translation that cannot be read, with 1', () => {
  test.each<[string, (text: string) => Buffer, RegExp]>([
    ['malformed DocBook', (text) => Buffer.from(text.replace('</sect1>', '</sect2>')), /start\.sgml:\d+: error: /],
    ['bytes that are no UTF-8', (text) => Buffer.from(text, 'latin1'), /start\.sgml:\d+: error: .*UTF-8/],
    [
      'an entity of its own',
      (text) => Buffer.from(text.replace('本章打开', '&passwd;本章打开')),
      /start\.sgml:\d+: error: .*&passwd;/,
    ],
  ])('%s', async (_, damage, message) => {
    const root = workspace();
    const from = join(temporary(), 'chinese');
    cpSync(chinese.from, from, { recursive: true });
    writeFileSync(join(from, 'start.sgml'), damage(readFileSync(join(from, 'start.sgml'), 'utf8')));
    await expectRefused(root, ['import', '--from', from, '--version', '3'], 1, message);
  });
});

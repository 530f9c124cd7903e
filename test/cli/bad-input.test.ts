/** Bad input through the command line: which exit code, which words, and that nothing is written. */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pgdoc } from '../commands/helpers/cli.ts';
import { digestOf, temporary } from '../commands/helpers/folder.ts';
import { chinese, copyWorkspace, editFile, sampleUpstream } from '../commands/helpers/shared.ts';
import { editManual, SGML, writeProject, writeUpstream } from '../commands/helpers/upstream.ts';

/** A workspace that was synced with the sample's 3.1 as a plain folder. */
let synced: string;

beforeAll(async () => {
  synced = temporary();
  await writeUpstream(join(synced, 'upstream'));
  writeProject(synced, 'upstream');
  expect((await pgdoc(['sync', '--root', synced])).code).toBe(0);
});

function workspace(): string {
  const root = temporary();
  cpSync(synced, root, { recursive: true });
  return root;
}

async function expectRefused(root: string, args: string[], code: number, message: RegExp): Promise<void> {
  const before = digestOf(root);
  const run = await pgdoc([...args, '--root', root]);
  expect([run.code, run.stderr]).toEqual([code, expect.stringMatching(message)]);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stdout).toBe('');
  expect(digestOf(root)).toEqual(before);
}

/** Adds a declaration to the list of files, and a reference to it to a chapter. */
const declare = (dir: string, declaration: string, reference: string): void => {
  editManual(dir, 'filelist.sgml', (text) => `${text}\n${declaration}\n`);
  editManual(dir, 'intro.sgml', (text) => text.replace('<para>', `<para>${reference} `));
};

const bomb = (depth: number) =>
  ['<!ENTITY b0 "boom boom boom boom">']
    .concat(Array.from({ length: depth }, (_, at) => `<!ENTITY b${at + 1} "${`&b${at};`.repeat(10)}">`))
    .join('\n');

describe.concurrent('sync refuses upstream, with 3', () => {
  test.each<[string, (dir: string) => void, RegExp]>([
    [
      'malformed DocBook',
      (dir) => editManual(dir, 'locking.sgml', (text) => text.replace('</sect1>', '</sect2>')),
      /locking\.sgml:\d+: error: unexpected close tag/,
    ],
    ['a missing entity file', (dir) => rmSync(join(dir, SGML, 'func.sgml')), /func\.sgml does not exist/],
    [
      'an entity that is not declared',
      (dir) => editManual(dir, 'intro.sgml', (text) => text.replace('<para>', '<para>&nobody; ')),
      /intro\.sgml:\d+: error: .*&nobody;/,
    ],
    [
      'an entity that climbs out of the tree',
      (dir) => declare(dir, '<!ENTITY out SYSTEM "../../../../../../etc/passwd">', '&out;'),
      /filelist\.sgml:\d+: error: .*outside/,
    ],
    [
      'an absolute path',
      (dir) => declare(dir, '<!ENTITY out SYSTEM "/etc/passwd">', '&out;'),
      /"\/etc\/passwd", outside/,
    ],
    [
      'an address on the network',
      (dir) => declare(dir, '<!ENTITY out SYSTEM "http://127.0.0.1:9/x.sgml">', '&out;'),
      /"http:\/\/127\.0\.0\.1:9\/x\.sgml", outside/,
    ],
    [
      'a symbolic link',
      (dir) => {
        symlinkSync('/etc/passwd', join(dir, SGML, 'link.sgml'));
        declare(dir, '<!ENTITY out SYSTEM "link.sgml">', '&out;');
      },
      /link\.sgml is a symbolic link/,
    ],
    ['an expansion bomb', (dir) => declare(dir, bomb(9), '&b9;'), /expand to more than|nest deeper/],
    [
      'a bomb of parameter entities',
      (dir) =>
        editManual(
          dir,
          'filelist.sgml',
          (text) =>
            `<!ENTITY % p0 "<!ENTITY x '0'>">${Array.from({ length: 9 }, (_, at) => `<!ENTITY % p${at + 1} "${`%p${at};`.repeat(10)}">`).join('')}%p9;${text}`,
        ),
      /filelist\.sgml:1: error: /,
    ],
    [
      'a circle of entities',
      (dir) => declare(dir, '<!ENTITY hen "&egg;"><!ENTITY egg "&hen;">', '&hen;'),
      /entity &hen; includes itself: .*hen > egg > hen/,
    ],
    [
      'bytes that are no UTF-8',
      (dir) =>
        writeFileSync(
          join(dir, SGML, 'legal.sgml'),
          Buffer.from('<legalnotice id="x">\n<para>caf\xe9</para></legalnotice>', 'latin1'),
        ),
      /legal\.sgml:2: error: .*UTF-8/,
    ],
    [
      'a page whose name is a path',
      (dir) => editManual(dir, 'locking.sgml', (text) => text.replaceAll('"locking-rows"', '"../../../x"')),
      /locking\.sgml:\d+: error: .*\.\.\/\.\.\/\.\.\/x/,
    ],
    [
      'two pages of one name',
      (dir) => editManual(dir, 'locking.sgml', (text) => text.replaceAll('"locking-deadlock"', '"locking-rows"')),
      /locking\.sgml:\d+: error: .*locking-rows/,
    ],
  ])('%s', async (_, damage, message) => {
    const root = workspace();
    damage(join(root, 'upstream'));
    await expectRefused(root, ['sync'], 3, message);
  });

  test('a folder without a manual', async () => {
    const root = workspace();
    rmSync(join(root, 'upstream', SGML), { recursive: true });
    await expectRefused(root, ['sync'], 3, /holds no doc\/src\/sgml\/postgres\.sgml/);
  });

  test('a file that is no bundle, and an upstream that is not there', async () => {
    const root = workspace();
    writeFileSync(join(root, 'manual.bundle'), 'PK and so on');
    writeProject(root, 'manual.bundle');
    await expectRefused(root, ['sync'], 3, /manual\.bundle: the file is no git bundle/);
    writeProject(root, 'elsewhere.git');
    await expectRefused(root, ['sync'], 3, /elsewhere\.git: there is no file or folder/);
  });

  test('a bundle that was cut short', async () => {
    const root = workspace();
    writeFileSync(
      join(root, 'manual.bundle'),
      '# v2 git bundle\n0123456789012345678901234567890123456789 refs/heads/REL_3_STABLE\n\nPACK',
    );
    writeProject(root, 'manual.bundle');
    await expectRefused(root, ['sync'], 3, /manual\.bundle: the bundle could not be read/);
  });

  test('a branch, tag or commit that is not there', async () => {
    const root = workspace();
    writeProject(root, await sampleUpstream());
    await expectRefused(root, ['sync', '--pin', '3=REL_3_99'], 3, /no branch, tag or commit "REL_3_99".*nearest are/);
    await expectRefused(root, ['sync', '--pin', `3=${'0'.repeat(40)}`], 3, /commit 000000000000/);
    writeProject(root, 'upstream');
    await expectRefused(root, ['sync', '--pin', '3=master'], 3, /is a plain folder and has no "master"/);
  });
});

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

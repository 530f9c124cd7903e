/** Bad input from upstream through the command line: which words, and that nothing is written. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { sampleUpstream } from '../commands/helpers/shared.ts';
import { editManual, SGML, writeProject } from '../commands/helpers/upstream.ts';
import { expectRefused, workspace } from './refused.ts';

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

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { decodeText, listFiles, readText, readTexts } from '../../tools/io/files.ts';
import { MARKER, replaceFolder, stageBeside } from '../../tools/io/replace-folder.ts';
import { safeJoin } from '../../tools/io/safe-join.ts';

let base: string;
let root: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'pgdoc-files-'));
  root = join(base, 'workspace');
  mkdirSync(join(root, 'inside'), { recursive: true });
  mkdirSync(join(base, 'outside'));
  writeFileSync(join(base, 'outside', 'secret.md'), 'secret');
});

afterEach(() => rmSync(base, { recursive: true }));

describe('safeJoin', () => {
  it('joins paths below the root, whether or not something is there', () => {
    expect(safeJoin(root, 'inside/new/page.md')).toBe(join(root, 'inside/new/page.md'));
    symlinkSync(join(root, 'inside'), join(root, 'alias'));
    expect(safeJoin(root, 'alias/page.md')).toBe(join(root, 'alias/page.md'));
  });

  it.each([
    '/etc/passwd',
    '../outside/secret.md',
    'inside/../../outside/secret.md',
    '..',
    '.',
    '',
    'a//b',
    'a/',
    'C:/x',
    'a\\..\\b',
    'nul\0byte',
    '.git/hooks/post-checkout',
    'inside/.GIT/config',
  ])('refuses %j', (path) => {
    expect(() => safeJoin(root, path)).toThrowError(Failure);
  });

  it('refuses links that lead outside, at the end, on the way, in two hops, and into nothing', () => {
    symlinkSync('../../outside/secret.md', join(root, 'inside', 'end.md'));
    symlinkSync(join(base, 'outside'), join(root, 'way'));
    symlinkSync('way', join(root, 'hop'));
    symlinkSync('../not-there-yet', join(root, 'dangling'));
    for (const path of ['inside/end.md', 'way/secret.md', 'hop/secret.md', 'hop', 'dangling']) {
      expect(() => safeJoin(root, path), path).toThrowError(/symbolic link that leads out/);
    }
    expect(() => readText(root, 'way/secret.md')).toThrowError(Failure);
  });

  it('works in a workspace that is itself reached through a link', () => {
    symlinkSync(root, join(base, 'link'));
    expect(() => safeJoin(join(base, 'link'), 'inside/x.md')).not.toThrow();
  });
});

describe('reading', () => {
  it('keeps every character, a byte order mark and CRLF too', () => {
    writeFileSync(join(root, 'a.md'), '\uFEFFé\r\n文\n');
    expect(readText(root, 'a.md')).toBe('\uFEFFé\r\n文\n');
    expect(readText(root, 'none.md')).toBeUndefined();
    expect(readText(root, 'a.md/b')).toBeUndefined();
    expect(() => readText(root, 'inside')).toThrowError(/inside: a file expected/);
  });

  it.each([
    ['a Latin-1 letter', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]), 3],
    ['a character cut off at the end', Buffer.from([0x61, 0x0a, 0xe6, 0x96]), 2],
    ['a character cut off by a line end', Buffer.from([0xe6, 0x0a, 0x61]), 1],
    ['UTF-16', Buffer.from('\uFEFFabc', 'utf16le'), 1],
    ['an overlong slash', Buffer.from([0x0a, 0x0a, 0x0a, 0xc0, 0xaf]), 4],
    ['a lone surrogate', Buffer.from([0x0a, 0xed, 0xa0, 0x80]), 2],
  ])('names the line of %s', (_, bytes, line) => {
    expect(() => decodeText(bytes, 'page.md')).toThrowError(new RegExp(`^page\\.md:${line}: not UTF-8`));
  });

  it('lists and reads a folder in a pinned order, without links, and names all bad files at once', async () => {
    for (const name of ['b.md', 'a.md', 'B.md', 'note.txt']) writeFileSync(join(root, 'inside', name), name);
    mkdirSync(join(root, 'inside', 'a'));
    writeFileSync(join(root, 'inside', 'a', 'z.md'), 'z');
    symlinkSync(join(base, 'outside', 'secret.md'), join(root, 'inside', 'link.md'));
    expect(await listFiles(root, 'inside')).toEqual([
      'inside/B.md',
      'inside/a.md',
      'inside/a/z.md',
      'inside/b.md',
      'inside/note.txt',
    ]);
    expect([...(await readTexts(root, 'inside', '.md'))]).toEqual([
      ['inside/B.md', 'B.md'],
      ['inside/a.md', 'a.md'],
      ['inside/a/z.md', 'z'],
      ['inside/b.md', 'b.md'],
    ]);
    expect(await listFiles(root, 'nowhere')).toEqual([]);
    for (const name of ['a.md', 'b.md']) writeFileSync(join(root, 'inside', name), Buffer.from([0xff]));
    await expect(readTexts(root, 'inside', '.md')).rejects.toThrowError(/inside\/a\.md:1: .*\ninside\/b\.md:1: /);
  });
});

describe('replaceFolder', () => {
  const build = async (out: string, page: string): Promise<void> => {
    const built = await stageBeside(out);
    writeFileSync(join(built, page), page);
    await replaceFolder(built, out);
  };
  const beside = (): readonly string[] => [
    ...new Set(['.site.pgdoc-new', '.site.pgdoc-old'].filter((name) => exists(name))),
  ];
  const exists = (name: string): boolean => {
    try {
      readFileSync(join(base, name, MARKER));
      return true;
    } catch {
      return false;
    }
  };

  it('takes a new, an empty and an earlier folder; a page that is gone is gone', async () => {
    const out = join(base, 'site');
    await build(out, 'first.html');
    await build(out, 'second.html');
    expect(await listFiles(base, 'site')).toEqual([`site/${MARKER}`, 'site/second.html']);
    expect(beside()).toEqual([]);
    mkdirSync(join(base, 'empty'));
    await build(join(base, 'empty'), 'page.html');
    expect(readFileSync(join(base, 'empty', 'page.html'), 'utf8')).toBe('page.html');
  });

  it('refuses a folder with other files, and a file, before and after building', async () => {
    writeFileSync(join(root, 'thesis.txt'), 'irreplaceable');
    await expect(stageBeside(root)).rejects.toThrowError(/did not make/);
    const built = await stageBeside(join(base, 'site'));
    await expect(replaceFolder(built, root)).rejects.toThrowError(/did not make/);
    await expect(replaceFolder(built, join(root, 'thesis.txt'))).rejects.toThrowError(/found a file/);
    expect(readFileSync(join(root, 'thesis.txt'), 'utf8')).toBe('irreplaceable');
  });

  it('starts from the old site again if it was killed between the two renames', async () => {
    const out = join(base, 'site');
    await build(out, 'first.html');
    const { renameSync } = await import('node:fs');
    renameSync(out, join(base, '.site.pgdoc-old'));
    await stageBeside(out);
    expect(readFileSync(join(out, 'first.html'), 'utf8')).toBe('first.html');
    await build(out, 'second.html');
    expect(await listFiles(base, 'site')).toEqual([`site/${MARKER}`, 'site/second.html']);
    expect(beside()).toEqual([]);
  });
});

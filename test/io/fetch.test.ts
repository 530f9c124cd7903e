import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchCommit } from '../../tools/io/fetch-commit.ts';
import { openTree } from '../../tools/io/open-tree.ts';
import { resolveRef } from '../../tools/io/resolve-ref.ts';
import type { SourceTree } from '../../tools/io/source-tree.ts';
import { git, MANUAL_FILES, makeRepository, open } from './helpers/repositories.ts';

const stable = { name: '18', ref: 'REL_18_STABLE', follow: 'tags' } as const;
const failure = { name: 'Failure', exitCode: 3 };

let base: string;
let repository: string;
let release: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'pgdoc-fetch-'));
  repository = join(base, 'upstream');
  makeRepository(repository);
  release = git(repository, 'rev-parse', 'REL_18_10^{commit}');
});

afterAll(() => rmSync(base, { recursive: true }));

function copyOfUpstream(name: string, settings: readonly string[] = []): string {
  const folder = join(base, name);
  cpSync(repository, folder, { recursive: true, verbatimSymlinks: true });
  for (const setting of settings) git(folder, 'config', setting, 'true');
  return folder;
}

const text = (tree: SourceTree, path: string): string | undefined => {
  const bytes = tree.read(path);
  return bytes && Buffer.from(bytes).toString('utf8');
};

function expectManual(tree: SourceTree, stamp = 'release\n'): void {
  for (const [path, content] of Object.entries(MANUAL_FILES)) {
    expect(text(tree, path), path).toBe(path.includes('unwanted') ? undefined : content);
  }
  expect(text(tree, 'doc/src/sgml/stamp.sgml')).toBe(stamp);
  expect(tree.list('doc/src/sgml')).toEqual([
    'doc/src/sgml/empty.sgml',
    'doc/src/sgml/evil.sgml',
    'doc/src/sgml/naïve page.sgml',
    'doc/src/sgml/postgres.sgml',
    'doc/src/sgml/ref/boil.sgml',
    'doc/src/sgml/stamp.sgml',
  ]);
  expect(tree.list('doc/src/sg')).toEqual([]);
  expect(tree.isLink('doc/src/sgml/evil.sgml')).toBe(true);
  expect(tree.read('doc/src/sgml/evil.sgml')).toBeUndefined();
  expect(tree.isLink('doc/src/sgml/postgres.sgml')).toBe(false);
}

describe('a git upstream', () => {
  it.each([
    ['that filters', ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']],
    ['that does not', []],
  ])('%s is fetched, then read without it', async (name, settings) => {
    const folder = copyOfUpstream(`gone ${name}`, settings);
    const upstream = await open(join(base, `workspace ${name}`), pathToFileURL(folder).href);
    expect(await fetchCommit(upstream, release)).toEqual({ commit: release, date: '2026-02-02T21:05:06Z' });
    rmSync(folder, { recursive: true });
    expect(await fetchCommit(upstream, release)).toEqual({ commit: release, date: '2026-02-02T21:05:06Z' });
    expectManual(await openTree(upstream, release));
  });

  it('is asked twice at most, and for nothing that is not wanted or there already', async () => {
    const folder = copyOfUpstream('counted', ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']);
    const root = join(base, 'workspace counted');
    const log = join(base, 'packets');
    // The one variable that a shell script put before git sees, so that requests can be counted.
    const bin = join(base, 'bin');
    mkdirSync(bin);
    const real = git(base, '--exec-path');
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nGIT_TRACE_PACKET='${log}' exec '${real}/git' "$@"\n`, { mode: 0o755 });
    const requests = (): number => {
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
      rmSync(log, { force: true });
      return lines.filter((line) => /packet:\s+fetch> command=fetch/.test(line)).length;
    };
    const upstream = await open(root, folder, { env: { PATH: `${bin}:${process.env.PATH}` } });
    await fetchCommit(upstream, release);
    expect(requests()).toBe(2);
    const objects = git(upstream.cache, 'cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n');
    expect(objects).not.toContain(git(repository, 'rev-parse', `${release}:src/backend/unwanted.c`));

    await fetchCommit(upstream, release);
    await openTree(upstream, release);
    expect(requests()).toBe(0);

    const next = git(repository, 'rev-parse', 'REL_18_STABLE');
    await fetchCommit(upstream, next);
    expect(requests()).toBe(2);
    expectManual(await openTree(upstream, next), 'after the release\n');
    expectManual(await openTree(upstream, release));
  });

  it('may be an old server of plain files', async () => {
    const folder = join(base, 'dumb.git');
    git(base, 'clone', '-q', '--bare', repository, folder);
    git(folder, 'update-server-info');
    const server = createServer((request, response) => {
      const path = join(folder, decodeURIComponent(request.url!.split('?')[0]!));
      if (existsSync(path)) response.end(readFileSync(path));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const upstream = await open(join(base, 'workspace dumb'), url);
      const { commit } = await resolveRef(upstream, stable);
      await fetchCommit(upstream, commit);
      expectManual(await openTree(upstream, commit));
    } finally {
      server.close();
    }
  });

  it('goes on after a fetch that was killed', async () => {
    const upstream = await open(join(base, 'workspace killed'), repository);
    await resolveRef(upstream, stable);
    for (const name of ['shallow.lock', 'config.lock']) writeFileSync(join(upstream.cache, name), '');
    await fetchCommit(upstream, release);
    expectManual(await openTree(upstream, release));
  });

  it('runs nothing that a checkout planted in the cache', async () => {
    const upstream = await open(join(base, 'workspace planted'), repository);
    const owned = join(base, 'owned');
    const planted = `[remote "upstream"]\n\tuploadpack = "touch '${owned}'; git-upload-pack"\n`;
    for (const [place, way] of [
      ['elsewhere', '../elsewhere'],
      ['upstream.git', undefined],
    ] as const) {
      const folder = join(upstream.root, '.cache', place);
      mkdirSync(folder, { recursive: true });
      git(folder, 'init', '-q', '--bare', '.');
      writeFileSync(join(folder, 'config'), readFileSync(join(folder, 'config'), 'utf8') + planted);
      if (way !== undefined) {
        mkdirSync(upstream.cache);
        writeFileSync(join(upstream.cache, 'commondir'), way);
      }
      await resolveRef(upstream, stable);
      expect(existsSync(owned)).toBe(false);
      rmSync(upstream.cache, { recursive: true });
    }
    symlinkSync(join(base, 'elsewhere.git'), join(upstream.root, '.cache', 'upstream.git'));
    await expect(open(upstream.root, repository)).rejects.toThrowError(/symbolic link/);
  });

  it('is not read in part: a commit that was never fetched is a failure', async () => {
    const upstream = await open(join(base, 'workspace empty'), repository);
    await expect(openTree(upstream, release)).rejects.toMatchObject(failure);
    await expect(fetchCommit(upstream, 'ab'.repeat(20))).rejects.toMatchObject(failure);
  });

  it('without the manual is refused', async () => {
    const other = join(base, 'other');
    mkdirSync(other);
    git(other, 'init', '-q', '-b', 'main');
    git(other, 'commit', '-q', '--allow-empty', '-m', 'something else');
    const upstream = await open(join(base, 'workspace other'), other);
    const { commit } = await resolveRef(upstream, { name: '18', ref: 'main', follow: 'tags' });
    await expect(fetchCommit(upstream, commit)).rejects.toThrowError(/holds no doc\/src\/sgml\/postgres\.sgml/);
  });

  it('says what it does', async () => {
    const said: string[] = [];
    const upstream = await open(join(base, 'workspace said'), repository, { said });
    await fetchCommit(upstream, (await resolveRef(upstream, stable)).commit);
    expect(said.join('\n')).toMatch(/asking .*\n.*fetching commit/s);
    expect(said.length).toBeLessThan(30);
  });

  it('is not led astray by variables of a git that calls', async () => {
    const env = { GIT_DIR: join(base, 'nowhere'), GIT_OBJECT_DIRECTORY: join(base, 'nowhere'), GIT_INDEX_FILE: 'x' };
    const upstream = await open(join(base, 'workspace hook'), repository, { env });
    await fetchCommit(upstream, release);
    expectManual(await openTree(upstream, release));
  });
});

describe('a bundle', () => {
  it('is taken whole, and not needed any more then', async () => {
    const root = join(base, 'workspace bundle');
    mkdirSync(root);
    git(repository, 'bundle', 'create', '-q', join(base, 'manual.bundle'), '--all');
    const upstream = await open(root, '../manual.bundle');
    const { commit, ref } = await resolveRef(upstream, stable);
    expect({ commit, ref }).toEqual({ commit: release, ref: 'REL_18_10' });
    await fetchCommit(upstream, commit);
    const hidden = git(repository, 'rev-parse', 'REL_18_9~0');
    expect(await resolveRef(upstream, stable, hidden.slice(0, 8))).toMatchObject({ commit: hidden });
    renameSync(join(base, 'manual.bundle'), join(base, 'away.bundle'));
    await fetchCommit(upstream, commit);
    expectManual(await openTree(upstream, commit));
  });

  it('that is none, is cut short, or is not there, is a failure that says so', async () => {
    const root = join(base, 'workspace fake');
    writeFileSync(join(base, 'fake.bundle'), 'PK\u0003\u0004 not a bundle');
    await expect(open(root, '../fake.bundle')).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('no git bundle'),
    });
    await expect(open(root, '../absent.bundle')).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('absent.bundle'),
    });
    git(repository, 'bundle', 'create', '-q', join(base, 'whole.bundle'), '--all');
    writeFileSync(join(base, 'cut.bundle'), readFileSync(join(base, 'whole.bundle')).subarray(0, -200));
    await expect(fetchCommit(await open(root, '../cut.bundle'), release)).rejects.toMatchObject(failure);
    git(repository, 'bundle', 'create', '-q', join(base, 'part.bundle'), 'REL_18_STABLE', '^REL_18_10');
    const part = fetchCommit(await open(root, '../part.bundle'), git(repository, 'rev-parse', 'REL_18_STABLE'));
    await expect(part).rejects.toMatchObject(failure);
  });
});

describe('a plain folder', () => {
  it('needs no git, and is pinned by its contents', async () => {
    const folder = copyOfUpstream('plain');
    git(folder, 'checkout', '-q', 'REL_18_10');
    rmSync(join(folder, '.git'), { recursive: true });
    const upstream = await open(join(base, 'workspace plain'), folder, { env: { PATH: '/nowhere' } });
    const { commit } = await resolveRef(upstream, stable);
    expect(await fetchCommit(upstream, commit)).toEqual({ commit, date: undefined });
    expectManual(await openTree(upstream, commit));

    writeFileSync(join(folder, 'src/backend/unwanted.c'), 'changed');
    expect((await resolveRef(upstream, stable)).commit).toBe(commit);
    writeFileSync(join(folder, 'doc/src/sgml/ref/boil.sgml'), 'changed');
    expect((await resolveRef(upstream, stable)).commit).not.toBe(commit);
    await expect(openTree(upstream, commit)).rejects.toThrowError(/has changed since/);
    await expect(resolveRef(upstream, stable, 'REL_18_9')).rejects.toMatchObject(failure);
  });

  it('is not left through links', async () => {
    const folder = copyOfUpstream('linked');
    rmSync(join(folder, '.git'), { recursive: true });
    rmSync(join(folder, 'src/include'), { recursive: true });
    mkdirSync(join(base, 'elsewhere'));
    writeFileSync(join(base, 'elsewhere', 'list.h'), 'secret');
    symlinkSync(join(base, 'elsewhere'), join(folder, 'src/include'));
    const upstream = await open(join(base, 'workspace linked'), folder);
    await expect(resolveRef(upstream, stable)).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('leads out'),
    });
  });

  it('without the manual is refused', async () => {
    mkdirSync(join(base, 'bare folder'));
    await expect(open(join(base, 'workspace none'), '../bare folder')).rejects.toMatchObject(failure);
  });
});

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fetchCommit } from '../../tools/io/fetch-commit.ts';
import { openTree } from '../../tools/io/open-tree.ts';
import { resolveRef } from '../../tools/io/resolve-ref.ts';
import { expectManual, git, newRepository, open } from './helpers/repositories.ts';

const stable = { name: '18', ref: 'REL_18_STABLE', follow: 'tags' } as const;
const failure = { name: 'Failure', exitCode: 3 };

const { base, repository, release } = newRepository();

function copyOfUpstream(name: string, settings: readonly string[] = []): string {
  const folder = join(base, name);
  cpSync(repository, folder, { recursive: true, verbatimSymlinks: true });
  for (const setting of settings) git(folder, 'config', setting, 'true');
  return folder;
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

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchCommit } from '../../tools/io/fetch-commit.ts';
import { openTree } from '../../tools/io/open-tree.ts';
import { resolveRef } from '../../tools/io/resolve-ref.ts';
import { expectManual, git, newRepository, open } from './helpers/repositories.ts';

const stable = { name: '18', ref: 'REL_18_STABLE', follow: 'tags' } as const;
const failure = { name: 'Failure', exitCode: 3 };

const { base, repository, release } = newRepository();

function copyOfUpstream(name: string): string {
  const folder = join(base, name);
  cpSync(repository, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

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

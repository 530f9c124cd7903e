import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestRelease, releaseOfTag } from '../../tools/io/release-tags.ts';
import { resolveRef } from '../../tools/io/resolve-ref.ts';
import { git, makeRepository, open } from './helpers/repositories.ts';

let base: string;
let repository: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'pgdoc-refs-'));
  repository = join(base, 'upstream');
  makeRepository(repository);
});

afterAll(() => rmSync(base, { recursive: true }));

const stable = { name: '18', ref: 'REL_18_STABLE', follow: 'tags' } as const;
const commitOf = (ref: string): string => git(repository, 'rev-parse', `${ref}^{commit}`);

describe('newestRelease', () => {
  it.each([
    ['18', ['REL_18_9', 'REL_18_10', 'REL_18_2', 'REL_18_RC1', 'REL_180_99'], 'REL_18_10'],
    ['18', ['REL_18_0', 'REL_18_RC2', 'REL_18_BETA4'], 'REL_18_0'],
    ['18', ['REL_18_BETA10', 'REL_18_BETA9'], 'REL_18_BETA10'],
    ['18', ['REL_18_BETA10', 'REL_18_RC1'], 'REL_18_RC1'],
    ['9.6', ['REL9_6_9', 'REL9_6_24', 'REL9_5_30', 'REL9_6_BETA1'], 'REL9_6_24'],
    ['18', ['REL_17_3', 'release-18', 'REL_18', 'xREL_18_1', 'REL_18_1-fork'], undefined],
  ])('of %s among %j is %s', (major, tags, expected) => {
    expect(newestRelease(major, tags)).toBe(expected);
    expect(newestRelease(major, tags.toReversed())).toBe(expected);
  });

  it('gives a tag the name that people know the release by', () => {
    expect(['REL_18_6', 'REL_19_BETA1', 'REL_19_RC2', 'REL9_6_24', 'REL_18_STABLE'].map(releaseOfTag)).toEqual([
      '18.6',
      '19beta1',
      '19rc2',
      '9.6.24',
      undefined,
    ]);
  });
});

describe('resolveRef', () => {
  it('follows tags, a branch, and a branch whose tags are still to come', async () => {
    const upstream = await open(join(base, 'a'), repository);
    expect(await resolveRef(upstream, stable)).toEqual({
      commit: commitOf('REL_18_10'),
      ref: 'REL_18_10',
      release: '18.10',
    });
    expect(await resolveRef(upstream, { ...stable, follow: 'branch' })).toEqual({
      commit: commitOf('REL_18_STABLE'),
      ref: 'REL_18_STABLE',
      release: undefined,
    });
    expect(await resolveRef(upstream, { name: '19', ref: 'master', follow: 'tags' })).toMatchObject({
      ref: 'REL_19_BETA10',
    });
    expect(await resolveRef(upstream, { name: '20', ref: 'master', follow: 'tags' })).toMatchObject({
      ref: 'master',
      commit: commitOf('master'),
    });
  });

  it('takes a tag or a commit that the project names as it is', async () => {
    const upstream = await open(join(base, 'b'), repository);
    expect(await resolveRef(upstream, { ...stable, ref: 'REL_18_9' })).toEqual({
      commit: commitOf('REL_18_9'),
      ref: 'REL_18_9',
      release: '18.9',
    });
    const commit = commitOf('REL_18_STABLE~1');
    expect(await resolveRef(upstream, { ...stable, ref: commit })).toMatchObject({ commit });
  });

  it('pins any branch, tag, and full or abbreviated commit', async () => {
    const upstream = await open(join(base, 'c'), repository);
    const between = commitOf('REL_18_9');
    const head = commitOf('REL_18_STABLE');
    for (const [pin, commit] of [
      ['master', commitOf('master')],
      ['REL_18_9', between],
      ['refs/heads/REL_18_STABLE', head],
      [between, between],
      [head.slice(0, 9), head],
    ] as const) {
      expect(await resolveRef(upstream, stable, pin), pin).toMatchObject({ commit });
    }
  });

  it('finds an abbreviated commit that no branch or tag points to', async () => {
    git(repository, 'checkout', '-q', '--detach', 'REL_18_STABLE');
    git(repository, 'commit', '-q', '--allow-empty', '-m', 'one');
    const hidden = commitOf('HEAD');
    git(repository, 'commit', '-q', '--allow-empty', '-m', 'two');
    git(repository, 'branch', 'side');
    git(repository, 'checkout', '-q', 'master');
    const upstream = await open(join(base, 'd'), repository);
    expect(await resolveRef(upstream, stable, hidden.slice(0, 8))).toMatchObject({ commit: hidden });
  });

  it('names the nearest refs when there is no such one', async () => {
    const upstream = await open(join(base, 'e'), repository);
    const failure = { name: 'Failure', exitCode: 3 };
    const typo = resolveRef(upstream, { ...stable, ref: 'REL_18_STABEL' });
    await expect(typo).rejects.toMatchObject({
      ...failure,
      message: expect.stringMatching(/"REL_18_STABEL".*nearest are REL_18_STABLE/),
    });
    await expect(resolveRef(upstream, stable, 'REL_18_11')).rejects.toThrowError(/nearest are .*REL_18_10/);
    await expect(resolveRef(upstream, stable, 'deadbeef')).rejects.toMatchObject(failure);
  });

  it('says what was tried and how git put it when upstream is out of reach', async () => {
    const url = 'http://user:hunter2@127.0.0.1:9/x.git';
    const failing = resolveRef(await open(join(base, 'f'), url), stable);
    await expect(failing).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/127\.0\.0\.1:9.*could not be listed: fatal: /),
    });
    await expect(failing).rejects.not.toThrowError(/hunter2/);
  });

  it('runs no command that an address smuggles in', async () => {
    const owned = join(base, 'owned');
    for (const url of [`ext::sh -c touch% ${owned}`, `ssh://-oProxyCommand=touch%20${owned}/x`]) {
      await expect(resolveRef(await open(join(base, 'g'), url), stable)).rejects.toMatchObject({ exitCode: 3 });
    }
    expect(existsSync(owned)).toBe(false);
  });
});

/** Real git repositories with an invented manual in them, for tests of upstream access. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { SourceTree } from '../../../tools/io/source-tree.ts';
import { openUpstream, type Upstream } from '../../../tools/io/upstream.ts';

export const PATHS = ['doc/src/sgml', 'src/include/list.h', 'src/absent.txt'] as const;

/** Files of the manual at the first commit, by path. */
export const MANUAL_FILES: Readonly<Record<string, string>> = {
  'doc/src/sgml/postgres.sgml': '<book>about kettles</book>\n',
  'doc/src/sgml/ref/boil.sgml': '<refentry>boil — heats water</refentry>\n',
  'doc/src/sgml/empty.sgml': '',
  'doc/src/sgml/naïve page.sgml': 'a name that git would quote\n',
  'src/include/list.h': 'KEYWORD(boil)\n',
  'src/backend/unwanted.c': 'int main(void) { return 0; }\n',
};

export function git(folder: string, ...args: string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_AUTHOR_DATE: '2026-02-03T04:05:06+07:00',
    GIT_COMMITTER_DATE: '2026-02-03T04:05:06+07:00',
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * A repository with branches REL_18_STABLE and master. Tags on the former: REL_18_BETA2, REL_18_RC1, REL_18_9,
 * REL_18_10 (annotated); on master REL_19_BETA1, REL_19_BETA10. REL_18_10 is the last commit but one of its branch.
 */
export function makeRepository(folder: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '-q', '-b', 'REL_18_STABLE');
  writeFiles(folder, MANUAL_FILES);
  symlinkSync('/etc/passwd', join(folder, 'doc/src/sgml/evil.sgml'));
  const commit = (message: string, ...tags: string[]): void => {
    writeFiles(folder, { 'doc/src/sgml/stamp.sgml': `${message}\n` });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', message);
    for (const tag of tags) git(folder, 'tag', tag);
  };
  commit('early', 'REL_18_BETA2', 'REL_18_RC1', 'REL_18_9', 'REL_1_8', 'REL_18_6_EXTRA');
  commit('release');
  git(folder, 'tag', '-a', '-m', 'Stamp', 'REL_18_10');
  commit('after the release');
  git(folder, 'checkout', '-q', '-b', 'master');
  commit('development', 'REL_19_BETA1', 'REL_19_BETA10');
}

/** How upstream is opened in the tests. */
export function open(
  root: string,
  upstream: string,
  more: { env?: Record<string, string>; said?: string[] } = {},
): Promise<Upstream> {
  mkdirSync(root, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: root, ...more.env };
  return openUpstream({ root, upstream, paths: PATHS, env, onProgress: (message) => more.said?.push(message) });
}

const text = (tree: SourceTree, path: string): string | undefined => {
  const bytes = tree.read(path);
  return bytes && Buffer.from(bytes).toString('utf8');
};

/** Expects the wanted files, whole, and nothing else; `stamp` tells the commits apart. */
export function expectManual(tree: SourceTree, stamp = 'release\n'): void {
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

/** A repository for a file of tests, in a folder of its own that is removed when they are done. */
export function newRepository(): { readonly base: string; readonly repository: string; readonly release: string } {
  const base = mkdtempSync(join(tmpdir(), 'pgdoc-fetch-'));
  afterAll(() => rmSync(base, { recursive: true }));
  const repository = join(base, 'upstream');
  makeRepository(repository);
  return { base, repository, release: git(repository, 'rev-parse', 'REL_18_10^{commit}') };
}

/** A bare repository as the remote, and clones of it, for tests of the repository. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openRepository } from '../../../tools/io/repository/open.ts';
import { temporary } from '../../commands/helpers/folder.ts';
import { git, writeFiles } from '../helpers/repositories.ts';

export const env = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };

export interface Remote {
  /** The bare repository. */
  readonly bare: string;
  /** A person's clone of it, to work in with `git`. */
  readonly work: string;
  /** Commits files in the person's clone and pushes the branch. */
  commit(message: string, files: Readonly<Record<string, string | null>>, branch?: string): string;
  /** A new clone; `args` of git clone. */
  clone(...args: readonly string[]): string;
  /** Runs in the bare repository before a push is taken. */
  hook(name: 'pre-receive' | 'update', script: string): void;
  tip(branch?: string): string;
}

export function newRemote(files: Readonly<Record<string, string>> = { 'a.md': 'first\n' }): Remote {
  const folder = temporary();
  const bare = join(folder, 'remote.git');
  const work = join(folder, 'work');
  git(folder, 'init', '-q', '--bare', '-b', 'main', bare);
  git(bare, 'config', 'uploadpack.allowFilter', 'true');
  git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(folder, 'clone', '-q', bare, work);
  git(work, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  let clones = 0;
  const remote: Remote = {
    bare,
    work,
    commit(message, changed, branch = 'main') {
      for (const [path, content] of Object.entries(changed))
        if (content === null) rmSync(join(work, path));
        else writeFiles(work, { [path]: content });
      git(work, 'add', '-A');
      git(work, 'commit', '-q', '--allow-empty', '-m', message);
      git(work, 'push', '-q', 'origin', `HEAD:refs/heads/${branch}`);
      return git(work, 'rev-parse', 'HEAD');
    },
    clone(...args) {
      const to = join(folder, `clone-${++clones}`);
      git(folder, 'clone', '-q', ...args, `file://${bare}`, to);
      return to;
    },
    hook(name, script) {
      const path = join(bare, 'hooks', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
    },
    tip: (branch = 'main') => git(bare, 'rev-parse', `refs/heads/${branch}`),
  };
  remote.commit('first', files);
  return remote;
}

export const open = (clone: string, more: Readonly<Record<string, string>> = {}) =>
  openRepository(clone, { ...env, ...more });

export const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

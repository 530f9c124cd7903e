/** Workspaces of a few catalogs written by hand, in a git repository of their own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serializeCatalog } from '../../../tools/catalog/serialize.ts';
import type { Entry } from '../../../tools/catalog/types.ts';
import { temporary } from './folder.ts';
import { writeProject } from './upstream.ts';

/** Entries by path below translations/zh-CN, such as `sql/jars`; null removes the page. */
export type Pages = Readonly<Record<string, readonly Entry[] | null>>;

export interface Handmade {
  readonly root: string;
  write(pages: Pages): void;
  /** Text of a page's catalog. */
  read(page: string): string;
  git(...args: readonly string[]): string;
  /** Writes, commits everything, and returns the commit's id. The n-th commit is made on the n-th minute. */
  commit(subject: string, pages?: Pages, author?: string): string;
}

/** @param root an existing workspace, or none for a new one of the pages */
export function handmade(pages: Pages = {}, root = temporary(), repository = root): Handmade {
  let minute = 0;
  const pathOf = (page: string) => join(root, `translations/zh-CN/${page}.md`);
  const git = (...args: readonly string[]) => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    };
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    return execFileSync('git', [...who, ...args], { cwd: repository, env, encoding: 'utf8', stdio: 'pipe' }).trim();
  };
  const write = (all: Pages) => {
    for (const [page, items] of Object.entries(all)) {
      if (items === null) rmSync(pathOf(page));
      else {
        mkdirSync(dirname(pathOf(page)), { recursive: true });
        writeFileSync(pathOf(page), serializeCatalog({ page: page.slice(page.lastIndexOf('/') + 1), items }));
      }
    }
  };
  const commit = (subject: string, all: Pages = {}, author = 'Ada') => {
    minute++;
    write(all);
    git('add', '-A', '.');
    git('commit', '-q', '--allow-empty', '-m', subject, `--author=${author} <a@example.org>`);
    return git('rev-parse', 'HEAD');
  };
  if (Object.keys(pages).length > 0) {
    writeProject(root, 'upstream');
    write(pages);
  }
  return { root, write, read: (page) => readFileSync(pathOf(page), 'utf8'), git, commit };
}

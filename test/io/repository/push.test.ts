/** New commits on branches of the remote: races, refusals, hostile names, and the person's own files left alone. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../helpers/repositories.ts';
import { newRemote, open, type Remote, textOf } from './remotes.ts';

const show = (remote: Remote, path: string, branch = 'main') =>
  git(remote.bare, 'show', `refs/heads/${branch}:${path}`);
const put = (files: Readonly<Record<string, string | undefined>>) => async () => new Map(Object.entries(files));

test('a commit is made and pushed; the working tree, index and branch of the person stay as they are', async () => {
  const remote = newRemote({ 'a.md': 'first\n', 'b/c.md': 'kept\n', 'gone.md': 'x\n' });
  const clone = remote.clone();
  writeFileSync(join(clone, 'a.md'), 'half written\n');
  writeFileSync(join(clone, 'new.md'), 'staged\n');
  git(clone, 'add', 'new.md');
  const before = [
    git(clone, 'status', '--porcelain=v1'),
    git(clone, 'rev-parse', 'HEAD'),
    git(clone, 'ls-files', '-s'),
  ];
  const old = remote.tip();
  const files = put({ 'a.md': 'second\n', 'd/e.md': 'new\n', 'gone.md': undefined });
  const made = await (await open(clone)).push({ branch: 'main', message: 'Record\n\nof it', files });
  expect(made).toBe(remote.tip());
  expect(git(remote.bare, 'log', '-1', '--format=%P|%an|%ce|%B', 'main')).toBe(
    `${old}|github-actions[bot]|41898282+github-actions[bot]@users.noreply.github.com|Record\n\nof it`,
  );
  expect(git(remote.bare, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual(['a.md', 'b/c.md', 'd/e.md']);
  expect(show(remote, 'a.md')).toBe('second');
  expect([
    git(clone, 'status', '--porcelain=v1'),
    git(clone, 'rev-parse', 'HEAD'),
    git(clone, 'ls-files', '-s'),
  ]).toEqual(before);
  expect(textOf(clone, 'a.md')).toBe('half written\n');
});

test('what is there already is not committed again', async () => {
  const remote = newRemote();
  const repository = await open(remote.clone());
  const old = remote.tip();
  expect(await repository.push({ branch: 'main', message: 'm', files: put({}) })).toBeUndefined();
  expect(await repository.push({ branch: 'main', message: 'm', files: put({ 'a.md': 'first\n' }) })).toBeUndefined();
  expect(await repository.push({ branch: 'main', message: 'm', files: put({ 'no.md': undefined }) })).toBeUndefined();
  expect(remote.tip()).toBe(old);
});

test('a push in between: the commit is made anew on the new tip, and nothing is lost', async () => {
  const remote = newRemote();
  const repository = await open(remote.clone());
  const tips: string[] = [];
  await repository.push({
    branch: 'main',
    message: 'record',
    files: async (tip) => {
      tips.push(tip);
      if (tips.length <= 3) remote.commit(`other ${tips.length}`, { [`other-${tips.length}.md`]: 'x\n' });
      return new Map([['record.md', `on ${await repository.textAt(tip, 'a.md')}`]]);
    },
  });
  expect(new Set(tips).size).toBe(4);
  expect(git(remote.bare, 'ls-tree', '--name-only', 'main').split('\n')).toEqual([
    'a.md',
    'other-1.md',
    'other-2.md',
    'other-3.md',
    'record.md',
  ]);
});

test('six clones that push at once all get through', async () => {
  const remote = newRemote();
  const repositories = await Promise.all(Array.from({ length: 6 }, () => open(remote.clone())));
  await Promise.all(
    repositories.map((repository, at) =>
      repository.push({ branch: 'main', message: `record ${at}`, files: put({ [`r${at}.md`]: 'x\n' }) }),
    ),
  );
  expect(git(remote.bare, 'ls-tree', '--name-only', 'main').split('\n')).toHaveLength(7);
});

test('a branch that never stands still is given up', async () => {
  const remote = newRemote();
  const repository = await open(remote.clone());
  let count = 0;
  const files = async () => {
    remote.commit(`other ${++count}`, {});
    return new Map([['record.md', 'x']]);
  };
  const pushed = repository.push({ branch: 'main', message: 'm', files });
  await expect(pushed).rejects.toMatchObject({ exitCode: 3, message: /has moved 10 times/ });
});

test('a protected branch is a failure that says what helps, told once', async () => {
  const remote = newRemote();
  remote.hook('pre-receive', 'echo "error: GH006: Protected branch update failed for refs/heads/main." >&2; exit 1');
  const old = remote.tip();
  let asked = 0;
  const files = async () => {
    asked++;
    return new Map([['record.md', 'x']]);
  };
  const repository = await open(remote.clone());
  await expect(repository.push({ branch: 'main', message: 'm', files })).rejects.toMatchObject({
    exitCode: 3,
    message: /GH006: Protected branch update failed[\s\S]*let the account that pushes bypass the rule/,
  });
  expect([asked, remote.tip()]).toEqual([1, old]);
});

test('hooks of the clone do not run', async () => {
  const remote = newRemote();
  const clone = remote.clone();
  for (const name of ['pre-push', 'reference-transaction', 'post-index-change'])
    writeFileSync(join(clone, '.git/hooks', name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  await (await open(clone)).push({ branch: 'main', message: 'm', files: put({ 'r.md': 'x' }) });
  expect(show(remote, 'r.md')).toBe('x');
});

test('the workspace may lie below the top of its repository', async () => {
  const remote = newRemote({ 'a.md': 'top\n', 'sub/dir/a.md': 'own\n' });
  const repository = await open(join(remote.clone(), 'sub/dir'));
  const before = remote.tip();
  const made = await repository.push({
    branch: 'main',
    message: 'm',
    files: put({ 'a.md': 'new\n', 'b/c.md': 'c\n' }),
  });
  expect([show(remote, 'a.md'), show(remote, 'sub/dir/a.md'), show(remote, 'sub/dir/b/c.md')]).toEqual([
    'top',
    'new',
    'c',
  ]);
  expect(await repository.changes(before, made ?? '')).toEqual([
    { path: 'a.md', before: 'own\n', after: 'new\n' },
    { path: 'b/c.md', before: undefined, after: 'c\n' },
  ]);
});

test.each(['../out.md', '/etc/x', '.git/config', 'a/../../b', 'a.md/below', ''])(
  'no file is put at %j',
  async (path) => {
    const remote = newRemote();
    const repository = await open(remote.clone());
    const pushed = repository.push({ branch: 'main', message: 'm', files: put({ [path]: 'x' }) });
    await expect(pushed).rejects.toMatchObject({ exitCode: 2 });
  },
);

test('names of files and branches mean nothing but themselves', async () => {
  const remote = newRemote();
  const clone = remote.clone();
  const repository = await open(clone);
  const names = ['--output=x', ':(top)a', 'line\nfeed\t"quoted"', '*', 'tab\there', '$(touch pwned)', '名.md'];
  const files = new Map(names.map((name) => [name, `of ${name}`]));
  const made = await repository.pushBranch('--upload-pack=touch pwned'.replace(' ', '-'), '--all\n#x', files);
  for (const name of names) expect(await repository.textAt(made, name)).toBe(`of ${name}`);
  expect(await repository.textAt(made, 'a*')).toBeUndefined();
  expect((await repository.changes(made, remote.tip())).map(({ path }) => path).sort()).toEqual(names.toSorted());
  expect(git(remote.bare, 'log', '-1', '--format=%B', made)).toBe('--all\n#x');
  for (const bad of ['a b', 'a:b', 'a..b', 'x\ny', '+main:main', '']) {
    await expect(repository.pushBranch(bad, 'm', files)).rejects.toMatchObject({ exitCode: 2 });
  }
  const main = '+refs/heads/main';
  await repository.fetch(
    'refs/heads/main:refs/heads/evil',
    `${main.slice(1)}:refs/a\n${main}:refs/heads/evil\n${main}`,
  );
  expect(git(clone, 'for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
  expect(readdirSync(clone).filter((name) => name !== '.git')).toEqual(['a.md']);
});

test("the bot's own branch is put anew on main, whoever had pushed to it, and left alone when it is the same", async () => {
  const remote = newRemote();
  const repository = await open(remote.clone());
  const files = new Map([['s.md', 'one']]);
  const first = await repository.pushBranch('sync', 'Sync', files, 'Ada <ada@example.org>');
  expect(git(remote.bare, 'log', '-1', '--format=%an %ae', 'sync')).toBe('Ada ada@example.org');
  expect(await repository.pushBranch('sync', 'Sync', files, 'Ada <ada@example.org>')).toBe(first);
  git(remote.work, 'fetch', '-q', 'origin', 'sync');
  git(remote.work, 'push', '-q', 'origin', '+HEAD:refs/heads/sync');
  remote.commit('main goes on', { 'a.md': 'later\n' });
  const second = await repository.pushBranch('sync', 'Sync', files);
  expect(remote.tip('sync')).toBe(second);
  expect(git(remote.bare, 'rev-parse', `${second}^`)).toBe(remote.tip());
  await expect(repository.pushBranch('main', 'm', files)).rejects.toMatchObject({ exitCode: 2 });
  expect(await repository.pushBranch('sync/below', 'm', files).catch((error) => error.exitCode)).toBe(3);
});

test.each([
  ['  <>\n ', 'someone nobody@localhost'],
  ['Eve\n<script>\0 <eve@example.org\nx>', 'Eve'],
  ['...', 'someone nobody@localhost'],
])('an author %j is a name that git takes', async (author, name) => {
  const remote = newRemote();
  await (await open(remote.clone())).pushBranch('b', 'm', new Map([['x', 'y']]), author);
  expect(git(remote.bare, 'log', '-1', '--format=%an %ae', 'b')).toContain(name);
});

/** What commits hold: history, changes and texts, in whole, shallow and partial clones, with names that mislead. */
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../helpers/repositories.ts';
import { newRemote, open } from './remotes.ts';

test('commits are told whole, whatever stands in them', async () => {
  const remote = newRemote();
  const message = 'Title\n\nCo-authored-by: x <x@y>\n\ntree 0000\nauthor nobody';
  const date = '2026-05-06T07:08:09+02:00';
  const env = { ...process.env, GIT_AUTHOR_NAME: 'Ädä <x', GIT_AUTHOR_EMAIL: '1+a@b', GIT_AUTHOR_DATE: date };
  const args = ['-c', 'user.name=c', '-c', 'user.email=c@c', 'commit', '-q', '--allow-empty', '-m', message];
  execFileSync('git', args, { cwd: remote.work, env });
  git(remote.work, 'push', '-q', 'origin', 'HEAD:refs/heads/main');
  const repository = await open(remote.clone());
  const commit = await repository.commit(remote.tip());
  expect(commit).toMatchObject({
    sha: remote.tip(),
    parents: [git(remote.bare, 'rev-parse', 'main^')],
    authorName: 'Ädä x',
    authorEmail: '1+a@b',
    authoredAt: '2026-05-06T05:08:09Z',
    message,
  });
  await expect(repository.commit('0'.repeat(40))).rejects.toMatchObject({ exitCode: 2 });
  await expect(repository.commit('--all')).rejects.toMatchObject({ exitCode: 2 });
});

/** main with a merged side branch: first, side, second, merge. */
function branching(remote = newRemote()) {
  const first = remote.tip();
  git(remote.work, 'checkout', '-q', '-b', 'side');
  const side = remote.commit('side', { 'side.md': 's\n' }, 'side');
  git(remote.work, 'checkout', '-q', 'main');
  const second = remote.commit('second', { 'a.md': 'second\n' });
  git(remote.work, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
  git(remote.work, 'push', '-q', 'origin', 'main');
  return { remote, first, side, second, merge: remote.tip() };
}

test.each([[[]], [['--depth=1']], [['--filter=blob:none', '--no-checkout']]])('history of a clone %j', async (args) => {
  const { remote, first, side, second, merge } = branching();
  const repository = await open(remote.clone(...args));
  expect(await repository.fetch()).toBe(merge);
  const ids = (commits: readonly { sha: string }[]) => commits.map(({ sha }) => sha);
  expect(ids(await repository.between(first, merge, 'first'))).toEqual([second, merge]);
  expect(new Set(ids(await repository.between(first, merge)))).toEqual(new Set([side, second, merge]));
  expect(await repository.mergeBase(side, second)).toBe(first);
  expect(await repository.isAncestor(side, merge)).toBe(true);
  expect(await repository.isAncestor(side, second)).toBe(false);
  expect(await repository.changes(first, merge)).toEqual([
    { path: 'a.md', before: 'first\n', after: 'second\n' },
    { path: 'side.md', before: undefined, after: 's\n' },
  ]);
  expect(await repository.textAt(first, 'a.md')).toBe('first\n');
});

test('what main was at a moment', async () => {
  const remote = newRemote();
  const at = (date: string) => {
    const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' };
    const args = ['-c', 'user.name=c', '-c', 'user.email=c@c', 'commit', '-q', '--allow-empty', '-m', date];
    execFileSync('git', args, { cwd: remote.work, env });
    return git(remote.work, 'rev-parse', 'HEAD');
  };
  const march = at('2026-03-01T12:00:00Z');
  const april = at('2026-04-01T12:00:00Z');
  git(remote.work, 'push', '-q', 'origin', 'main');
  const repository = await open(remote.clone('--depth=1'));
  expect(await repository.mainAt('2026-03-31T23:59:59Z')).toBe(march);
  expect(await repository.mainAt('2026-04-01T12:00:00Z')).toBe(april);
  expect(await repository.mainAt('2001-01-01T00:00:00Z')).toBeUndefined();
});

test('commits outside main are fetched by id and by reference; those that are gone are told', async () => {
  const { remote, side } = branching();
  git(remote.work, 'checkout', '-q', '-b', 'fork', side);
  const head = remote.commit('of a fork', { 'f.md': 'f\n' }, 'fork');
  git(remote.bare, 'update-ref', 'refs/pull/7/head', head);
  git(remote.bare, 'update-ref', '-d', 'refs/heads/fork');
  const gone = '1234567890'.repeat(4);
  const clone = remote.clone('--single-branch');
  const repository = await open(clone);
  expect(await repository.has(gone)).toBe(false);
  expect(await repository.has('--upload-pack=x')).toBe(false);
  expect(await repository.has(head)).toBe(true);
  const other = await open(remote.clone('--single-branch'));
  expect(await other.fetch(gone, 'refs/pull/7/head', 'refs/pull/8/head')).toBe(remote.tip());
  expect((await other.commit('refs/pull/7/head')).sha).toBe(head);
  expect(await other.textAt('refs/pull/7/head', 'f.md')).toBe('f\n');
});

test('a pull request whose head was forced elsewhere: the old head is still read by its id', async () => {
  const { remote, first } = branching();
  git(remote.work, 'checkout', '-q', '-b', 'topic', first);
  const old = remote.commit('approved', { 'a.md': 'approved\n' }, 'topic');
  git(remote.work, 'reset', '-q', '--hard', first);
  remote.commit('forced', { 'a.md': 'forced\n' }, 'x');
  git(remote.work, 'push', '-q', '-f', 'origin', 'HEAD:refs/heads/topic');
  const repository = await open(remote.clone('--single-branch'));
  expect(await repository.has(old)).toBe(true);
  expect(await repository.textAt(old, 'a.md')).toBe('approved\n');
});

test('links and submodules have no text; names outside the workspace are told as such', async () => {
  const remote = newRemote({ 'sub/own.md': 'own\n', 'top.md': 'top\n' });
  const before = remote.tip();
  symlinkSync('/etc/passwd', join(remote.work, 'sub/link.md'));
  writeFileSync(join(remote.work, 'sub/bytes.md'), Buffer.from([0x61, 0xff, 0x62, 0x0a]));
  const after = remote.commit('evil', { 'top.md': 'changed\n', 'sub/own.md': 'changed\n' });
  const repository = await open(join(remote.clone(), 'sub'));
  expect(await repository.changedPaths(before, after)).toEqual(['bytes.md', 'link.md', 'own.md', '../top.md']);
  expect(await repository.changes(before, after)).toEqual([
    { path: 'bytes.md', before: undefined, after: 'a\ufffdb\n' },
    { path: 'own.md', before: 'own\n', after: 'changed\n' },
  ]);
  expect(await repository.textAt(after, 'link.md')).toBeUndefined();
  expect(await repository.textAt(after, '../top.md')).toBeUndefined();
});

test('only the folders asked for, renames as two changes', async () => {
  const remote = newRemote({ 'x/a.md': 'same\n', 'y/b.md': 'b\n', 'x.md': 'c\n' });
  const before = remote.tip();
  const after = remote.commit('move', { 'x/a.md': null, 'x/z.md': 'same\n', 'y/b.md': 'bb\n', 'x.md': 'cc\n' });
  const repository = await open(remote.clone());
  expect(await repository.changes(before, after, 'x')).toEqual([
    { path: 'x/a.md', before: 'same\n', after: undefined },
    { path: 'x/z.md', before: undefined, after: 'same\n' },
  ]);
  expect([...(await repository.textsAt(after, 'x', '.md')).keys()]).toEqual(['x/z.md']);
});

test('five thousand changed files are all told of', async () => {
  const files = (text: string) =>
    Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`d${at % 20}/f${at}.md`, `${text} ${at}\n`]));
  const remote = newRemote(files('old'));
  const before = remote.tip();
  const after = remote.commit('sync', files('new'));
  const repository = await open(remote.clone());
  expect(await repository.changes(before, after)).toHaveLength(5000);
});

test('the token goes to GitHub alone, and never where the clone has its own credentials', async () => {
  const { credentials } = await import('../../../tools/io/repository/credentials.ts');
  const remote = newRemote();
  const root = remote.clone();
  const env = { PATH: process.env.PATH, GITHUB_TOKEN: 'secret' };
  const given = async (url: string, more = {}) => {
    git(root, 'remote', 'set-url', 'origin', url);
    return Object.values(await credentials({ root, env: { ...env, ...more }, remote: 'origin' })).join(' ');
  };
  const header = `AUTHORIZATION: basic ${Buffer.from('x-access-token:secret').toString('base64')}`;
  expect(await given('https://github.com/o/r.git')).toBe(`1 http.https://github.com/.extraheader ${header}`);
  expect(await given('https://github.com.evil.example/o/r')).toBe('');
  expect(await given('http://github.com/o/r')).toBe('');
  expect(await given('https://git.example/o/r', { GITHUB_SERVER_URL: 'https://git.example' })).toContain(header);
  expect(await given('ssh://git@github.com/o/r')).toBe('');
  expect(await given(`file://${remote.bare}`)).toBe('');
  git(root, 'config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic own');
  expect(await given('https://github.com/o/r.git')).toBe('');
});

test('no repository, no remote, no such remote: said so', async () => {
  const remote = newRemote();
  const clone = remote.clone();
  await expect(open('/')).rejects.toMatchObject({ exitCode: 2 });
  git(clone, 'remote', 'set-url', 'origin', `file://${remote.bare}-gone`);
  await expect(open(clone)).rejects.toMatchObject({ exitCode: 3 });
  git(clone, 'remote', 'set-url', 'origin', 'ext::sh -c touch% pwned');
  await expect(open(clone)).rejects.toMatchObject({ exitCode: 3, message: /not allowed/ });
  git(clone, 'remote', 'remove', 'origin');
  await expect(open(clone)).rejects.toMatchObject({ exitCode: 2, message: /origin/ });
});

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { open, pretend, TOKEN } from './helpers/server.ts';

let root = '';
let folder = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pgdoc-github-'));
  folder = join(root, '.cache/github');
  onTestFinished(() => rm(root, { recursive: true, force: true }));
});

const same = { status: 304 };
const tagged = (body: unknown, etag = '"a"', link = '') => ({ headers: { etag, ...(link && { link }) }, body });

test('what GitHub says has not changed comes out of the cache, its further pages too', async () => {
  const server = await pretend();
  server.next(tagged([{ id: 1 }], 'W/"one"', `<${server.url}/2>; rel="next"`), tagged([{ id: 2 }]), same, same);
  const first = await open(server, { cacheRoot: root }).read.comments(1);
  const { read, calls } = open(server, { cacheRoot: root });
  expect(await read.comments(1)).toEqual(first);
  expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, 'W/"one"', '"a"']);
  expect(calls.map(({ status, cached }) => ({ status, cached }))).toEqual([
    { status: 304, cached: true },
    { status: 304, cached: true },
  ]);
});

test('what has changed takes the place of what was kept', async () => {
  const server = await pretend(tagged({ n: 1 }), tagged({ n: 2 }, '"b"'), same);
  const { read } = open(server, { cacheRoot: root });
  expect(await read.pullRequest(1)).toEqual({ n: 1 });
  expect(await read.pullRequest(1)).toEqual({ n: 2 });
  expect(await read.pullRequest(1)).toEqual({ n: 2 });
  expect(server.asked[2]?.headers['if-none-match']).toBe('"b"');
});

test('no token, no header that was sent, no artifact and no answer to a write is kept', async () => {
  const server = await pretend(tagged({}), tagged('zip'), { ...tagged({ id: 1 }), status: 201 });
  const { read, write } = open(server, { cacheRoot: root });
  await read.pullRequest(1);
  await read.artifact(1, 10);
  await write.addComment(1, 'x');
  const [name, ...more] = await readdir(folder);
  expect(more).toEqual([]);
  const kept = `${name}${await readFile(join(folder, String(name)), 'utf8')}`;
  expect(kept).not.toContain(TOKEN);
  expect(kept).not.toMatch(/authorization|user-agent/i);
});

test.each([
  ['cut off', '{"url":'],
  ['of another kind', '[]'],
  ['of another address', JSON.stringify({ url: 'x', etag: '"a"', link: '', body: '{}' })],
])('a file that is %s is as if it were not there', async (_, content) => {
  const server = await pretend(tagged({ n: 1 }), tagged({ n: 2 }));
  const { read } = open(server, { cacheRoot: root });
  await read.pullRequest(1);
  for (const name of await readdir(folder)) await writeFile(join(folder, name), content);
  expect(await read.pullRequest(1)).toEqual({ n: 2 });
  expect(server.asked[1]?.headers['if-none-match']).toBeUndefined();
});

test('it does not grow without end: the oldest answers go', async () => {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < 300; at++) {
    await writeFile(join(folder, `${at}.json`), '');
    await utimes(join(folder, `${at}.json`), at, at);
  }
  const server = await pretend(tagged({ n: 1 }), tagged('x'.repeat(600_000)));
  const { read } = open(server, { cacheRoot: root });
  await read.pullRequest(1);
  const names = await readdir(folder);
  expect(names).toHaveLength(200);
  expect(names).not.toContain('0.json');
  expect(names).toContain('299.json');
});

test('a large answer is not kept', async () => {
  const server = await pretend(tagged({ text: 'x'.repeat(600_000) }));
  await open(server, { cacheRoot: root }).read.pullRequest(1);
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

test('a cache that leads out of the workspace is refused; one that cannot be written is done without', async () => {
  await symlink(tmpdir(), join(root, '.cache'));
  expect(() => open({ url: 'https://api.github.com' }, { cacheRoot: root })).toThrow(/leads out/);
  await rm(join(root, '.cache'));
  await writeFile(join(root, '.cache'), '');
  const server = await pretend(tagged({ n: 1 }));
  expect(await open(server, { cacheRoot: root }).read.pullRequest(1)).toEqual({ n: 1 });
});

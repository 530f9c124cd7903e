import { expect, test } from 'vitest';
import { drop, open, pretend, type say, TOKEN } from './helpers/server.ts';

const base = '/repos/example/manual';
const secondary = { message: 'You have exceeded a secondary rate limit. Please wait.' };

test('a list is read to its last page, a hundred items at a time', async () => {
  const server = await pretend();
  const next = `<${server.url}/repositories/7/pulls/1/reviews?per_page=100&page=2>; rel="next", <${server.url}/x>; rel="last"`;
  const prev = `<${server.url}${base}/pulls/1/reviews?page=1>; rel="prev"`;
  server.next(
    { headers: { link: next }, body: [{ id: 1 }, { id: 2 }] },
    { headers: { link: prev }, body: [{ id: 3 }] },
  );
  expect(await open(server).read.reviews(1)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  expect(server.lines()).toEqual([
    `GET ${base}/pulls/1/reviews?per_page=100`,
    'GET /repositories/7/pulls/1/reviews?per_page=100&page=2',
  ]);
});

test('what moved to the next page meanwhile is there once', async () => {
  const server = await pretend();
  server.next(
    { headers: { link: `<${server.url}/2>; rel="next"` }, body: [{ id: 1 }, { id: 2 }] },
    { body: [{ id: 2 }] },
  );
  expect(await open(server).read.comments(1)).toEqual([{ id: 1 }, { id: 2 }]);
});

test('a list that leads back to itself ends', async () => {
  const server = await pretend();
  const round = { headers: { link: `<${server.url}/2>; rel="next"` }, body: [] };
  server.next(round, round);
  await expect(open(server).read.labels()).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/itself/),
  });
});

test('pull requests are read no further back than asked', async () => {
  const server = await pretend();
  server.next({
    headers: { link: `<${server.url}/2>; rel="next"` },
    body: [
      { id: 2, updated_at: '2026-03-02T00:00:00Z' },
      { id: 1, updated_at: '2026-02-01T00:00:00Z' },
    ],
  });
  const found = await open(server).read.pullRequests({ state: 'closed', since: '2026-03-01T00:00:00Z' });
  expect(found).toEqual([{ id: 2, updated_at: '2026-03-02T00:00:00Z' }]);
  expect(server.asked).toHaveLength(1);
});

test('comments since a moment are in the order of their changes', async () => {
  const [older, newer] = [
    { id: 9, updated_at: '2026-03-01T00:00:00Z' },
    { id: 3, updated_at: '2026-03-02T00:00:00Z' },
  ];
  const server = await pretend({ body: [newer, older] });
  expect(await open(server).read.commentsSince('2026-03-01T00:00:00Z')).toEqual([older, newer]);
  expect(server.asked[0]?.path).toContain('since=2026-03-01T00%3A00%3A00Z');
});

test('artifacts are the list in their answer', async () => {
  const server = await pretend({ body: { total_count: 1, artifacts: [{ id: 5, name: 'check' }] } });
  expect(await open(server).read.artifacts(4)).toEqual([{ id: 5, name: 'check' }]);
});

test('what is not there or was deleted is undefined; a list that is not there is a failure', async () => {
  const missing = { status: 404, body: { message: 'Not Found' } };
  const server = await pretend(missing, { status: 410, body: { message: 'deleted' } }, missing, missing, missing);
  const { read } = open(server);
  expect(await read.pullRequest(1)).toBeUndefined();
  expect(await read.issue(1)).toBeUndefined();
  expect(await read.comment(1)).toBeUndefined();
  expect(await read.user('ghost')).toBeUndefined();
  await expect(read.files(1)).rejects.toThrow(`GET ${base}/pulls/1/files?per_page=100: status 404: Not Found`);
  expect(server.asked).toHaveLength(5);
});

test.each(['..', 'a/b', '', 'a?b'])('a login that nobody can have, %j, is not asked for', async (login) => {
  const server = await pretend();
  expect(await open(server).read.user(login)).toBeUndefined();
  expect(server.asked).toEqual([]);
});

test('a server error and a lost connection are tried again, and told', async () => {
  const server = await pretend({ status: 500, body: '<html>oops' }, drop, { body: { number: 1 } });
  const { read, told, calls } = open(server);
  expect(await read.pullRequest(1)).toEqual({ number: 1 });
  expect(told).toEqual([
    `GitHub: GET ${base}/pulls/1: status 500; trying again`,
    `GitHub: GET ${base}/pulls/1: no whole answer; trying again`,
  ]);
  expect(calls.map(({ status }) => status)).toEqual([500, undefined, 200]);
});

test('a server that fails for good is asked four times', async () => {
  const bad = { status: 502, body: { message: 'Server Error' } };
  const server = await pretend(bad, bad, bad, bad, bad);
  await expect(open(server).read.pullRequest(1)).rejects.toMatchObject({
    name: 'Failure',
    exitCode: 3,
    message: `GitHub: GET ${base}/pulls/1: status 502: Server Error`,
  });
  expect(server.asked).toHaveLength(4);
});

test('an answer that does not come is a failure in the end', async () => {
  const server = await pretend(
    () => {},
    () => {},
    () => {},
    () => {},
  );
  await expect(open(server, { timeout: 30 }).read.pullRequest(1)).rejects.toMatchObject({ exitCode: 3 });
  expect(server.asked).toHaveLength(4);
});

test.each([
  ['403 with the words', { status: 403, headers: { 'retry-after': '7' }, body: secondary }],
  ['403 without them', { status: 403, headers: { 'retry-after': '7' }, body: { message: 'abuse detected' } }],
  ['429', { status: 429, headers: { 'retry-after': '7' }, body: '' }],
])('a secondary limit, %s: it waits as long as asked, and says so', async (_, limit) => {
  const server = await pretend(limit, { body: { number: 1 } });
  const { read, told } = open(server);
  expect(await read.pullRequest(1)).toEqual({ number: 1 });
  expect(told).toEqual([`GitHub: too many calls in a short time: waiting 7 s before GET ${base}/pulls/1`]);
});

test('a limit that does not end, ends the work', async () => {
  const limit = { status: 403, headers: { 'retry-after': '7' }, body: secondary };
  const server = await pretend(limit, limit, limit, limit, limit);
  await expect(open(server).read.pullRequest(1)).rejects.toThrow(/secondary rate limit.*Run it again in 7 s/);
  expect(server.asked).toHaveLength(4);
});

test('a wait longer than a quarter of an hour is not begun', async () => {
  const server = await pretend({ status: 429, headers: { 'retry-after': '3600' }, body: secondary });
  await expect(open(server).read.pullRequest(1)).rejects.toMatchObject({ exitCode: 3 });
  expect(server.asked).toHaveLength(1);
});

test('the primary limit: waited for when it ends soon, else it says when it ends', async () => {
  const used = (reset: number) => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    body: { message: 'API rate limit exceeded' },
  });
  const server = await pretend(used(1), { body: { number: 1 } }, used(Date.parse('2037-01-01T00:00:00Z') / 1000));
  const { read, told } = open(server);
  expect(await read.pullRequest(1)).toEqual({ number: 1 });
  expect(told).toEqual([`GitHub: the rate limit is used up: waiting 0 s before GET ${base}/pulls/1`]);
  await expect(read.pullRequest(2)).rejects.toThrow('used up until 2037-01-01T00:00:00.000Z');
  expect(server.asked).toHaveLength(3);
});

test('a refusal without a limit is not tried again', async () => {
  const server = await pretend({ status: 403, body: { message: 'Resource not accessible by integration' } });
  await expect(open(server).read.labels()).rejects.toThrow(/status 403: Resource not accessible/);
  expect(server.asked).toHaveLength(1);
});

test('a page that is cut off is not an empty page', async () => {
  const cut = (response: Parameters<typeof say>[0]): void => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"id":1},', () => response.socket?.destroy());
  };
  const server = await pretend(cut, { body: [{ id: 1 }] }, { body: '[{"id":1},' }, { body: [{ id: 2 }] });
  const { read } = open(server);
  expect(await read.labels()).toEqual([{ id: 1 }]);
  expect(await read.labels()).toEqual([{ id: 2 }]);
  server.next(cut, cut, cut, cut);
  await expect(read.labels()).rejects.toThrow(`GET ${base}/labels?per_page=100: the connection was lost in the middle`);
});

test.each([
  ['a page of HTML', '<html>Sign in', 'JSON expected'],
  ['an empty page', '', 'JSON expected'],
  ['an object for a list', '{"message":"hello"}', 'a list expected, found an object'],
  ['null for a list', 'null', 'a list expected, found nothing'],
])('%s is a failure that names the call', async (_, body, expected) => {
  const answer = { body };
  const server = await pretend(answer, answer, answer, answer);
  await expect(open(server).read.labels()).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(new RegExp(`GET ${base}/labels\\?per_page=100: .*${expected}`)),
  });
});

test('each call bears the token, a user agent and the version of the API', async () => {
  const server = await pretend({ body: {} });
  await open(server, { token: `${TOKEN}\n` }).read.pullRequest(1);
  expect(server.asked[0]?.headers).toMatchObject({
    authorization: `token ${TOKEN}`,
    'user-agent': expect.stringMatching(/^pgdoc /),
    'x-github-api-version': '2022-11-28',
  });
});

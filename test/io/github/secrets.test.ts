/** The token goes to GitHub alone, and stands in nothing that a person or a file gets. */
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { open, pretend, TOKEN } from './helpers/server.ts';

/** What anybody printed: octokit takes hold of the console when it is imported. */
const printed = vi.hoisted(() => {
  const lines: unknown[][] = [];
  for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) console[name] = (...said) => lines.push(said);
  return lines;
});

const to = (location: string) => ({ status: 302, headers: { location } });

test('an artifact lies at another host, which gets no token', async () => {
  const storage = await pretend({ headers: { 'content-type': 'application/zip' }, body: 'zip' });
  const server = await pretend(to(`${storage.url}/file?sig=SIGNATURE`));
  const { read, calls } = open(server);
  expect(Buffer.from(await read.artifact(5, 10)).toString()).toBe('zip');
  expect(server.asked[0]?.headers.authorization).toBe(`token ${TOKEN}`);
  expect(storage.asked[0]?.path).toBe('/file?sig=SIGNATURE');
  expect(JSON.stringify(storage.asked)).not.toContain(TOKEN);
  expect(calls.map(({ path }) => path)).toEqual(['/repos/example/manual/actions/artifacts/5/zip', `${storage.url}/…`]);
});

test('an artifact is tried again when its download breaks off', async () => {
  const server = await pretend(
    (response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('zi', () => response.socket?.destroy());
    },
    { body: 'zip' },
  );
  expect(Buffer.from(await open(server).read.artifact(5, 10)).toString()).toBe('zip');
});

test('of a huge artifact no more is read than allowed, whatever its length says', async () => {
  let sent = 0;
  let isOver = false;
  const endless = await pretend((response) => {
    const chunk = Buffer.alloc(10_000);
    response.on('close', () => {
      isOver = true;
    });
    const more = (): void => {
      if (isOver) return;
      sent += chunk.length;
      response.write(chunk, () => setImmediate(more));
    };
    more();
  });
  await expect(open(endless).read.artifact(5, 100_000)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining('more than 100000 bytes'),
  });
  expect(endless.asked).toHaveLength(1);
  await vi.waitUntil(() => isOver);
  expect(sent).toBeLessThan(20_000_000);

  const honest = await pretend((response) => response.writeHead(200, { 'content-length': '1000000000' }).write('x'));
  await expect(open(honest).read.artifact(5, 100_000)).rejects.toMatchObject({ exitCode: 1 });
});

test('an answer other than a file does not lead to another host; nor a next page', async () => {
  const other = await pretend({ body: [] }, { body: [] });
  const server = await pretend(to(`${other.url}/x`), { headers: { link: `<${other.url}/2>; rel="next"` }, body: [] });
  const { read } = open(server);
  await expect(read.pullRequest(1)).rejects.toThrow(/leads to another host/);
  await expect(read.labels()).rejects.toMatchObject({ exitCode: 3 });
  expect(other.asked).toEqual([]);
});

test('a redirection inside the API is followed, and one without end is not', async () => {
  const server = await pretend(to('/repositories/7/pulls/1'), { body: { number: 1 } });
  const { read } = open(server);
  expect(await read.pullRequest(1)).toEqual({ number: 1 });
  const round = to('/repositories/7/pulls/1');
  server.next(round, round, round, round, round);
  await expect(read.pullRequest(1)).rejects.toThrow(/on and on/);
});

test.each([
  ['a refusal that repeats it', { status: 401, body: { message: `Bad credentials: ${TOKEN}` } }],
  ['a server error', { status: 500, body: `<html>${TOKEN}` }],
  ['a redirection', to(`http://127.0.0.1:1/${TOKEN}`)],
  ['no JSON', { body: `<html>${TOKEN}` }],
])('no message, stack or cause bears the token: %s', async (_, fault) => {
  const server = await pretend(fault, fault, fault, fault);
  const { read, write, told, calls } = open(server);
  const error: unknown = await read.pullRequest(1).catch((thrown: unknown) => thrown);
  server.next(fault, { body: [] }, fault, { body: [] }, fault, { body: [] });
  const other: unknown = await write.addComment(1, 'x').catch((thrown: unknown) => thrown);
  for (const thrown of [error, other]) {
    expect(thrown).toMatchObject({ exitCode: 3 });
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(TOKEN);
  }
  expect(JSON.stringify([told, calls])).not.toContain(TOKEN);
  expect(printed).toEqual([]);
});

test.each([
  ['a token with a line in it', { token: `${TOKEN}\nx` }],
  ['http to another machine', { apiUrl: 'http://github.example/api' }],
  ['a password in the address', { apiUrl: `https://me:${TOKEN}@github.example` }],
  ['no address', { apiUrl: 'github' }],
  ['another scheme', { apiUrl: 'file:///etc' }],
  ['a repository that is none', { repository: 'example/..' }],
  ['a repository with more to its path', { repository: 'example/manual/../../x' }],
])('%s is refused before anything is sent', (_, options) => {
  let error: unknown;
  try {
    open({ url: 'https://api.github.com' }, options);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ exitCode: 2 });
  expect(inspect(error)).not.toContain(TOKEN);
});

import { expect, test } from 'vitest';
import { dryRunWrites } from '../../../tools/io/github/dry-run.ts';
import { drop, open, pretend } from './helpers/server.ts';

const base = '/repos/example/manual';
const bad = { status: 502, body: { message: 'Server Error' } };
const fine = { body: {} };
const now = '2026-03-01T11:59:30Z';

test('a comment is written, and its id known', async () => {
  const server = await pretend({ status: 201, body: { id: 77 } });
  expect(await open(server).write.addComment(3, 'Thank you')).toBe(77);
  expect(server.lines()).toEqual([`POST ${base}/issues/3/comments`]);
  expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ body: 'Thank you' });
});

test.each([
  ['a 502', bad],
  ['a lost connection', drop],
  ['an answer that is cut off', { status: 201, body: '{"id":7' }],
])('a comment that was written in spite of %s is found, not written twice', async (_, fault) => {
  const others = { id: 1, body: 'Thank you', created_at: '2025-01-01T00:00:00Z' };
  const server = await pretend(fault, { body: [others, { id: 77, body: 'Thank\r\nyou\r\n', created_at: now }] });
  expect(await open(server).write.addComment(3, 'Thank\nyou')).toBe(77);
  expect(server.lines()).toEqual([
    `POST ${base}/issues/3/comments`,
    `GET ${base}/issues/3/comments?since=2026-03-01T11%3A58%3A00Z&per_page=100`,
  ]);
});

test('a comment that was not written because of a 502 is written again, an older one of the same words or not', async () => {
  const older = { id: 1, body: 'Thank you', created_at: '2025-01-01T00:00:00Z' };
  const server = await pretend(bad, { body: [older] }, { status: 201, body: { id: 78 } });
  const { write, told } = open(server);
  expect(await write.addComment(3, 'Thank you')).toBe(78);
  expect(told).toEqual([`GitHub: POST ${base}/issues/3/comments: not carried out; trying again`]);
});

test('a comment that cannot be written is given up, and says that it may be there', async () => {
  const none = { body: [] };
  const server = await pretend(bad, none, bad, none, bad, none);
  await expect(open(server).write.addComment(3, 'x')).rejects.toMatchObject({
    exitCode: 3,
    message: `GitHub: POST ${base}/issues/3/comments: status 502: Server Error. It may have been carried out all the same`,
  });
  expect(server.asked).toHaveLength(6);
});

test('a comment refused by a limit was not written: it waits, and is sent again', async () => {
  const limit = { status: 403, headers: { 'retry-after': '5' }, body: { message: 'secondary rate limit' } };
  const server = await pretend(limit, { status: 201, body: { id: 79 } });
  const { write, told } = open(server);
  expect(await write.addComment(3, 'x')).toBe(79);
  expect(told.join()).toContain('waiting 5 s');
  expect(server.asked).toHaveLength(2);
});

test('a pull request that was opened in spite of a 502 is found by its branches', async () => {
  const server = await pretend(bad, {
    body: [
      { number: 4, head: { label: 'stranger:sync' } },
      { number: 5, head: { label: 'Example:sync' } },
    ],
  });
  const request = { title: 't', body: 'b', head: 'sync', base: 'main' };
  expect(await open(server).write.openPullRequest(request)).toBe(5);
  expect(server.lines()[1]).toBe(`GET ${base}/pulls?state=open&head=example%3Async&base=main&per_page=100`);
});

test('whether a workflow was started cannot be seen: it is started once', async () => {
  const server = await pretend(bad, { status: 204 });
  const { write } = open(server);
  await expect(write.startWorkflow('publish.yml', 'main', {})).rejects.toThrow(/may have been carried out/);
  expect(server.asked).toHaveLength(1);
  await write.startWorkflow('publish.yml', 'main', { force: 'yes' });
  expect(JSON.parse(server.asked[1]?.body ?? '')).toEqual({ ref: 'main', inputs: { force: 'yes' } });
});

test('what is the same done twice goes again after a 502', async () => {
  const server = await pretend(bad, fine, bad, fine, bad, fine, bad, fine, bad, fine);
  const { write } = open(server);
  await write.editComment(7, 'x');
  await write.react(7, 'eyes');
  await write.addLabels(3, ['sync']);
  await write.editPullRequest(3, { state: 'closed' });
  expect(server.lines().filter((_, at) => at % 2 === 1)).toEqual([
    `PATCH ${base}/issues/comments/7`,
    `POST ${base}/issues/comments/7/reactions`,
    `POST ${base}/issues/3/labels`,
    `PATCH ${base}/pulls/3`,
  ]);
});

test('a label that is there is edited; one that GitHub does not take is a failure', async () => {
  const refused = (code: string) => ({ status: 422, body: { message: 'Validation Failed', errors: [{ code }] } });
  const server = await pretend(refused('already_exists'), fine, refused('invalid'));
  const { write } = open(server);
  const label = { name: 'a/b ?', color: 'ff0000', description: 'd' };
  await write.putLabel(label);
  expect(server.lines()).toEqual([`POST ${base}/labels`, `PATCH ${base}/labels/a%2Fb%20%3F`]);
  await expect(write.putLabel(label)).rejects.toThrow(/status 422: Validation Failed.*invalid/);
});

test('a repository that has moved is not written to by another method', async () => {
  const server = await pretend({ status: 301, headers: { location: '/repositories/7/issues/3/comments' } });
  await expect(open(server).write.addComment(3, 'x')).rejects.toThrow(/another name/);
  expect(server.asked).toHaveLength(1);
});

test('an answer without the number of what was made is a failure', async () => {
  const server = await pretend({ status: 201, body: [] });
  await expect(open(server).write.addComment(3, 'x')).rejects.toThrow('an object with a number "id" expected');
});

test('a dry run says what it would send, on one line, nothing that steers a terminal', async () => {
  const lines: string[] = [];
  const write = dryRunWrites((text) => lines.push(text), 'example/manual');
  expect(await write.addComment(1, 'Thank\n::set-output::you\u001b[31m\u202e')).toBe(0);
  expect(await write.openPullRequest({ title: 't', body: 'x'.repeat(5000), head: 'sync', base: 'main' })).toBe(0);
  await write.putLabel({ name: 'sync', color: '0000ff', description: '' });
  await write.startWorkflow('publish.yml', 'main', {});
  expect(lines[0]).toBe(
    String.raw`would POST ${base}/issues/1/comments {"body":"Thank\n::set-output::you\u001b[31m\u{202e}"}`,
  );
  expect(lines[1]).toMatch(new RegExp(`^would POST ${base}/pulls \\{"title":"t",.{1,200}…$`));
  expect(lines.slice(2)).toEqual([
    `would POST ${base}/labels {"name":"sync","color":"0000ff","description":""}`,
    `would POST ${base}/actions/workflows/publish.yml/dispatches {"ref":"main","inputs":{}}`,
  ]);
});

/** Syncs that are killed, and syncs that meet: real processes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { pgdoc, start } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { freshWorkspace } from './helpers/shared.ts';

let undisturbed: readonly string[];

beforeAll(async () => {
  const root = temporary();
  await freshWorkspace(root);
  expect((await pgdoc(['sync', '--root', root])).code).toBe(0);
  undisturbed = digestOf(root);
});

test.each([
  ['when it has just begun', '.cache/locks/workspace.json'],
  ['while it fetches', '.cache/upstream.git/config'],
  ['while it stages what it will write', '.cache/transaction'],
  ['while it puts the files into place', '.cache/transaction/journal'],
])('killed %s, the next run ends in the same bytes', async (_, sign) => {
  const root = temporary();
  await freshWorkspace(root);
  const child = start(['sync', '--root', root]);
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_code, signal) => done(signal)));
  while (!existsSync(join(root, sign)) && child.exitCode === null) await setImmediate();
  child.kill('SIGKILL');
  await ended;
  const { code, stderr } = await pgdoc(['sync', '--root', root]);
  expect([code, stderr.match(/error|another pgdoc/i)]).toEqual([0, null]);
  expect(digestOf(root)).toEqual(undisturbed);
  expect(existsSync(join(root, '.cache/transaction'))).toBe(false);
});

test('of two at once one does the work, and the other waits or says who is at work', async () => {
  const root = temporary();
  await freshWorkspace(root);
  const runs = await Promise.all([1, 2].map(() => pgdoc(['sync', '--root', root])));
  expect(runs.map(({ code }) => code)).toContain(0);
  for (const { code, stderr } of runs)
    if (code !== 0)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/another pgdoc process is at work.*sync/)]);
  expect(digestOf(root)).toEqual(undisturbed);
});

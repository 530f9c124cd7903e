/** A synced workspace to damage, and what is expected of a command that refuses it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { pgdoc } from '../commands/helpers/cli.ts';
import { digestOf, temporary } from '../commands/helpers/folder.ts';
import { writeProject, writeUpstream } from '../commands/helpers/upstream.ts';

/** A workspace that was synced with the sample's 3.1 as a plain folder. */
let synced: string;

beforeAll(async () => {
  synced = temporary();
  await writeUpstream(join(synced, 'upstream'));
  writeProject(synced, 'upstream');
  expect((await pgdoc(['sync', '--root', synced])).code).toBe(0);
});

/** A copy of it. */
export function workspace(): string {
  const root = temporary();
  cpSync(synced, root, { recursive: true });
  return root;
}

/** Runs a command that must end with `code` and a message, without a stack, and write nothing. */
export async function expectRefused(root: string, args: string[], code: number, message: RegExp): Promise<void> {
  const before = digestOf(root);
  const run = await pgdoc([...args, '--root', root]);
  expect([run.code, run.stderr]).toEqual([code, expect.stringMatching(message)]);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stdout).toBe('');
  expect(digestOf(root)).toEqual(before);
}

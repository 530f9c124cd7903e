/** Two commands that write at once, and the lock of one that was killed or stopped: real processes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { type Run, start } from './helpers/cli.ts';
import { copyOf, onFaultyDisk } from './helpers/faults.ts';
import { digestOf } from './helpers/folder.ts';
import { type Writer, workspaceOfFaults, writersOf } from './helpers/writers.ts';

let root: string;
let writers: Readonly<Record<string, Writer>>;

beforeAll(async () => {
  root = workspaceOfFaults();
  writers = await writersOf(root);
});

const writer = (name: string) => writers[name] as Writer;
const NAMED =
  /^pgdoc: .+: another pgdoc process is at work here: (.+) \(process (\d+) on .+\); try again when it is done/;

/** A command that is stopped, as by Ctrl-Z, once it has the lock. */
async function stopped(work: string, args: readonly string[]) {
  const child = start([...args, '--root', work]);
  const ended = new Promise<Run['code']>((done) => child.on('close', (code) => done(code)));
  while (!existsSync(join(work, '.cache/locks/workspace.lock')) && child.exitCode === null) await pause(1);
  while (!holderOf(work).includes(`"process":${child.pid},`) && child.exitCode === null) await pause(1);
  while (existsSync(join(work, '.cache/locks/workspace.guard.lock'))) await pause(1);
  child.kill('SIGSTOP');
  return { child, ended };
}

function holderOf(work: string): string {
  const file = join(work, '.cache/locks/workspace.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The workspace after commands that ran one after the other. */
async function inTurn(...names: readonly string[]): Promise<readonly string[]> {
  const copy = copyOf(root);
  for (const name of names) await writer(name).run(copy);
  return digestOf(copy);
}

test.each([
  ['check --fix', 'replace'],
  ['accept', 'conflicts --use'],
  ['replace', 'replace'],
])('%s and %s at once: one after the other, or the second says who is at work', async (first, second) => {
  const ends = [await inTurn(first, second), await inTurn(second, first), await inTurn(first), await inTurn(second)];
  const work = copyOf(root);
  const runs = await Promise.all([first, second].map((name) => onFaultyDisk(work, writer(name).args, {})));
  const refused = runs.filter(({ code }) => code !== 0);
  expect(refused.length).toBeLessThan(2);
  for (const { code, stderr, steps } of refused) {
    expect([code, stderr]).toEqual([2, expect.stringMatching(NAMED)]);
    expect(steps).toEqual([]);
  }
  expect(ends.slice(...(refused.length === 0 ? [0, 2] : [2, 4]))).toContainEqual(digestOf(work));
});

test('a command that is stopped keeps its lock: others name it, write nothing, and it ends as if alone', async () => {
  const work = copyOf(root);
  const { child, ended } = await stopped(work, writer('replace').args);
  const second = await onFaultyDisk(work, writer('check --fix').args, {});
  expect([second.code, NAMED.exec(second.stderr)?.slice(1)]).toEqual([2, ['replace', String(child.pid)]]);
  expect(second.steps).toEqual([]);
  child.kill('SIGCONT');
  expect(await ended).toBe(0);
  expect(digestOf(work)).toEqual(await inTurn('replace'));
});

test('the lock of a command that was killed is taken over at once', async () => {
  const work = copyOf(root);
  const { child, ended } = await stopped(work, writer('accept').args);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(join(work, '.cache/locks/workspace.lock'))).toBe(true);
  const second = await onFaultyDisk(work, writer('check --fix').args, {});
  expect([second.code, second.stderr]).toEqual([0, '']);
  expect(digestOf(work)).toEqual(await inTurn('check --fix'));
});

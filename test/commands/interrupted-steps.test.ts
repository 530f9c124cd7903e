/** Every command that writes, killed by SIGKILL before each of its writes, and in the middle of one: real processes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { importTranslation } from '../../tools/commands/import.ts';
import { sync } from '../../tools/commands/sync.ts';
import { atOnce, copyOf, mixed, onFaultyDisk, recovered, WRITTEN } from './helpers/faults.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { editFile } from './helpers/shared.ts';
import { writeManual } from './helpers/small-manual.ts';
import { writeProject } from './helpers/upstream.ts';
import { type Writer, workspaceOfFaults, writersOf } from './helpers/writers.ts';

let root: string;
let writers: Readonly<Record<string, Writer>>;

beforeAll(async () => {
  root = workspaceOfFaults();
  writers = await writersOf(root);
});

/** @returns how many of the killed runs left the workspace as it was, and how many as it was to be */
async function killEverywhere(from: string, { args, run }: Writer, below: readonly string[] = WRITTEN) {
  const whole = copyOf(from);
  const { code, stderr, steps } = await onFaultyDisk(whole, args, { below });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('pgdoc:')]);
  const [before, after] = [digestOf(from), digestOf(whole)];
  expect(after).not.toEqual(before);

  const ends = { before: 0, after: 0 };
  const kill = async (at: number, what: 'kill' | 'half') => {
    const when = `${what} at step ${at}, ${steps[at - 1]}`;
    const killed = copyOf(from);
    expect((await onFaultyDisk(killed, args, { below, at, what })).code, when).toBe(null);
    expect(mixed(digestOf(killed), before, after), when).toEqual([]);
    const end = await recovered(killed);
    expect([before, after], when).toContainEqual(end);
    ends[end.join() === before.join() ? 'before' : 'after'] += 1;
    await run(killed);
    expect(digestOf(killed), when).toEqual(after);
    expect(existsSync(join(killed, '.cache/transaction')), when).toBe(false);
  };
  const halves = steps.flatMap((step, at) => (step.startsWith('write .cache/transaction/') ? [at + 1] : []));
  await Promise.all([
    ...steps.map((_, at) => atOnce(() => kill(at + 1, 'kill'))),
    ...halves.slice(-2).map((at) => atOnce(() => kill(at, 'half'))),
  ]);
  return ends;
}

describe('killed before each write, each file is old or new, the next run ends in the same bytes:', () => {
  test.each(['check --fix', 'accept', 'conflicts --use', 'import --format po'])('%s', async (name) => {
    const ends = await killEverywhere(root, writers[name] as Writer);
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(3);
  });

  test('replace, while it takes its lock and gives it back, too', async () => {
    const ends = await killEverywhere(root, writers.replace as Writer, []);
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(5);
  });

  test('replace with a report: what the next run finishes keeps the report of what was done', async () => {
    const args = [...(writers.replace as Writer).args, '--report', 'replaced.md'];
    const whole = copyOf(root);
    const { steps } = await onFaultyDisk(whole, args, {});
    const killed = copyOf(root);
    const at = steps.findIndex((step) => step.startsWith('rename translations/')) + 1;
    await onFaultyDisk(killed, args, { at, what: 'kill' });
    const next = await onFaultyDisk(killed, args, {});
    expect([next.code, next.stderr]).toEqual([0, expect.stringContaining('cut short was finished first: 3 files')]);
    expect(digestOf(killed)).toEqual(digestOf(whole));
  });

  test('sync: a page that changes, one that moves, one that goes and one that comes', async () => {
    const [upstream, older] = [temporary(), temporary()];
    writeProject(older, upstream, '  - { name: "1", ref: REL_1_STABLE }');
    const jars = ['Open the jar and look into it.', 'Seal the lid of the jar with wax.'];
    writeManual(upstream, { start: { jars, lids: ['A lid keeps the air out.'] }, more: { wax: ['Wax burns.'] } });
    await sync(record(older), { pins: new Map() });
    editFile(join(older, 'translations/zh-CN/start/jars.md'), (text) =>
      text.replace(/( -->)\n\n(> Seal)/, '$1\n打开\n\n$2'),
    );
    editFile(join(older, 'translations/zh-CN/more/wax.md'), (text) => `${text}蜡会烧\n`);
    writeManual(upstream, {
      start: { jars: ['Open the jars and look into it.'] },
      more: { lids: ['A lid keeps the air out.'], ink: [] },
    });
    const next: Writer = { args: ['sync'], run: (at) => sync(record(at), { pins: new Map() }) };
    const ends = await killEverywhere(older, next);
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(8);
  });

  test('import: a translation as DocBook, into catalogs that are there', async () => {
    const [upstream, synced, from] = [temporary(), temporary(), temporary()];
    writeProject(synced, upstream, '  - { name: "1", ref: REL_1_STABLE }');
    writeManual(upstream, { start: { jars: ['Open the jar.', 'Seal the lid.'], lids: ['A lid keeps the air out.'] } });
    writeManual(from, { start: { jars: ['打开罐子。', '封上盖子。'], lids: ['盖子挡住空气。'] } });
    await sync(record(synced), { pins: new Map() });
    const options = {
      from,
      version: '1',
      base: undefined,
      as: 'machine',
      origin: undefined,
      report: undefined,
    } as const;
    const ends = await killEverywhere(synced, {
      args: ['import', '--from', from, '--version', '1'],
      run: (at) => importTranslation(record(at), options),
    });
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(3);
  });
});

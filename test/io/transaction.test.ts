import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../tools/io/files.ts';
import { type Change, recover, writeAll } from '../../tools/io/transaction.ts';

const writer = fileURLToPath(new URL('helpers/write-and-die.ts', import.meta.url));

let base: string;
let root: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'pgdoc-transaction-'));
  root = join(base, 'workspace');
  for (const folder of ['kept', 'emptied']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'kept', 'changed.md'), 'old');
  writeFileSync(join(root, 'kept', 'same.md'), 'same');
  writeFileSync(join(root, 'emptied', 'moved.md'), 'moved');
});

afterEach(() => rmSync(base, { recursive: true }));

const changes: readonly Change[] = [
  { path: 'kept/changed.md', content: 'new' },
  { path: 'kept/same.md', content: 'same' },
  { path: 'new/deep/moved.md', content: 'moved' },
  { path: 'emptied/moved.md', content: null },
  { path: 'never/there.md', content: null },
];

async function contents(folder: string): Promise<Record<string, string>> {
  const paths = (
    await Promise.all(['kept', 'emptied', 'new', '.cache/transaction'].map((part) => listFiles(folder, part)))
  ).flat();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const before = { 'kept/changed.md': 'old', 'kept/same.md': 'same', 'emptied/moved.md': 'moved' };
const after = { 'kept/changed.md': 'new', 'kept/same.md': 'same', 'new/deep/moved.md': 'moved' };

describe('writeAll', () => {
  it('writes what differs, touches nothing else, and leaves no empty folder', async () => {
    const untouched = statSync(join(root, 'kept', 'same.md')).ino;
    expect(await writeAll(root, changes)).toEqual(['kept/changed.md', 'new/deep/moved.md', 'emptied/moved.md']);
    expect(await contents(root)).toEqual(after);
    expect(statSync(join(root, 'kept', 'same.md')).ino).toBe(untouched);
    expect(existsSync(join(root, 'emptied'))).toBe(false);
    expect(await writeAll(root, changes)).toEqual([]);
  });

  it('puts a folder in the place of a file that it removes', async () => {
    await writeAll(root, [
      { path: 'kept/same.md', content: null },
      { path: 'kept/same.md/page.md', content: 'x' },
    ]);
    expect(await contents(root)).toMatchObject({ 'kept/same.md/page.md': 'x' });
  });

  it('writes nothing at all if one path leads out or has no place', async () => {
    symlinkSync(base, join(root, 'way-out'));
    for (const path of ['../evil.md', 'way-out/evil.md', '.git/config', 'kept', 'kept/same.md/page.md']) {
      const attempt = writeAll(root, [...changes, { path, content: 'x' }]);
      await expect(attempt, path).rejects.toMatchObject({ name: 'Failure', exitCode: 2 });
      expect(await contents(root)).toEqual(before);
    }
  });

  it('killed before any of its steps, the files are old or new as a whole after the next start, and the next run ends the same', async () => {
    const file = join(base, 'changes.json');
    writeFileSync(file, JSON.stringify(changes));
    const run = (folder: string, step: number): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ['--import', 'tsx', writer, folder, file, String(step)], { encoding: 'utf8' });
    const whole = join(base, 'whole');
    cpSync(root, whole, { recursive: true });
    const steps = Number(run(whole, 0).stdout);
    expect(steps).toBeGreaterThan(8);

    const outcomes = new Set<string>();
    for (let step = 1; step <= steps; step++) {
      const folder = join(base, `killed-${step}`);
      cpSync(root, folder, { recursive: true });
      expect(run(folder, step).signal).toBe('SIGKILL');
      await recover(folder);
      const state = await contents(folder);
      expect([before, after], `killed before step ${step}`).toContainEqual(state);
      outcomes.add(state['kept/changed.md']!);
      await writeAll(folder, changes);
      expect(await contents(folder)).toEqual(after);
    }
    expect(outcomes).toEqual(new Set(['old', 'new']));
  });
});

describe('recover', () => {
  const interrupt = async (stop: string): Promise<void> => {
    const onStep = (step: string): void => {
      if (step === stop) throw new Error('interrupted');
    };
    await expect(writeAll(root, changes, { onStep })).rejects.toThrowError('interrupted');
  };

  it('throws no edit away that was made after the kill', async () => {
    await interrupt('apply kept/changed.md');
    writeFileSync(join(root, 'kept', 'changed.md'), 'a person was here');
    await expect(recover(root)).rejects.toThrowError(/^kept\/changed\.md: edited after a run that was cut short/);
    expect(readFileSync(join(root, 'kept', 'changed.md'), 'utf8')).toBe('a person was here');
    writeFileSync(join(root, 'kept', 'changed.md'), 'old');
    expect(await recover(root)).toContain('kept/changed.md');
    expect(await contents(root)).toEqual(after);
  });

  it('finishes what puts a folder in the place of a file, wherever it was cut short', async () => {
    const folder = [
      { path: 'kept/same.md', content: null },
      { path: 'kept/same.md/page.md', content: 'x' },
    ];
    for (const stop of ['remove kept/same.md', 'apply kept/same.md/page.md', 'forget']) {
      rmSync(join(root, 'kept', 'same.md'), { recursive: true, force: true });
      writeFileSync(join(root, 'kept', 'same.md'), 'same');
      const onStep = (step: string): void => {
        if (step === stop) throw new Error('interrupted');
      };
      await expect(writeAll(root, folder, { onStep })).rejects.toThrowError('interrupted');
      await recover(root);
      expect(await contents(root), stop).toMatchObject({ 'kept/same.md/page.md': 'x' });
    }
  });

  it('keeps an edit of a file that was already in place', async () => {
    await interrupt('apply new/deep/moved.md');
    writeFileSync(join(root, 'kept', 'changed.md'), 'a person was here');
    await recover(root);
    expect(await contents(root)).toEqual({ ...after, 'kept/changed.md': 'a person was here' });
  });

  it('refuses a journal that would fetch files from elsewhere or put them outside', async () => {
    mkdirSync(join(root, '.cache', 'transaction'), { recursive: true });
    writeFileSync(join(base, 'secret'), 'secret');
    const journal = join(root, '.cache', 'transaction', 'journal');
    for (const planned of [
      { path: 'kept/stolen.md', staged: '../../../secret', before: null, after: 'x' },
      { path: '../escaped.md', staged: '0', before: null, after: 'x' },
    ]) {
      writeFileSync(join(root, '.cache', 'transaction', '0'), 'x');
      writeFileSync(journal, JSON.stringify([planned]));
      await expect(recover(root)).rejects.toMatchObject({ name: 'Failure', exitCode: 2 });
    }
    expect(existsSync(join(base, 'secret'))).toBe(true);
    expect(existsSync(join(base, 'escaped.md'))).toBe(false);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../tools/io/lock.ts';

const holder = fileURLToPath(new URL('helpers/hold-lock.ts', import.meta.url));
const lock = { name: 'workspace', purpose: 'build' };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pgdoc-lock-'));
});

afterEach(() => rmSync(root, { recursive: true }));

async function holding(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', holder, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  return child;
}

describe('withLock', () => {
  it('names the process that has the lock, and takes the lock once it is given back', async () => {
    const child = await holding();
    await expect(withLock(root, lock, async () => 1)).rejects.toThrowError(
      new RegExp(`at work here: sync \\(process ${child.pid} on `),
    );
    child.stdin!.end();
    expect(await withLock(root, { ...lock, wait: 10_000 }, async () => 2)).toBe(2);
  });

  it('takes over at once from a process that was killed', async () => {
    const child = await holding();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await withLock(root, lock, async () => 3)).toBe(3);
  });

  it('lets one of many in at a time after a kill', async () => {
    const child = await holding();
    child.kill('SIGKILL');
    await once(child, 'close');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => withLock(root, { ...lock, wait: 30_000 }, work)));
    expect(most).toBe(1);
  });

  it('leaves a living process its lock, however long it has not renewed it', async () => {
    const child = await holding();
    child.kill('SIGSTOP');
    const long = new Date(2020, 1);
    utimesSync(join(root, '.cache/locks/workspace.lock'), long, long);
    await expect(withLock(root, lock, async () => 1)).rejects.toThrowError(/at work here: sync/);
    child.kill('SIGKILL');
    await once(child, 'close');
  });

  it('takes over from a process whose number another one has now', async () => {
    const child = await holding();
    child.kill('SIGKILL');
    await once(child, 'close');
    const file = join(root, '.cache/locks/workspace.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), process: process.pid }));
    expect(await withLock(root, lock, async () => 5)).toBe(5);
  });

  it('takes over from a process that was killed before it had signed, whoever signed before', async () => {
    await withLock(root, lock, async () => {});
    const child = await holding();
    child.kill('SIGKILL');
    await once(child, 'close');
    rmSync(join(root, '.cache/locks/workspace.json'));
    expect(await withLock(root, lock, async () => 6)).toBe(6);
  });

  it('gives the lock back when the work fails', async () => {
    const failing = withLock(root, lock, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrowError('broken');
    expect(await withLock(root, lock, async () => 4)).toBe(4);
  });
});

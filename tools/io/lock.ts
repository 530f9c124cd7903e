/**
 * One writer at a time in a workspace, across processes. A process that died leaves no lock behind that would
 * stop the next one: if it ran on this machine, its lock is taken over at once, else after half a minute.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { lock as acquire, type LockOptions as LibraryOptions } from 'proper-lockfile';
import { Failure } from '../failure.ts';
import { safeJoin } from './safe-join.ts';

export interface LockOptions {
  /** What is locked: `workspace` for the files people edit. One of letters only. */
  readonly name: string;
  /** What the holder is doing, for the message that others get: `sync`. */
  readonly purpose: string;
  /** Milliseconds to wait for another holder; none by default. */
  readonly wait?: number;
}

interface Holder {
  readonly process: number;
  readonly host: string;
  readonly purpose: string;
}

/** A holder's lock counts as left behind when it was not renewed for this long, in milliseconds. */
const STALE = 30_000;
const RETRY_AFTER = 100;

/**
 * Runs `work` while holding a lock.
 *
 * @throws Failure(2) naming the holder if another process has the lock, or if the lock was lost meanwhile
 */
export async function withLock<T>(root: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const folder = safeJoin(root, '.cache/locks');
  mkdirSync(folder, { recursive: true });
  const files = { lock: `${folder}/${options.name}`, holder: `${folder}/${options.name}.json` };
  const me: Holder = { process: process.pid, host: hostname(), purpose: options.purpose };

  let waited = 0;
  let release = await take(files, me);
  while (release === undefined) {
    if (waited >= (options.wait ?? 0)) throw new Failure(2, busy(root, readHolder(files.holder)));
    await pause(RETRY_AFTER);
    waited += RETRY_AFTER;
    release = await take(files, me);
  }
  try {
    const result = await work();
    // After a long standstill of the machine another process may rightly have taken over.
    if (!isSame(readHolder(files.holder), me)) {
      throw new Failure(2, `${root}: another process took the lock over while this one stood still; run it again`);
    }
    return result;
  } finally {
    // A lock that was lost cannot be given back.
    await release().catch(() => {});
  }
}

/**
 * Takes the lock unless a living process has it. Looking and taking happen under a short lock of their own, so
 * that two processes that find the same dead holder do not both take over. The holder's name stays when the lock
 * is given back: only together with the lock it means anything.
 */
async function take(
  files: { readonly lock: string; readonly holder: string },
  me: Holder,
): Promise<(() => Promise<void>) | undefined> {
  const guard = await tryLock(`${files.lock}.guard`, {
    stale: 5_000,
    retries: { retries: 200, factor: 1, minTimeout: 40, maxTimeout: 40 },
  });
  if (guard === undefined) return undefined;
  try {
    const holder = readHolder(files.holder);
    if (holder === undefined || isDead(holder)) await rm(`${files.lock}.lock`, { recursive: true, force: true });
    const release = await tryLock(files.lock, { stale: STALE, update: 5_000 });
    if (release !== undefined) writeFileSync(files.holder, JSON.stringify(me));
    return release;
  } finally {
    await guard().catch(() => {});
  }
}

async function tryLock(path: string, options: LibraryOptions): Promise<(() => Promise<void>) | undefined> {
  try {
    return await acquire(path, { ...options, realpath: false, onCompromised: () => {} });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const { process: id, host, purpose } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return id === undefined || host === undefined || purpose === undefined ? undefined : { process: id, host, purpose };
  } catch {
    return undefined;
  }
}

function isSame(a: Holder | undefined, b: Holder): boolean {
  return a?.process === b.process && a.host === b.host;
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function busy(root: string, holder: Holder | undefined): string {
  if (holder === undefined) return `${root}: another pgdoc process is at work here; try again when it is done`;
  const { process: id, host, purpose } = holder;
  return `${root}: another pgdoc process is at work here: ${purpose} (process ${id} on ${host}); try again when it is done`;
}

/**
 * One writer at a time in a workspace, across processes. A process that died leaves no lock behind that would
 * stop the next one: if it ran on this machine, its lock is taken over at once, else after half a minute. One that
 * lives on this machine keeps its lock, even if it was stopped or is too busy to renew it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { lock as acquire, type LockOptions as LibraryOptions } from 'proper-lockfile';
import { Failure } from '../failure.ts';
import { diskFailure } from './disk-failure.ts';
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
  /** When the process was started, as the system counts; tells it from a later one of the same number. */
  readonly started?: string | undefined;
  readonly host: string;
  readonly purpose: string;
}

/** A holder's lock counts as left behind when it was not renewed for this long, in milliseconds. */
const STALE = 30_000;
const RETRY_AFTER = 100;
/** Held for an instant only; one left behind holds nobody up for long. */
const GUARD: LibraryOptions = { stale: 5_000 };

/**
 * Runs `work` while holding a lock.
 *
 * @throws Failure(2) naming the holder if another process has the lock, if the lock was lost meanwhile, or if it
 *   cannot be written
 */
export async function withLock<T>(root: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const folder = safeJoin(root, '.cache/locks');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw diskFailure(error, folder);
  }
  const files = { lock: `${folder}/${options.name}`, holder: `${folder}/${options.name}.json` };
  const { pid } = process;
  const me: Holder = { process: pid, started: startOf(pid), host: hostname(), purpose: options.purpose };

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
  let guard = await tryLock(`${files.lock}.guard`, GUARD);
  for (let attempt = 0; guard === undefined && attempt < 200; attempt++) {
    await pause(40);
    guard = await tryLock(`${files.lock}.guard`, GUARD);
  }
  if (guard === undefined) return undefined;
  try {
    const holder = readHolder(files.holder);
    const life = holder === undefined ? 'over' : lifeOf(holder);
    if (life === 'over') await rm(`${files.lock}.lock`, { recursive: true, force: true });
    const isTaken = existsSync(`${files.lock}.lock`);
    if (isTaken && life === 'goes on') return undefined;
    // Killed between taking and signing, this process must not leave its lock under an earlier holder's name.
    if (!isTaken) await rm(files.holder, { force: true });
    const release = await tryLock(files.lock, { stale: STALE, update: 5_000 });
    if (release !== undefined) await sign(files.holder, me, release);
    return release;
  } finally {
    await guard().catch(() => {});
  }
}

/** A lock without its holder's name would be taken over by anybody. */
async function sign(file: string, me: Holder, release: () => Promise<void>): Promise<void> {
  try {
    writeFileSync(file, JSON.stringify(me));
  } catch (error) {
    await release().catch(() => {});
    throw diskFailure(error, file);
  }
}

async function tryLock(path: string, options: LibraryOptions): Promise<(() => Promise<void>) | undefined> {
  try {
    return await acquire(path, { ...options, realpath: false, onCompromised: () => {} });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw diskFailure(error, path);
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const { process: id, started, host, purpose } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (id === undefined || host === undefined || purpose === undefined) return undefined;
    return { process: id, started, host, purpose };
  } catch {
    return undefined;
  }
}

function isSame(a: Holder | undefined, b: Holder): boolean {
  return a?.process === b.process && a.host === b.host;
}

/** `goes on` only for what is certainly the same process; of another machine nothing is known. */
function lifeOf({ host, process: id, started }: Holder): 'over' | 'goes on' | 'unknown' {
  if (host !== hostname()) return 'unknown';
  try {
    process.kill(id, 0);
  } catch (error) {
    // Another person's process cannot be signalled, and lives.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'over';
  }
  const now = startOf(id);
  if (started === undefined || now === undefined) return 'unknown';
  return started === now ? 'goes on' : 'over';
}

/** Field 22 of Linux' /proc/PID/stat, counted behind the name, which may hold anything; undefined on other systems. */
function startOf(id: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function busy(root: string, holder: Holder | undefined): string {
  if (holder === undefined) return `${root}: another pgdoc process is at work here; try again when it is done`;
  const { process: id, host, purpose } = holder;
  return `${root}: another pgdoc process is at work here: ${purpose} (process ${id} on ${host}); try again when it is done`;
}

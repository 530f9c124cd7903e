/**
 * Loaded before pgdoc in a process of its own: counts what the process does to files below a folder, writes it down,
 * and at one of these steps does harm. Told by FAULTY_DISK; see `Harm`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative, sep } from 'node:path';

export interface Harm {
  /** The folder that is looked at. */
  readonly root: string;
  /** Only below these, relative to it; all of it when empty. */
  readonly below: readonly string[];
  /** A file that gets one line a step, `operation path`. */
  readonly log: string;
  /** Whether reading a file is a step too. */
  readonly reads: boolean;
  /** The step before which it happens, from 1; 0 for none. */
  readonly at: number;
  /**
   * `kill`: the process dies by SIGKILL · `half`: it dies having written half of the bytes · `edit`: a line is added to
   * a file · `ENOSPC`: from this step on, whatever needs room on the disk fails.
   */
  readonly what: string;
  /** For `edit`: absolute path and the line. */
  readonly edit?: { readonly file: string; readonly line: string };
}

const harm = JSON.parse(process.env.FAULTY_DISK ?? '{}') as Harm;
const real = { append: fs.appendFileSync, write: fs.writeSync };
/** What needs room on the disk, and fails as long as there is none. */
const GROWS = ['open', 'write', 'mkdir'];
let count = 0;

const isWatched = (path: unknown): path is string => {
  if (typeof path !== 'string') return false;
  const inside = relative(harm.root, path).split(sep).join('/');
  if (inside === '' || inside.startsWith('..')) return false;
  return harm.below.length === 0 || harm.below.some((folder) => inside === folder || inside.startsWith(`${folder}/`));
};

/** @returns the error to give, if this is the step */
function step(operation: string, path: unknown, halve?: () => void): NodeJS.ErrnoException | undefined {
  if (!isWatched(path)) return undefined;
  count += 1;
  real.append(harm.log, `${operation} ${relative(harm.root, path)}\n`);
  const { at, what, edit } = harm;
  if (count === at) {
    if (what === 'half') halve?.();
    if (what === 'kill' || what === 'half') process.kill(process.pid, 'SIGKILL');
    if (what === 'edit' && edit) real.append(edit.file, edit.line);
  }
  if (what !== 'ENOSPC' || at === 0 || count < at || !GROWS.includes(operation)) return undefined;
  return Object.assign(new Error(`${what}: ${operation} '${path}'`), { code: what, path, syscall: operation });
}

type Call = (...args: never[]) => unknown;
type Named = Record<string, Call>;

const isWriting = (operation: string, flags: unknown) => operation !== 'open' || /[wa+]/.test(String(flags ?? 'r'));
/** A rename is a step of the place that it fills. */
const placeOf = (operation: string, args: readonly unknown[]) => (operation === 'rename' ? args[1] : args[0]);

function wrap(owner: Named, name: string, give: (args: unknown[], error: Error) => unknown): void {
  const before = owner[name] as (...args: unknown[]) => unknown;
  const operation = name.replace(/Sync$/, '').replace(/File$/, '');
  owner[name] = function (this: unknown, ...args: unknown[]) {
    const error = isWriting(operation, args[1]) ? step(operation, placeOf(operation, args)) : undefined;
    return error ? give(args, error) : before.apply(this, args);
  } as Call;
}

const toss = (_: unknown[], error: Error) => {
  throw error;
};
const tell = (args: unknown[], error: Error) =>
  process.nextTick(args.findLast((arg) => typeof arg === 'function') as (error: Error) => void, error);
const reject = (_: unknown[], error: Error) => Promise.reject(error);

const names = ['open', 'rename', 'rm', 'rmdir', 'mkdir', 'writeFile', 'copyFile'];
for (const name of names) {
  wrap(fs as unknown as Named, `${name}Sync`, toss);
  wrap(fs as unknown as Named, name, tell);
  wrap(fs.promises as unknown as Named, name, reject);
}

if (harm.reads) {
  const readFileSync = fs.readFileSync as (...args: unknown[]) => unknown;
  fs.readFileSync = ((...args: unknown[]) => {
    step('read', args[0]);
    return readFileSync(...args);
  }) as typeof fs.readFileSync;
}

/** What is written through a handle, half of it if that is the harm. */
const open = fs.promises.open;
fs.promises.open = async (path, flags, mode) => {
  const handle = await open(path, flags, mode);
  const writeFile = handle.writeFile.bind(handle);
  handle.writeFile = async (data, options) => {
    const halve = () => void (data instanceof Uint8Array && real.write(handle.fd, data.subarray(0, data.length >> 1)));
    const error = step('write', path, halve);
    if (error) throw error;
    return writeFile(data, options);
  };
  return handle;
};
syncBuiltinESMExports();

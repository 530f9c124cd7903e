/**
 * A PostgreSQL cluster for one test file: in a temporary folder, on a Unix socket only, stopped by its process id.
 * It takes nothing from clusters that the machine has, and leaves nothing behind.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PACKAGED = '/usr/lib/postgresql';

/** Folder of `initdb` and `postgres`: PGDOC_POSTGRES, else the newest of Debian's packages. */
export const serverPrograms = process.env.PGDOC_POSTGRES ?? newestPackage();
export const postgresAbsence =
  serverPrograms === undefined
    ? ` (skipped: no initdb below ${PACKAGED}; install postgresql or set PGDOC_POSTGRES)`
    : '';

function newestPackage(): string | undefined {
  const versions = existsSync(PACKAGED) ? readdirSync(PACKAGED).filter((name) => /^\d+$/.test(name)) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(PACKAGED, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** Servers refuse to run as root; then they, and the clients that log in by their name, run as somebody else. */
const account: Account = process.getuid?.() === 0 ? unprivileged() : {};

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

function unprivileged(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (entry === undefined) throw new Error('root may not run PostgreSQL, and there is no user postgres or nobody');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

export interface Cluster {
  /** Folder of the socket: what `host=` takes. */
  readonly host: string;
  readonly major: number;
  /** How its clients are started. */
  readonly client: {
    readonly env: NodeJS.ProcessEnv;
    readonly cwd: string;
    readonly uid?: number;
    readonly gid?: number;
  };
  stop(): Promise<void>;
}

/** Time zone and language are fixed, since documents show what they lead to. */
export async function startCluster(): Promise<Cluster> {
  if (serverPrograms === undefined) throw new Error(`PostgreSQL is not installed${postgresAbsence}`);
  const host = mkdtempSync(join(tmpdir(), 'pgdoc-pg-'));
  const { uid, gid } = account;
  if (uid !== undefined && gid !== undefined) chownSync(host, uid, gid);
  const env = {
    PATH: `${serverPrograms}:${newestPackage() ?? ''}:${process.env.PATH}`,
    HOME: host,
    LC_ALL: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    PGHOST: host,
    PGUSER: 'postgres',
    PGOPTIONS: '-c statement_timeout=60s',
  };
  const client = { env, cwd: host, ...account };
  const data = join(host, 'data');
  const options = ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'];
  execFileSync(join(serverPrograms, 'initdb'), options, { ...client, stdio: 'pipe' });
  appendFileSync(join(data, 'postgresql.conf'), settings(host));
  const server = spawn(join(serverPrograms, 'postgres'), ['-D', data], { ...client, stdio: 'ignore' });
  // A test run that breaks off takes its servers along.
  const orphaned = () => server.kill('SIGQUIT');
  process.once('exit', orphaned);
  const stop = async () => {
    process.off('exit', orphaned);
    await stopServer(server, host);
  };
  try {
    await ready(client, server);
  } catch (error) {
    await stop();
    throw error;
  }
  const major = Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10);
  return { host, major, client, stop };
}

function settings(host: string): string {
  return `
listen_addresses = ''
unix_socket_directories = '${host}'
timezone = 'Asia/Shanghai'
wal_level = logical
shared_preload_libraries = 'pg_stat_statements'
fsync = off
shared_buffers = 128MB
jit = off
`;
}

async function ready(client: Cluster['client'], server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode} while it was starting`);
    try {
      execFileSync('psql', ['-XAtq', '-d', 'postgres', '-c', 'SELECT 1'], { ...client, stdio: 'pipe' });
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('postgres took no connection within 30 seconds');
}

async function stopServer(server: ChildProcess, host: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = once(server, 'exit');
    // SIGINT is a fast shutdown: sessions are ended, data are written.
    server.kill('SIGINT');
    await ended;
  }
  rmSync(host, { recursive: true, force: true });
}

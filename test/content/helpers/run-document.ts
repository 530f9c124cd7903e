/**
 * Runs the fences of one document in order, in a database of its own, and says where it promises what PostgreSQL does
 * not do. A finding ends the document: what follows would only fail after it.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { clean } from './clean.ts';
import { type Fence, suits } from './fences.ts';
import { matches } from './output.ts';
import type { Cluster } from './postgres.ts';
import { type Outcome, Psql } from './psql.ts';
import type { Servers } from './servers.ts';
import { statementsOf } from './statements.ts';

export interface Report {
  /** What is wrong; undefined if all is as the document says. */
  readonly finding: string | undefined;
  readonly ran: number;
  /** Places of the statements that this server is too old or too new for. */
  readonly notRun: readonly string[];
}

const DATABASE = 'appdb';

export async function runDocument(fences: readonly Fence[], servers: Servers): Promise<Report> {
  const run = new Run(servers);
  try {
    for (const [at, fence] of fences.entries()) {
      const next = fences[at + 1];
      if (fence.kind !== 'output') await run.fence(fence, next?.kind === 'output' ? next : undefined);
    }
    await run.finish();
    return { finding: undefined, ran: run.ran, notRun: run.notRun };
  } catch (error) {
    return { finding: (error as Error).message, ran: run.ran, notRun: run.notRun };
  } finally {
    await run.close();
  }
}

class Run {
  ran = 0;
  readonly notRun: string[] = [];
  readonly #sessions = new Map<string, Psql>();
  /** By session, the statement that waits, to be looked at when it is done. */
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #prepared = new Set<string>();

  constructor(readonly servers: Servers) {}

  async fence(fence: Fence, shown: Fence | undefined): Promise<void> {
    const cluster = await this.#cluster(fence.words.server);
    if (!suits(fence.words.version, cluster.major)) {
      const count = fence.kind === 'sql' ? statementsOf(fence.text).length : 1;
      for (let i = 0; i < count; i++) this.notRun.push(fence.at);
      return;
    }
    const compared = shown !== undefined && suits(shown.words.version, cluster.major) ? shown : undefined;
    if (fence.kind === 'sh') compare(compared, this.#shell(fence, cluster));
    else await this.#sql(fence, compared, cluster);
  }

  async #sql(fence: Fence, shown: Fence | undefined, cluster: Cluster): Promise<void> {
    const name = `${fence.words.server}/${fence.words.session}`;
    await this.#waiting.get(name);
    this.#waiting.delete(name);
    const psql = this.#sessions.get(name) ?? new Psql(cluster, DATABASE);
    this.#sessions.set(name, psql);
    const statements = statementsOf(await this.servers.address(fence.text));
    const pid = fence.words.waits ? (await psql.run('SELECT pg_backend_pid();')).text.match(/\d+/)?.[0] : undefined;
    let printed = '';
    for (const [at, statement] of statements.entries()) {
      const isLast = at === statements.length - 1;
      this.ran++;
      const check = (outcome: Outcome) => judge(fence, statement, isLast ? fence.words.error : undefined, outcome);
      if (isLast && fence.words.waits) {
        const done = psql.run(statement).then((outcome) => compare(shown, printed + check(outcome)));
        // It is looked at where the session goes on; until then its failure is nobody's.
        done.catch(() => {});
        this.#waiting.set(name, done);
        await blocked(pid ?? '', cluster, fence);
      } else if (isLast && fence.words.eventually) {
        await repeat(() => psql.run(statement).then((outcome) => compare(shown, check(outcome))));
      } else printed += check(await psql.run(statement));
    }
    if (!fence.words.waits && !fence.words.eventually) compare(shown, printed);
  }

  #shell(fence: Fence, cluster: Cluster): string {
    this.ran++;
    const env = { ...cluster.client.env, PGDATABASE: DATABASE };
    const options = ['--norc', '-euo', 'pipefail', '-c', `exec 2>&1; ${fence.text}`];
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    try {
      return execFileSync('bash', options, { ...cluster.client, env, stdio: [...stdio], encoding: 'utf8' });
    } catch (error) {
      throw new Error(`${fence.at}: failed with\n${(error as { stdout?: string }).stdout ?? error}`);
    }
  }

  /** The server with an empty database, whatever the document before left. */
  async #cluster(name: string): Promise<Cluster> {
    const cluster = await this.servers.get(name);
    if (!this.#prepared.has(name)) clean(cluster, DATABASE);
    this.#prepared.add(name);
    return cluster;
  }

  async finish(): Promise<void> {
    await Promise.all(this.#waiting.values());
  }

  async close(): Promise<void> {
    for (const psql of this.#sessions.values()) await psql.close();
  }
}

/** @returns what was printed, if it ended as the document says */
function judge(fence: Fence, statement: string, expected: string | undefined, { text, error }: Outcome): string {
  if (error === expected) return text;
  const end =
    expected === undefined ? `failed with ${error}` : `was to fail with ${expected}, got ${error ?? 'no error'}`;
  throw new Error(`${fence.at}: ${statement}\n${end}\n${text}`);
}

function compare(shown: Fence | undefined, printed: string): void {
  if (shown === undefined || matches(shown.text, printed, shown.words.anyNumbers)) return;
  throw new Error(`${shown.at}: shown is\n${shown.text}\nbut psql prints\n${printed}`);
}

async function blocked(pid: string, cluster: Cluster, fence: Fence): Promise<void> {
  const query = `SELECT 1 FROM pg_stat_activity WHERE pid = ${pid} AND wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      execFileSync('psql', ['-XAtq', '-d', 'postgres', '-c', query], { ...cluster.client, encoding: 'utf8' }).trim() ===
      '1'
    )
      return;
    await sleep(50);
  }
  throw new Error(`${fence.at}: was to wait for a lock, and does not`);
}

async function repeat(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 120) throw error;
      await sleep(250);
    }
  }
}

/** Runs the bot as a workflow does: a process of its own, in a fresh clone, with a token that may do so much. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toolRoot } from '../commands/helpers/shared.ts';
import type { World } from './world.ts';
import type { WorldEvent } from './world-events.ts';
import { BOT } from './world-people.ts';
import type { Permission } from './world-state.ts';

const execute = promisify(execFile);

export interface Job {
  /** What stands behind `npm run bot --`; `$RUNNER_TEMP`, `$GITHUB_EVENT_PATH` and `$CLONE` are filled in. */
  readonly args: readonly string[];
  readonly event?: WorldEvent;
  /** What the workflow's permissions let its token write. */
  readonly writes?: readonly Permission[];
  /** Branch, ref or commit that is checked out; main by default. */
  readonly ref?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface JobResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What it asked of the API: method, path and status. */
  readonly calls: readonly string[];
  /** Texts that it left in RUNNER_TEMP, by name. */
  readonly left: Readonly<Record<string, string>>;
}

/** A clone of the repository as actions/checkout makes it, all of its history included. */
export function checkout(world: World, folder: string, ref = 'main'): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...args], { env: gitEnvironment(folder), stdio: 'pipe' });
  execFileSync('git', ['init', '-q', '-b', 'main', folder], { env: gitEnvironment(folder) });
  git('remote', 'add', 'origin', world.host.origin);
  git('config', 'maintenance.auto', 'false');
  git('fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*', `+${ref}:refs/remotes/wanted`);
  git('checkout', '-q', ...(ref === 'main' ? ['-B', 'main', 'origin/main'] : ['--detach', 'refs/remotes/wanted']));
}

/** The bot of a workflow: tools/bot.ts. */
export const bot = (world: World, job: Job): Promise<JobResult> => run('tools/bot.ts', world, job);

/** The command line of a person at a clone of main, with a token that can only read. */
export const pgdocIn = (world: World, args: readonly string[]): Promise<JobResult> =>
  run('tools/cli.ts', world, { args });

async function run(entrance: string, world: World, job: Job): Promise<JobResult> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pgdoc-job-')));
  const clone = join(folder, 'clone');
  try {
    checkout(world, clone, job.ref);
    const payload = join(folder, 'event.json');
    writeFileSync(payload, JSON.stringify(job.event?.payload ?? {}));
    world.newCalls();
    const places = { $RUNNER_TEMP: folder, $GITHUB_EVENT_PATH: payload, $CLONE: clone };
    const args = job.args.map((arg) =>
      Object.entries(places).reduce((text, [name, place]) => text.replace(name, place), arg),
    );
    const result = await spawned(join(toolRoot, entrance), clone, args, {
      ...environment(world, folder, job),
      GITHUB_EVENT_PATH: payload,
      GITHUB_EVENT_NAME: job.event?.name ?? 'workflow_dispatch',
    });
    const calls = world.newCalls().map(({ method, path, status }) => `${method} ${path} ${status}`);
    const left = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && entry.name !== 'event.json'
        ? [[entry.name, readFileSync(join(folder, entry.name), 'utf8')] as const]
        : [],
    );
    return { ...result, calls, left: Object.fromEntries(left) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What GitHub sets for every step. */
function environment(world: World, folder: string, { writes = [], env = {} }: Job): Record<string, string> {
  return {
    ...gitEnvironment(folder),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_TOKEN: world.token(BOT.login, ...writes),
    GITHUB_API_URL: world.api(),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: world.repository,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    RUNNER_TEMP: folder,
    ...env,
  };
}

async function spawned(
  entrance: string,
  clone: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Pick<JobResult, 'code' | 'stdout' | 'stderr'>> {
  const tsx = import.meta.resolve('tsx');
  const all = ['--import', tsx, entrance, ...args];
  try {
    const { stdout, stderr } = await execute(process.execPath, all, { cwd: clone, env, maxBuffer: 1 << 28 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    // Its own word for a bug, whatever the exit code.
    if (typeof code !== 'number' || /^Node\.js v\d/m.test(stderr)) throw new Error(`${args.join(' ')}\n${stderr}`);
    return { code, stdout, stderr };
  }
}

const gitEnvironment = (home: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: home,
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
});

/** Runs pgdoc as a person would: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { toolRoot } from './shared.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Place {
  /** Folder that the process runs in. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The person, by number, as whom it runs; only root may say so. */
  readonly uid?: number | undefined;
}

export function start(args: readonly string[], { cwd = toolRoot, env = {}, uid }: Place = {}): ChildProcess {
  const { INIT_CWD: _, NODE_ENV: __, VITEST: ___, ...rest } = process.env;
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(toolRoot, 'tools/cli.ts'), ...args], {
    cwd,
    env: { ...rest, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function pgdoc(args: readonly string[], place: Place = {}): Promise<Run> {
  const child = start(args, place);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a command in a process of its own and says how long it took and how much memory it held at its peak. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Measured {
  readonly seconds: number;
  /** Peak of the resident set of pgdoc and of the processes below it together, in MB. */
  readonly megabytes: number;
  /** What it printed. */
  readonly output: string;
}

export const projectRoot = resolve(import.meta.dirname, '../..');
const EVERY = 40;

export interface MeasureOptions {
  /** What to run, from the project's root. */
  readonly script?: string | undefined;
  /** Exit codes that are fine; 0 alone by default. */
  readonly codes?: readonly number[] | undefined;
}

/** @throws when it fails, with what it said */
export async function measure(
  args: readonly string[],
  { script = 'tools/cli.ts', codes = [0] }: MeasureOptions = {},
): Promise<Measured> {
  const start = performance.now();
  const node = ['--max-semi-space-size=32', '--import', 'tsx', script];
  const child = spawn(process.execPath, [...node, ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, resident(child.pid as number))), EVERY);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(timer);
  if (code === null || !codes.includes(code))
    throw new Error(`${script} ${args.join(' ')} ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(peak / 1000), output };
}

/** Kilobytes of a process and its children, as /proc has them; 0 for one that is gone. */
function resident(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return children.reduce((sum, child) => sum + resident(Number(child)), own);
  } catch {
    return 0;
  }
}

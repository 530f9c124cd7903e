/** Workflows and composite actions as they stand in a folder, read as data. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');
export const workflowFolder = join(root, '.github/workflows');

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
}

export type Permissions = string | Readonly<Record<string, string>> | undefined;

export interface Job {
  readonly uses?: string;
  readonly secrets?: unknown;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
}

export interface Workflow {
  /** Name of its file. */
  readonly file: string;
  readonly text: string;
  /** Names of its events, with what is said of each. */
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Permissions;
  readonly env: Readonly<Record<string, unknown>>;
  readonly concurrency: unknown;
  readonly jobs: readonly (readonly [id: string, job: Job])[];
}

export const readWorkflow = (path: string): Workflow =>
  parseWorkflow(path.slice(path.lastIndexOf('/') + 1), readFileSync(path, 'utf8'));

export function parseWorkflow(file: string, text: string): Workflow {
  const { on, permissions, env = {}, concurrency, jobs } = parse(text);
  const events = typeof on === 'string' ? { [on]: null } : on;
  return {
    file,
    text,
    on: Array.isArray(events) ? Object.fromEntries(events.map((event: string) => [event, null])) : events,
    permissions,
    env,
    concurrency,
    jobs: Object.entries(jobs),
  };
}

/** A composite action, as if it were a workflow of one job. */
export function readAction(path: string): Workflow {
  const text = readFileSync(path, 'utf8');
  const { runs } = parse(text) as { runs: { steps: readonly Step[] } };
  const file = path.split('/').slice(-2).join('/');
  return {
    file,
    text,
    on: {},
    permissions: {},
    env: {},
    concurrency: undefined,
    jobs: [['action', { steps: runs.steps }]],
  };
}

export const readWorkflows = (folder: string): Workflow[] =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readWorkflow(join(folder, name)));

/** What a job may do, by the job or else by its workflow. */
export const permissionsOf = (workflow: Workflow, job: Job): Permissions => job.permissions ?? workflow.permissions;

/** Whether a token with these permissions writes anything; without any, the repository's default decides: it may. */
export function mayWrite(permissions: Permissions): boolean {
  if (permissions === undefined || permissions === null) return true;
  if (typeof permissions === 'string') return permissions !== 'read-all';
  return Object.values(permissions).includes('write');
}

/** All that the pretended GitHub is made of; what it does with it stands in world-actions.ts and world-routes.ts. */
import type { Clock } from './world-clock.ts';
import { type Dresser, dress, isObject, type Json } from './world-dress.ts';
import type { Answer, Backend } from './world-emulator.ts';
import type { Events } from './world-events.ts';
import type { Faults } from './world-faults.ts';
import type { GitHost } from './world-git.ts';
import { type People, type Person, personJson } from './world-people.ts';
import type { Pull } from './world-pulls.ts';

export type Permission = 'contents' | 'issues' | 'pull_requests' | 'actions';

/** What a token may do. */
export interface Access {
  readonly person: Person;
  /** What it may write; `talk` is what everybody may: open issues and pull requests, comment and review. */
  readonly writes: ReadonlySet<Permission | 'talk'>;
}

export interface LoggedCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly login: string | undefined;
  status: number;
}

export interface Artifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly zip: Uint8Array;
}

export interface State extends Dresser {
  readonly people: People;
  readonly clock: Clock;
  readonly host: GitHost;
  readonly pulls: Map<number, Pull>;
  readonly backend: Backend;
  readonly events: Events;
  readonly faults: Faults;
  readonly tokens: Map<string, Access>;
  readonly log: LoggedCall[];
  /** Events of issues and pull requests, by number. */
  readonly history: Map<number, Json[]>;
  /** Numbers of all comments that were made, those that were deleted too. */
  readonly comments: number[];
  readonly artifacts: Artifact[];
  readonly reactions: { readonly comment: number; readonly content: string; readonly login: string }[];
  readonly dispatches: { readonly file: string; readonly ref: string; readonly inputs: unknown }[];
  /** A push takes back the approvals that a pull request has: a setting of the branch. */
  dismissesStale: boolean;
  /** Nobody listens: no payloads are made, and nothing is tested for merging before it is asked for. */
  quiet: boolean;
}

/** @returns what the emulator says, put right */
export async function backend(
  state: State,
  method: string,
  path: string,
  as: Person,
  body?: unknown,
  alone = false,
): Promise<Answer> {
  const answer = await state.backend.call(method, `/repos/${state.repository}${path}`, as, body);
  return { ...answer, json: dress(state, answer.json, alone) };
}

/** @throws Error when the emulator refuses */
export async function ask(state: State, method: string, path: string, as: Person, body?: unknown): Promise<Json> {
  const { status, json } = await backend(state, method, path, as, body, true);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
  return isObject(json) ? json : {};
}

/** A list of the emulator's. @throws Error when it refuses */
export async function askList(state: State, path: string, as: Person): Promise<readonly Json[]> {
  const { status, json } = await backend(state, 'GET', path, as);
  if (status >= 300 || !Array.isArray(json)) throw new Error(`GET ${path}: ${status} ${JSON.stringify(json)}`);
  return json.filter(isObject);
}

export function remember(state: State, issue: number, event: string, actor: Person, more: Json = {}): void {
  const events = state.history.get(issue) ?? [];
  const id = 7000 + [...state.history.values()].reduce((sum, list) => sum + list.length, 0);
  const who = personJson(actor, state.api());
  events.push({ id, event, actor: who, created_at: state.clock.now, commit_id: null, ...more });
  state.history.set(issue, events);
}

/** Tells workflows of something, with the pull request or issue that it is about as it is now. */
export async function tell(
  state: State,
  name: string,
  action: string,
  access: Access,
  { number, ...more }: { readonly number: number } & Json,
): Promise<void> {
  if (state.quiet) return;
  const { person } = access;
  const isPull = state.pulls.has(number);
  const about =
    name.startsWith('pull_request') || !isPull
      ? {
          [isPull ? 'pull_request' : 'issue']: await ask(
            state,
            'GET',
            `/${isPull ? 'pulls' : 'issues'}/${number}`,
            person,
          ),
        }
      : { issue: await pullAsIssue(state, number, person) };
  const payload = {
    action,
    ...(name === 'pull_request' ? { number } : {}),
    ...about,
    ...more,
    repository: await ask(state, 'GET', '', person),
    sender: personJson(person, state.api()),
  };
  state.events.add({ name, action, payload, silent: person.bot ?? false });
}

/** A pull request as GitHub shows it among the issues. */
export async function pullAsIssue(state: State, number: number, as: Person): Promise<Json> {
  const pull = await ask(state, 'GET', `/pulls/${number}`, as);
  const names = ['id', 'node_id', 'number', 'title', 'user', 'labels', 'state', 'locked', 'assignees', 'milestone'];
  const times = ['created_at', 'updated_at', 'closed_at', 'author_association', 'body', 'html_url', 'comments'];
  const { repository } = state;
  return {
    ...Object.fromEntries([...names, ...times].map((name) => [name, pull[name]])),
    url: `${state.api()}/repos/${repository}/issues/${number}`,
    state_reason: null,
    pull_request: { url: pull.url, html_url: pull.html_url, merged_at: pull.merged_at },
  };
}

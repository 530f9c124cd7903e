/** What the pretended GitHub answers itself: what the emulator lacks, and what Git has a part in. */
import { dismiss, merge, openPull, pullOf, Refused, review, testMerge } from './world-actions.ts';
import type { Json } from './world-dress.ts';
import { allComments, commitsJson } from './world-lists.ts';
import { personJson } from './world-people.ts';
import { filesOf, type MergeMethod } from './world-pulls.ts';
import { type Access, ask, backend, type Permission, pullAsIssue, remember, type State, tell } from './world-state.ts';

export interface Call {
  readonly state: State;
  readonly access: Access;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** What the pattern's groups have found. */
  readonly found: readonly string[];
}

export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  /** A list of which one page is answered. */
  readonly list?: readonly unknown[];
  readonly bytes?: Uint8Array;
  readonly location?: string;
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Any of these is enough. */
  readonly needs?: readonly (Permission | 'talk')[];
  readonly answer: (call: Call) => Promise<Reply> | Reply;
}

const number = ({ found }: Call): number => Number(found[0]);

/** Below /repos/OWNER/NAME. */
export const routes: readonly Route[] = [
  { method: 'GET', path: /^\/pulls\/(\d+)\/commits$/, answer: (call) => ({ list: commitsJson(call) }) },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/files$/,
    answer: (call) => ({ list: filesOf(call.state.host, pullOf(call.state, number(call))) }),
  },
  {
    method: 'GET',
    path: /^\/issues\/(\d+)\/events$/,
    answer: (call) => ({ list: call.state.history.get(number(call)) ?? [] }),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    async answer({ state, access, found: [id] }) {
      testMerge(state, pullOf(state, Number(id)));
      return { json: await ask(state, 'GET', `/pulls/${id}`, access.person) };
    },
  },
  {
    method: 'GET',
    path: /^\/issues\/(\d+)$/,
    async answer(call) {
      const { state, access } = call;
      if (state.pulls.has(number(call))) return { json: await pullAsIssue(state, number(call), access.person) };
      return backend(state, 'GET', `/issues/${number(call)}`, access.person);
    },
  },
  { method: 'GET', path: /^\/issues\/comments$/, answer: allComments },
  {
    method: 'POST',
    path: /^\/pulls$/,
    needs: ['pull_requests', 'talk'],
    async answer({ state, access, body }) {
      const request = { title: String(body.title), body: String(body.body ?? ''), head: String(body.head) };
      const pull = await openPull(state, access, request);
      return { status: 201, json: await ask(state, 'GET', `/pulls/${pull.number}`, access.person) };
    },
  },
  {
    method: 'PATCH',
    path: /^\/pulls\/(\d+)$/,
    needs: ['pull_requests', 'talk'],
    async answer(call) {
      const { state, access, body } = call;
      const pull = pullOf(state, number(call));
      const json = await ask(state, 'PATCH', `/pulls/${pull.number}`, access.person, body);
      if (body.state === 'closed') {
        pull.open = false;
        remember(state, pull.number, 'closed', access.person);
      }
      await tell(state, 'pull_request', body.state === 'closed' ? 'closed' : 'edited', access, { number: pull.number });
      return { json };
    },
  },
  {
    method: 'PUT',
    path: /^\/pulls\/(\d+)\/merge$/,
    needs: ['contents'],
    async answer(call) {
      const how = (call.body.merge_method ?? 'merge') as MergeMethod;
      return { json: { sha: await merge(call.state, call.access, number(call), how), merged: true } };
    },
  },
  {
    method: 'POST',
    path: /^\/pulls\/(\d+)\/reviews$/,
    needs: ['pull_requests', 'talk'],
    answer: async (call) => ({ json: await review(call.state, call.access, number(call), call.body) }),
  },
  {
    method: 'PUT',
    path: /^\/pulls\/(\d+)\/reviews\/(\d+)\/dismissals$/,
    needs: ['pull_requests'],
    answer: async ({ state, access, body, found: [pull, id] }) => ({
      json: await dismiss(state, access, Number(pull), Number(id), String(body.message)),
    }),
  },
  {
    method: 'POST',
    path: /^\/issues\/comments\/(\d+)\/reactions$/,
    needs: ['issues', 'pull_requests', 'talk'],
    answer(call) {
      const { state, access, body } = call;
      const reaction = { comment: number(call), content: String(body.content), login: access.person.login };
      const there = state.reactions.some((each) => JSON.stringify(each) === JSON.stringify(reaction));
      if (!there) state.reactions.push(reaction);
      return { status: there ? 200 : 201, json: { id: 1, content: reaction.content } };
    },
  },
  {
    method: 'GET',
    path: /^\/actions\/runs\/(\d+)\/artifacts$/,
    answer(call) {
      const all = call.state.artifacts.filter(({ run }) => run === number(call));
      const artifacts = all.map(({ id, name, zip }) => ({
        id,
        name,
        size_in_bytes: zip.length,
        expired: false,
        archive_download_url: `${call.state.api()}/repos/${call.state.repository}/actions/artifacts/${id}/zip`,
      }));
      return { json: { total_count: artifacts.length, artifacts } };
    },
  },
  {
    method: 'GET',
    path: /^\/actions\/artifacts\/(\d+)\/zip$/,
    answer: (call) => ({ status: 302, location: `${call.state.api()}/blobs/${number(call)}` }),
  },
  {
    method: 'POST',
    path: /^\/actions\/workflows\/([^/]+)\/dispatches$/,
    needs: ['actions'],
    answer({ state, body, found: [file] }) {
      state.dispatches.push({ file: file!, ref: String(body.ref), inputs: body.inputs ?? {} });
      const payload = {
        ref: `refs/heads/${String(body.ref)}`,
        inputs: body.inputs ?? {},
        workflow: `.github/workflows/${file}`,
      };
      state.events.add({ name: 'workflow_dispatch', action: undefined, payload, silent: false });
      return { status: 204 };
    },
  },
];

/** Beside the repository. */
export const otherRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/users\/([^/]+)$/,
    answer({ state, found: [login] }) {
      const person = state.people.byLogin(decodeURIComponent(login!));
      if (!person) throw new Refused(404, 'Not Found');
      return { json: personJson(person, state.api()) };
    },
  },
  {
    method: 'GET',
    path: /^\/blobs\/(\d+)$/,
    answer(call) {
      const artifact = call.state.artifacts.find(({ id }) => id === number(call));
      if (!artifact) throw new Refused(404, 'Not Found');
      return { bytes: artifact.zip };
    },
  },
];

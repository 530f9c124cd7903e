/** The pretended GitHub over HTTP: tokens and what they may do, faults, paging, ETags, and a log of all calls. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refused } from './world-actions.ts';
import { isObject, type Json } from './world-dress.ts';
import { answerFault } from './world-faults.ts';
import { forward } from './world-forward.ts';
import { type Call, otherRoutes, type Reply, type Route, routes } from './world-routes.ts';
import type { Access, State } from './world-state.ts';

export interface Front {
  readonly address: string;
  close(): Promise<void>;
}

/** @param state called for with each request, since it holds this front's address */
export async function startFront(state: () => State): Promise<Front> {
  const server = createServer((request, response) => {
    serve(state(), request, response).catch((error: unknown) => {
      // A bug of the pretended GitHub, told so that the test that sees a 500 can say why.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `the pretended GitHub failed: ${message}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const address = new URL(request.url ?? '/', 'http://x');
  const path = `${address.pathname}${address.search}`;
  const token = /^(?:bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const access = token === undefined ? anonymous(state) : state.tokens.get(token);
  const logged = { method, path, login: token === undefined ? undefined : access?.person.login, status: 0 };
  const body = await read(request);
  state.log.push(logged);
  const answer = async () => {
    try {
      return await reply(state, method, address, access, body);
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, json: { message: error.message } };
      throw error;
    }
  };
  const fault = state.faults.take(method, path);
  if (fault && (await answerFault(fault, response, async () => JSON.stringify((await answer()).json)))) {
    logged.status = response.statusCode;
    return;
  }
  const given = await answer();
  logged.status = send(given, request, response, access !== undefined);
}

/** Everybody may read a public repository. */
const anonymous = (state: State): Access => ({ person: state.people.all[0]!, writes: new Set() });

async function reply(
  state: State,
  method: string,
  address: URL,
  access: Access | undefined,
  body: Json,
): Promise<Reply & { readonly link?: string }> {
  if (!access) return { status: 401, json: { message: 'Bad credentials' } };
  const base = `/repos/${state.repository}`;
  const inside = address.pathname.startsWith(base);
  const path = inside ? address.pathname.slice(base.length) : address.pathname;
  for (const route of inside ? routes : otherRoutes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (!match) continue;
    if (!may(access, route.needs)) return forbidden;
    const call: Call = { state, access, query: address.searchParams, body, found: match.slice(1) };
    const given = await route.answer(call);
    return given.list === undefined ? given : page(given.list, address, state.api());
  }
  if (!inside) return { status: 404, json: { message: 'Not Found' } };
  if (method !== 'GET' && !may(access, needsOf(method, path))) return forbidden;
  const given = await forward(method, path, { state, access, query: address.searchParams, body });
  return given.link === undefined ? given : { ...given, link: given.link.replaceAll('<', `<${state.api()}`) };
}

const forbidden = { status: 403, json: { message: 'Resource not accessible by integration' } };

const may = ({ writes }: Access, needs: Route['needs']): boolean => needs?.some((need) => writes.has(need)) ?? true;

/** Everybody may open issues, comment, and mend their own words; labels and the rest are for those with the right. */
function needsOf(method: string, path: string): Route['needs'] {
  if (/^\/issues(\/\d+\/comments|\/comments\/\d+|\/\d+)?$/.test(path)) return ['issues', 'pull_requests', 'talk'];
  return /^\/(issues|labels)(\/|$)/.test(path) && method !== 'GET' ? ['issues', 'pull_requests'] : ['contents'];
}

function page(list: readonly unknown[], address: URL, api: string): Reply & { readonly link?: string } {
  const size = Math.min(100, Number(address.searchParams.get('per_page') ?? 30));
  const at = Number(address.searchParams.get('page') ?? 1);
  const json = list.slice((at - 1) * size, at * size);
  if (at * size >= list.length) return { json };
  const next = new URLSearchParams(address.searchParams);
  next.set('page', String(at + 1));
  return { json, link: `<${api}${address.pathname}?${next}>; rel="next"` };
}

/** @returns the status that was sent */
function send(
  { status = 200, json, bytes, location, link }: Reply & { readonly link?: string },
  request: IncomingMessage,
  response: ServerResponse,
  known: boolean,
): number {
  const headers: Record<string, string> = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4999' };
  if (location !== undefined) headers.location = location;
  if (link !== undefined) headers.link = link;
  if (bytes) {
    response.writeHead(status, { ...headers, 'content-type': 'application/zip', 'content-length': bytes.length });
    response.end(bytes);
    return status;
  }
  const text = json === undefined ? '' : JSON.stringify(json);
  if (text !== '') headers['content-type'] = 'application/json; charset=utf-8';
  if (request.method === 'GET' && status === 200 && known) {
    headers.etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return 304;
    }
  }
  response.writeHead(status, headers).end(text);
  return status;
}

async function read(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  const json: unknown = JSON.parse(text);
  // Labels may be sent as a bare list.
  return Array.isArray(json) ? { labels: json } : isObject(json) ? json : {};
}

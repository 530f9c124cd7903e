/** A pretended GitHub for faults: answers are given one after the other, over real HTTP on the loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { openGitHub } from '../../../../tools/io/github/open.ts';
import type { ApiCall, GitHubOptions } from '../../../../tools/io/github/options.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Told {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** Does what it will with an answer: for dropped connections and endless bodies. */
export type Answer = Told | ((response: ServerResponse, request: Asked) => void);

export interface Pretended {
  readonly url: string;
  readonly asked: Asked[];
  /** `GET /path` of each. */
  lines(): string[];
  /** What will be answered next; once nothing is left, 599. */
  next(...answers: Answer[]): void;
}

export async function pretend(...first: Answer[]): Promise<Pretended> {
  const answers = [...first];
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
    asked.push(one);
    const answer = answers.shift() ?? { status: 599, body: { message: 'no answer was prepared' } };
    if (typeof answer === 'function') answer(response, one);
    else say(response, answer);
  });
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    lines: () => asked.map(({ method, path }) => `${method} ${path}`),
    next: (...more) => answers.push(...more),
  };
}

export function say(response: ServerResponse, { status = 200, headers = {}, body = '' }: Told): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The connection is lost before any answer. */
export const drop: Answer = (response) => response.socket?.destroy();

export const TOKEN = 'ghs_0123456789abcdefSECRET';

/** Opens it with no real waiting, and what is told and called written down. */
export function open({ url }: Pick<Pretended, 'url'>, options: Partial<GitHubOptions> = {}) {
  const told: string[] = [];
  const calls: ApiCall[] = [];
  const github = openGitHub({
    token: TOKEN,
    apiUrl: url,
    repository: 'example/manual',
    now: () => Date.parse('2026-03-01T12:00:00Z') / 1000,
    tell: (text) => told.push(text),
    onCall: (call) => calls.push(call),
    second: 0,
    ...options,
  });
  return { ...github, told, calls };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

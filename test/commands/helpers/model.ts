/** A server on loopback that speaks chat completions, and misbehaves as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface Asked {
  readonly authorization: string | undefined;
  readonly model: string;
  /** The numbered texts of the request. */
  readonly texts: ReadonlyMap<string, string>;
  readonly user: string;
}

/** Answers one request; `undefined` leaves it to the translation that all tests agree on. */
export type Behaviour = (asked: Asked, count: number, response: ServerResponse) => boolean | undefined;

export interface Model {
  readonly url: string;
  readonly asked: Asked[];
  behave(behaviour: Behaviour): void;
}

/** Turns each word into a Chinese one, and leaves every token where it is. */
export const translated = (text: string): string => text.replace(/ ?[A-Za-z][A-Za-z'’-]*/g, '译');

export const answer = (values: Iterable<readonly [string, string]>, finish = 'stop'): string =>
  JSON.stringify({
    choices: [{ message: { content: JSON.stringify(Object.fromEntries(values)) }, finish_reason: finish }],
  });

export async function startModel(): Promise<Model> {
  const asked: Asked[] = [];
  let behaviour: Behaviour = () => undefined;
  const server = createServer(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    if (behaviour(one, asked.length, response)) return;
    response.end(answer([...one.texts].map(([number, text]) => [number, translated(text)])));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      asked.length = 0;
      behaviour = next;
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { model, messages } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const user: string = messages.at(-1).content;
  const texts = new Map([...user.matchAll(/^(\d+): (.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
  return { authorization: request.headers.authorization, model, texts, user };
}

/**
 * Asks an endpoint of the chat completions API, which OpenAI made and many servers speak. Busy and failing servers are
 * asked again, later and later; the key is sent nowhere but to the endpoint, and stands in no message.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.ts';

export interface Endpoint {
  /** Base URL, such as `https://api.example.com/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

export interface Message {
  readonly role: string;
  readonly content: string;
}

export interface Patience {
  /** How often a request is tried in all. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled each time. A `Retry-After` of the server counts instead. */
  readonly backOff: number;
  /** Milliseconds for one try. */
  readonly timeout: number;
  readonly onRetry?: (reason: string) => void;
}

export interface Completion {
  readonly content: string;
  /** The model stopped at its limit of length: the answer lacks its end. */
  readonly isCut: boolean;
}

/** An answer longer than this, in bytes, is no answer. */
const LARGEST = 4_000_000;
/** The longest that a server may make us wait, in milliseconds. */
const LONGEST_WAIT = 120_000;

/** The server's answer can be had by asking again. */
class Passing extends Error {
  constructor(
    message: string,
    readonly wait: number | undefined = undefined,
  ) {
    super(message);
  }
}

/** @throws Failure(2) if the key would travel in the clear, or the address holds a password, which messages would show */
export function endpointOf(url: string, model: string, key: string | undefined): Endpoint {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Failure(2, `${url}: an http or https address expected`);
  if (parsed.username !== '' || parsed.password !== '')
    throw new Failure(2, `${parsed.host}: an address without a name and password expected; a key stands apart from it`);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
  if (key !== undefined && parsed.protocol === 'http:' && !isLoopback)
    throw new Failure(2, `${url}: a key is sent over https only; use https, or leave the key out`);
  return { url: url.replace(/\/+$/, ''), model, key };
}

/** @throws Failure(3) when the endpoint refuses, or fails however often it is asked */
export async function complete(
  endpoint: Endpoint,
  messages: readonly Message[],
  patience: Patience,
): Promise<Completion> {
  for (let attempt = 1, wait = patience.backOff; ; attempt++, wait *= 2) {
    try {
      return await ask(endpoint, messages, patience.timeout);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (attempt >= patience.attempts)
        throw new Failure(3, `${endpoint.url}: ${error.message}, ${attempt} times in a row`, { cause: error });
      patience.onRetry?.(error.message);
      await pause(Math.min(error.wait ?? wait, LONGEST_WAIT));
    }
  }
}

async function ask({ url, model, key }: Endpoint, messages: readonly Message[], timeout: number): Promise<Completion> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0 }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    text = await readAll(response);
  } catch (cause) {
    if (cause instanceof Passing) throw cause;
    throw new Passing(reasonOf(cause));
  }
  if (response.ok) return read(text);
  const { status } = response;
  const said = `status ${status}${excerpt(text, key)}`;
  if (status === 408 || status === 429 || status >= 500) throw new Passing(said, retryAfter(response));
  throw new Failure(3, `${url}: ${said}`);
}

async function readAll({ body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of Readable.fromWeb(body as ReadableStream<Uint8Array>)) {
    size += chunk.length;
    if (size > LARGEST) throw new Passing('the answer was too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function read(text: string): Completion {
  let choice: { message?: { content?: unknown }; finish_reason?: unknown } | undefined;
  try {
    choice = JSON.parse(text)?.choices?.[0];
  } catch {
    throw new Passing('the answer was no JSON');
  }
  const content = choice?.message?.content;
  if (typeof content !== 'string') throw new Passing('the answer held no message');
  return { content, isCut: choice?.finish_reason === 'length' };
}

/** RFC 9110, 10.2.3, in seconds; a date is not used by these servers. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^\d{1,6}(\.\d+)?$/.test(value) ? Number(value) * 1000 : undefined;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return 'no answer in time';
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

/** The first of what a server said; some repeat the key that they were given. */
function excerpt(text: string, key: string | undefined): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const safe = key === undefined ? line : line.replaceAll(key, '***');
  return safe === '' ? '' : `: ${safe.length > 200 ? `${safe.slice(0, 200)}…` : safe}`;
}

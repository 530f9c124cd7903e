/**
 * What carries one request to GitHub and its answer back, in the place of fetch. The token goes to the API's own host
 * and nowhere else, also where an answer leads to another one. Bodies are read whole and looked at here, because
 * octokit takes what was cut off for an empty answer. Answers that GitHub says still hold come out of the cache.
 */
import { Failure } from '../../failure.ts';
import type { AnswerCache } from './answer-cache.ts';
import { jsonText, readBody, TooLarge } from './body.ts';
import { type Api, type ApiCall, isLoopback } from './options.ts';

export interface Want {
  /** `json` stays with the API's host; `file` may lie on another one, which gets no token. */
  readonly kind: 'json' | 'file';
  /** Bytes of the answer. */
  readonly most: number;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface Wire {
  readonly api: Api;
  readonly cache: AnswerCache | undefined;
  readonly onCall: (call: ApiCall) => void;
}

type Init = Omit<RequestInit, 'headers'> & {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
};

const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTIONS = 3;
/** Bytes of an answer that says what is wrong. */
const LARGEST_ERROR = 1_000_000;

/**
 * A fetch for one kind of answer. It throws Failure where asking again is of no use, and other errors where it may be.
 * Answers from 400 have the body `{ message, errors? }`.
 */
export function fetchFor(wire: Wire, want: Want): (url: string, init: Init) => Promise<Response> {
  return async (url, init) => {
    requireInside(url, wire.api, init.method);
    const known = init.method === 'GET' && want.kind === 'json' ? await wire.cache?.get(url) : undefined;
    const headers = known === undefined ? init.headers : { ...init.headers, 'if-none-match': known.etag };
    const response = await follow(wire, want, url, { ...init, headers });
    if (response.status === 304 && known !== undefined) return answer(200, response.headers, known.body, known.link);
    if (response.status >= 400) return errorAnswer(response);
    if (response.status === 204 || response.status === 205 || response.status === 304) return response;
    const bytes = await readBody(response, want.most).catch((error: unknown) => {
      if (!(error instanceof TooLarge)) throw error;
      const said = `${init.method} ${pathOf(url, wire.api)}: more than ${want.most} bytes, which is the most that is read`;
      throw new Failure(want.kind === 'file' ? 1 : 3, said);
    });
    if (want.kind === 'file')
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/octet-stream' } });
    const body = jsonText(bytes);
    const [etag, link] = [response.headers.get('etag'), response.headers.get('link') ?? ''];
    if (init.method === 'GET' && etag !== null) await wire.cache?.put({ url, etag, link, body });
    return answer(response.status, response.headers, body, link);
  };
}

/** Path with query as messages name it. */
export function pathOf(url: string, api: Api): string {
  return url.startsWith(`${api.url}/`) ? url.slice(api.url.length) : new URL(url).pathname;
}

async function follow({ api, onCall }: Wire, want: Want, from: string, init: Init): Promise<Response> {
  const signal = AbortSignal.timeout(want.timeout);
  let url = from;
  let headers = init.headers;
  for (let hops = 0; ; hops++) {
    const call = { method: init.method, path: shown(url, api) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual', signal }).catch((error: unknown) => {
      onCall({ ...call, status: undefined, cached: false });
      throw error;
    });
    onCall({ ...call, status: response.status, cached: response.status === 304 });
    const location = response.headers.get('location');
    if (!REDIRECTIONS.has(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    const refuse = (why: string): Failure => new Failure(3, `${call.method} ${call.path}: ${why}`);
    if (next === undefined || hops === MOST_REDIRECTIONS) throw refuse('the answer leads on and on, or nowhere');
    if (init.method !== 'GET' && response.status < 307)
      throw refuse('the answer leads elsewhere; has the repository another name now? Use that');
    if (next.origin !== api.origin) {
      if (want.kind === 'json') throw refuse(`the answer leads to another host, ${next.host}`);
      if (next.protocol !== 'https:' && !(isLoopback(next) && isLoopback(new URL(api.url))))
        throw refuse(`the answer leads to ${next.host}, not over https`);
      headers = { 'user-agent': headers['user-agent'] ?? '' };
    }
    url = next.href;
  }
}

/** @throws Failure for an address that is not the API's: octokit sends the token wherever it is told to ask */
function requireInside(url: string, api: Api, method: string): void {
  const { origin, host } = new URL(url);
  if (origin !== api.origin) throw new Failure(3, `${method}: an address of ${api.url} expected, found one of ${host}`);
  if (/\/\.{1,2}(?:[/?#]|$)/.test(url))
    throw new Failure(2, `${method} ${pathOf(url, api)}: a name other than "." and ".." expected`);
}

/** Of another host only its name: such addresses hold what opens the file. */
function shown(url: string, api: Api): string {
  const { origin } = new URL(url);
  return origin === api.origin ? pathOf(url, api) : `${origin}/…`;
}

function answer(status: number, headers: Headers, body: string, link: string): Response {
  const kept = new Headers(headers);
  // They were about the bytes on the wire.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  kept.set('content-type', 'application/json; charset=utf-8');
  if (link === '') kept.delete('link');
  else kept.set('link', link);
  return new Response(body, { status, headers: kept });
}

/**
 * A proxy says what is wrong in HTML, or not at all. What asks to wait is called a secondary rate limit in so many
 * words, because that is how octokit's plugin knows one.
 */
async function errorAnswer(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await readBody(response, LARGEST_ERROR).then(
    (bytes) => bytes.toString('utf8'),
    () => '',
  );
  const said = messageIn(text);
  const asksToWait = status === 429 || (status === 403 && headers.has('retry-after'));
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const limit = asksToWait && !isUsedUp && !/\bsecondary rate\b/i.test(said.message) ? ' (secondary rate limit)' : '';
  return answer(status, headers, JSON.stringify({ ...said, message: `${said.message}${limit}` }), '');
}

function messageIn(text: string): { message: string; errors?: unknown[] } {
  try {
    const { message, errors } = JSON.parse(text);
    if (typeof message === 'string') return Array.isArray(errors) ? { message, errors } : { message };
  } catch {
    // Not from GitHub itself; the status says enough.
  }
  return { message: '' };
}

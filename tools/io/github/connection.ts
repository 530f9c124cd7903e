/**
 * Sends calls through octokit: paced and held back as GitHub asks (plugin-throttling), and tried again where that does
 * no harm (plugin-retry). GitHub's limits refuse a call before it is carried out, so any call waits and goes again.
 * After a 5xx, a lost connection or no answer in time nobody knows; octokit would send a POST again all the same. Here
 * only calls go again that are the same done twice (`isRepeatable`); write.ts says what becomes of the others.
 */
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { Failure } from '../../failure.ts';
import { openAnswerCache } from './answer-cache.ts';
import { type Api, apiOf, type GitHubOptions } from './options.ts';
import { refusalOf } from './refusal.ts';
import { fetchFor, type Want } from './transport.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the API's address, from its slash on; or the whole address of a next page. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Done twice it is as if done once. */
  readonly isRepeatable: boolean;
}

export interface Reply {
  readonly data: unknown;
  /** Header Link; empty without one. */
  readonly link: string;
}

export interface Connection {
  readonly api: Api;
  /** @throws Refusal; Failure(3) for an answer that is not GitHub's */
  send(call: Call): Promise<Reply>;
  /** @throws Failure(1) when the file has more than `most` bytes */
  download(path: string, most: number): Promise<Uint8Array>;
}

/** How often a call is tried again. */
const RETRIES = 3;
/** The longest that GitHub may make us wait, in seconds: a workflow that waits for an hour is better started again. */
const LONGEST_WAIT = 900;
const TIMEOUT = 30_000;
/** Bytes of an answer: a hundred files with their diffs. */
const LARGEST_ANSWER = 50_000_000;
/** What asking again cannot better; limits are the throttling plugin's. */
const FINAL = Array.from({ length: 100 }, (_, at) => 400 + at).filter((status) => status !== 408);
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
/** In the place of octokit's queues, which leave a second between writes and three between notifications. */
const AT_ONCE = { key: () => ({ schedule: (_: unknown, work: () => Promise<void>) => work() }) };

/** @throws Failure(2) for options that are none */
export function openConnection(options: GitHubOptions): Connection {
  const api = apiOf(options);
  const { tell, second = 1000, timeout = TIMEOUT, onCall = () => {} } = options;
  const cache = options.cacheRoot === undefined ? undefined : openAnswerCache(options.cacheRoot);
  const waitFor =
    (limit: string) => (seconds: number, asked: { method: string; url: string }, _: unknown, tries: number) => {
      const willWait = tries < RETRIES && seconds <= LONGEST_WAIT;
      if (willWait) tell(`GitHub: ${limit}: waiting ${seconds} s before ${asked.method} ${asked.url}`);
      return willWait;
    };
  const throttle = {
    onRateLimit: waitFor('the rate limit is used up'),
    onSecondaryRateLimit: waitFor('too many calls in a short time'),
    retryAfterBaseValue: second,
  };
  const octokit = new (Octokit.plugin(givingUp(tell), retry, throttling))({
    auth: api.token,
    baseUrl: api.url,
    userAgent: 'pgdoc',
    log: SILENT,
    request: { log: SILENT },
    retry: { retries: RETRIES, doNotRetry: FINAL, retryAfterBaseValue: second },
    throttle: second === 0 ? Object.assign(throttle, { write: AT_ONCE, notifications: AT_ONCE }) : throttle,
  });

  const request = async ({ method, path, body = {}, isRepeatable }: Call, want: Want): Promise<Reply> => {
    try {
      const { data, headers } = await octokit.request({
        ...body,
        method,
        url: path,
        headers: { 'x-github-api-version': '2022-11-28' },
        // To name a number above 0 here would overrule doNotRetry.
        request: { ...(isRepeatable ? {} : { retries: 0 }), fetch: fetchFor({ api, cache, onCall }, want) },
      });
      return { data, link: headers.link ?? '' };
    } catch (error) {
      throw refusalOf(error, `${method} ${path}`, method !== 'GET', api);
    }
  };
  return {
    api,
    send: (call) => request(call, { kind: 'json', most: LARGEST_ANSWER, timeout }),
    async download(path, most) {
      const call: Call = { method: 'GET', path, isRepeatable: true };
      const { data } = await request(call, { kind: 'file', most, timeout: timeout * 4 });
      if (!(data instanceof ArrayBuffer)) throw new Failure(3, `GitHub: GET ${path}: a file expected`);
      return new Uint8Array(data);
    },
  };
}

/** Stands before plugin-retry: a Failure ends all trying, and what goes again is told. */
function givingUp(tell: (text: string) => void) {
  return ({ hook }: Pick<Octokit, 'hook'>): void => {
    hook.error('request', (error, options) => {
      const { request } = options;
      if (error.cause instanceof Failure) request.retries = 0;
      const isFinal = 'status' in error && FINAL.includes(Number(error.status));
      if (!isFinal && Number(request.retryCount ?? 0) < Number(request.retries ?? RETRIES)) {
        const why = 'response' in error && error.response ? `status ${error.status}` : 'no whole answer';
        tell(`GitHub: ${options.method} ${options.url}: ${why}; trying again`);
      }
      throw error;
    });
  };
}

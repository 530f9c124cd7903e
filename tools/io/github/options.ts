/** What a connection to GitHub is made with, looked at before anything is sent. */
import { Failure } from '../../failure.ts';

/** One request over the wire: a try again, a redirection and an answer out of the cache each count as one. */
export interface ApiCall {
  readonly method: string;
  /** Path with its query, without the host. */
  readonly path: string;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** GitHub said that the answer of an earlier call still holds; does not count for its rate limit. */
  readonly cached: boolean;
}

export interface GitHubOptions {
  /** Without one, GitHub lets read what is public, 60 calls an hour. */
  readonly token: string | undefined;
  /** `https://api.github.com`, or a company's own `https://github.example.com/api/v3`. */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  /** Folder in whose .cache/github/ answers are kept; without one, none are. */
  readonly cacheRoot?: string;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Is told when it waits, or tries again. */
  readonly tell: (text: string) => void;
  readonly onCall?: (call: ApiCall) => void;
  /** Milliseconds that a second of waiting takes: 1000, unless a test will not wait. */
  readonly second?: number;
  /** Milliseconds for one try of a call; a download may take four times as long. */
  readonly timeout?: number;
}

/** Where calls go, and whose they are. */
export interface Api {
  /** Without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  readonly token: string | undefined;
  readonly repository: string;
}

const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]*)\/(?!\.{1,2}$)[\w.-]{1,100}$/;

/**
 * @throws Failure(2) for an address that is none, or would send the token in the clear; a repository that is not
 *   `owner/name`; a token with characters that no header can hold. No message bears the token.
 */
export function apiOf({ apiUrl, token: given, repository }: GitHubOptions): Api {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Failure(2, `${apiUrl}: an address such as https://api.github.com expected`);
  if (url.username !== '' || url.password !== '')
    throw new Failure(
      2,
      `${url.host}: an address without a name and password expected; the token stands apart from it`,
    );
  if (url.protocol === 'http:' && !isLoopback(url)) throw new Failure(2, `${apiUrl}: GitHub is asked over https only`);
  if (!REPOSITORY.test(repository))
    throw new Failure(2, `${JSON.stringify(repository)}: a repository as owner/name expected`);
  // A secret that was pasted often ends in a line feed.
  const token = given?.trim() || undefined;
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
    throw new Failure(2, 'The token of GitHub holds a space or another character that no token has');
  return { url: apiUrl.replace(/\/+$/, ''), origin: url.origin, token, repository };
}

export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** What a call came to when it did not succeed: one sentence for a person, without secrets. */
import { Failure } from '../../failure.ts';
import type { Api } from './options.ts';

/** GitHub refused a call, or did not answer. */
export class Refusal extends Failure {
  constructor(
    message: string,
    /** Undefined when there was no answer, or none that can be read. */
    readonly status: number | undefined,
    /** Codes of GitHub's answer 422, such as `already_exists`. */
    readonly codes: readonly string[],
  ) {
    super(3, message);
  }

  /** The call may have been carried out all the same. */
  get isUncertain(): boolean {
    return this.status === undefined || this.status >= 500;
  }
}

/** What octokit throws, as far as it is looked at. */
interface Thrown {
  readonly message?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data?: { readonly errors?: unknown };
  };
}

/** Characters of what GitHub said. */
const MOST = 300;

/**
 * The failure for an error of octokit's; the error itself is not kept in it, because it holds the request. What
 * octokit did not make is a bug and stays what it is.
 *
 * @param what the call, such as `GET /repos/example/manual/pulls/1`
 */
export function refusalOf(error: unknown, what: string, isWrite: boolean, { token }: Api): unknown {
  if (error instanceof Failure) return error;
  const { status, cause, message, response } = error as Thrown;
  if (cause instanceof Failure) return cause;
  if (typeof status !== 'number' || typeof message !== 'string') return error;
  const said = plain(message, token);
  const answered = response === undefined ? undefined : status;
  const parts = [
    `GitHub: ${what}: ${answered === undefined ? '' : `status ${answered}`}`,
    said === '' ? '' : `${answered === undefined ? '' : ': '}${said}`,
    adviceFor(answered, response?.headers ?? {}),
    isWrite && (answered ?? 500) >= 500 ? '. It may have been carried out all the same' : '',
  ];
  return new Refusal(parts.join(''), answered, codesIn(response?.data?.errors));
}

/** What a server said, on one line, in short; some repeat what they were given. */
function plain(message: string, token: string | undefined): string {
  const line = message
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
    .replace(/\.+$/, '');
  const safe = token === undefined ? line : line.replaceAll(token, '***');
  return safe.length > MOST ? `${safe.slice(0, MOST)}…` : safe;
}

function adviceFor(status: number | undefined, headers: Readonly<Record<string, string | number | undefined>>): string {
  if (status === 401) return '. The token (GITHUB_TOKEN) is missing, or no longer valid';
  if (status === 404) return '. It is not there, or the token may not see it';
  if (status !== 403 && status !== 429) return '';
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) === '0' && reset > 0 && reset < 1e11)
    return `. The rate limit is used up until ${new Date(reset * 1000).toISOString()}; run it again then`;
  if (headers['retry-after'] !== undefined)
    return `. Run it again in ${plain(String(headers['retry-after']), undefined)} s`;
  return status === 403 ? '. The token may not do this' : '';
}

function codesIn(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((each: { code?: unknown } | null) => (typeof each?.code === 'string' ? [each.code] : []));
}

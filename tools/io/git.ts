/**
 * Runs git: one place that decides its environment, so that no prompt, hook, pager, foreign GIT_* variable or
 * surprising transport gets in. Output is bytes; what failed comes as GitError with git's own words.
 */
import { spawn } from 'node:child_process';
import { Failure } from '../failure.ts';
import { type Progress, receivingProgress } from './progress.ts';

export interface GitOptions {
  /** The caller's environment; what git must not see is taken out. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder to run in: a working tree. */
  readonly cwd?: string;
  /** The bare repository to work on, instead of one found from `cwd`. */
  readonly gitDir?: string;
  readonly input?: string;
  /** Settings for this run, as `name=value`. */
  readonly config?: readonly string[];
  /** Told how much of a fetch has been received. */
  readonly onProgress?: Progress | undefined;
  /** Variables for git itself, such as GIT_INDEX_FILE: pgdoc's own, not the caller's. */
  readonly variables?: Readonly<Record<`GIT_${string}`, string>>;
  /** No transport at all: git must not reach out, not even for an object that is missing. */
  readonly offline?: boolean;
}

/** git ended with an error. The message is git's last telling line, without passwords. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(
    readonly args: readonly string[],
    readonly exitCode: number | null,
    readonly stderr: string,
  ) {
    super(
      lastWords(stderr) || `git ${args[0] ?? ''} ended with ${exitCode === null ? 'a signal' : `code ${exitCode}`}`,
    );
  }
}

const KEPT_VARIABLES = /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_CAINFO|SSL_CAPATH|PROXY_SSL_CAINFO)$/;

const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.version=2',
  'protocol.ext.allow=never',
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=60',
];

/** Transports that git may use; anything else, such as `ext::` which runs a command, is refused by git itself. */
const TRANSPORTS = 'file:git:http:https:ssh';

/**
 * Runs `git ARGS` and returns what it printed.
 *
 * @throws GitError if git fails, Failure(2) if there is no git
 */
export async function git(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { cwd, gitDir, input, config = [], onProgress, variables = {}, offline = false } = options;
  const all = [
    '--no-pager',
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...[...SETTINGS, ...config].flatMap((setting) => ['-c', setting]),
    ...args,
  ];
  const env = { ...cleaned(options.env, offline), ...variables };
  const child = spawn('git', all, { cwd, env, stdio: 'pipe', windowsHide: true });
  const output: Buffer[] = [];
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const progress = onProgress && receivingProgress(onProgress);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
    progress?.(chunk);
  });
  // git may end before it has read everything; its exit code tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT' && cause.syscall?.startsWith('spawn');
      reject(missing ? new Failure(2, 'git cannot be run: is it installed and on the PATH?', { cause }) : cause);
    });
    child.on('close', resolve);
  });
  if (code !== 0) throw new GitError(args, code, errors);
  return Buffer.concat(output);
}

/** Takes user names and passwords out of the addresses in a text. */
export function withoutPasswords(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, '$1');
}

function cleaned(env: GitOptions['env'], offline: boolean): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) => {
    const dropped = (name.startsWith('GIT_') && !KEPT_VARIABLES.test(name)) || /^(?:LC_.*|LANG|LANGUAGE)$/.test(name);
    return dropped || value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: offline ? 'none' : TRANSPORTS,
  };
}

/** The line that tells most: git's last complaint, but not its general advice after it. */
function lastWords(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const advice = /^(?:fatal: Could not read from remote repository|Please make sure|and the repository exists)/;
  const telling = lines.filter((line) => !advice.test(line));
  const complaint = telling.findLast((line) => /^(?:fatal|error|ssh|remote|ERROR): /.test(line));
  return withoutPasswords(complaint ?? telling.at(-1) ?? lines.at(-1) ?? '').trim();
}

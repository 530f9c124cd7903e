/** One psql, to which statements are given one by one, as a person at its prompt would. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Cluster } from './postgres.ts';

export interface Outcome {
  /** What appeared: notices and errors first, then rows and tags. */
  readonly text: string;
  /** SQLSTATE of the failure; undefined if there was none. */
  readonly error: string | undefined;
}

const END = '--- end of the statement ---';
/** The whole line: what of it came later would be taken for the next statement's. */
const ENDED = new RegExp(`${END}.*\\n`);

export class Psql {
  readonly #process: ChildProcessWithoutNullStreams;
  #out = '';
  #err = '';
  #arrived: () => void = () => {};

  constructor(cluster: Cluster, database: string) {
    this.#process = spawn('psql', ['-X', '-d', database], cluster.client);
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(() => (this.#out += text)));
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => this.#take(() => (this.#err += text)));
    this.#process.on('close', () => this.#arrived());
    this.#process.stdin.on('error', () => this.#arrived());
  }

  #take(add: () => void): void {
    add();
    this.#arrived();
  }

  async run(statement: string): Promise<Outcome> {
    this.#out = '';
    this.#err = '';
    this.#process.stdin.write(`${statement}\n\\echo '${END}' :SQLSTATE\n\\warn '${END}'\n`);
    await this.#until(() => ENDED.test(this.#out) && ENDED.test(this.#err));
    const [rows = '', state = ''] = this.#out.split(END);
    const [messages = ''] = this.#err.split(END);
    const isCommand = statement.startsWith('\\');
    // psql's own commands set no SQLSTATE; they complain on standard error.
    const failed = isCommand ? messages.trim() !== '' : !/^ 0[0-2]\w{3}$/m.test(state);
    return { text: messages + rows, error: failed ? (isCommand ? 'psql' : state.trim()) : undefined };
  }

  #until(done: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (done()) resolve();
        else if (this.#process.exitCode !== null || this.#process.stdin.destroyed) {
          reject(new Error(`psql has ended: ${this.#err.trim()}`));
        }
      };
      this.#arrived = look;
      look();
    });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#process.once('close', resolve));
    if (this.#process.exitCode !== null) return;
    this.#process.stdin.end();
    const late = setTimeout(() => this.#process.kill(), 5_000);
    await closed;
    clearTimeout(late);
  }
}

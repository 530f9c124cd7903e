/**
 * GitHubWrite over a connection. Where GitHub does not say whether a comment or a pull request was made (5xx, no answer,
 * an answer cut off), it is looked for before it is sent again. Whether a workflow was started cannot be seen: that
 * fails, and says that it may have been.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../../failure.ts';
import type { Call, Connection } from './connection.ts';
import { fieldOf, list } from './pages.ts';
import { Refusal } from './refusal.ts';
import type { GitHubWrite } from './types.ts';
import { writeCalls } from './write-calls.ts';

interface Clock {
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that a second of waiting takes. */
  readonly second: number;
  readonly tell: (text: string) => void;
}

/** How often a call is sent whose outcome is looked for. */
const TRIES = 3;
/** Seconds until what was made shows in lists, times the tries so far. */
const UNTIL_SEEN = 3;
/** Seconds that this machine's clock may be ahead of GitHub's. */
const SKEW = 120;

export function writeThrough(connection: Connection, { now, second, tell }: Clock): GitHubWrite {
  const { repository } = connection.api;
  const base = `/repos/${repository}`;
  const calls = writeCalls(repository);
  const send = async (call: Call): Promise<void> => {
    await connection.send(call);
  };

  /** Number in a field of the answer, or of what `look` finds when there was no answer. */
  const make = async (call: Call, field: 'id' | 'number', look: () => Promise<unknown>): Promise<number> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return numberIn((await connection.send(call)).data, field, call);
      } catch (error) {
        if (!(error instanceof Refusal) || !error.isUncertain) throw error;
        await pause(UNTIL_SEEN * attempt * second);
        const found = await look();
        if (found !== undefined) return numberIn(found, field, call);
        if (attempt === TRIES) throw error;
        tell(`GitHub: ${call.method} ${call.path}: not carried out; trying again`);
      }
    }
  };

  return {
    addComment(issue, body) {
      const since = new Date((now() - SKEW) * 1000).toISOString().replace(/\.\d+/, '');
      return make(calls.addComment(issue, body), 'id', async () => {
        const found = await list(connection, `${base}/issues/${issue}/comments?since=${encodeURIComponent(since)}`);
        // GitHub makes line ends of its own.
        const plain = (text: unknown): string => String(text).replace(/\r\n?/g, '\n').trimEnd();
        const isNew = (item: unknown): boolean => Date.parse(String(fieldOf(item, 'created_at'))) >= Date.parse(since);
        return found.findLast((item) => isNew(item) && plain(fieldOf(item, 'body')) === plain(body));
      });
    },
    openPullRequest(request) {
      const head = request.head.includes(':') ? request.head : `${repository.split('/')[0]}:${request.head}`;
      const query = `state=open&head=${encodeURIComponent(head)}&base=${encodeURIComponent(request.base)}`;
      // There is one at most: GitHub refuses a second of the same branches.
      return make(calls.openPullRequest(request), 'number', async () =>
        (await list(connection, `${base}/pulls?${query}`)).find((item) => isFrom(item, head)),
      );
    },
    async putLabel(label) {
      try {
        await send(calls.addLabel(label));
      } catch (error) {
        if (!(error instanceof Refusal) || !error.codes.includes('already_exists')) throw error;
        await send(calls.editLabel(label));
      }
    },
    editComment: (id, body) => send(calls.editComment(id, body)),
    react: (comment, content) => send(calls.react(comment, content)),
    editPullRequest: (number, request) => send(calls.editPullRequest(number, request)),
    addLabels: (issue, labels) => send(calls.addLabels(issue, labels)),
    startWorkflow: (file, ref, inputs) => send(calls.startWorkflow(file, ref, inputs)),
  };
}

/** GitHub lists all pull requests when it cannot make sense of `head`. */
function isFrom(item: unknown, head: string): boolean {
  const label = fieldOf(fieldOf(item, 'head'), 'label');
  return typeof label === 'string' && label.toLowerCase() === head.toLowerCase();
}

function numberIn(data: unknown, field: string, { method, path }: Call): number {
  const value = fieldOf(data, field);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new Failure(3, `GitHub: ${method} ${path}: an object with a number "${field}" expected`);
}

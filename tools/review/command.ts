/**
 * Body of a comment -> the commands in it. A command is a line of a paragraph of its own right that begins with its
 * name: what stands in code, in a quote, in a list, in HTML or in its comments is none, as GitHub's own reader sees it.
 * One that was begun and is not understood is returned too, with what is wrong.
 */
import { KEY } from '../segment/key.ts';
import { commandLines, LONGEST_COMMENT } from './command-lines.ts';

/** Texts of a page: those named, or all, or all but those. */
export interface ReviewedCommand {
  readonly type: 'reviewed';
  readonly page: string;
  readonly keys?: readonly string[];
  readonly except?: readonly string[];
  /** 7 to 40 hex digits. */
  readonly at?: string;
}

export interface AcceptCommand {
  readonly type: 'accept';
  /** Undefined when the keys say enough. */
  readonly page: string | undefined;
  readonly keys: readonly string[];
}

export interface ApplyCommand {
  readonly type: 'apply';
  /** Words to take instead of the reader's. */
  readonly words: string | undefined;
}

export interface AwardCommand {
  readonly type: 'award';
  readonly kind: string;
  /** Login; undefined for the author of the issue. */
  readonly to: string | undefined;
  readonly count: number;
  readonly reason: string;
}

export type Command = ReviewedCommand | AcceptCommand | ApplyCommand | AwardCommand;
export type CommandName = Command['type'];

/** What is wrong with a command; `found` is what it stumbled over, as it was written. */
export interface CommandProblem {
  readonly type: 'problem';
  /** Undefined when it concerns the whole comment. */
  readonly name: CommandName | undefined;
  readonly problem: 'too-long' | 'too-many' | 'missing' | 'unexpected' | 'number' | 'reason';
  readonly found: string;
}

const MOST_COMMANDS = 20;
const MOST_KEYS = 500;
const MOST_AWARDED = 100;
/** The ledger's limit for a reason. */
const LONGEST_REASON = 1000;
const LONGEST_FOUND = 60;

const PAGE = /^(?=.{1,200}$)[A-Za-z0-9_](?:[\w.-]*\w)?$/;
const COMMIT = /^[0-9a-f]{7,40}$/;
const LOGIN = /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,98})$/;
const KIND = /^[a-z][a-z-]{0,40}$/;

/** In the order of their lines. None: nobody asked for anything. */
export function parseCommands(body: string): readonly (Command | CommandProblem)[] {
  const lines = commandLines(body);
  if (lines === undefined)
    return [{ type: 'problem', name: undefined, problem: 'too-long', found: `${LONGEST_COMMENT}` }];
  if (lines.length > MOST_COMMANDS)
    return [{ type: 'problem', name: undefined, problem: 'too-many', found: `${MOST_COMMANDS}` }];
  return lines.map(({ name, rest }) => READERS[name](rest));
}

const READERS: Readonly<Record<CommandName, (rest: string) => Command | CommandProblem>> = {
  reviewed: readReviewed,
  accept: readAccept,
  apply: readApply,
  award: readAward,
};

const refuse = (name: CommandName, problem: CommandProblem['problem'], found = ''): CommandProblem => ({
  type: 'problem',
  name,
  problem,
  found: found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND)}…` : found,
});

/** Words between spaces and commas of any width; keys may be copied with their backticks or the marker's sign. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;\uFF0C\u3001\uFF1B]+/u)
    .map((word) => word.replace(/^`+|`+$/g, ''))
    .filter((word) => word !== '');
}

const asKey = (word: string): string => word.replace(/^@/, '').toLowerCase();
const isKey = (word: string): boolean => KEY.test(asKey(word));
const unique = (keys: readonly string[]): string[] => [...new Set(keys.map(asKey))];

function readReviewed(rest: string): ReviewedCommand | CommandProblem {
  const [page, ...words] = wordsOf(rest);
  if (page === undefined) return refuse('reviewed', 'missing');
  if (!PAGE.test(page)) return refuse('reviewed', 'unexpected', page);
  const at = words.at(-2) === 'at' ? words.at(-1)?.toLowerCase() : undefined;
  if (at !== undefined && !COMMIT.test(at)) return refuse('reviewed', 'unexpected', at);
  const chosen = at === undefined ? words : words.slice(0, -2);
  const without = chosen[0] === 'except';
  const keys = without ? chosen.slice(1) : chosen;
  const stray = keys.find((word) => !isKey(word));
  if (stray !== undefined) return refuse('reviewed', 'unexpected', stray);
  if (without && keys.length === 0) return refuse('reviewed', 'missing', 'except');
  if (keys.length > MOST_KEYS) return refuse('reviewed', 'too-many', `${MOST_KEYS}`);
  return {
    type: 'reviewed',
    page,
    ...(without ? { except: unique(keys) } : keys.length > 0 ? { keys: unique(keys) } : {}),
    ...(at === undefined ? {} : { at }),
  };
}

function readAccept(rest: string): AcceptCommand | CommandProblem {
  const words = wordsOf(rest);
  const [first = ''] = words;
  const page = isKey(first) ? undefined : first;
  const keys = page === undefined ? words : words.slice(1);
  if (page !== undefined && page !== '' && !PAGE.test(page)) return refuse('accept', 'unexpected', page);
  const stray = keys.find((word) => !isKey(word));
  if (stray !== undefined) return refuse('accept', 'unexpected', stray);
  if (keys.length === 0) return refuse('accept', 'missing');
  if (keys.length > MOST_KEYS) return refuse('accept', 'too-many', `${MOST_KEYS}`);
  return { type: 'accept', page, keys: unique(keys) };
}

function readApply(rest: string): ApplyCommand | CommandProblem {
  const text = rest.trim();
  if (text === '') return { type: 'apply', words: undefined };
  // Phones make a dash of two hyphens.
  const [, words] = /^(?:--|[\u2013\u2014])or(?:\s+(.*))?$/su.exec(text) ?? [text];
  if (words === undefined)
    return refuse('apply', /^(?:--|[\u2013\u2014])or$/u.test(text) ? 'missing' : 'unexpected', text);
  return { type: 'apply', words };
}

function readAward(rest: string): AwardCommand | CommandProblem {
  const colon = rest.search(/[:\uFF1A]/u);
  const [kind, ...words] = wordsOf(colon < 0 ? rest : rest.slice(0, colon));
  if (kind === undefined) return refuse('award', 'missing');
  if (!KIND.test(kind)) return refuse('award', 'unexpected', kind);
  const to = words[0]?.startsWith('@') ? words.shift() : undefined;
  if (to !== undefined && !LOGIN.test(to)) return refuse('award', 'unexpected', to);
  const [number = '1', stray] = words;
  if (stray !== undefined) return refuse('award', 'unexpected', stray);
  const count = /^[1-9]\d{0,2}$/.test(number) ? Number(number) : Number.NaN;
  if (!(count <= MOST_AWARDED)) return refuse('award', /^-?\d+$/.test(number) ? 'number' : 'unexpected', number);
  const reason =
    colon < 0
      ? ''
      : rest
          .slice(colon + 1)
          .replace(/\s+/gu, ' ')
          .trim();
  if (reason === '' || reason.length > LONGEST_REASON || /[\p{Cc}\p{Cs}]/u.test(reason))
    return refuse('award', 'reason');
  return { type: 'award', kind, to: to?.slice(1), count, reason };
}

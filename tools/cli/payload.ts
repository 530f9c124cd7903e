/** What commands that answer an event of GitHub have in common. */
import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import type { GitHubContext } from '../commands/github/context.ts';
import type { OpenOptions } from '../commands/github/open.ts';
import { Failure } from '../failure.ts';
import type { Cli, Common } from './cli.ts';

/** GitHub's payloads are 25 MB at most. */
const MOST_PAYLOAD = 25_000_000;

interface PayloadOptions extends Common {
  readonly payload?: string;
}

/** --payload; by default the event that the workflow runs for. */
export function withPayload(command: Command): Command {
  return command.option('--payload <file>', "the event's payload, as JSON (default: GITHUB_EVENT_PATH)");
}

/** @throws Failure(2) where there is no payload, or it is no JSON */
export function readPayload(cli: Cli, options: PayloadOptions): unknown {
  const { env } = cli.newContext(options);
  const path = options.payload ?? env.GITHUB_EVENT_PATH;
  if (path === undefined || path === '')
    throw new Failure(2, 'which event? Expected --payload FILE, or GITHUB_EVENT_PATH');
  try {
    const file = cli.fromHere(path);
    if (statSync(file).size > MOST_PAYLOAD) throw new Error('too large');
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    // The file's text is anybody's: it is not repeated.
    throw new Failure(2, `--payload ${JSON.stringify(path)}: a file of JSON expected`, { cause });
  }
}

/** The surroundings of a command that speaks with GitHub. */
export async function openFor(cli: Cli, options: Common, more: Omit<OpenOptions, 'now'> = {}): Promise<GitHubContext> {
  const { openGitHubContext } = await import('../commands/github/open.ts');
  return openGitHubContext(cli.contextOf(options), { now: cli.now, ...more });
}

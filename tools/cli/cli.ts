/** What the files of this folder, one a group of commands, are given to declare their commands with. */
import type { Command, Option } from 'commander';
import type { Context, Outcome } from '../commands/context.ts';

/** Options that commands have in common. */
export interface Common {
  readonly root: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

export interface Cli {
  /** Folder of pgdoc itself. */
  readonly toolRoot: string;
  /** Folder that the person stands in. */
  readonly standing: string;
  /** What the command came to; decides the exit code. */
  outcome: Outcome;
  /** A command that works on a workspace: takes --root and --json. Examples are lines of two spaces, command, meaning. */
  command(name: string, description: string, examples: string): Command;
  /** A command that needs no workspace. */
  plainCommand(name: string, description: string, examples: string): Command;
  /** A command of commands, such as `bot`; what is declared with the answer stands below it. */
  group(name: string, description: string): Cli;
  /** --dry-run, for commands that write. */
  dryRun(): Option;
  /** Absolute path of what a person typed. */
  fromHere(path: string): string;
  /** @throws Failure(2) when the workspace's folder does not exist */
  contextOf(options: Common): Context;
  newContext(options: Common): Context;
  /** The time, in seconds since 1970. */
  now(): number;
  /** Resolves when the person presses Ctrl-C, or the process is told to end. */
  interrupted(): Promise<void>;
}

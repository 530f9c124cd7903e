/**
 * What the entrances of the command line (cli.ts, bot.ts) have in common: how commands are declared, how paths that
 * people type are read, how failures are told, and which exit code they come to:
 * 0 fine · 1 problems found · 2 bad usage or configuration · 3 upstream or network.
 * An entrance hands in everything that is global: arguments, environment, streams and clock.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import type { Context } from '../commands/context.ts';
import { Failure } from '../failure.ts';
import { diskFailure } from '../io/disk-failure.ts';
import { inLog } from '../review/escape-log.ts';
import { terminal } from '../terminal.ts';
import type { Cli, Common } from './cli.ts';

const toolRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is global to a process. */
export interface Surroundings {
  /** Arguments, with the two of node before them. */
  readonly argv: readonly string[];
  readonly env: Context['env'];
  readonly cwd: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Milliseconds since some moment. */
  readonly milliseconds: () => number;
  /** Seconds since 1970. */
  readonly seconds: () => number;
  /** Calls back when the person presses Ctrl-C, or the process is told to end. */
  readonly onStop: (stop: () => void) => void;
}

export interface Entrance {
  readonly description: string;
  /** What stands below the list of commands in the help. */
  readonly help: string;
  /** Commands of a group, such as `bot`, stand beside all others. */
  readonly isFlat?: boolean;
  /** Declares the commands, group by group. */
  readonly groups: readonly { readonly title: string; readonly declare: readonly ((cli: Cli) => void)[] }[];
}

/** Runs the command that the arguments name, and resolves to the exit code. What is thrown is a bug. */
export async function runProgram(entrance: Entrance, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr } = surroundings;
  const program = newProgram(entrance);
  const { cli, outcome } = newCli(program, entrance, surroundings);
  for (const { title, declare } of entrance.groups) {
    program.commandsGroup(title);
    for (const commands of declare) commands(cli);
  }
  // Who reads the output may go away, as `head` does; the work goes on, and its outcome stays.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  try {
    await program.parseAsync(surroundings.argv);
    return outcome();
  } catch (thrown) {
    const error = diskFailure(thrown, (thrown as NodeJS.ErrnoException).path ?? 'a file');
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    stderr.write(`${toldIn(surroundings.env)(`pgdoc: ${error.message}`)}\n`);
    return error.exitCode;
  }
}

/** In a workflow the runner reads what is told for commands, and messages quote what strangers wrote. */
const toldIn = (env: Context['env']): ((text: string) => string) =>
  env.GITHUB_ACTIONS === 'true' ? inLog : (text) => text;

function newProgram({ description, help }: Entrance): Command {
  const { version } = JSON.parse(readFileSync(resolve(toolRoot, 'package.json'), 'utf8')) as { version: string };
  return new Command('pgdoc')
    .description(description)
    .version(version, '-V, --tool-version', 'print the version of pgdoc')
    .showHelpAfterError('(pgdoc COMMAND --help shows what a command takes)')
    .addHelpText(
      'after',
      `\n${help}\n\nExit codes: 0 fine, 1 problems found, 2 bad usage or configuration, 3 upstream or network.`,
    )
    .helpCommand(false)
    .exitOverride();
}

function newCli(
  program: Command,
  { isFlat = false }: Entrance,
  surroundings: Surroundings,
): { readonly cli: Cli; readonly outcome: () => number } {
  const { env, cwd, stdout, stderr, milliseconds, seconds, onStop } = surroundings;
  /** Paths that people type are relative to where they stand; npm runs scripts elsewhere and says where that was. */
  const standing = env.INIT_CWD ?? cwd;
  const fromHere = (path: string) => (isAbsolute(path) ? path : resolve(standing, path));
  let outcome: Cli['outcome'] = 0;
  const told = terminal({ stdout, stderr, now: milliseconds });
  const safe = toldIn(env);

  const newContext = ({ root, json, dryRun }: Common): Context => ({
    root: fromHere(root),
    env,
    json: json ?? false,
    dryRun: dryRun ?? false,
    ...told,
    tell: (text) => told.tell(safe(text)),
  });

  const below = (parent: Command): Cli => {
    const plainCommand: Cli['plainCommand'] = (name, description, examples) =>
      parent
        .command(name)
        .description(description)
        .option('--json', 'print the result as JSON')
        .addHelpText('after', `\nExamples:\n${examples}`);
    return {
      toolRoot,
      standing,
      get outcome() {
        return outcome;
      },
      set outcome(value) {
        outcome = value;
      },
      plainCommand,
      command: (name, description, examples) =>
        plainCommand(name, description, examples).option('--root <dir>', 'the workspace', '.'),
      group: (name, description) =>
        below(isFlat ? parent : parent.command(name).description(description).helpCommand(false)),
      dryRun: () => new Option('--dry-run', 'say what would be written, and write nothing'),
      fromHere,
      newContext,
      contextOf(options) {
        if (!existsSync(fromHere(options.root))) throw new Failure(2, `--root: there is no folder ${options.root}`);
        return newContext(options);
      },
      now: seconds,
      interrupted: () => new Promise((stop) => onStop(stop)),
    };
  };
  return { cli: below(program), outcome: () => outcome };
}

/**
 * The command line. This file alone reads argv and the environment, and decides exit codes:
 * 0 fine · 1 problems found · 2 bad usage or configuration · 3 upstream or network.
 * The commands are declared in cli/, a group a file, and imported when they run, so that --help answers at once.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { checkCommands } from './cli/check.ts';
import type { Cli, Common } from './cli/cli.ts';
import { draftCommands } from './cli/draft.ts';
import { exchangeCommands } from './cli/exchange.ts';
import { glossaryCommands } from './cli/glossary.ts';
import { ledgerCommands } from './cli/ledger.ts';
import { memoryCommands } from './cli/memory.ts';
import { progressCommands } from './cli/progress.ts';
import { siteCommands } from './cli/site.ts';
import { workspaceCommands } from './cli/workspace.ts';
import type { Context } from './commands/context.ts';
import { Failure } from './failure.ts';
import { diskFailure } from './io/disk-failure.ts';
import { terminal } from './terminal.ts';

const toolRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(resolve(toolRoot, 'package.json'), 'utf8')) as { version: string };

const program = new Command('pgdoc')
  .description('Keeps a translation of the PostgreSQL manual in Git, paragraph by paragraph, and publishes it.')
  .version(version, '-V, --tool-version', 'print the version of pgdoc')
  .showHelpAfterError('(pgdoc COMMAND --help shows what a command takes)')
  .addHelpText(
    'after',
    `
A first workspace:
  pgdoc init my-manual --language fr --version 18=REL_18_STABLE \\
        --upstream https://github.com/postgres/postgres.git
  pgdoc sync    --root my-manual        fetch the English, write one Markdown file a page
  pgdoc status  --root my-manual        what is translated
  pgdoc build   --root my-manual --out my-site
  pgdoc preview --root my-manual        build, and serve on localhost

Exit codes: 0 fine, 1 problems found, 2 bad usage or configuration, 3 upstream or network.`,
  )
  .helpCommand(false)
  .exitOverride();

/** Paths that people type are relative to where they stand; npm runs scripts elsewhere and says where that was. */
const standing = process.env.INIT_CWD ?? process.cwd();
const fromHere = (path: string) => (isAbsolute(path) ? path : resolve(standing, path));

function newContext({ root, json, dryRun }: Common): Context {
  return {
    root: fromHere(root),
    env: process.env,
    json: json ?? false,
    dryRun: dryRun ?? false,
    ...terminal({ stdout: process.stdout, stderr: process.stderr, now: () => performance.now() }),
  };
}

const plainCommand: Cli['plainCommand'] = (name, description, examples) =>
  program
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `\nExamples:\n${examples}`);

const cli: Cli = {
  toolRoot,
  standing,
  outcome: 0,
  plainCommand,
  command: (name, description, examples) =>
    plainCommand(name, description, examples).option('--root <dir>', 'the workspace', '.'),
  dryRun: () => new Option('--dry-run', 'say what would be written, and write nothing'),
  fromHere,
  newContext,
  contextOf(options) {
    if (!existsSync(fromHere(options.root))) throw new Failure(2, `--root: there is no folder ${options.root}`);
    return newContext(options);
  },
  now: () => Date.now() / 1000,
  interrupted: () =>
    new Promise((stop) => {
      process.once('SIGINT', () => stop());
      process.once('SIGTERM', () => stop());
    }),
};

program.commandsGroup('A workspace and what comes into it:');
workspaceCommands(cli);
exchangeCommands(cli);
program.commandsGroup('What is to be done:');
progressCommands(cli);
checkCommands(cli);
ledgerCommands(cli);
program.commandsGroup('Words and sentences:');
glossaryCommands(cli);
memoryCommands(cli);
draftCommands(cli);
program.commandsGroup('The site:');
siteCommands(cli);

// Who reads the output may go away, as `head` does; the work goes on, and its outcome stays.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  await program.parseAsync();
} catch (thrown) {
  const error = diskFailure(thrown, (thrown as NodeJS.ErrnoException).path ?? 'a file');
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Failure) {
    process.stderr.write(`pgdoc: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
if (cli.outcome !== 0) process.exitCode ??= cli.outcome;

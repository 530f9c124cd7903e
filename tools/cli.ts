/**
 * The command line of people. This file and bot.ts alone read argv, the environment and the clock, and set exit codes;
 * what the two have in common is in cli/program.ts.
 * The commands are declared in cli/, a group a file, and imported when they run, so that --help answers at once.
 */
import { botCommands } from './cli/bot.ts';
import { checkCommands } from './cli/check.ts';
import { draftCommands } from './cli/draft.ts';
import { exchangeCommands } from './cli/exchange.ts';
import { glossaryCommands } from './cli/glossary.ts';
import { ledgerCommands } from './cli/ledger.ts';
import { memoryCommands } from './cli/memory.ts';
import { pointsCommands } from './cli/points.ts';
import { runProgram } from './cli/program.ts';
import { progressCommands } from './cli/progress.ts';
import { recordCommands } from './cli/record.ts';
import { siteCommands } from './cli/site.ts';
import { workspaceCommands } from './cli/workspace.ts';

const code = await runProgram(
  {
    description: 'Keeps a translation of the PostgreSQL manual in Git, paragraph by paragraph, and publishes it.',
    help: `A first workspace:
  pgdoc init my-manual --language fr --version 18=REL_18_STABLE \\
        --upstream https://github.com/postgres/postgres.git
  pgdoc sync    --root my-manual        fetch the English, write one Markdown file a page
  pgdoc status  --root my-manual        what is translated
  pgdoc build   --root my-manual --out my-site
  pgdoc preview --root my-manual        build, and serve on localhost`,
    groups: [
      { title: 'A workspace and what comes into it:', declare: [workspaceCommands, exchangeCommands] },
      { title: 'What is to be done:', declare: [progressCommands, checkCommands] },
      { title: 'Words and sentences:', declare: [glossaryCommands, memoryCommands, draftCommands] },
      { title: 'The site:', declare: [siteCommands] },
      { title: 'Credit, and GitHub:', declare: [pointsCommands, ledgerCommands, recordCommands, botCommands] },
    ],
  },
  {
    argv: process.argv,
    env: process.env,
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    milliseconds: () => performance.now(),
    seconds: () => Date.now() / 1000,
    onStop(stop) {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    },
  },
);
if (code !== 0) process.exitCode = code;

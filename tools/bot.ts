/**
 * The command line of workflows: what speaks with GitHub, and nothing that a workflow has no need of. Conventions are
 * those of cli.ts, which has the same commands below `bot`.
 */
import { botCommands } from './cli/bot.ts';
import { ledgerCommands } from './cli/ledger.ts';
import { runProgram } from './cli/program.ts';
import { recordCommands } from './cli/record.ts';

const code = await runProgram(
  {
    description: 'What the workflows of a translation ask of GitHub and write there.',
    help: `From the environment: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_EVENT_PATH.`,
    isFlat: true,
    groups: [
      { title: 'Pull requests, comments and upstream:', declare: [botCommands] },
      { title: 'What happened:', declare: [recordCommands, ledgerCommands] },
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

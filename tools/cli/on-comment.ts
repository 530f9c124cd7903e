/** `bot on-comment`, `bot sync`, `bot labels`: what the bot does when somebody asks in a comment, and on its own. */
import { versionRef } from '../commands/arguments.ts';
import type { Cli } from './cli.ts';
import { openFor, readPayload, withPayload } from './payload.ts';

export function onCommentCommands(bot: Cli): void {
  onCommentCommand(bot);
  syncCommand(bot);
  labelsCommand(bot);
}

function onCommentCommand(cli: Cli): void {
  const command = cli.command(
    'on-comment',
    'Carry out the commands in a comment: /reviewed, /accept, /award, /apply.',
    `  pgdoc bot on-comment --payload event.json
  pgdoc bot on-comment --payload event.json --dry-run    what would be pushed, written and answered
The payload is that of an event issue_comment; the workspace a clone of main with all of its history. Comments that were
edited, and those of programs, ask for nothing. The same comment twice does nothing the second time. The exit code is 1 if
the ledger holds another record of the comment; a command that is refused gets its answer on GitHub, and 0.`,
  );
  withPayload(command)
    .addOption(cli.dryRun())
    .action(async (options) => {
      const payload = readPayload(cli, options);
      const { onComment } = await import('../commands/github/on-comment.ts');
      cli.outcome = await onComment(await openFor(cli, options), { payload, toolRoot: cli.toolRoot });
    });
}

function syncCommand(cli: Cli): void {
  cli
    .command(
      'sync',
      'Open or bring up to date the one pull request of what a sync would change on main.',
      `  pgdoc bot sync
  pgdoc bot sync --dry-run              what would be pushed and written
  pgdoc bot sync --pin 18=REL_18_3      of that branch, tag or commit
The branch pgdoc/sync is made anew on main each time; one that holds commits of people is left alone, and that is said
below the pull request. Nothing changed: nothing is done. Main has all of it: the pull request is closed.`,
    )
    .option('--pin <version=ref>', 'take this branch, tag or commit of a version; repeat it for more', versionRef)
    .addOption(cli.dryRun())
    .action(async (options) => {
      const { syncPullRequest } = await import('../commands/github/sync-pull-request.ts');
      const context = await openFor(cli, options);
      cli.outcome = await syncPullRequest(context, { pins: options.pin ?? new Map(), toolRoot: cli.toolRoot });
    });
}

function labelsCommand(cli: Cli): void {
  cli
    .command(
      'labels',
      'Put the labels of .github/labels.yml on GitHub.',
      `  pgdoc bot labels
  pgdoc bot labels --dry-run            what would be written
Labels are made and mended; none is taken away.`,
    )
    .addOption(cli.dryRun())
    .action(async (options) => {
      const { putLabels } = await import('../commands/github/labels.ts');
      cli.outcome = await putLabels(await openFor(cli, options));
    });
}

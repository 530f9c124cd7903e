/** `bot …`: what workflows do on GitHub. Each command is given the payload of the event that it answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cli } from './cli.ts';
import { onCommentCommands } from './on-comment.ts';
import { openFor, readPayload, withPayload } from './payload.ts';

export function botCommands(cli: Cli): void {
  const bot = cli.group('bot', 'What the workflows of a translation do on GitHub.');
  checkCommand(bot);
  commentCommand(bot);
  onCommentCommands(bot);
  pullsCommand(bot);
}

function checkCommand(cli: Cli): void {
  const command = cli.command(
    'check',
    'Look at a pull request: what it would change, what is wrong with it, what it would earn. Only reads.',
    `  pgdoc bot check --payload event.json --artifact pgdoc-check.json
  pgdoc bot check --root ../merge --payload event.json --summary summary.md
  pgdoc bot check --payload event.json --json | jq '.findings'
The workspace is a checkout of the pull request's merge commit (refs/pull/NUMBER/merge) with all of its history; the
payload that of an event pull_request. Findings are printed as annotations of a workflow. The exit code is 1 if there are
errors. The file given to --artifact is what \`bot comment\` makes the comment of; nothing else is written.
Files that say who may do what, what counts or what runs (the ledger, reviewers.yml, project.yml, .github …) may be changed
by the repository's owners, members and collaborators, and by a bot that pushed its branch into the repository itself.
A line \`pgdoc replace OLD NEW\` in title, body or a commit's message has the change proved to be that replacement alone.`,
  );
  withPayload(command)
    .option('--artifact <file>', 'write what was found, as JSON')
    .option('--summary <file>', 'add a summary in Markdown to this file (default: GITHUB_STEP_SUMMARY)')
    .action(async (options) => {
      const payload = readPayload(cli, options);
      const { botCheck } = await import('../commands/github/check.ts');
      const context = await openFor(cli, options, { readsOnly: true });
      const summary: string | undefined = options.summary ?? context.env.GITHUB_STEP_SUMMARY;
      cli.outcome = await botCheck(context, {
        payload,
        artifact: options.artifact === undefined ? undefined : cli.fromHere(options.artifact),
        summary: summary === undefined || summary === '' ? undefined : cli.fromHere(summary),
        toolRoot: cli.toolRoot,
      });
    });
}

function commentCommand(cli: Cli): void {
  const command = cli.command(
    'comment',
    'Write what a check has found into its pull request: one comment, edited in place.',
    `  pgdoc bot comment --payload event.json
  pgdoc bot comment --payload event.json --dry-run                              what would be written
  pgdoc bot comment --payload event.json --artifact pgdoc-check.json --dry-run  with an artifact at hand
The payload is that of an event workflow_run. The artifact is fetched from that run, and is taken for hostile: it is read
only up to a size, has to be of exactly the form that \`bot check\` writes, and has to be of the run's own pull request.
The workspace is a checkout of main.`,
  );
  withPayload(command)
    .option('--artifact <file>', 'take this file in place of the one that the run left')
    .addOption(cli.dryRun())
    .action(async (options) => {
      const payload = readPayload(cli, options);
      const { botComment } = await import('../commands/github/comment.ts');
      const context = await openFor(cli, options);
      cli.outcome = await botComment(context, {
        payload,
        artifact: options.artifact === undefined ? undefined : readFileSync(cli.fromHere(options.artifact)),
        toolRoot: cli.toolRoot,
      });
    });
}

function pullsCommand(cli: Cli): void {
  const command = cli.command(
    'pulls',
    'Write down which pages open pull requests touch, for the next build. Only reads.',
    `  pgdoc bot pulls
  pgdoc bot pulls --out pull-requests.json
The site then says of such a page that somebody works on it. Without the file it says nothing.`,
  );
  command
    .option('--out <file>', 'the file (default: .cache/pull-requests.json in the workspace)')
    .addOption(cli.dryRun())
    .action(async (options) => {
      const { botPulls } = await import('../commands/github/pulls.ts');
      const { PULLS_FILE } = await import('../commands/pulls-file.ts');
      const context = await openFor(cli, options, { readsOnly: true });
      const out = options.out === undefined ? join(context.root, PULLS_FILE) : cli.fromHere(options.out);
      cli.outcome = await botPulls(context, out);
    });
}

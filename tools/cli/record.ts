/** The command that writes the ledger: record. */
import { InvalidArgumentError } from 'commander';
import { dayOrMoment } from '../commands/arguments.ts';
import { Failure } from '../failure.ts';
import type { Cli } from './cli.ts';

export function recordCommands(cli: Cli): void {
  const { command, contextOf, dryRun, toolRoot, now } = cli;

  command(
    'record',
    'Write into the ledger on main what merged pull requests and comments did, and publish the site anew.',
    `  pgdoc record 123                        a merged pull request
  pgdoc record 123 124 --dry-run          what would be written, sent and pushed
  pgdoc record --comment 4567             a comment with commands, as the bot would have carried it out
  pgdoc record --since 2026-03-01         whatever happened since then and has no record
  pgdoc record 123 --json | jq '.[].status'
Needs GITHUB_TOKEN, but for a dry run; the repository is GITHUB_REPOSITORY or that of project.yml. What is pushed is one
commit on main; your own files are left alone. Run again, it changes nothing. The exit code is 1 if the ledger holds
another record of the same name.`,
  )
    .argument('[pull-request...]', 'numbers of merged pull requests', eachNumber)
    .option('--comment <id>', "GitHub's id of a comment; may be given several times", eachNumber)
    .option(
      '--since <date>',
      'catch up on what has no record: a day in UTC such as 2026-03-01, or a moment such as 2026-03-01T12:00:00Z',
      dayOrMoment,
    )
    .addOption(dryRun())
    .action(async (pullRequests: readonly number[] | undefined, options) => {
      const comments: readonly number[] = options.comment ?? [];
      if ((pullRequests ?? []).length === 0 && comments.length === 0 && options.since === undefined)
        throw new Failure(2, 'what is to be recorded? Expected numbers of pull requests, --comment ID or --since DATE');
      const { openGitHubContext } = await import('../commands/github/open.ts');
      const { record } = await import('../commands/github/record.ts');
      const { commentWork } = await import('../commands/github/on-comment.ts');
      const context = await openGitHubContext(contextOf(options), { now });
      cli.outcome = await record(context, {
        pullRequests: pullRequests ?? [],
        comments,
        commentWork: commentWork(toolRoot),
        since: options.since,
        toolRoot,
      });
    });
}

/** Numbers of pull requests, and ids of comments, which are longer. @throws InvalidArgumentError */
function eachNumber(value: string, previous: readonly number[] = []): readonly number[] {
  const [, digits] = /^#?([1-9]\d{0,14})$/.exec(value) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('expected a number such as 123');
  return [...previous, Number(digits)];
}

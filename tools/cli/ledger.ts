/** Commands of the ledger, the records of what was merged and approved. */
import { Argument } from 'commander';
import { Failure } from '../failure.ts';
import type { Cli } from './cli.ts';

export function ledgerCommands(cli: Cli): void {
  const { command, contextOf, dryRun, now, toolRoot } = cli;

  command(
    'ledger',
    'Check the records of what was merged and approved, each file and all of them together; or make them again.',
    `  pgdoc ledger verify
  pgdoc ledger verify --json | jq '.findings[].message'
  pgdoc ledger rebuild --check           whether Git and GitHub still say the same as the ledger on main
  pgdoc ledger rebuild --dry-run         what would be pushed
  pgdoc ledger rebuild                   put right on main what is missing or differs
Rebuilding needs GITHUB_TOKEN, but for a check or a dry run; the repository is GITHUB_REPOSITORY or that of project.yml.
What can no longer be read is named, and its record stays, as do records written by hand.`,
  )
    .addArgument(new Argument('<action>', 'what to do with the records').choices(['verify', 'rebuild']))
    .option('--check', 'of rebuild: only say what differs; the exit code is 1 if anything does')
    .addOption(dryRun())
    .action(async (action: string, options) => {
      if (action === 'verify') {
        if (options.check || options.dryRun) throw new Failure(2, '--check and --dry-run are for `ledger rebuild`');
        const { verifyLedger } = await import('../commands/ledger.ts');
        cli.outcome = await verifyLedger(contextOf(options));
        return;
      }
      const { openGitHubContext } = await import('../commands/github/open.ts');
      const { ledgerRebuild } = await import('../commands/github/ledger-rebuild.ts');
      const { commentWork } = await import('../commands/github/on-comment.ts');
      const check: boolean = options.check ?? false;
      const context = await openGitHubContext(contextOf(options), { now, readsOnly: check, keepsAnswers: true });
      cli.outcome = await ledgerRebuild(context, { check, comments: commentWork(toolRoot) });
    });
}

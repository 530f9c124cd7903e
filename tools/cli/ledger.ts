/** Commands of the ledger, the records of what was merged and approved. */
import { Argument } from 'commander';
import type { Cli } from './cli.ts';

export function ledgerCommands(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'ledger',
    'Check the records of what was merged and approved: each file, and all of them together.',
    `  pgdoc ledger verify
  pgdoc ledger verify --json | jq '.findings[].message'`,
  )
    .addArgument(new Argument('<action>', 'what to do with the records').choices(['verify']))
    .action(async (_action: string, options) => {
      const { verifyLedger } = await import('../commands/ledger.ts');
      cli.outcome = await verifyLedger(contextOf(options));
    });
}

/** Commands that show how far the translation is: status. */
import type { Cli } from './cli.ts';

export function progressCommands(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'status',
    'Count what is translated, by version; of some pages only, when they are named.',
    `  pgdoc status
  pgdoc status sql-select mvcc-intro
  pgdoc status --json | jq '.versions[0].words'`,
  )
    .argument('[page...]', 'pages to count, by name')
    .action(async (pages: string[], options) => {
      const { status } = await import('../commands/status.ts');
      cli.outcome = await status(contextOf(options), pages);
    });
}

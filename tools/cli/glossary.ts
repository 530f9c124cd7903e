/** Commands of the glossary: terms. */
import type { Cli } from './cli.ts';

export function glossaryCommands(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'terms',
    'Show how the terms of a page are to be translated, and how often each occurs; without a page, the whole glossary.',
    `  pgdoc terms sql-select
  pgdoc terms sql-select mvcc-intro
  pgdoc terms                             the whole glossary
  pgdoc terms sql-select --json | jq -r '.pages[0].terms[].term'`,
  )
    .argument('[page...]', 'pages, by name as on postgresql.org')
    .action(async (pages: string[], options) => {
      const { terms } = await import('../commands/terms.ts');
      cli.outcome = await terms(contextOf(options), pages);
    });
}

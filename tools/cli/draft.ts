/** Machine drafts: draft. */
import { positiveNumber } from '../commands/arguments.ts';
import type { Cli } from './cli.ts';

/** How the endpoint is asked: five times at the most, over about half a minute. */
const PATIENCE = { attempts: 5, backOff: 2000, timeout: 120_000 };

export function draftCommands(cli: Cli): void {
  const { command, dryRun, contextOf, toolRoot } = cli;

  command(
    'draft',
    'Ask a language model for drafts of what has no translation. A draft counts as `machine` until a person changes or approves it.',
    `  export PGDOC_DRAFT_URL=https://api.example.com/v1 PGDOC_DRAFT_MODEL=some-model PGDOC_DRAFT_KEY=…
  pgdoc draft --dry-run sql-select       what would be asked, and the first request
  pgdoc draft sql-select mvcc-intro      these pages
  pgdoc draft --words 20000              all pages, until so many words were sent
Any endpoint that speaks OpenAI's chat completions will do. Code and links are kept out of the model's hands and verified
afterwards; nothing that a person wrote is drafted over. Stopped, it goes on where it was.`,
  )
    .argument('[page...]', 'pages, by name')
    .option('--words <number>', 'words of English that may be sent', positiveNumber, 2000)
    .option('--concurrency <number>', 'requests at a time', positiveNumber, 4)
    .option('--redraft', 'also drafts of an older source that nobody has touched')
    .option('--index', 'also index terms')
    .addOption(dryRun())
    .action(async (pages: string[], options) => {
      const { draft } = await import('../commands/draft.ts');
      cli.outcome = await draft(contextOf(options), {
        pages,
        budget: options.words,
        concurrency: options.concurrency,
        redraft: options.redraft ?? false,
        index: options.index ?? false,
        patience: PATIENCE,
        toolRoot,
      });
    });
}

/** Commands that show how far the translation is: status, next. */
import { Option } from 'commander';
import { positiveNumber } from '../commands/arguments.ts';
import type { NextOptions } from '../commands/next.ts';
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
      cli.outcome = await status(contextOf(options), pages, cli.toolRoot);
    });

  command(
    'next',
    'What is best done next: stale text before untranslated before unreviewed; what is read much, waits long and is small first.',
    `  pgdoc next                            pages with work to do, the most useful first
  pgdoc next --translate --words 300    paragraphs to translate, about half an hour
  pgdoc next --review --folder sql      what nobody has approved yet in one part
  pgdoc next --release-notes            release notes have a queue of their own
How often pages are read is taken from translations/pageviews.csv (page,views), if there is one.`,
  )
    .addOption(new Option('--translate', 'only what is stale or untranslated').conflicts('review'))
    .option('--review', 'only what waits for a review')
    .option('--words <number>', 'list paragraphs, of about so many words of English', positiveNumber)
    .option('--folder <path>', 'only this part (a folder of the language) or catalog')
    .option('--release-notes', 'only release notes')
    .option('--limit <number>', 'how many pages to list', positiveNumber, 20)
    .action(async (options) => {
      const { next } = await import('../commands/next.ts');
      const kinds: NextOptions['kinds'] = options.translate
        ? ['stale', 'untranslated']
        : options.review
          ? ['unreviewed']
          : [];
      cli.outcome = await next(contextOf(options), {
        ...options,
        releaseNotes: options.releaseNotes ?? false,
        kinds,
        now: cli.now(),
        toolRoot: cli.toolRoot,
      });
    });
}

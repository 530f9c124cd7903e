/** The command that shows points. */
import { calendarYear, endOfDay } from '../commands/arguments.ts';
import type { Cli } from './cli.ts';

export function pointsCommands(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'points',
    'Who has how many points, and where each of them comes from: computed from the ledger by translations/points.yml.',
    `  pgdoc points                            everybody, by the points of all years
  pgdoc points --year 2026                by the points of one year
  pgdoc points --person ada               one person's account, line by line
  pgdoc points --person ada --explain     and every text that it counts
  pgdoc points --year 2026 --until 2026-06-30 --json | jq '.people[0]'`,
  )
    .option('--year <year>', 'only what happened in this year', calendarYear)
    .option('--person <login or id>', 'only this person, by present or earlier login, or by the number that GitHub has')
    .option('--explain', 'list what each line counts, text by text')
    .option('--until <date>', 'as of the end of this day, in UTC, such as 2026-11-24 (default: now)', endOfDay)
    .action(async (options) => {
      const { points } = await import('../commands/points.ts');
      const now = `${new Date(cli.now() * 1000).toISOString().slice(0, 19)}Z`;
      cli.outcome = await points(contextOf(options), {
        year: options.year,
        person: options.person,
        explain: options.explain ?? false,
        until: options.until ?? now,
      });
    });
}

/** The command that looks for mistakes in the translation: check. */
import { Option } from 'commander';
import type { Cli } from './cli.ts';

export function checkCommands(cli: Cli): void {
  const { command, dryRun, contextOf, fromHere, toolRoot } = cli;

  command(
    'check',
    'Look for mistakes in the translation: lost code and links, broken markup, punctuation, numbers, terms.',
    `  pgdoc check                                      everything
  pgdoc check sql-select                           a page, by its name
  pgdoc check translations/zh-CN/reference         a folder, or a catalog
  pgdoc check docs/blog docs/faq/why.md            posts and questions: front matter, links into the manual
  pgdoc check --severity error                     only what must be mended
  pgdoc check --summary                            how many of each rule
  pgdoc check sql-select --rule links variables    only these rules, even those that are off
  pgdoc check --fix --dry-run                      what could be mended mechanically
  pgdoc check --fix                                mend it; what rests is listed as usual
The exit code is 1 if there are errors; warnings alone are fine. Each rule is explained in docs/guide/checks.md, with how to
switch it off for an entry or a workspace.
--fix changes text that may have been approved: an approval covers the exact text, so it lapses unless the change is
proved to be mechanical. Flags such as "machine" stay as they are.`,
  )
    .argument('[path...]', 'catalogs, folders of the language, names of pages, or files and folders of docs/')
    .option('--rule <name...>', 'only these rules; write paths before it')
    .addOption(new Option('--severity <level>', 'only errors, or only warnings').choices(['error', 'warning']))
    .option('--summary', 'print only how many findings each rule has')
    .option('--fix', 'mend what can be mended without a change of meaning')
    .addOption(dryRun())
    .action(async (paths: string[], options) => {
      const { check } = await import('../commands/check.ts');
      cli.outcome = await check(contextOf(options), {
        paths: paths.map((typed) => ({ typed, absolute: fromHere(typed) })),
        rules: options.rule,
        severity: options.severity,
        fix: options.fix ?? false,
        summary: options.summary ?? false,
        toolRoot,
      });
    });
}

/** Commands that look across all pages and back in time: memory, conflicts, replace, accept, history. */
import { Option } from 'commander';
import { positiveNumber } from '../commands/arguments.ts';
import { Failure } from '../failure.ts';
import type { Cli } from './cli.ts';

export function memoryCommands(cli: Cli): void {
  memoryCommand(cli);
  conflictsCommand(cli);
  replaceCommand(cli);
  acceptCommand(cli);
  historyCommand(cli);
}

function memoryCommand(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'memory',
    'Look words or a sentence up in all English and all translations, and find what is like them.',
    `  pgdoc memory 'materialized view'           wherever it stands, in either language
  pgdoc memory 'The lid is sealed.' --limit 3
  pgdoc memory 'sealed lid' --json | jq '.hits[0].target'`,
  )
    .argument('<query>', 'words or a sentence, in either language; case and markup do not matter')
    .option('--limit <number>', 'hits at most', positiveNumber, 10)
    .action(async (query: string, options) => {
      const { memory } = await import('../commands/memory.ts');
      cli.outcome = await memory(contextOf(options), query, { limit: options.limit });
    });
}

function conflictsCommand(cli: Cli): void {
  const { command, contextOf, dryRun } = cli;

  command(
    'conflicts',
    'List the same English with several translations; choose one, and it is put everywhere.',
    `  pgdoc conflicts
  pgdoc conflicts 7c1e9a4012                        this one only
  pgdoc conflicts 7c1e9a4012 --use sql-select       take the translation of this page everywhere
  pgdoc conflicts 7c1e9a4012 --choose 1 --dry-run   take the first of the list; only say what would change`,
  )
    .argument('[key]', 'key of an entry')
    .addOption(new Option('--use <page>', 'put the translation of this page everywhere').conflicts('choose'))
    .option('--choose <number>', 'put the translation of this number in the list everywhere', positiveNumber)
    .option('--with-index', 'list index terms too')
    .option('--with-release-notes', 'list what differs in release notes only, too')
    .addOption(dryRun())
    .action(async (key: string | undefined, options) => {
      const { conflicts, resolveConflict } = await import('../commands/conflicts.ts');
      const { use, choose } = options as { use?: string; choose?: number };
      const choice = use !== undefined ? { use } : choose !== undefined ? { choose } : undefined;
      if (choice && key === undefined) throw new Failure(2, '--use and --choose need the key of an entry before them');
      const wanted = { withIndex: options.withIndex === true, withReleaseNotes: options.withReleaseNotes === true };
      cli.outcome =
        choice && key !== undefined
          ? await resolveConflict(contextOf(options), key, choice)
          : await conflicts(contextOf(options), key, wanted);
    });
}

function replaceCommand(cli: Cli): void {
  const { command, contextOf, dryRun } = cli;

  command(
    'replace',
    'Change a term in the prose of all translations; code, links, references and tags are left alone.',
    `  pgdoc replace lid cover --dry-run                              what would change
  pgdoc replace lid cover --where-source 'sealed lid'            only where the English has this term
  pgdoc replace lid cover --in translations/fr/sql --report r.md
  pgdoc replace lid cover --prove main                           has nothing else changed since main?`,
  )
    .argument('<old>', 'the words to replace, letter by letter')
    .argument('<new>', 'the words to put there; where they stand already, nothing is changed')
    .option('--where-source <term>', 'only in entries whose English has this as whole words, in any case')
    .option('--in <path...>', 'only in these files or folders of the workspace, or pages by name')
    .option('--whole-words', 'only where the old words are no part of a longer word')
    .option('--report <file>', 'write all changes as Markdown into this file of the workspace')
    .addOption(
      new Option(
        '--prove <revision>',
        'change nothing; say whether nothing but this has changed since a branch, tag or commit',
      ).conflicts(['in', 'report', 'dryRun']),
    )
    .addOption(dryRun())
    .action(async (old: string, replacement: string, options) => {
      const { whereSource, wholeWords } = options;
      const spec = {
        old,
        new: replacement,
        ...(whereSource === undefined ? {} : { whereSource }),
        ...(wholeWords === true ? { wholeWords: true } : {}),
      };
      if (options.prove === undefined) {
        const { replace } = await import('../commands/replace.ts');
        cli.outcome = await replace(contextOf(options), spec, { in: options.in ?? [], report: options.report });
      } else {
        const { proveReplace } = await import('../commands/replace-prove.ts');
        cli.outcome = await proveReplace(contextOf(options), spec, options.prove);
      }
    });
}

function acceptCommand(cli: Cli): void {
  const { command, contextOf, dryRun } = cli;

  command(
    'accept',
    'Say that translations made for an older English sentence are right for the new one too: still valid.',
    `  pgdoc accept sql-open 33e46a4929 --dry-run
  pgdoc accept sql-open 33e46a4929 0f4c6a2e77`,
  )
    .argument('<page>', 'name of a page')
    .argument('<key...>', 'keys of stale entries')
    .addOption(dryRun())
    .action(async (page: string, keys: string[], options) => {
      const { accept } = await import('../commands/accept.ts');
      cli.outcome = await accept(contextOf(options), page, keys);
    });
}

function historyCommand(cli: Cli): void {
  const { command, contextOf } = cli;

  command(
    'history',
    'Every earlier English and translation of an entry, from Git, with the commit that made it; newest first.',
    `  pgdoc history sql-open 33e46a4929
  pgdoc history sql-open 33e46a4929 --json | jq -r '.versions[].commit'`,
  )
    .argument('<page>', 'name of a page, also of one that has gone')
    .argument('<key>', 'key of the entry, or one that it had')
    .action(async (page: string, key: string, options) => {
      const { history } = await import('../commands/history.ts');
      cli.outcome = await history(contextOf(options), page, key);
    });
}

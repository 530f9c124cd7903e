/** Commands that make a workspace and bring text into it: init, sync, import. */
import { Option } from 'commander';
import { upstreamFrom, versionRef } from '../commands/arguments.ts';
import { Failure } from '../failure.ts';
import type { Cli } from './cli.ts';
import { importPoFiles } from './exchange.ts';

export function workspaceCommands(cli: Cli): void {
  initCommand(cli);
  syncCommand(cli);
  currentCommand(cli);
  importCommand(cli);
}

function initCommand(cli: Cli): void {
  const { plainCommand, newContext, fromHere, toolRoot, dryRun, standing } = cli;

  plainCommand(
    'init',
    'Make a new workspace: a folder with translations/project.yml.',
    `  pgdoc init my-manual --upstream https://github.com/postgres/postgres.git --version 18=REL_18_STABLE --language ja
  pgdoc init try-out --upstream ./postgres-manual.bundle --version 18=REL_18_STABLE --version 16=REL_16_STABLE --language zh-CN`,
  )
    .argument('<dir>', 'folder of the new workspace')
    .requiredOption('--upstream <url>', 'a git URL, a bundle file, or a plain folder that holds doc/src/sgml')
    .requiredOption(
      '--version <name=ref>',
      'a major version and its branch; repeat it for more, the current one first',
      versionRef,
    )
    .requiredOption('--language <tag>', 'language of the translation, a BCP-47 tag such as ja or zh-CN')
    .option('--title <text>', "the site's title")
    .option('--repository <owner/name>', 'the repository on GitHub, for edit links')
    .option('--site <url>', "the site's address")
    .addOption(dryRun())
    .action(async (dir: string, options) => {
      const { init } = await import('../commands/init.ts');
      const { readCommonFiles, readLanguageFiles } = await import('../commands/words.ts');
      cli.outcome = await init(newContext({ ...options, root: dir }), {
        ...options,
        upstream: upstreamFrom(fromHere(dir), options.upstream, standing),
        languageFiles: readLanguageFiles(toolRoot, options.language),
        commonFiles: readCommonFiles(toolRoot),
        versions: [...(options.version as ReadonlyMap<string, string>)].map(([name, ref]) => ({ name, ref })),
      });
    });
}

function syncCommand(cli: Cli): void {
  const { command, contextOf, dryRun } = cli;

  command(
    'sync',
    'Fetch the English of each version and merge it into the catalogs. Nothing that people wrote is lost.',
    `  pgdoc sync                          the newest release of every version
  pgdoc sync --dry-run                what that would change
  pgdoc sync --pin 18=REL_18_3        this release, for one run
  pgdoc sync --report sync.md         and write down page by page what changed`,
  )
    .option('--pin <version=ref>', 'take this branch, tag or commit of a version; repeat it for more', versionRef)
    .option('--report <file>', 'write what changed, page by page, as Markdown into this file of the workspace')
    .addOption(dryRun())
    .action(async (options) => {
      const { sync } = await import('../commands/sync.ts');
      cli.outcome = await sync(contextOf(options), { pins: options.pin ?? new Map(), report: options.report });
    });
}

function currentCommand(cli: Cli): void {
  const { command, contextOf, dryRun } = cli;

  command(
    'current',
    'Make another version the current one: in project.yml, and in the order of every catalog.',
    `  pgdoc current 19 --dry-run          what would change
  pgdoc current 19                    do it; the versions' pins stay`,
  )
    .argument('<version>', 'a version of project.yml that sync has read')
    .option('--report <file>', 'write what changed, page by page, as Markdown into this file of the workspace')
    .addOption(dryRun())
    .action(async (version: string, options) => {
      const { current } = await import('../commands/current.ts');
      cli.outcome = await current(contextOf(options), { version, report: options.report });
    });
}

function importCommand(cli: Cli): void {
  const { command, contextOf, fromHere, dryRun } = cli;

  command(
    'import',
    'Take over an existing translation, as DocBook, or PO files that export has written, into the catalogs. What people wrote is never overwritten.',
    `  pgdoc import --from pgdoc-cn --version 18 --report import.md
  pgdoc import --from manual-fr/postgresql --version 18 --base REL_18_3 --as translated --origin traduc
  pgdoc import --format po --from po --report import.md`,
  )
    .requiredOption(
      '--from <path>',
      'folder of the translated .sgml files, bilingual with markers or plain; PO: a folder or file',
    )
    .addOption(new Option('--format <name>', 'format of the files').choices(['docbook', 'po']).default('docbook'))
    .option('--version <name>', 'the version that it translates; needed for DocBook')
    .option('--base <ref>', "upstream's branch, tag or commit that it was made from (default: the version's pin)")
    .addOption(
      new Option('--as <status>', 'status of the targets').choices(['machine', 'translated']).default('machine'),
    )
    .addOption(
      new Option('--replace [which]', 'overwrite targets that differ: drafts and stale ones, or all')
        .choices(['drafts', 'all'])
        .preset('drafts'),
    )
    .option('--origin <id>', 'an id of origins: in project.yml, so that its people are named')
    .option('--report <file>', 'write everything that needs a look into this file of the workspace')
    .addOption(dryRun())
    .action(async (options) => {
      if (options.format === 'po') return importPoFiles(cli, options);
      if (options.version === undefined)
        throw new Failure(2, '--version is missing: the version that the translation is of, such as --version 18');
      const { importTranslation } = await import('../commands/import.ts');
      cli.outcome = await importTranslation(contextOf(options), { ...options, from: fromHere(options.from) });
    });
}

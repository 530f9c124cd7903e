/**
 * The command line. This file alone reads argv and the environment, and decides exit codes:
 * 0 fine · 1 problems found · 2 bad usage or configuration · 3 upstream or network.
 * Commands are imported when they run, so that --help answers at once.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { portNumber, upstreamFrom, versionRef } from './commands/arguments.ts';
import type { Context, Outcome } from './commands/context.ts';
import { Failure } from './failure.ts';
import { terminal } from './terminal.ts';

const toolRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(resolve(toolRoot, 'package.json'), 'utf8')) as { version: string };

interface Common {
  readonly root: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

let outcome: Outcome = 0;

/** Paths that people type are relative to where they stand; npm runs scripts elsewhere and says where that was. */
const standing = process.env.INIT_CWD ?? process.cwd();
const fromHere = (path: string) => (isAbsolute(path) ? path : resolve(standing, path));

/** @throws Failure(2) when the workspace's folder does not exist */
function contextOf(options: Common): Context {
  if (!existsSync(fromHere(options.root))) throw new Failure(2, `--root: there is no folder ${options.root}`);
  return newContext(options);
}

function newContext({ root, json, dryRun }: Common): Context {
  return {
    root: fromHere(root),
    env: process.env,
    json: json ?? false,
    dryRun: dryRun ?? false,
    ...terminal({ stdout: process.stdout, stderr: process.stderr, now: () => performance.now() }),
  };
}

/** Resolves when the person presses Ctrl-C, or the process is told to end. */
const interrupted = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });

const program = new Command('pgdoc')
  .description('Keeps a translation of the PostgreSQL manual in Git, paragraph by paragraph, and publishes it.')
  .version(version, '-V, --tool-version', 'print the version of pgdoc')
  .showHelpAfterError('(pgdoc COMMAND --help shows what a command takes)')
  .addHelpText(
    'after',
    `
A first workspace:
  pgdoc init my-manual --language fr --version 18=REL_18_STABLE \\
        --upstream https://github.com/postgres/postgres.git
  pgdoc sync    --root my-manual        fetch the English, write one Markdown file a page
  pgdoc status  --root my-manual        what is translated
  pgdoc build   --root my-manual --out my-site
  pgdoc preview --root my-manual        build, and serve on localhost

Exit codes: 0 fine, 1 problems found, 2 bad usage or configuration, 3 upstream or network.`,
  )
  .exitOverride();

const plainCommand = (name: string, description: string, examples: string) =>
  program
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `\nExamples:\n${examples}`);

/** A command that works on a workspace. */
const command = (name: string, description: string, examples: string) =>
  plainCommand(name, description, examples).option('--root <dir>', 'the workspace', '.');

const dryRun = () => new Option('--dry-run', 'say what would be written, and write nothing');

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
    const { init } = await import('./commands/init.ts');
    const { readLanguageWords } = await import('./commands/words.ts');
    outcome = await init(newContext({ ...options, root: dir }), {
      ...options,
      upstream: upstreamFrom(fromHere(dir), options.upstream, standing),
      words: readLanguageWords(toolRoot, options.language),
      versions: [...(options.version as ReadonlyMap<string, string>)].map(([name, ref]) => ({ name, ref })),
    });
  });

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
    const { sync } = await import('./commands/sync.ts');
    outcome = await sync(contextOf(options), { pins: options.pin ?? new Map(), report: options.report });
  });

command(
  'import',
  'Take over an existing translation, as DocBook, into the catalogs. What is there already is never overwritten.',
  `  pgdoc import --from pgdoc-cn --version 18 --report import.md
  pgdoc import --from manual-fr/postgresql --version 18 --base REL_18_3 --as translated --origin traduc`,
)
  .requiredOption('--from <dir>', 'folder of the translated .sgml files, bilingual with markers or plain')
  .requiredOption('--version <name>', 'the version that it translates')
  .option('--base <ref>', "upstream's branch, tag or commit that it was made from (default: the version's pin)")
  .addOption(new Option('--as <status>', 'status of the targets').choices(['machine', 'translated']).default('machine'))
  .option('--origin <id>', 'an id of origins: in project.yml, so that its people are named')
  .option('--report <file>', 'write everything that needs a look into this file of the workspace')
  .addOption(dryRun())
  .action(async (options) => {
    const { importTranslation } = await import('./commands/import.ts');
    outcome = await importTranslation(contextOf(options), { ...options, from: fromHere(options.from) });
  });

command(
  'status',
  'Count what is translated, by version; of some pages only, when they are named.',
  `  pgdoc status
  pgdoc status sql-select mvcc-intro
  pgdoc status --json | jq '.versions[0].words'`,
)
  .argument('[page...]', 'pages to count, by name')
  .action(async (pages: string[], options) => {
    const { status } = await import('./commands/status.ts');
    outcome = await status(contextOf(options), pages);
  });

command(
  'build',
  'Build the whole site from the pins; needs no network once they were fetched.',
  `  pgdoc build --out site
  pgdoc build --out site --version 18     one version only
  pgdoc build --out site --no-search      without the search index, which takes most of the time
A second build into the same folder makes only what has changed.`,
)
  .requiredOption('--out <dir>', 'the folder of the site; replaced as a whole when the build is done')
  .option('--version <name...>', 'only these versions')
  .option('--no-search', 'leave the search index out')
  .option('--full', 'make everything anew, the search index too, whatever the last build left')
  .action(async (options) => {
    const { build } = await import('./commands/build.ts');
    outcome = await build(contextOf(options), {
      out: fromHere(options.out),
      versions: options.version,
      search: options.search,
      full: options.full,
      toolRoot,
    });
  });

plainCommand(
  'assemble',
  'Join parts of a site, each built with `build --version`, into one: the same bytes as of one build.',
  `  pgdoc build --version 18 --out part-18
  pgdoc build --version 17 --out part-17
  pgdoc assemble part-18 part-17 --out site`,
)
  .argument('<part...>', 'folders that build has made')
  .requiredOption('--out <dir>', 'the folder of the site; replaced as a whole when it is done')
  .action(async (parts: string[], options) => {
    const { assemble } = await import('./commands/assemble.ts');
    outcome = await assemble(newContext({ ...options, root: '.' }), {
      parts: parts.map(fromHere),
      out: fromHere(options.out),
    });
  });

command(
  'preview',
  'Build the site and serve it on localhost until you press Ctrl-C.',
  `  pgdoc preview
  pgdoc preview --port 8080
  pgdoc preview --watch                  show each change of the workspace's files in the browser
  pgdoc preview --site site              serve a site that is built already`,
)
  .option('--port <number>', 'port on localhost', portNumber, 4173)
  .option('--site <dir>', 'a built site; without it, the workspace is built first')
  .option('--watch', 'build again and reload the page whenever a file of the workspace changes')
  .action(async (options) => {
    const { preview } = await import('./commands/preview.ts');
    outcome = await preview(contextOf(options), {
      port: options.port,
      site: options.site === undefined ? undefined : fromHere(options.site),
      watch: options.watch === true && options.site === undefined,
      toolRoot,
      stopped: interrupted(),
    });
  });

plainCommand(
  'sample',
  'Try everything on the miniature manual that comes with pgdoc: sync, import, build, serve on localhost.',
  `  npm start
  npm start -- --port 8080`,
)
  .option('--port <number>', 'port on localhost', portNumber, 4173)
  .action(async (options) => {
    const { sample } = await import('./commands/sample.ts');
    const { makeUpstream } = await import('../test/sample/make-upstream.ts');
    const context = newContext({ ...options, root: resolve(toolRoot, 'test/sample') });
    outcome = await sample(context, { port: options.port, toolRoot, makeUpstream, stopped: interrupted() });
  });

// Who reads the output may go away, as `head` does; the work goes on, and its outcome stays.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Failure) {
    process.stderr.write(`pgdoc: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
if (outcome !== 0) process.exitCode ??= outcome;

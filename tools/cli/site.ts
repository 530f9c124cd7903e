/** Commands that make the site and show it: build, assemble, preview, sample. */
import { resolve } from 'node:path';
import { portNumber } from '../commands/arguments.ts';
import type { Cli } from './cli.ts';

export function siteCommands(cli: Cli): void {
  buildCommand(cli);
  assembleCommand(cli);
  previewCommand(cli);
  sampleCommand(cli);
}

function buildCommand(cli: Cli): void {
  const { command, contextOf, fromHere, toolRoot } = cli;

  command(
    'build',
    'Build the whole site from the pins; needs no network once they were fetched.',
    `  pgdoc build --out site
  pgdoc build --out site --version 18     one version only
  pgdoc build --out site --zip            with an archive of each version, to be read from a folder
  pgdoc build --out site --no-search      without the search index, which takes most of the time
A second build into the same folder makes only what has changed.`,
  )
    .requiredOption('--out <dir>', 'the folder of the site; replaced as a whole when the build is done')
    .option('--version <name...>', 'only these versions')
    .option('--no-search', 'leave the search index out')
    .option('--zip', 'also make each version as one archive that opens by double click from a folder')
    .option('--full', 'make everything anew, the search index too, whatever the last build left')
    .action(async (options) => {
      const { build } = await import('../commands/build.ts');
      cli.outcome = await build(contextOf(options), {
        out: fromHere(options.out),
        versions: options.version,
        search: options.search,
        zip: options.zip === true,
        full: options.full,
        toolRoot,
      });
    });
}

function assembleCommand(cli: Cli): void {
  const { plainCommand, newContext, fromHere } = cli;

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
      const { assemble } = await import('../commands/assemble.ts');
      cli.outcome = await assemble(newContext({ ...options, root: '.' }), {
        parts: parts.map(fromHere),
        out: fromHere(options.out),
      });
    });
}

function previewCommand(cli: Cli): void {
  const { command, contextOf, fromHere, interrupted, toolRoot } = cli;

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
      const { preview } = await import('../commands/preview.ts');
      cli.outcome = await preview(contextOf(options), {
        port: options.port,
        site: options.site === undefined ? undefined : fromHere(options.site),
        watch: options.watch === true && options.site === undefined,
        toolRoot,
        stopped: interrupted(),
      });
    });
}

function sampleCommand(cli: Cli): void {
  const { plainCommand, newContext, interrupted, toolRoot } = cli;

  plainCommand(
    'sample',
    'Try everything on the miniature manual that comes with pgdoc: sync, import, build, serve on localhost.',
    `  npm start
  npm start -- --port 8080`,
  )
    .option('--port <number>', 'port on localhost', portNumber, 4173)
    .action(async (options) => {
      const { sample } = await import('../commands/sample.ts');
      const { makeLedger } = await import('../../test/sample/make-ledger.ts');
      const { makeUpstream } = await import('../../test/sample/make-upstream.ts');
      const context = newContext({ ...options, root: resolve(toolRoot, 'test/sample') });
      cli.outcome = await sample(context, {
        port: options.port,
        toolRoot,
        makeUpstream,
        makeLedger,
        stopped: interrupted(),
      });
    });
}

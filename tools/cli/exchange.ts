/** Commands that exchange catalogs with other tools: export, and import of what export has written. */
import { Option } from 'commander';
import { Failure } from '../failure.ts';
import type { Cli, Common } from './cli.ts';

export function exchangeCommands(cli: Cli): void {
  const { command, dryRun, contextOf, fromHere } = cli;

  command(
    'export',
    'Write the catalogs as PO files, for Poedit, Weblate and their like; `import --format po` takes them back. ' +
      '`export wechat FILE`: a post as HTML for the editor of WeChat.',
    `  pgdoc export --out po                      one PO file a page, in the folders of the catalogs
  pgdoc export --out po sql-select mvcc-intro
  pgdoc export --single manual.po            the whole manual in one file
  pgdoc export wechat docs/blog/2026-05-20-drawers.md --out drawers.html
Changes in a PO file that were not imported are never written over, unless you say --overwrite.`,
  )
    .argument('[page...]', 'pages to export, by name; or `wechat` and a file of docs/')
    .option('--out <dir>', 'the folder of the PO files')
    .option('--single <file>', 'one PO file for all')
    .addOption(new Option('--format <name>', 'format of the files').choices(['po']).default('po'))
    .option('--overwrite', 'throw away changes in the PO files that were not imported')
    .addOption(dryRun())
    .action(async (pages: string[], options) => {
      const { out, single, overwrite } = options;
      if (pages[0] === 'wechat') {
        cli.outcome = await wechat(cli, pages.slice(1), options);
        return;
      }
      const { exportPo } = await import('../commands/export.ts');
      if ((out === undefined) === (single === undefined))
        throw new Failure(2, 'give either --out DIR, for a PO file a page, or --single FILE, for one file');
      const to = out === undefined ? { file: fromHere(single) } : { folder: fromHere(out) };
      cli.outcome = await exportPo(contextOf(options), { to, pages, overwrite: overwrite ?? false });
    });
}

/** `export wechat FILE`. */
async function wechat(
  { fromHere, contextOf, toolRoot }: Cli,
  files: readonly string[],
  options: Common & { readonly out?: string; readonly single?: string },
): Promise<Cli['outcome']> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || options.single !== undefined)
    throw new Failure(2, 'expected `export wechat FILE`, with `--out FILE` for where the HTML goes');
  const { exportWechat } = await import('../commands/export-wechat.ts');
  const out = options.out === undefined ? undefined : fromHere(options.out);
  return exportWechat(contextOf(options), { file: fromHere(file), out, toolRoot });
}

/** `import --format po`; the command itself is declared with the import of DocBook. */
export async function importPoFiles(
  cli: Cli,
  options: Common & { readonly from: string; readonly report?: string } & Readonly<Record<string, unknown>>,
): Promise<void> {
  const foreign = ['version', 'base', 'origin', 'replace'].filter((name) => options[name] !== undefined);
  if (options.as === 'translated') foreign.push('as');
  if (foreign.length > 0)
    throw new Failure(2, `--${foreign[0]} is for translations in DocBook; PO files name their entries themselves`);
  const { importPo } = await import('../commands/import-po.ts');
  cli.outcome = await importPo(cli.contextOf(options), { from: cli.fromHere(options.from), report: options.report });
}

/**
 * What some pages load on top of the theme, each a bundle of its own in assets/: the manual's thousand pages do without.
 * Scripts are classic ones, since browsers refuse modules on file://.
 */
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Folders of theme/. `sections`: blog, questions, progress and the like. `bookindex`: the index of the book. `search`: the
 * search, once its dialog is opened; what is seen of it before stands in the theme.
 */
const NAMES = ['sections', 'bookindex', 'search'] as const;

/** Names in assets/; one that is missing is empty. */
export interface Bundle {
  readonly css: string;
  readonly js: string;
}

export type Bundles = Readonly<Record<(typeof NAMES)[number], Bundle>>;

/** @param assets a folder that is there */
export async function writeBundles(assets: string): Promise<Bundles> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(NAMES.map((name) => [name, join(here, 'theme', name, 'index.ts')])),
    // Else a name would tell from which folder pgdoc was called.
    absWorkingDir: here,
    entryNames: '[name].[hash]',
    outdir: assets,
    bundle: true,
    minify: true,
    format: 'iife',
    // Rules that are nested under their section are written out for browsers that know no nesting.
    target: ['es2022', 'chrome105', 'firefox104', 'safari15.4'],
    logLevel: 'silent',
    write: false,
  });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  const written = outputFiles.map(({ path }) => basename(path));
  const named = (name: string, extension: string) =>
    written.find((file) => file.startsWith(`${name}.`) && file.endsWith(extension)) ?? '';
  const bundle = (name: string): Bundle => ({ css: named(name, '.css'), js: named(name, '.js') });
  return { sections: bundle('sections'), bookindex: bundle('bookindex'), search: bundle('search') };
}

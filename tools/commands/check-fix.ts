/** `pgdoc check --fix`: mends what rules can mend, in the catalogs' text. */
import { parseCatalog } from '../catalog/parse.ts';
import { type FixedEntry, type FixOptions, fixEntry } from '../check/fix.ts';
import { rewriteTargets } from '../check/rewrite.ts';
import { newSubjects, type Subjects } from '../check/subject.ts';
import { readText } from '../io/files.ts';
import type { CatalogFile } from './workspace.ts';

/** What was done in one file. */
export interface FileFixes {
  readonly path: string;
  readonly entries: readonly FixedEntry[];
  /** The file's text with the fixes; undefined when every one was refused. */
  readonly text: string | undefined;
  /** The catalog as it is with the fixes. */
  readonly file: CatalogFile;
}

/** Plans the fixes of catalogs; files without any are left out. Nothing is written. */
export function planFixes(root: string, files: readonly CatalogFile[], options: FixOptions): FileFixes[] {
  const subjects = newSubjects();
  return files.flatMap((file) => {
    const entries = fixesOf(file, options, subjects);
    return entries.length === 0 ? [] : [rewritten(root, file, entries)];
  });
}

function fixesOf({ catalog }: CatalogFile, options: FixOptions, subjects: Subjects): FixedEntry[] {
  return catalog.items.flatMap((item) => {
    if (item.type === 'junk' || item.target === '') return [];
    return fixEntry(catalog.page, item, options, subjects) ?? [];
  });
}

function rewritten(root: string, file: CatalogFile, entries: readonly FixedEntry[]): FileFixes {
  const { path } = file;
  const made = entries.filter(({ refused }) => refused === undefined);
  if (made.length === 0) return { path, entries, text: undefined, file };
  const text = rewriteTargets(readText(root, path) ?? '', made);
  return { path, entries, text, file: { path, catalog: parseCatalog(text, path, file.catalog.page).catalog } };
}

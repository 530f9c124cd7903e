/** Catalog -> messages, in the catalog's order. The same catalog gives the same messages: no dates, no line numbers. */
import type { Catalog, Entry } from '../catalog/types.ts';
import { isReleaseNotePage } from '../docbook/release-notes.ts';
import { contextOf, type Flag, flagsOf, stateNote } from './state.ts';
import type { PoMessage } from './types.ts';

const FLAGS: Readonly<Record<Flag, string>> = {
  stale: 'The translation was made for an older English text.',
  machine: 'machine draft: a program wrote the translation, and nobody has touched it.',
};

/**
 * @param path of the catalog, as the reference that messages bear
 * @param remarks comments that people have written, by context: they live in PO files alone and are carried along
 */
export function exportCatalog(
  { page, items }: Catalog,
  path: string,
  remarks: ReadonlyMap<string, readonly string[]>,
): PoMessage[] {
  const ofPage = isReleaseNotePage(page) ? ['release notes'] : [];
  return items.flatMap((item) => {
    if (item.type === 'junk') return [];
    const flags = flagsOf(item);
    const context = contextOf(page, item.key);
    return {
      line: 0,
      context,
      source: item.source,
      target: item.target,
      plural: false,
      fuzzy: flags.length > 0,
      ...(flags.includes('stale') && item.stale ? { previous: item.stale.oldSource } : {}),
      remarks: remarks.get(context) ?? [],
      notes: [...ofPage, ...notesOf(item, flags)],
      reference: path,
    };
  });
}

function notesOf(entry: Entry, flags: readonly Flag[]): string[] {
  return [
    ...(entry.index ? ['index term'] : []),
    ...(entry.versions ? [`only in version ${entry.versions.join(', ')}`] : []),
    ...(entry.off ?? []).map(({ rule, reason }) => `off=${rule}: ${reason.replace(/\s+/g, ' ')}`),
    ...flags.map((flag) => FLAGS[flag]),
    stateNote(entry),
  ];
}

/** Fields of the header. Tools fill the empty ones; an import does not read them. */
export function headerOf(title: string, language: string): Readonly<Record<string, string>> {
  return {
    'Project-Id-Version': title,
    'PO-Revision-Date': '',
    'Last-Translator': '',
    'Language-Team': '',
    Language: language.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'X-Generator': 'pgdoc',
  };
}

/** The comment above the header. */
export const HEADER_REMARK: readonly string[] = [
  'Exported by pgdoc from the Markdown files that each message names; `pgdoc import --format po` takes it back.',
  'Keep the contexts and the comments that start with "pgdoc:": by them changes are told apart.',
];

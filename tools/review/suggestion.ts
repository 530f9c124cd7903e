/** A reader's wording -> a target, and its place in a catalog's text. Pure. */
import { entriesOf } from '../catalog/entries.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { Catalog, Entry } from '../catalog/types.ts';
import { joinLines } from '../segment/join-lines.ts';
import { readMarkdown } from '../segment/read.ts';
import { writeMarkdown } from '../segment/write.ts';

/** The longest paragraph of the real manual has some 3,000 characters. */
export const LONGEST_WORDING = 10_000;

/**
 * The wording as one line of a segment's Markdown: in NFC, spaces at line ends and tabs gone, and what is no markup
 * escaped. So it can neither begin nor end an entry. Empty when nothing is left of it.
 */
export function targetOf(wording: string): string {
  const line = joinLines(wording.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')).trim();
  return writeMarkdown(readMarkdown(line).inlines);
}

/**
 * The catalog's text with another target, byte for byte the same elsewhere. A flag on the old target lapses, as when a
 * person writes the new one into the file.
 *
 * @param entry as it was read from this text
 * @returns undefined when the text, read again, would not hold that target and all else as it was
 */
export function replaceTarget(text: string, page: string, entry: Entry, target: string): string | undefined {
  const lines = text.split('\n');
  const marker = entry.line - 1 + (entry.stale ? 3 : 1);
  const ending = lines[marker]?.endsWith('\r') ? '\r' : '';
  const count = entry.targetLine === undefined ? 0 : entry.target.split('\n').length;
  lines.splice(entry.targetLine === undefined ? marker + 1 : entry.targetLine - 1, count, `${target}${ending}`);
  const written = lines.join('\n');
  return saysSame(text, written, page, { ...entry, target }) ? written : undefined;
}

function saysSame(before: string, after: string, page: string, changed: Entry): boolean {
  const bare = (text: string, swap: boolean) =>
    parseCatalog(text, page, page).catalog.items.map(({ line: _, ...item }) => {
      if (item.type === 'junk') return item;
      const { targetLine: __, ...entry } = item;
      return swap && entry.key === changed.key ? { ...entry, target: changed.target } : entry;
    });
  return JSON.stringify(bare(before, true)) === JSON.stringify(bare(after, false));
}

/** Entries that a key which is gone has become: the same words with other markup, or what its target was kept for. */
export function successorsOf(key: string, catalogs: readonly Catalog[]): readonly { page: string; entry: Entry }[] {
  return catalogs.flatMap((catalog) =>
    entriesOf(catalog)
      .filter(({ same, stale }) => same?.includes(key) || stale?.was === key)
      .map((entry) => ({ page: catalog.page, entry })),
  );
}

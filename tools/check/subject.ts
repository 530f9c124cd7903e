/**
 * An entry, read once for all rules. The same English on many pages is read once. A stale target stands beside the
 * English that it was made for: that it lacks what is new there is what `stale` says already.
 */
import { entryStatus } from '../catalog/entry-status.ts';
import type { Entry } from '../catalog/types.ts';
import type { Inline } from '../segment/inline.ts';
import { readMarkdown } from '../segment/read.ts';
import { MARKUP, proseOf } from './scan.ts';
import type { Subject } from './types.ts';

/** Makes subjects of the entries of one run. */
export type Subjects = (page: string, entry: Entry) => Subject;

interface ReadSource {
  readonly inlines: readonly Inline[];
  readonly prose: string;
}

export function newSubjects(): Subjects {
  const sources = new Map<string, ReadSource>();
  const readSource = (source: string): ReadSource => {
    const known = sources.get(source);
    if (known) return known;
    const read = { inlines: inlinesOf(source), prose: proseOf(source) };
    sources.set(source, read);
    return read;
  };
  return (page, ownEntry) => {
    const entry = asMade(ownEntry);
    const source = readSource(entry.source);
    return {
      page,
      entry,
      source: source.inlines,
      target: inlinesOf(entry.target),
      prose: proseOf(entry.target),
      sourceProse: source.prose,
    };
  };
}

function asMade(entry: Entry): Entry {
  return entry.stale && entryStatus(entry) === 'stale' ? { ...entry, source: entry.stale.oldSource } : entry;
}

/** Most texts hold no markup at all; on one line they are what they say. */
function inlinesOf(markdown: string): readonly Inline[] {
  if (MARKUP.test(markdown) || /[\n\r\t]|^ | $/.test(markdown)) return readMarkdown(markdown).inlines;
  return markdown === '' ? [] : [{ type: 'text', value: markdown }];
}

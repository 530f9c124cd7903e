/**
 * What an export says of an entry besides its text, in the PO file itself: the context that names it, and a comment
 * `#. pgdoc: target=HASH` with the flags, so that an import sees what was changed outside since.
 */
import type { Entry } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';
import type { PoMessage } from './types.ts';

export type Flag = 'stale' | 'machine';

/** A target as it was when it was exported. */
export interface Exported {
  /** Hash of the target; that of the empty text when there was none. */
  readonly target: string;
  /** Flags that held. */
  readonly flags: readonly Flag[];
}

/** Flags that hold for the entry's text. */
export function flagsOf(entry: Entry): readonly Flag[] {
  if (!entry.stale && !entry.machine) return [];
  const hash = targetHash(entry.target);
  return (['stale', 'machine'] as const).filter((flag) => entry[flag]?.target === hash);
}

export const stateNote = (entry: Entry): string =>
  ['pgdoc:', `target=${targetHash(entry.target)}`, ...flagsOf(entry)].join(' ');

/** Undefined when the comment was lost, or stands there more than once. */
export function exportedState({ notes }: PoMessage): Exported | undefined {
  const found = notes.flatMap((note) => {
    const [, target, stale, machine] = /^pgdoc: target=([0-9a-f]{10})( stale)?( machine)?$/.exec(note) ?? [];
    if (target === undefined) return [];
    const flags = [...(stale ? (['stale'] as const) : []), ...(machine ? (['machine'] as const) : [])];
    return [{ target, flags }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** `page:key`: the same English stands on many pages, and each has its own target. */
export const contextOf = (page: string, key: string): string => `${page}:${key}`;

/** Undefined for a context that no export has written. */
export function parseContext(context: string | undefined): { page: string; key: string } | undefined {
  const [, page, key] = /^(.+):([0-9a-f]{10})$/.exec(context ?? '') ?? [];
  return page === undefined || key === undefined ? undefined : { page, key };
}

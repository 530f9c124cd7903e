/** What becomes of a target when its source changes. Pure; nothing that a person wrote is lost on the way. */
import { targetHash } from '../segment/key.ts';
import { entryStatus } from './entry-status.ts';
import type { Entry } from './types.ts';

/** The new side: a segment of some version that has no entry yet. */
export interface NewSource {
  readonly key: string;
  readonly source: string;
  readonly index: boolean;
}

/** An entry without a target. */
export function emptyEntry(segment: NewSource): Entry {
  return {
    type: 'entry',
    key: segment.key,
    source: segment.source,
    ...(segment.index ? { index: true } : {}),
    target: '',
    line: 0,
  };
}

/** Flags that still hold; a flag on a text that a person has changed since lapses with the source. */
function liveFlags(entry: Entry): Pick<Entry, 'stale' | 'machine'> {
  const hash = targetHash(entry.target);
  return {
    ...(entry.stale?.target === hash ? { stale: entry.stale } : {}),
    ...(entry.machine?.target === hash ? { machine: entry.machine } : {}),
  };
}

const rules = (entry: Entry): Pick<Entry, 'off'> => (entry.off ? { off: entry.off } : {});

/** Same words, other markup: the target stands, and reviews of the old key are reviews of the new one. */
export function rekey(old: Entry, segment: NewSource): Entry {
  const entry = { ...emptyEntry(segment), ...liveFlags(old), ...rules(old), target: old.target };
  return unstale({ ...entry, same: [...new Set([old.key, ...(old.same ?? [])])].filter((key) => key !== segment.key) });
}

/** A similar source: the target stands as stale, with the source that it was made for. */
export function makeStale(old: Entry, segment: NewSource): Entry {
  const flags = liveFlags(old);
  const stale = flags.stale ?? { was: old.key, target: targetHash(old.target), oldSource: old.source };
  return unstale({ ...emptyEntry(segment), ...flags, stale, ...rules(old), target: old.target });
}

/** The same source on another page: its target and what is said of it. */
export function fill(known: Entry, segment: NewSource): Entry {
  return {
    ...emptyEntry(segment),
    ...liveFlags(known),
    ...(known.same ? { same: known.same } : {}),
    target: known.target,
  };
}

/** Upstream has returned to the source that the target was made for. */
function unstale(entry: Entry): Entry {
  if (entry.stale?.was !== entry.key) return entry;
  const { stale: _, ...rest } = entry;
  return rest;
}

/** Which of two entries of one source has the better target: negative when it is `a`. */
export function compareTargets(a: Entry, b: Entry): number {
  const order = ['translated', 'machine', 'stale', 'untranslated'];
  return order.indexOf(entryStatus(a)) - order.indexOf(entryStatus(b));
}

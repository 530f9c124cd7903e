/** What becomes of a target when its source changes. Pure; nothing that a person wrote is lost on the way. */
import { joinLines } from '../segment/join-lines.ts';
import { keyOf, targetHash } from '../segment/key.ts';
import { entryStatus } from './entry-status.ts';
import type { Entry } from './types.ts';

/** The new side: a segment of some version that has no entry yet, or an empty one. */
export interface NewSource {
  readonly key: string;
  readonly source: string;
  readonly index: boolean;
}

/** Stands between the sources of paragraphs that became one, so that people see where one ended. */
const PARAGRAPH_SIGN = ' ¶ ';

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

/**
 * A target beside another source stands on one line. If its lines stayed as they are, git would merge a change of the
 * source with a change of the second line, made for the old source, and see no conflict.
 */
const moved = ({ target }: Entry): string => joinLines(target);

const rules = (entry: Entry): Pick<Entry, 'off'> => (entry.off ? { off: entry.off } : {});

/** The source that an entry's target was made for, with its key. */
export function madeFor(entry: Entry): { readonly key: string; readonly source: string } {
  const stale = entry.stale && liveFlags(entry).stale;
  return stale ? { key: stale.was, source: stale.oldSource } : { key: entry.key, source: entry.source };
}

/** The entry of the source that a stale target was made for, as it was before it became stale; else the entry itself. */
export function asMade(entry: Entry): Entry {
  const segment = { ...madeFor(entry), index: entry.index ?? false };
  if (segment.key === entry.key) return entry;
  const { machine } = liveFlags(entry);
  return { ...emptyEntry(segment), ...(machine ? { machine } : {}), ...rules(entry), target: entry.target };
}

/** Same words, other markup: the target stands, and reviews of the old key are reviews of the new one. */
export function rekey(old: Entry, segment: NewSource): Entry {
  const entry = { ...emptyEntry(segment), ...liveFlags(old), ...rules(old), target: moved(old) };
  return unstale({ ...entry, same: [...new Set([old.key, ...(old.same ?? [])])].filter((key) => key !== segment.key) });
}

/** A similar source: the target stands as stale, with the source that it was made for. */
export function makeStale(old: Entry, segment: NewSource): Entry {
  const flags = liveFlags(old);
  const stale = flags.stale ?? { was: old.key, target: targetHash(old.target), oldSource: old.source };
  return unstale({ ...emptyEntry(segment), ...flags, stale, ...rules(old), target: moved(old) });
}

/**
 * Neighbours that became one source: their targets, on one line as every target that moves, are stale, with their old
 * sources joined. A draft among them makes the whole a draft.
 */
export function joinStale(olds: readonly Entry[], segment: NewSource): Entry {
  const target = joinLines(olds.map((old) => old.target).join('\n'));
  const hash = targetHash(target);
  const oldSource = olds.map((old) => madeFor(old).source).join(PARAGRAPH_SIGN);
  const off = olds.flatMap((old) => old.off ?? []);
  return {
    ...emptyEntry(segment),
    stale: { was: keyOf(oldSource), target: hash, oldSource },
    ...(olds.some((old) => liveFlags(old).machine) ? { machine: { target: hash } } : {}),
    ...(off.length > 0 ? { off } : {}),
    target,
  };
}

/** The same source somewhere else: its target and what is said of it. */
export function fill(known: Entry, segment: NewSource): Entry {
  return {
    ...emptyEntry(segment),
    ...liveFlags(known),
    ...(known.same ? { same: known.same } : {}),
    ...rules(known),
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

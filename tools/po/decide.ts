/**
 * What a message that came back does to its entry: a merge of three, the target as exported, as it is in the catalog
 * now, and as it is in the PO file. What is in the catalog is replaced only while it is what was exported.
 */
import type { Entry } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';
import { type Exported, flagsOf } from './state.ts';

/** A target from outside. */
export interface Offer {
  /** As it is to stand in a catalog. */
  readonly target: string;
  /** Whether a hash is that of the target, as it came or as it is to stand. */
  is(hash: string): boolean;
  readonly fuzzy: boolean;
  /** Undefined when the file has lost what the export said. */
  readonly exported: Exported | undefined;
}

/** The source that an offer was made for, when the entry's is a newer one. */
export interface OlderSource {
  readonly key: string;
  readonly source: string;
}

/** `message` says why the catalog's target was kept. */
export type Decision =
  | { readonly kind: 'same' }
  | { readonly kind: 'taken' | 'accepted' | 'older'; readonly entry: Entry }
  | { readonly kind: 'conflict' | 'emptied' | 'unfinished' | 'unlifted'; readonly message: string };

const SAME: Decision = { kind: 'same' };

/** An offer for the entry's own source. */
export function decide(entry: Entry, offer: Offer): Decision {
  const { exported, target, fuzzy } = offer;
  if (offer.is(targetHash(entry.target))) return decideFlags(entry, offer);
  if (exported && offer.is(exported.target)) return SAME;
  if (target === '') return emptied(exported);
  if (entry.target === '') return { kind: 'taken', entry: draftIf(fuzzy, vouchedFor(entry, target)) };
  if (exported?.target !== targetHash(entry.target)) return conflict(exported);
  if (!fuzzy) return { kind: 'taken', entry: vouchedFor(entry, target) };
  const flags = flagsOf(entry);
  if (flags.length === 0)
    return {
      kind: 'unfinished',
      message: 'the PO file has a fuzzy text in the place of a finished one; only a finished one replaces it',
    };
  // A tool, or a person who is not done yet: the flags stay, on the new text.
  const hash = targetHash(target);
  const { stale, machine } = entry;
  return {
    kind: 'taken',
    entry: {
      ...vouchedFor(entry, target),
      ...(stale && flags.includes('stale') ? { stale: { ...stale, target: hash } } : {}),
      ...(machine && flags.includes('machine') ? { machine: { target: hash } } : {}),
    },
  };
}

/** The text is the same on both sides; only flags can differ. */
function decideFlags(entry: Entry, { exported, fuzzy }: Offer): Decision {
  const flags = flagsOf(entry);
  if (entry.target === '') return SAME;
  if (fuzzy && flags.length === 0 && exported?.flags.length === 0)
    return {
      kind: 'unfinished',
      message: 'marked as fuzzy outside; a catalog has no such mark: mend the translation, or say it in an issue',
    };
  if (fuzzy || flags.length === 0 || exported?.flags.length === 0) return SAME;
  if (exported && flags.every((flag) => exported.flags.includes(flag)))
    return { kind: 'accepted', entry: vouchedFor(entry, entry.target) };
  return {
    kind: 'unlifted',
    message: exported
      ? 'no longer fuzzy outside, but the catalog has flagged the text for another reason since the export'
      : 'not fuzzy outside, but the file has lost its "pgdoc:" comments, so nobody can tell that a person accepted it',
  };
}

/** An offer for an older source: at best it makes the entry stale, with the source that it was made for. */
export function decideOlder(entry: Entry, offer: Offer, older: OlderSource): Decision {
  const { exported, target, fuzzy } = offer;
  const now = targetHash(entry.target);
  if (target === '' || offer.is(now) || (exported && offer.is(exported.target))) return SAME;
  const stale = { was: older.key, target: targetHash(target), oldSource: older.source };
  if (entry.target === '') return { kind: 'older', entry: draftIf(fuzzy, { ...vouchedFor(entry, target), stale }) };
  const flags = flagsOf(entry);
  if (exported?.target !== now || !entry.stale || !flags.includes('stale')) return conflict(exported);
  if (!fuzzy) return { kind: 'older', entry: { ...vouchedFor(entry, target), stale } };
  if (exported.flags.length === 0)
    return { kind: 'unfinished', message: 'the PO file has a fuzzy text for an older English text' };
  const kept = { ...vouchedFor(entry, target), stale: { ...entry.stale, target: stale.target } };
  return { kind: 'older', entry: draftIf(flags.includes('machine'), kept) };
}

function conflict(exported: Exported | undefined): Decision {
  return {
    kind: 'conflict',
    message: exported
      ? 'changed here and outside since the export; the text here was kept'
      : 'another text is here, and the file has lost its "pgdoc:" comments; the text here was kept',
  };
}

/** Without what the export said, an empty message may have been empty from the start. */
const emptied = (exported: Exported | undefined): Decision =>
  exported
    ? {
        kind: 'emptied',
        message: 'emptied outside; the text here was kept. Delete it in the Markdown file if it is to go',
      }
    : SAME;

/** The entry with this target and no flag: a person has vouched for it. */
function vouchedFor(entry: Entry, target: string): Entry {
  const { stale: _, machine: __, ...rest } = entry;
  return { ...rest, target };
}

/** A fuzzy text is one that nobody vouches for. */
const draftIf = (fuzzy: boolean, entry: Entry): Entry =>
  fuzzy ? { ...entry, machine: { target: targetHash(entry.target) } } : entry;

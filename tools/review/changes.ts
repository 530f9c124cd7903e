/**
 * The one comparison of catalogs, entry by entry: of main before and after a merge, of a commit and its parent. What a
 * pull request's check foretells and what is recorded after its merge come of it alike. Pure, and the same for the files
 * in any order.
 */
import { entriesByKey } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import type { CatalogFinding, Entry } from '../catalog/types.ts';
import type { SegmentAction } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { countWords } from '../segment/words.ts';
import { type PageFile, pagesOf } from './changes-pages.ts';
import { changedShare } from './changes-share.ts';
import type { FileChange, SegmentChange } from './types.ts';

/** An entry that one of the two states does not have at all. */
export interface KeyChange {
  readonly page: string;
  readonly key: string;
  readonly file: string;
}

export interface ChangedSegments {
  /** By page and key; `file` and `line` are those of the state after. Entries that came or went are not among them. */
  readonly changes: readonly SegmentChange[];
  /** Entries that came and that went: only sync, import and their like change which entries there are. */
  readonly added: readonly KeyChange[];
  readonly removed: readonly KeyChange[];
  /** What is broken in the catalogs after. */
  readonly findings: readonly CatalogFinding[];
}

/**
 * What the files that differ between two states change in entries of catalogs. Files that are no catalogs are passed
 * over. A page whose catalog has moved to another folder is the same page. An entry that cannot be read in one of the
 * states neither came nor went; when it can be read again, that alone is nobody's work (`action` is undefined).
 */
export function segmentChanges(files: readonly FileChange[]): ChangedSegments {
  const changes: SegmentChange[] = [];
  const added: KeyChange[] = [];
  const removed: KeyChange[] = [];
  const findings: CatalogFinding[] = [];
  for (const { page, before, after, findings: broken } of pagesOf(files)) {
    findings.push(...broken);
    const old = entriesByKey(before?.catalog);
    const now = entriesByKey(after?.catalog);
    for (const [key, entry] of now) {
      const was = old.get(key);
      const place = { page, key, file: after?.path ?? '' };
      if (was) changes.push(...changeOf(was, entry, place));
      else if (isBroken(before)) changes.push(...readAgain(entry, place));
      else added.push(place);
    }
    if (!isBroken(after))
      for (const key of old.keys()) if (!now.has(key)) removed.push({ page, key, file: before?.path ?? '' });
  }
  return { changes: changes.sort(byPlace), added: added.sort(byPlace), removed: removed.sort(byPlace), findings };
}

/** What is to be credited of a change of the target or its flags, as ledger/types.ts has the words. */
export function actionOf(
  from: SegmentChange['from'],
  to: SegmentChange['to'],
  isSameTarget: boolean,
): SegmentAction | undefined {
  if (to !== 'translated') return undefined;
  if (isSameTarget) return from === 'translated' ? undefined : 'kept';
  if (from === 'stale') return 'updated';
  return from === 'translated' ? 'corrected' : 'translated';
}

/** The change of an entry; none if neither its target, as hashes see it, nor its status changed. */
function changeOf(was: Entry, now: Entry, place: KeyChange): SegmentChange[] {
  if (was === now) return [];
  const [from, to] = [entryStatus(was), entryStatus(now)];
  const target = targetHash(now.target);
  const isSameTarget = was.target === now.target || targetHash(was.target) === target;
  if (isSameTarget && from === to) return [];
  const action = actionOf(from, to, isSameTarget);
  const measured = !isSameTarget && (from === 'translated' || from === 'machine') && to !== 'untranslated';
  return [
    {
      // Only sync says what an entry's forerunners are, and which texts they bring a review of.
      ...factsOf({ ...now, same: was.same }, place, target),
      old: was.target,
      from,
      to,
      ...(from === 'stale' && was.stale ? { oldSource: was.stale.oldSource } : {}),
      action,
      ...(measured ? { changed: changedShare(was.target, now.target) } : {}),
    },
  ];
}

/** An entry of which nobody can say what it was before. */
function readAgain(now: Entry, place: KeyChange): SegmentChange[] {
  const to = entryStatus(now);
  if (to === 'untranslated') return [];
  return [
    {
      ...factsOf({ ...now, same: undefined }, place, targetHash(now.target)),
      old: '',
      from: 'untranslated',
      to,
      action: undefined,
    },
  ];
}

function factsOf(
  now: Omit<Entry, 'same'> & { readonly same: Entry['same'] | undefined },
  { page, key, file }: KeyChange,
  target: string,
) {
  const { source, index, same, line, targetLine } = now;
  return {
    page,
    key,
    target,
    file,
    line: targetLine ?? line,
    source,
    words: countWords(source),
    ...(index ? { index } : {}),
    ...(same ? { same } : {}),
    new: now.target,
  };
}

const isBroken = (file: PageFile | undefined): boolean =>
  file?.catalog.items.some(({ type }) => type === 'junk') ?? false;

/** By code unit, the same everywhere. */
function byPlace(a: KeyChange, b: KeyChange): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

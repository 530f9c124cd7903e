/**
 * Ledger -> which exact texts are reviewed. Pure. A text is a source's key with a target's hash, on whatever page; keys in
 * `same` name it too. It is reviewed when a record that counts says that
 *
 * - somebody entitled approved it who had not written it, up to then, in any record; or
 * - its only author corrected it, and had reviewed, as above, the text that the correction replaced; or
 * - it took the place, in a proved replacement, of a text that was reviewed. Somebody else has to have approved that
 *   replacement; to approve it says that the words are right to replace, and reviews no text that was not reviewed.
 *
 * To write a text for which a review is known already takes nothing away from that review.
 */
import { byEvent } from './order.ts';
import { reversedRecords } from './reversed.ts';
import { type Review, TextHistory } from './text-history.ts';
import type { Approval, LedgerFile, Moment, PullRequestRecord, SegmentRecord, TextId } from './types.ts';

export type { Review };

/** A review with the page that its record names. */
export type PagedReview = Review & { readonly page: string };

export interface Reviews {
  /** Whether the ledger has anything to say of any text of the source: spares most callers the hash of a target. */
  has(key: string): boolean;
  /**
   * The review of a text: of that page where there is one, else of another; the latest.
   *
   * @param target hash of the target
   * @param same keys of earlier sources with the same words, whose reviews hold
   */
  of(page: string, key: string, target: string, same: readonly string[]): Review | undefined;
  /** All reviews of a text of that page, in order of time; where there are none, the latest of another page. */
  allOf(page: string, key: string, target: string, same: readonly string[]): readonly PagedReview[];
  /** The moment of the first review of a text, on whatever page. */
  since(page: string, key: string, target: string, same: readonly string[]): Moment | undefined;
  /** Whether a text is a program's draft that, as far as is known, its author has not read. */
  isMachine(page: string, key: string, target: string, same: readonly string[]): boolean;
  /** Whether somebody, by GitHub's id, wrote a text, and did not only correct it. */
  wrote(person: number, page: string, key: string, target: string, same: readonly string[]): boolean;
}

export function reviewsOf(files: readonly LedgerFile[]): Reviews {
  const history = new TextHistory();
  const reversed = reversedRecords(files);
  files.toSorted(byEvent).forEach(({ name, record }, event) => {
    const counts = !reversed.has(name);
    if (record.type === 'pull-request') addPullRequest(history, event, name, record, counts);
    if (record.type === 'review' && counts)
      for (const segment of record.segments)
        history.approve(segment, event, { who: record.reviewer, at: record.at, record: name });
  });
  return {
    has: (key) => history.has(key),
    of(page, key, target, same) {
      const all = history.reviews([key, ...same], target);
      const best = all.findLast((review) => review.page === page) ?? all.at(-1);
      return best && { who: best.who, at: best.at, record: best.record };
    },
    allOf(page, key, target, same) {
      const all = history.reviews([key, ...same], target);
      const own = all.filter((review) => review.page === page);
      return (own.length > 0 ? own : all.slice(-1)).map(({ who, at, record, page }) => ({ who, at, record, page }));
    },
    since: (_, key, target, same) => history.reviews([key, ...same], target)[0]?.at,
    isMachine: (_, key, target, same) => history.isUnread([key, ...same], target),
    wrote: (person, _, key, target, same) => history.writers([key, ...same], target).has(person),
  };
}

/** Who wrote what was reversed has written it all the same. */
function addPullRequest(
  history: TextHistory,
  event: number,
  name: string,
  record: PullRequestRecord,
  counts: boolean,
): void {
  const { author, coAuthors, approvals, segments, mergedAt, replacement } = record;
  for (const segment of segments) {
    const makers = makersOf(record, segment);
    for (const id of makers) if (!segment.correctors?.includes(id)) history.write(segment, event, id);
    const { replaces, action, machine = false } = segment;
    const approved = approvals.filter((approval) => approval.id !== author.id && covers(approval, segment));
    const isReplaced = replacement !== undefined && replaces !== undefined;
    if (isReplaced) history.replace(segment, event, replaces, counts ? { isApproved: approved.length > 0 } : undefined);
    if (!counts) continue;
    if (machine || !replacement) history.read(segment, event, !machine);
    if (!isReplaced)
      for (const { id, login, at } of approved)
        history.approve(segment, event, { who: { id, login }, at, record: name });
    const [only, ...others] = makers;
    const who = [author, ...coAuthors].find(({ id }) => id === only);
    if (who && others.length === 0 && action === 'corrected' && replaces !== undefined)
      history.correct(segment, event, replaces, { who, at: mergedAt, record: name });
  }
}

/** Ids of those whose commits made a target. */
export function makersOf({ author, coAuthors }: PullRequestRecord, { by }: SegmentRecord): readonly number[] {
  return by ?? [author, ...coAuthors].map(({ id }) => id);
}

/** Whether an approval is of this text of its pull request. */
export function covers({ only }: Approval, { page, key }: TextId): boolean {
  return only === undefined || only.includes(`${page}:${key}`);
}

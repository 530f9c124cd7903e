/**
 * Ledger -> which exact texts are reviewed. Pure. A text is a source's key with a target's hash, on whatever page. It is
 * reviewed when a record that counts says that
 *
 * - somebody entitled approved it who had not written it, up to then, in any record; or
 * - its only author corrected it, and had reviewed, as above, the text that the correction replaced.
 *
 * To write a text for which a review is known already takes nothing away from that review.
 */
import { momentOf } from './names.ts';
import { reversedRecords } from './reversed.ts';
import type { Approval, LedgerFile, Moment, Person, PullRequestRecord, SegmentRecord, TextId } from './types.ts';

export interface Review {
  readonly who: Person;
  readonly at: Moment;
  /** Name of the record that says so, such as `pr-123`. */
  readonly record: string;
}

export interface Reviews {
  /** Whether any text of the source is reviewed: spares most callers the hash of a target. */
  has(key: string): boolean;
  /**
   * The review of a text: of that page where there is one, else of another; the latest.
   *
   * @param target hash of the target
   * @param same keys of earlier sources with the same words, whose reviews hold
   */
  of(page: string, key: string, target: string, same: readonly string[]): Review | undefined;
}

type Found = Review & { readonly page: string };

export function reviewsOf(files: readonly LedgerFile[]): Reviews {
  const ledger = new Fold();
  const reversed = reversedRecords(files);
  for (const { name, record } of files.toSorted(byMoment)) {
    if (record.type === 'pull-request') ledger.addPullRequest(name, record, !reversed.has(name));
    if (record.type === 'review' && !reversed.has(name))
      for (const segment of record.segments)
        ledger.approve(segment, { who: record.reviewer, at: record.at, record: name });
  }
  return ledger.reviews();
}

/** The ledger up to some record. */
class Fold {
  private readonly found = new Map<string, Found[]>();
  private readonly keys = new Set<string>();
  /** Ids of those who wrote a text. Who wrote what was reversed has written it all the same. */
  private readonly writers = new Map<string, Set<number>>();

  addPullRequest(name: string, record: PullRequestRecord, counts: boolean): void {
    const { author, approvals, segments, mergedAt } = record;
    for (const segment of segments) {
      const makers = makersOf(record, segment);
      const writers = this.writers.get(nameOf(segment)) ?? new Set();
      for (const id of makers) if (!segment.correctors?.includes(id)) writers.add(id);
      this.writers.set(nameOf(segment), writers);
      if (!counts) continue;
      for (const approval of approvals) {
        const { id, login, at } = approval;
        if (id !== author.id && covers(approval, segment))
          this.approve(segment, { who: { id, login }, at, record: name });
      }
      const [only, ...others] = makers;
      const who = [author, ...record.coAuthors].find(({ id }) => id === only);
      if (who && others.length === 0 && this.isReviewedBy(who.id, segment))
        this.add(segment, { who, at: mergedAt, record: name, page: segment.page });
    }
  }

  /** Takes an approval, unless it is of one's own text. */
  approve(text: TextId, review: Review): void {
    if (!this.writers.get(nameOf(text))?.has(review.who.id)) this.add(text, { ...review, page: text.page });
  }

  reviews(): Reviews {
    const { found, keys } = this;
    return {
      has: (key) => keys.has(key),
      of(page, key, target, same) {
        const all = [key, ...same].flatMap((each) => found.get(nameOf({ key: each, target })) ?? []);
        const best = all.findLast((review) => review.page === page) ?? all.at(-1);
        return best && { who: best.who, at: best.at, record: best.record };
      },
    };
  }

  /** Whether a correction replaces a text that this person has reviewed. */
  private isReviewedBy(id: number, { key, action, replaces }: SegmentRecord): boolean {
    if (action !== 'corrected' || replaces === undefined) return false;
    return this.found.get(nameOf({ key, target: replaces }))?.some(({ who }) => who.id === id) ?? false;
  }

  private add(text: TextId, review: Found): void {
    const name = nameOf(text);
    const known = this.found.get(name);
    if (known) known.push(review);
    else this.found.set(name, [review]);
    this.keys.add(text.key);
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

const nameOf = ({ key, target }: Pick<TextId, 'key' | 'target'>): string => `${key} ${target}`;

/** In the order of events; of the same second, pull requests first, then by name. */
function byMoment(a: LedgerFile, b: LedgerFile): number {
  const key = ({ name, record }: LedgerFile) => `${momentOf(record)} ${record.type === 'pull-request' ? 0 : 1} ${name}`;
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The ledger: what really happened, one file a merged pull request, review comment or adjustment, written once and
 * never changed. translations/ledger/<year of the event>/pr-<number>.yml, review-<comment id>.yml, adjust-<n>.yml.
 */

/** Someone on GitHub. Identity is the number; the login is what it was then. */
export interface Person {
  readonly login: string;
  /** GitHub's numeric id. */
  readonly id: number;
}

/** ISO 8601 in UTC, to the second: `2026-03-01T12:00:00Z`. */
export type Moment = string;

/** 40 hex digits. */
export type CommitId = string;

/**
 * What a pull request did to a segment: `translated` what had no target, or replaced a draft of a program · `updated` a
 * stale one · `corrected` a finished one · `kept` it as it was, with its flag lifted by hand (still valid, or a draft
 * that its author has read).
 */
export type SegmentAction = 'translated' | 'updated' | 'corrected' | 'kept';

/** One exact text: a segment with its target. */
export interface TextId {
  readonly page: string;
  /** Key of the source. */
  readonly key: string;
  /** Hash of the target. */
  readonly target: string;
}

export interface SegmentRecord extends TextId {
  readonly action: SegmentAction;
  /** Words of the source. */
  readonly words: number;
  /** Corrected, or translated out of a program's draft: share of the target's characters that changed, two decimals. */
  readonly changed?: number;
  /**
   * Hash of the target that a correction replaced; written where whoever made the correction alone was then entitled to
   * review the page. If they had reviewed that target, the review goes on to this one. Of a proved replacement, hash of
   * the target before, whoever made it: its reviews go on to this one if somebody else approved the replacement.
   */
  readonly replaces?: string;
  /** Ids of the authors whose commits made this target, where that is not all of them. */
  readonly by?: readonly number[];
  /** Of those who made it, the ones that only corrected, in this pull request, what the others had written. */
  readonly correctors?: readonly number[];
  /** A program's draft that its author did not say they had read: no translator's points. */
  readonly machine?: true;
}

export interface Approval extends Person {
  readonly at: Moment;
  /** The head commit that was approved. */
  readonly commit: CommitId;
  /**
   * The entry of reviewers.yml that entitled, then: `*` for all folders, else the folder. Who is entitled by two folders
   * has an approval for each.
   */
  readonly entitledBy: string;
  /** Texts it covers, as `page:key`, where that is not all of the pull request's. */
  readonly only?: readonly string[];
}

/** A piece of content beside the manual. */
export interface ContentRecord {
  readonly path: string;
  readonly kind: 'blog' | 'faq' | 'guide' | 'other';
  readonly words: number;
  /** Chosen for the community's public account. */
  readonly chosen?: true;
}

export interface PullRequestRecord {
  readonly type: 'pull-request';
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly mergeCommit: CommitId;
  readonly mergedAt: Moment;
  readonly author: Person;
  readonly coAuthors: readonly Person[];
  readonly approvals: readonly Approval[];
  readonly segments: readonly SegmentRecord[];
  readonly content: readonly ContentRecord[];
  /** Set when the whole change of the manual is proved to be one substitution of words. */
  readonly replacement?: { readonly old: string; readonly new: string; readonly places: number };
  /** Names of records, such as `pr-123`, whose work this pull request took back whole: they count no longer. */
  readonly reverses?: readonly string[];
}

/** A comment `/reviewed` or `/accept`. */
export interface ReviewRecord {
  readonly type: 'review';
  /** GitHub's id of the comment. */
  readonly comment: number;
  readonly url: string;
  readonly at: Moment;
  readonly reviewer: Person;
  readonly entitledBy: string;
  /** main's commit whose texts were approved. */
  readonly commit: CommitId;
  readonly segments: readonly (TextId & { readonly words: number })[];
}

/** Credit that comes of no pull request of one's own, and what is given or taken back by hand, with the reason. */
export interface AdjustRecord {
  readonly type: 'adjust';
  /** Of one made by a comment `/award`, GitHub's id of the comment; else counted up. */
  readonly number: number;
  /** The comment, where it came of one. */
  readonly url?: string;
  readonly at: Moment;
  /** Who decided. */
  readonly by: Person;
  readonly reason: string;
  /** A record that counts no longer, such as `pr-123`, for work that was reverted. */
  readonly reverses?: string;
  /** An award by a kind of the points rules, such as `wish`, `report`, `suggestion`, `office`. */
  readonly award?: { readonly to: Person; readonly kind: string; readonly count: number };
}

export type LedgerRecord = PullRequestRecord | ReviewRecord | AdjustRecord;

/** Something wrong in the ledger. */
export interface LedgerFinding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A record with where it stands. */
export interface LedgerFile {
  /** Path in the workspace. */
  readonly path: string;
  /** `pr-123`, `review-456`, `adjust-7`. */
  readonly name: string;
  readonly record: LedgerRecord;
}

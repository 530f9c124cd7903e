/**
 * What GitHub and Git say about pull requests, reviews and comments, as far as pgdoc looks at it, and what becomes of it.
 * Facts are read out of GitHub's JSON by facts.ts; texts come from Git.
 */
import type { Person, SegmentAction, TextId } from '../ledger/types.ts';
import type { Status } from '../segment/types.ts';

/** Someone on GitHub, or a program that acts there. */
export interface Actor extends Person {
  /** A GitHub App, or a user of type Bot: is never credited and never entitled. */
  readonly bot: boolean;
}

/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
export interface PullRequestFacts {
  readonly number: number;
  /** Its page, for people. */
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** Undefined when the account is gone. */
  readonly author: Actor | undefined;
  /** What the author is here: https://docs.github.com/graphql/reference/enums#commentauthorassociation */
  readonly association: string;
  readonly state: 'open' | 'closed';
  /** ISO 8601, as the ledger has moments; undefined while it is not merged. */
  readonly mergedAt: string | undefined;
  /** On main; of an open pull request nothing. */
  readonly mergeCommit: string | undefined;
  readonly base: { readonly ref: string; readonly sha: string; readonly repository: string | undefined };
  /** `repository` is `owner/name`; undefined when the fork is gone. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: string | undefined };
  readonly labels: readonly string[];
  /** How many commits it has. */
  readonly commits: number;
}

/** A commit of a pull request. https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request */
export interface CommitFacts {
  readonly sha: string;
  readonly parents: readonly string[];
  /** The account that GitHub knows for the author's address. */
  readonly author: Actor | undefined;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly authoredAt: string;
  readonly message: string;
  /**
   * Whether GitHub vouches that the author's account made it: signed by it, or made on GitHub's own pages. An address
   * alone, and so `author`, is anybody's word.
   */
  readonly isProved: boolean;
}

/** https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request */
export interface ReviewFacts {
  readonly id: number;
  readonly author: Actor | undefined;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  readonly at: string;
  /** The head that was looked at; undefined when GitHub has forgotten it. */
  readonly commit: string | undefined;
}

/** An event `review_dismissed`. https://docs.github.com/rest/using-the-rest-api/issue-event-types#review_dismissed */
export interface DismissalFacts {
  readonly review: number;
  /** State of the review before it was dismissed, in upper case. */
  readonly was: string;
  readonly at: string;
  readonly by: Actor | undefined;
  /** The commit whose push dismissed it; undefined when a person did. */
  readonly commit: string | undefined;
}

/** A comment on an issue or a pull request. https://docs.github.com/rest/issues/comments */
export interface CommentFacts {
  readonly id: number;
  readonly url: string;
  readonly at: string;
  /** Differs from `at` once it was edited. */
  readonly editedAt: string;
  readonly author: Actor | undefined;
  readonly body: string;
  readonly issue: number;
}

/** https://docs.github.com/rest/issues/issues#get-an-issue */
export interface IssueFacts {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: Actor | undefined;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** A pull request is an issue too. */
  readonly isPullRequest: boolean;
}

/** A file at two commits; undefined where it is not. */
export interface FileChange {
  /** Path in the workspace. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What two commits of a pull request, or main before and after it, differ by in one entry of a catalog. */
export interface SegmentChange extends TextId {
  readonly file: string;
  /** Line of the target in the file after; of the source where there is no target. */
  readonly line: number;
  readonly source: string;
  /** Words of the source. */
  readonly words: number;
  /** An index term; these are counted apart. */
  readonly index?: true;
  /** Target before; empty where there was none. */
  readonly old: string;
  /** Target after; empty when it was taken out. */
  readonly new: string;
  /** What the entry says of itself before and after, without the ledger. */
  readonly from: Exclude<Status, 'reviewed'>;
  readonly to: Exclude<Status, 'reviewed'>;
  /** Of what was stale: the source that the target was made for. */
  readonly oldSource?: string;
  /** Keys of earlier sources with the same words; approvals of those are approvals of this. */
  readonly same?: readonly string[];
  /** Undefined when nothing is to be credited: the target was taken out, or made no better (`machine`, `stale`). */
  readonly action: SegmentAction | undefined;
  /** Where a finished target or a program's draft was changed: share of the target's characters, 0 to 1. */
  readonly changed?: number;
}

/** What the files that a change touches are. `guarded` are those that only maintainers' pull requests may touch. */
export type ChangeKind = 'translation' | 'glossary' | 'blog' | 'faq' | 'guide' | 'site' | 'tools' | 'guarded' | 'other';

/** What GitHub's JSON must hold for each kind of fact, and how it becomes one. */
import { z } from 'zod';
import { actor, branch, id, labels, moment, sha, text, textOrNone, url } from './github-schema.ts';
import type { CommentFacts, CommitFacts, DismissalFacts, IssueFacts, PullRequestFacts, ReviewFacts } from './types.ts';

/** A file that a pull request touches. https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
export interface FileFacts {
  readonly path: string;
  /** Of a file that was renamed. */
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
}

/** https://docs.github.com/rest/actions/artifacts#list-workflow-run-artifacts */
export interface ArtifactFacts {
  readonly id: number;
  readonly name: string;
  /** Bytes, as GitHub says. */
  readonly size: number;
  readonly expired: boolean;
}

/** https://docs.github.com/rest/issues/labels */
export interface LabelFacts {
  readonly name: string;
  /** Six hex digits. */
  readonly color: string;
  readonly description: string;
}

const state = z.enum(['open', 'closed'], 'open or closed expected');

/** Lists of pull requests do not say how many commits there are: then it is 0. */
export const pullRequestSchema = z
  .object({
    number: id,
    html_url: url,
    title: text,
    body: textOrNone,
    user: actor,
    author_association: text.default('NONE'),
    state,
    merged_at: moment.nullish(),
    merge_commit_sha: sha.nullish(),
    base: branch,
    head: branch,
    labels,
    commits: z.int('a number of commits expected').nonnegative().default(0),
  })
  .transform(
    ({ html_url, user, author_association, merged_at, merge_commit_sha, ...given }): PullRequestFacts => ({
      ...given,
      url: html_url,
      author: user,
      association: author_association,
      mergedAt: merged_at ?? undefined,
      // Before the merge GitHub names a trial merge here, which never comes to main.
      mergeCommit: merged_at ? (merge_commit_sha ?? undefined) : undefined,
    }),
  );

/** GitHub's own account, which commits and signs what people do on its pages. https://github.com/web-flow */
const WEB_FLOW = 19_864_447;

export const commitSchema = z
  .object({
    sha,
    parents: z.array(z.object({ sha }), 'a list of parents expected'),
    author: actor,
    committer: actor.optional(),
    commit: z.object({
      message: text,
      verification: z.object({ verified: z.boolean('true or false expected') }).nullish(),
      author: z.object({ name: textOrNone, email: textOrNone, date: moment }),
    }),
  })
  .transform(
    ({ sha, parents, author, committer, commit }): CommitFacts => ({
      sha,
      parents: parents.map((parent) => parent.sha),
      author,
      authorName: commit.author.name,
      authorEmail: commit.author.email,
      authoredAt: commit.author.date,
      message: commit.message,
      isProved:
        commit.verification?.verified === true &&
        author !== undefined &&
        (committer?.id === author.id || committer?.id === WEB_FLOW),
    }),
  );

const REVIEW_STATES = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const;

/** Webhooks write the state in lower case. */
export const reviewSchema = z
  .object({
    id,
    user: actor,
    state: text.toUpperCase().pipe(z.enum(REVIEW_STATES, 'a state of a review, such as APPROVED, expected')),
    submitted_at: moment.nullish(),
    commit_id: sha.nullish(),
  })
  .transform(
    ({ user, submitted_at, commit_id, ...given }): ReviewFacts => ({
      ...given,
      author: user,
      // One that is not sent yet was not there at any moment.
      at: submitted_at ?? '9999-12-31T23:59:59Z',
      commit: commit_id ?? undefined,
    }),
  );

export const dismissalSchema = z
  .object({
    actor,
    created_at: moment,
    dismissed_review: z.object({ review_id: id, state: text.toUpperCase(), dismissal_commit_id: sha.nullish() }),
  })
  .transform(
    ({ actor, created_at, dismissed_review }): DismissalFacts => ({
      review: dismissed_review.review_id,
      was: dismissed_review.state,
      at: created_at,
      by: actor,
      commit: dismissed_review.dismissal_commit_id ?? undefined,
    }),
  );

export const commentSchema = z
  .object({
    id,
    html_url: url,
    created_at: moment,
    updated_at: moment,
    user: actor,
    body: textOrNone,
    issue_url: text.regex(/\/issues\/[1-9]\d{0,14}$/, 'an address that ends in /issues/ and a number expected'),
  })
  .transform(
    ({ id, html_url, created_at, updated_at, user, body, issue_url }): CommentFacts => ({
      id,
      url: html_url,
      at: created_at,
      editedAt: updated_at,
      author: user,
      body,
      issue: Number(issue_url.slice(issue_url.lastIndexOf('/') + 1)),
    }),
  );

export const issueSchema = z
  .object({
    number: id,
    html_url: url,
    title: text,
    body: textOrNone,
    user: actor,
    state,
    labels,
    pull_request: z.unknown().optional(),
  })
  .transform(
    ({ html_url, user, pull_request, ...given }): IssueFacts => ({
      ...given,
      url: html_url,
      author: user,
      isPullRequest: pull_request !== undefined && pull_request !== null,
    }),
  );

const FILE_STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] as const;

export const fileSchema = z
  .object({
    filename: text.min(1, 'a path expected'),
    previous_filename: text.min(1, 'a path expected').optional(),
    status: z.enum(FILE_STATUSES, `${FILE_STATUSES.join(', ')} expected`),
  })
  .transform(
    ({ filename, previous_filename, status }): FileFacts => ({
      path: filename,
      ...(previous_filename === undefined ? {} : { previousPath: previous_filename }),
      status,
    }),
  );

export const artifactSchema = z
  .object({ id, name: text, size_in_bytes: z.int('a number of bytes expected').nonnegative(), expired: z.boolean() })
  .transform(({ size_in_bytes, ...given }): ArtifactFacts => ({ ...given, size: size_in_bytes }));

export const labelSchema = z
  .object({ name: text, color: text.regex(/^[0-9a-f]{6}$/i, 'six hex digits expected'), description: textOrNone })
  .transform((given): LabelFacts => given);

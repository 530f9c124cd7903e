/**
 * Webhook payloads, as a workflow finds them in the file of GITHUB_EVENT_PATH, down to what pgdoc needs of them. What
 * people may have changed since stands not in here; it is asked for. https://docs.github.com/webhooks/webhook-events-and-payloads
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { commentSchema, pullRequestSchema, reviewSchema } from './facts-schema.ts';
import { actor, id, repositoryName, sha, text } from './github-schema.ts';
import { readJson } from './read-json.ts';
import type { Actor, CommentFacts, PullRequestFacts, ReviewFacts } from './types.ts';

interface AnyEvent {
  /** `owner/name` that it happened in. */
  readonly repository: string;
  /** Who or what did it. */
  readonly sender: Actor | undefined;
}

/** `action` is GitHub's: opened, synchronize, closed, submitted, dismissed … */
export type GitHubEvent = AnyEvent &
  (
    | { readonly kind: 'pull_request'; readonly action: string; readonly pullRequest: PullRequestFacts }
    | {
        readonly kind: 'pull_request_review';
        readonly action: string;
        readonly pullRequest: number;
        readonly review: ReviewFacts;
      }
    /** Of a comment that was just written; one that was edited or deleted is `ignored`. */
    | { readonly kind: 'issue_comment'; readonly comment: CommentFacts; readonly isPullRequest: boolean }
    | { readonly kind: 'issues'; readonly action: string; readonly issue: number }
    | { readonly kind: 'workflow_run'; readonly action: string; readonly run: WorkflowRun }
    /** `ref` is `refs/heads/main` or a tag; `after` is undefined when it was deleted. */
    | { readonly kind: 'push'; readonly ref: string; readonly after: string | undefined }
    | { readonly kind: 'workflow_dispatch'; readonly ref: string; readonly inputs: Readonly<Record<string, string>> }
    | { readonly kind: 'schedule' }
    | { readonly kind: 'ignored'; readonly why: string }
  );

export interface WorkflowRun {
  readonly id: number;
  /** Name of the workflow, as its file on main says. */
  readonly name: string;
  /** What started it, such as `pull_request`. */
  readonly event: string;
  /** `success`, `failure` …; undefined while it runs. */
  readonly conclusion: string | undefined;
  /** The commit that it ran for: of a pull request, its head. */
  readonly head: string;
  /** `owner/name` of a fork, or of this repository; undefined when it is gone. */
  readonly headRepository: string | undefined;
}

const repository = z.object({ full_name: repositoryName });
const envelope = z.object({ repository, sender: actor });
const action = text.regex(/^[a-z_]{1,50}$/, 'an action such as opened expected');

const run = z
  .object({
    id,
    name: text.nullish(),
    event: text,
    conclusion: text.nullish(),
    head_sha: sha,
    head_repository: repository.nullish(),
  })
  .transform(
    ({ name, conclusion, head_sha, head_repository, ...given }): WorkflowRun => ({
      ...given,
      name: name ?? '',
      conclusion: conclusion ?? undefined,
      head: head_sha,
      headRepository: head_repository?.full_name,
    }),
  );

const NEVER = '0'.repeat(40);
const inputs = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]).transform(String)).nullish();

type Told<E> = E extends AnyEvent ? Omit<E, keyof AnyEvent> : never;

/** What each event holds beside the repository and who did it. A scheduled one holds nothing more of use. */
const EVENTS: Readonly<Record<string, z.ZodType<Told<GitHubEvent>>>> = {
  pull_request: z
    .object({ action, pull_request: pullRequestSchema })
    .transform(({ action, pull_request }) => ({ kind: 'pull_request', action, pullRequest: pull_request })),
  pull_request_review: z
    .object({ action, pull_request: z.object({ number: id }), review: reviewSchema })
    .transform(({ action, pull_request, review }) => ({
      kind: 'pull_request_review',
      action,
      pullRequest: pull_request.number,
      review,
    })),
  issue_comment: z
    .object({ action, comment: commentSchema, issue: z.object({ pull_request: z.unknown().optional() }) })
    .transform(({ action, comment, issue }) =>
      action === 'created'
        ? { kind: 'issue_comment', comment, isPullRequest: (issue.pull_request ?? null) !== null }
        : { kind: 'ignored', why: `a comment that was ${action}; only new ones are read` },
    ),
  issues: z
    .object({ action, issue: z.object({ number: id }) })
    .transform(({ action, issue }) => ({ kind: 'issues', action, issue: issue.number })),
  workflow_run: z
    .object({ action, workflow_run: run })
    .transform(({ action, workflow_run }) => ({ kind: 'workflow_run', action, run: workflow_run })),
  push: z
    .object({ ref: text, after: sha })
    .transform(({ ref, after }) => ({ kind: 'push', ref, after: after === NEVER ? undefined : after })),
  workflow_dispatch: z
    .object({ ref: text, inputs })
    .transform(({ ref, inputs }) => ({ kind: 'workflow_dispatch', ref, inputs: inputs ?? {} })),
  schedule: z.object({}).transform(() => ({ kind: 'schedule' })),
};

/**
 * @param name of the event, as GITHUB_EVENT_NAME has it
 * @param payload JSON of the event's file
 * @throws Failure(2) for another event, or a payload that is not its own, naming the field and what was expected
 */
export function readEvent(name: string, payload: unknown): GitHubEvent {
  const schema = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
  if (schema === undefined)
    throw new Failure(2, `${JSON.stringify(name)}: one of the events ${Object.keys(EVENTS).join(', ')} expected`);
  const source = `Payload of ${name}`;
  const { repository, sender } = readJson(envelope, payload, source, 2);
  return { repository: repository.full_name, sender, ...readJson(schema, payload, source, 2) };
}

/**
 * Webhook payloads, as a workflow finds them in the file of GITHUB_EVENT_PATH, down to what pgdoc needs of them. What
 * people may have changed since stands not in here; it is asked for. https://docs.github.com/webhooks/webhook-events-and-payloads
 */
import { z } from 'zod';
import { commentSchema, pullRequestSchema } from './facts-schema.ts';
import { actor, id, repositoryName, sha, text } from './github-schema.ts';
import { readJson } from './read-json.ts';
import type { Actor, CommentFacts, PullRequestFacts } from './types.ts';

interface AnyEvent {
  /** `owner/name` that it happened in. */
  readonly repository: string;
  /** Who or what did it. */
  readonly sender: Actor | undefined;
}

/** `action` is GitHub's: opened, synchronize, closed, completed … */
export type GitHubEvent = AnyEvent &
  (
    | { readonly kind: 'pull_request'; readonly action: string; readonly pullRequest: PullRequestFacts }
    /** Of a comment that was just written; one that was edited or deleted is `ignored`. */
    | { readonly kind: 'issue_comment'; readonly comment: CommentFacts; readonly isPullRequest: boolean }
    | { readonly kind: 'workflow_run'; readonly action: string; readonly run: WorkflowRun }
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

export type EventName = Exclude<GitHubEvent['kind'], 'ignored'>;
type EventOf<K extends EventName> = Extract<GitHubEvent, { kind: K | (K extends 'issue_comment' ? 'ignored' : never) }>;
type Told<E> = E extends AnyEvent ? Omit<E, keyof AnyEvent> : never;

/** What each event holds beside the repository and who did it. */
const EVENTS: Readonly<Record<EventName, z.ZodType<Told<GitHubEvent>>>> = {
  pull_request: z
    .object({ action, pull_request: pullRequestSchema })
    .transform(({ action, pull_request }) => ({ kind: 'pull_request', action, pullRequest: pull_request })),
  issue_comment: z
    .object({ action, comment: commentSchema, issue: z.object({ pull_request: z.unknown().optional() }) })
    .transform(({ action, comment, issue }) =>
      action === 'created'
        ? { kind: 'issue_comment', comment, isPullRequest: (issue.pull_request ?? null) !== null }
        : { kind: 'ignored', why: `a comment that was ${action}; only new ones are read` },
    ),
  workflow_run: z
    .object({ action, workflow_run: run })
    .transform(({ action, workflow_run }) => ({ kind: 'workflow_run', action, run: workflow_run })),
};

/**
 * @param payload JSON of the event's file
 * @throws Failure(2) for a payload that is not of this event, naming the field and what was expected
 */
export function readEvent<K extends EventName>(name: K, payload: unknown): EventOf<K>;
export function readEvent(name: EventName, payload: unknown): GitHubEvent {
  const source = `Payload of ${name}`;
  const { repository, sender } = readJson(envelope, payload, source, 2);
  return { repository: repository.full_name, sender, ...readJson(EVENTS[name], payload, source, 2) };
}

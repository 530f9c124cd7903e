/**
 * Facts out of GitHub's JSON, one item at a time, as the REST API answers it or a webhook holds it. What is missing or
 * of another kind is a Failure(3) that names the call, the field and what was expected; further fields are passed over.
 */
import type { z } from 'zod';
import {
  artifactSchema,
  commentSchema,
  commitSchema,
  dismissalSchema,
  fileSchema,
  issueSchema,
  labelSchema,
  pullRequestSchema,
  reviewSchema,
} from './facts-schema.ts';
import { actor } from './github-schema.ts';
import { readJson } from './read-json.ts';
import type { DismissalFacts } from './types.ts';

export type { ArtifactFacts, FileFacts, LabelFacts } from './facts-schema.ts';

/** Lists do not say how many commits there are: then it is 0. */
export const pullRequestFacts = reader(pullRequestSchema, 'GET /pulls/{number}');
export const commitFacts = reader(commitSchema, 'GET /pulls/{number}/commits');
export const reviewFacts = reader(reviewSchema, 'GET /pulls/{number}/reviews');
export const commentFacts = reader(commentSchema, 'GET /issues/comments');
export const issueFacts = reader(issueSchema, 'GET /issues/{number}');
export const fileFacts = reader(fileSchema, 'GET /pulls/{number}/files');
export const artifactFacts = reader(artifactSchema, 'GET /actions/runs/{run}/artifacts');
export const labelFacts = reader(labelSchema, 'GET /labels');
/** Undefined for the account `ghost`. */
export const userFacts = reader(actor, 'GET /users/{login}');

const dismissal = reader(dismissalSchema, 'GET /issues/{number}/events');

/** Undefined for an event of another kind. */
export function dismissalFacts(json: unknown): DismissalFacts | undefined {
  const event = typeof json === 'object' && json !== null && 'event' in json ? json.event : undefined;
  return event === 'review_dismissed' ? dismissal(json) : undefined;
}

function reader<T>(schema: z.ZodType<T>, call: string): (json: unknown) => T {
  return (json) => readJson(schema, json, `GitHub: ${call}`, 3);
}

/** The payload of `workflow_run`, and what of GitHub's lists belongs to it. */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { ArtifactFacts } from './facts.ts';
import type { CommentFacts } from './types.ts';

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const run = z.object({
  workflow_run: z.object({ id: z.int().positive(), head_sha: sha, html_url: z.string().max(300).optional() }),
});

export interface FinishedRun {
  readonly id: number;
  /** The commit that it ran for: of a pull request, its head. */
  readonly head: string;
}

/** @throws Failure(2) for another payload */
export function finishedRun(payload: unknown): FinishedRun {
  const { data } = run.safeParse(payload);
  if (!data) throw new Failure(2, '--payload: the payload of an event workflow_run expected');
  return { id: data.workflow_run.id, head: data.workflow_run.head_sha };
}

/** The one artifact of that name; undefined when there is none, or it has expired. @throws Failure(1) for several */
export function artifactNamed(artifacts: readonly ArtifactFacts[], name: string): ArtifactFacts | undefined {
  const found = artifacts.filter((each) => each.name === name && !each.expired);
  if (found.length > 1) throw new Failure(1, `the run has ${found.length} artifacts called ${name}; one expected`);
  return found[0];
}

/** The first comment of a program that begins with the marker; what people write, marker or not, is never edited. */
export function ownComment(comments: readonly CommentFacts[], marker: string): CommentFacts | undefined {
  return comments.find(({ author, body }) => author?.bot === true && body.startsWith(marker));
}

/** What the bot finds of its own on GitHub: the artifact of a run, the comment and the text that it wrote before. */
import { Failure } from '../failure.ts';
import type { ArtifactFacts } from './facts.ts';
import type { CommentFacts } from './types.ts';

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

/** Whether what GitHub has is the text that was written; it may end lines otherwise. */
export const isSameText = (there: string, written: string): boolean =>
  there.replaceAll('\r\n', '\n').trim() === written.trim();

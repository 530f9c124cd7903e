/** A story with people who write comments, and the bot that reads them in this process. */
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { commentWork } from '../../../tools/commands/github/on-comment.ts';
import { commentFacts } from '../../../tools/review/facts.ts';
import { botComments, type Hand } from '../../github/hand.ts';
import { type Surroundings, surroundings } from '../../github/in-process.ts';
import { type Story, startStory } from '../../github/story.ts';
import type { Edits } from '../../github/world-git.ts';
import { temporary } from '../helpers/folder.ts';
import { toolRoot } from '../helpers/shared.ts';

export const work = commentWork(toolRoot);

/** Begins anew before each test of the file. */
export function commenting() {
  const now = {} as { story: Story; context: Surroundings; issue: number };
  beforeEach(async () => {
    now.story = await startStory(join(temporary(), 'github'));
    now.context = await surroundings(now.story.world);
    now.issue = await now.story.reader.opensIssue('About locking-rows', '');
  });
  afterEach(() => now.story.close());

  /** Only writes. */
  async function writes(hand: Hand, body: string): Promise<number> {
    now.story.world.clock.pass();
    return hand.comments(now.issue, body);
  }
  const carryOut = (comment: number) => work.carryOut(now.context, { comment });
  return {
    now,
    writes,
    carryOut,
    async says(hand: Hand, body: string): Promise<number> {
      const comment = await writes(hand, body);
      await carryOut(comment);
      return comment;
    },
    /** What the bot has said. */
    answers: () => botComments(now.story.reader, now.issue),
    reactionsTo: (comment: number) =>
      now.story.world.reactions.flatMap((each) => (each.comment === comment ? [each.content] : [])),
    factsOf: async (comment: number) => commentFacts(await now.context.github.comment(comment)),
    lands: (edits: Edits) => lands(now.story, edits),
  };
}

/** Somebody else's commit on main. */
export function lands({ world: { host, repository } }: Story, edits: Edits): string {
  const author = { name: 'Max', email: 'max@example.org' };
  return host.commit({ repository, branch: 'main', from: host.tip('main'), message: 'Meanwhile', author, edits });
}

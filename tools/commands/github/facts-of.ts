/** What GitHub says of a merged pull request: itself, its commits, reviews, and events where a review was dismissed. */
import { commitFacts, dismissalFacts, pullRequestFacts, reviewFacts } from '../../review/facts.ts';
import type { CommitFacts, DismissalFacts, PullRequestFacts, ReviewFacts } from '../../review/types.ts';
import type { GitHubContext } from './context.ts';

export interface SaidOfPullRequest {
  readonly facts: PullRequestFacts;
  /** In order; GitHub lists 250 at most. */
  readonly commits: readonly CommitFacts[];
  readonly reviews: readonly ReviewFacts[];
  readonly dismissals: readonly DismissalFacts[];
}

/** @returns undefined when there is none of that number */
export async function factsOf({ github }: GitHubContext, number: number): Promise<PullRequestFacts | undefined> {
  const json = await github.pullRequest(number);
  return json === undefined ? undefined : pullRequestFacts(json);
}

export async function saidOf({ github }: GitHubContext, facts: PullRequestFacts): Promise<SaidOfPullRequest> {
  const commits = (await github.commits(facts.number)).map(commitFacts);
  const reviews = (await github.reviews(facts.number)).map(reviewFacts);
  const isDismissed = reviews.some(({ state }) => state === 'DISMISSED');
  const events = isDismissed ? await github.events(facts.number) : [];
  return { facts, commits, reviews, dismissals: events.flatMap((event) => dismissalFacts(event) ?? []) };
}

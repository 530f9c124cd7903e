/**
 * Pull requests that others say they take back, and that have no record yet: workflows end in any order, and whether
 * work was taken back can only be told of what is recorded. So these are recorded with them.
 */

import { revertsNamed } from '../../review/reverts.ts';
import type { GitHubContext } from './context.ts';
import { factsOf, type SaidOfPullRequest, saidOf } from './facts-of.ts';
import { ledgerAt } from './ledger-at.ts';

/**
 * @param said of merged pull requests
 * @param main commit with the ledger
 * @returns the same, and those that they name, and that these name …
 */
export async function withTakenBack(
  context: GitHubContext,
  said: readonly SaidOfPullRequest[],
  main: string,
): Promise<readonly SaidOfPullRequest[]> {
  const all = new Map(said.map((each) => [each.facts.number, each]));
  const missing = new Set<number>();
  let names: ReadonlySet<string> | undefined;
  // What is added to the map on the way is gone through too.
  for (const each of all.values()) {
    for (const number of await namedBy(context, each)) {
      if (all.has(number) || missing.has(number)) continue;
      names ??= new Set((await ledgerAt(context.repository, main)).files.map((file) => file.name));
      if (names.has(`pr-${number}`)) continue;
      const facts = await factsOf(context, number);
      const isThere = facts?.mergedAt !== undefined && facts.base.ref === context.repository.mainBranch;
      if (isThere) all.set(number, await saidOf(context, facts));
      else missing.add(number);
    }
  }
  return [...all.values()];
}

async function namedBy(
  { repository, name }: GitHubContext,
  { facts, commits }: SaidOfPullRequest,
): Promise<ReadonlySet<number>> {
  const { mergeCommit } = facts;
  const isHere = mergeCommit !== undefined && (await repository.has(mergeCommit));
  const merged = isHere ? [(await repository.commit(mergeCommit)).message] : [];
  const texts = [facts.title, facts.body, ...merged, ...commits.map(({ message }) => message)];
  const { numbers, commits: ids } = revertsNamed(texts, name);
  const found = new Set(numbers);
  for (const id of ids) {
    if (!(await repository.has(id))) continue;
    const [subject = ''] = (await repository.commit(id)).message.split('\n');
    const [, merge, squash] = /^Merge pull request #(\d{1,15})\b|\(#(\d{1,15})\)$/.exec(subject) ?? [];
    if (merge ?? squash) found.add(Number(merge ?? squash));
  }
  return found;
}

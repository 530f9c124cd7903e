/** What main was before a merge, by each way of merging. */
import { expect, test } from 'vitest';
import { mergedRange } from '../../../tools/commands/github/merged-range.ts';
import type { Commit } from '../../../tools/io/repository/types.ts';

interface Idea {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message?: string;
  readonly at?: string;
  readonly name?: string;
}

const commit = ({ sha, parents, message = sha, at = '2026-03-01T00:00:00Z', name = 'Ada' }: Idea): Commit => ({
  sha,
  parents,
  message,
  authorName: name,
  authorEmail: `${name}@example.org`,
  authoredAt: at,
  committedAt: '2026-03-02T00:00:00Z',
});

/** Commits of main, the latest last; asked how many of them were looked at. */
function main(...ideas: readonly Idea[]) {
  const commits = new Map(ideas.map((idea) => [idea.sha, commit(idea)]));
  const asked: string[] = [];
  const read = async (sha: string) => {
    asked.push(sha);
    return commits.get(sha) ?? commit({ sha, parents: ['before-all'] });
  };
  return { merge: commits.get(ideas.at(-1)?.sha ?? '') as Commit, read, asked };
}

const own = (...messages: readonly string[]) =>
  messages.map((message, at) => commit({ sha: `own-${at}`, parents: [`own-${at - 1}`], message }));

test('a merge commit: its first parent, whatever else it merges', async () => {
  const { merge, read, asked } = main({ sha: 'm', parents: ['main', 'head'] });
  expect(await mergedRange(merge, own('a', 'b'), read)).toEqual({ way: 'merge', before: 'main', after: 'm' });
  expect(asked).toEqual([]);
});

test('rebased: what stood before the first of its commits', async () => {
  const { merge, read } = main(
    { sha: 'x', parents: ['w'], message: 'earlier' },
    { sha: 'a1', parents: ['x'], message: 'a' },
    { sha: 'b1', parents: ['a1'], message: 'b\n' },
  );
  expect(await mergedRange(merge, own('a', 'b'), read)).toEqual({ way: 'rebase', before: 'x', after: 'b1' });
});

test('rebased: its own merges of main are left away', async () => {
  const { merge, read } = main(
    { sha: 'a1', parents: ['x'], message: 'a' },
    { sha: 'b1', parents: ['a1'], message: 'b' },
  );
  const update = commit({ sha: 'u', parents: ['own-0', 'main'], message: 'Merge branch main' });
  const [a, b] = own('a', 'b') as [Commit, Commit];
  expect(await mergedRange(merge, [a, update, b], read)).toMatchObject({ way: 'rebase', before: 'x' });
});

test.each([
  ['another message', { message: 'a (#1)' }],
  ['another moment', { message: 'b', at: '2026-03-01T00:00:01Z' }],
  ['another author', { message: 'b', name: 'Bob' }],
])('squashed, with %s: the parent', async (_, different) => {
  const { merge, read } = main(
    { sha: 'a1', parents: ['x'], message: 'a' },
    { sha: 's', parents: ['a1'], ...different },
  );
  expect(await mergedRange(merge, own('a', 'b'), read)).toEqual({ way: 'squash', before: 'a1', after: 's' });
});

test('only the last of its commits is on main, like it: squashed', async () => {
  const { merge, read } = main(
    { sha: 'x', parents: ['w'], message: 'other' },
    { sha: 'b1', parents: ['x'], message: 'b' },
  );
  expect(await mergedRange(merge, own('a', 'b'), read)).toEqual({ way: 'squash', before: 'x', after: 'b1' });
});

test('the first commit of all has nothing before it', async () => {
  const { merge, read } = main({ sha: 'r', parents: [] });
  expect(await mergedRange(merge, own('r'), read)).toBeUndefined();
});

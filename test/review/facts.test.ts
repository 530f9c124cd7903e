import { expect, test } from 'vitest';
import {
  artifactFacts,
  commentFacts,
  commitFacts,
  dismissalFacts,
  fileFacts,
  issueFacts,
  labelFacts,
  pullRequestFacts,
  reviewFacts,
  userFacts,
} from '../../tools/review/facts.ts';

const SHA = (digit: string): string => digit.repeat(40);
const ada = { id: 1001, login: 'ada', type: 'User', site_admin: false };
const isAda = { id: 1001, login: 'ada', bot: false };

const pullRequest = {
  number: 12,
  html_url: 'https://github.com/example/manual/pull/12',
  title: 'Lids of jars',
  body: null,
  user: ada,
  state: 'closed',
  merged_at: '2026-03-01T13:00:00+01:00',
  merge_commit_sha: SHA('a'),
  author_association: 'MEMBER',
  base: { ref: 'main', sha: SHA('b'), repo: { full_name: 'example/manual' } },
  head: { ref: 'lids', sha: SHA('c'), repo: { full_name: 'ada/manual' } },
  labels: [{ name: 'translation', color: 'ffffff' }],
  commits: 2,
  unheard_of: {},
};

test('a merged pull request', () => {
  expect(pullRequestFacts(pullRequest)).toEqual({
    number: 12,
    url: 'https://github.com/example/manual/pull/12',
    title: 'Lids of jars',
    body: '',
    author: isAda,
    state: 'closed',
    mergedAt: '2026-03-01T12:00:00Z',
    mergeCommit: SHA('a'),
    association: 'MEMBER',
    base: { ref: 'main', sha: SHA('b'), repository: 'example/manual' },
    head: { ref: 'lids', sha: SHA('c'), repository: 'ada/manual' },
    labels: ['translation'],
    commits: 2,
  });
});

test('an open one has no merge commit, though GitHub names its trial merge', () => {
  const facts = pullRequestFacts({ ...pullRequest, state: 'open', merged_at: null });
  expect(facts).toMatchObject({ mergedAt: undefined, mergeCommit: undefined });
});

test('a fork that is gone, and an account that is gone', () => {
  const { head } = pullRequest;
  expect(pullRequestFacts({ ...pullRequest, user: null, head: { ...head, repo: null } })).toMatchObject({
    author: undefined,
    head: { repository: undefined },
  });
  const ghost = { id: 10137, login: 'ghost', type: 'User' };
  expect(pullRequestFacts({ ...pullRequest, user: ghost }).author).toBeUndefined();
});

test.each([
  ['a missing field', { title: undefined }, 'GitHub: GET /pulls/{number}: title: text expected'],
  ['one of another kind', { base: { ref: 'main', sha: 'HEAD' } }, 'base.sha: a full commit id expected'],
  ['one inside a list', { labels: [{ name: 'a' }, 7] }, 'labels[1]: a label expected'],
  ['an address that is none', { html_url: 'javascript:alert(1)' }, 'html_url: an address such as https'],
  ['a moment that is none', { merged_at: 'yesterday' }, 'merged_at: a moment such as 2026-03-01T12:00:00Z expected'],
  ['a login that is none', { user: { id: 1, login: '../x' } }, 'user.login: a login expected'],
  ['an account that is none', { user: 'ada' }, 'user: an account with id and login, or null, expected'],
  ['an id that is none', { user: { id: '1', login: 'ada' } }, 'user.id: a number above 0 expected'],
])('%s is named with the call and what was expected', (_, change, expected) => {
  expect(() => pullRequestFacts({ ...pullRequest, ...change })).toThrow(expected);
});

test.each([[null], [[]], ['text'], [undefined]])('%j is no pull request, and no bug', (json) => {
  expect(() => pullRequestFacts(json)).toThrow(expect.objectContaining({ name: 'Failure', exitCode: 3 }));
});

test('a commit: the account is known, unknown, or gone', () => {
  const commit = {
    sha: SHA('d'),
    parents: [{ sha: SHA('e') }],
    author: ada,
    commit: {
      message: 'Lids\n\nmore',
      author: { name: 'Ada', email: 'ada@example.com', date: '2026-02-01T08:00:00Z' },
    },
  };
  expect(commitFacts(commit)).toEqual({
    sha: SHA('d'),
    parents: [SHA('e')],
    author: isAda,
    authorName: 'Ada',
    authorEmail: 'ada@example.com',
    authoredAt: '2026-02-01T08:00:00Z',
    message: 'Lids\n\nmore',
    isProved: false,
  });
  const isProved = (verified: boolean, more: object) =>
    commitFacts({ ...commit, ...more, commit: { ...commit.commit, verification: { verified, reason: 'x' } } }).isProved;
  expect(isProved(true, { committer: ada })).toBe(true);
  expect(isProved(true, { committer: { login: 'web-flow', id: 19864447, type: 'User' } })).toBe(true);
  expect(isProved(false, { committer: ada })).toBe(false);
  // Signed by a committer who gives the author's address.
  expect(isProved(true, { committer: { ...ada, id: 7 } })).toBe(false);
  expect(isProved(true, { committer: null })).toBe(false);
  expect(isProved(true, { committer: null, author: null })).toBe(false);
  expect(commitFacts({ ...commit, author: null }).author).toBeUndefined();
  expect(commitFacts({ ...commit, author: {} }).author).toBeUndefined();
});

test('a review; its commit may be forgotten, and one that is not sent has no moment', () => {
  const review = { id: 5, user: ada, state: 'APPROVED', submitted_at: '2026-03-01T11:00:00Z', commit_id: SHA('f') };
  expect(reviewFacts(review)).toEqual({
    id: 5,
    author: isAda,
    state: 'APPROVED',
    at: '2026-03-01T11:00:00Z',
    commit: SHA('f'),
  });
  expect(reviewFacts({ ...review, commit_id: null }).commit).toBeUndefined();
  const { at } = reviewFacts({ ...review, state: 'PENDING', submitted_at: undefined });
  expect(at > '2100').toBe(true);
  expect(() => reviewFacts({ ...review, state: 'LIKED' })).toThrow('/reviews: state: a state of a review');
});

test('of the events only dismissed reviews count, by a person or by a push', () => {
  const event = {
    event: 'review_dismissed',
    actor: ada,
    created_at: '2026-03-01T11:30:00Z',
    dismissed_review: { review_id: 5, state: 'approved', dismissal_message: 'no', dismissal_commit_id: SHA('1') },
  };
  expect(dismissalFacts(event)).toEqual({
    review: 5,
    was: 'APPROVED',
    at: '2026-03-01T11:30:00Z',
    by: isAda,
    commit: SHA('1'),
  });
  const byPerson = { ...event, dismissed_review: { review_id: 5, state: 'approved' } };
  expect(dismissalFacts(byPerson)?.commit).toBeUndefined();
  expect(dismissalFacts({ event: 'labeled' })).toBeUndefined();
  expect(dismissalFacts(null)).toBeUndefined();
  expect(() => dismissalFacts({ ...event, dismissed_review: undefined })).toThrow('/events: dismissed_review');
});

test('a comment knows its issue; apps are bots', () => {
  const comment = {
    id: 9,
    html_url: 'https://github.com/example/manual/issues/3#issuecomment-9',
    issue_url: 'https://api.github.com/repos/example/manual/issues/3',
    created_at: '2026-03-01T11:00:00.123Z',
    updated_at: '2026-03-01T11:05:00Z',
    user: { id: 41898282, login: 'github-actions[bot]', type: 'Bot' },
    body: '/reviewed jars',
  };
  expect(commentFacts(comment)).toEqual({
    id: 9,
    url: 'https://github.com/example/manual/issues/3#issuecomment-9',
    issue: 3,
    at: '2026-03-01T11:00:00Z',
    editedAt: '2026-03-01T11:05:00Z',
    author: { id: 41898282, login: 'github-actions[bot]', bot: true },
    body: '/reviewed jars',
  });
  expect(() => commentFacts({ ...comment, issue_url: 'x' })).toThrow('issue_url');
});

test('an issue, and a pull request seen as one', () => {
  const issue = { ...pullRequest, state: 'open', pull_request: undefined };
  expect(issueFacts(issue)).toMatchObject({ number: 12, author: isAda, labels: ['translation'], isPullRequest: false });
  expect(issueFacts({ ...issue, pull_request: { url: 'x' } }).isPullRequest).toBe(true);
  const { pull_request, ...without } = issue;
  expect(issueFacts(without).isPullRequest).toBe(false);
});

test('files, artifacts, labels and users', () => {
  expect(fileFacts({ filename: 'b.md', previous_filename: 'a.md', status: 'renamed', patch: '@@' })).toEqual({
    path: 'b.md',
    previousPath: 'a.md',
    status: 'renamed',
  });
  expect(fileFacts({ filename: 'a.md', status: 'added' })).toEqual({ path: 'a.md', status: 'added' });
  expect(artifactFacts({ id: 5, name: 'check', size_in_bytes: 9, expired: false })).toEqual({
    id: 5,
    name: 'check',
    size: 9,
    expired: false,
  });
  expect(labelFacts({ name: 'sync', color: '00ff00', description: null })).toEqual({
    name: 'sync',
    color: '00ff00',
    description: '',
  });
  expect(userFacts({ ...ada, login: 'renamed' })).toEqual({ id: 1001, login: 'renamed', bot: false });
  expect(() => userFacts({ login: 'ada' })).toThrow('GET /users/{login}: id');
});

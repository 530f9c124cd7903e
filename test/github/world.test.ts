/** The pretended GitHub does what GitHub does, where the tests of the bot rely on it. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { Hand } from './hand.ts';
import { startWorld, type World } from './world.ts';
import { isObject } from './world-dress.ts';

let world: World;
let [max, ada, eve] = [] as unknown as [Hand, Hand, Hand];
const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}\n`);
const changed = (at: number, words: string) =>
  LINES.map((line, index) => (index === at ? `${words}\n` : line)).join('');
const listOf = async (hand: Hand, path: string) => (await hand.ask('GET', path)).json as Record<string, unknown>[];

beforeEach(async () => {
  world = await startWorld({
    folder: join(temporary(), 'github'),
    repository: 'example/jars',
    people: [
      { id: 11, login: 'max', name: 'Max', maintainer: true },
      { id: 12, login: 'ada', name: 'Ada', email: 'ada@example.org' },
      { id: 13, login: 'eve', name: 'Eve' },
    ],
    files: { 'jars.md': LINES.join('') },
    at: '2026-01-05T09:00:00Z',
  });
  [max, ada, eve] = [new Hand(world, 'max'), new Hand(world, 'ada'), new Hand(world, 'eve')];
});
afterEach(() => world.close());

test('a pull request of a fork: its commits, files and refs are those of Git', async () => {
  world.clock.set('2026-01-06T10:00:00Z');
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid'), 'new.md': 'new\n' } });
  const pull = await eve.call('GET', `/pulls/${number}`);
  const [head, merged] = ['head', 'merge'].map((ref) => world.host.git(['rev-parse', `refs/pull/${number}/${ref}`]));
  expect(pull).toMatchObject({
    created_at: '2026-01-06T10:00:00Z',
    html_url: `https://github.com/example/jars/pull/${number}`,
    user: { id: 12, login: 'ada', type: 'User' },
    head: { sha: head, ref: 'work-1', repo: { full_name: 'ada/jars', fork: true } },
    base: { ref: 'main', sha: world.host.tip('main') },
    mergeable: true,
    merge_commit_sha: merged,
    commits: 1,
    changed_files: 2,
  });
  expect(await listOf(eve, `/pulls/${number}/commits`)).toMatchObject([
    { sha: head, author: { id: 12 }, commit: { author: { email: 'ada@example.org', date: '2026-01-06T10:00:00Z' } } },
  ]);
  expect(await listOf(eve, `/pulls/${number}/files`)).toMatchObject([
    { filename: 'jars.md', status: 'modified', additions: 1, deletions: 1 },
    { filename: 'new.md', status: 'added', additions: 1 },
  ]);
  expect(world.events.latest('pull_request').payload).toMatchObject({ action: 'opened', number, sender: { id: 12 } });
});

test.each([
  ['merge', 2],
  ['squash', 1],
  ['rebase', 1],
] as const)('%s as GitHub does it', async (how, parents) => {
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid') } });
  await eve.pushes(number, `Mend a word\n\n${max.trailer}`, { 'jars.md': changed(3, 'lids') });
  const elsewhere = world.pushToMain('max', 'Elsewhere', { 'jars.md': changed(25, 'bottom') });
  world.clock.set('2026-01-07T12:00:00Z');
  const sha = await max.merges(number, how);
  const commits = world.host.commits(`${elsewhere}..${sha}`);
  const last = commits.at(-1)!;
  expect(world.host.textAt(sha, 'jars.md')).toContain('lids\n');
  expect(world.host.textAt(sha, 'jars.md')).toContain('bottom\n');
  expect(last.parents).toHaveLength(parents);
  expect(last.committer.date).toBe('2026-01-07T12:00:00Z');
  if (how === 'squash') {
    expect(last.author.email).toBe('12+ada@users.noreply.github.com');
    expect(last.message).toContain(`Lids (#${number})`);
    expect(last.message.split('\n').slice(-2)).toEqual([eve.trailer, max.trailer]);
  }
  if (how === 'rebase')
    expect(commits.map(({ author, committer }) => [author.name, author.date < committer.date])).toEqual([
      ['Ada', true],
      ['Eve', true],
    ]);
  expect(await max.call('GET', `/pulls/${number}`)).toMatchObject({
    state: 'closed',
    merged: true,
    merged_at: '2026-01-07T12:00:00Z',
    merge_commit_sha: sha,
  });
  expect(world.events.latest('pull_request').payload).toMatchObject({
    action: 'closed',
    pull_request: { merged: true, merge_commit_sha: sha },
  });
});

test('reviews are of a commit, and are dismissed by people and by pushes', async () => {
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid') } });
  const first = world.pulls.get(number)!.headSha;
  await expect(ada.approves(number)).rejects.toThrow(/422.*your own/);
  const review = await eve.approves(number);
  await max.dismisses(number, review, 'No.');
  world.dismissesStale = true;
  const again = await eve.approves(number);
  const second = await ada.pushes(number, 'more', { 'jars.md': changed(3, 'lids') });
  const reviews = await listOf(max, `/pulls/${number}/reviews`);
  expect(reviews.map(({ id, state, commit_id }) => [id, state, commit_id])).toEqual([
    [review, 'DISMISSED', first],
    [again, 'DISMISSED', first],
  ]);
  expect(await listOf(max, `/issues/${number}/events`)).toMatchObject([
    { event: 'review_dismissed', actor: { id: 11 }, dismissed_review: { review_id: review, state: 'approved' } },
    { event: 'review_dismissed', dismissed_review: { review_id: again, dismissal_commit_id: second } },
  ]);
});

test('people are renamed and go, forks go; numbers and refs/pull stay', async () => {
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid') } });
  world.rename('ada', 'lovelace');
  expect(await eve.call('GET', `/pulls/${number}`)).toMatchObject({ user: { id: 12, login: 'lovelace' } });
  expect((await fetch(`${world.api()}/users/ada`)).status).toBe(404);
  world.forget('lovelace');
  world.host.remove('ada/jars');
  expect(await eve.call('GET', `/pulls/${number}`)).toMatchObject({ user: null, head: { repo: null, ref: 'work-1' } });
  expect(world.host.textAt(`refs/pull/${number}/head`, 'jars.md')).toContain('lid\n');
  await max.merges(number, 'squash');
  expect(world.host.textAt('main', 'jars.md')).toContain('lid\n');
});

test('comments, labels, pages of lists, and what has not changed', async () => {
  const issue = await eve.opensIssue('A wish', 'More jars.', 'wish');
  world.clock.set('2026-01-08T00:00:00Z');
  for (let at = 0; at < 4; at++) await eve.comments(issue, `comment ${at}`);
  const since = await listOf(max, '/issues/comments?since=2026-01-07T00:00:00Z');
  expect(since.map(({ body, created_at }) => [body, created_at])).toHaveLength(4);
  expect(await listOf(max, '/issues/comments?since=2026-01-09T00:00:00Z')).toEqual([]);
  const page = await fetch(`${world.api()}/repos/example/jars/issues/${issue}/comments?per_page=2`);
  expect(page.headers.get('link')).toContain(
    `<${world.api()}/repos/example/jars/issues/${issue}/comments?per_page=2&page=2>`,
  );
  const tag = page.headers.get('etag')!;
  expect((await fetch(page.url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  expect(await max.call('GET', `/issues/${issue}`)).toMatchObject({ labels: [{ name: 'wish' }], user: { id: 13 } });
  await eve.deletes(Number(since[0]!.id));
  expect((await max.ask('GET', `/issues/comments/${since[0]!.id}`)).status).toBe(404);
  expect(world.events.latest('issue_comment').payload).toMatchObject({
    action: 'deleted',
    comment: { body: 'comment 0' },
  });
});

test('a token may do what it may do, and faults strike as often as they are told to', async () => {
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid') } });
  const call = (token: string, method: string, path: string) =>
    fetch(`${world.api()}/repos/example/jars${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(method === 'GET' ? {} : { body: JSON.stringify({ body: 'x' }) }),
    });
  const readOnly = world.token('github-actions[bot]');
  expect((await call(readOnly, 'GET', `/pulls/${number}`)).status).toBe(200);
  for (const path of [`/issues/${number}/comments`, '/issues', '/pulls', `/pulls/${number}/reviews`])
    expect((await call(readOnly, 'POST', path)).status).toBe(403);
  expect((await call('unknown', 'GET', `/pulls/${number}`)).status).toBe(401);
  expect((await ada.ask('PUT', `/pulls/${number}/merge`, {})).status).toBe(403);
  world.faults.add({ path: /\/pulls\/\d+$/, times: 1, answer: 'secondary-limit' });
  const limited = await call(readOnly, 'GET', `/pulls/${number}`);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '1']);
  world.faults.add({ path: /\/pulls\/\d+$/, times: 1, answer: 'truncated' });
  await expect(call(readOnly, 'GET', `/pulls/${number}`).then((cut) => cut.text())).rejects.toThrow();
  expect((await call(readOnly, 'GET', `/pulls/${number}`)).status).toBe(200);
});

test('main may move while a push is on its way', () => {
  const { host } = world;
  const first = host.tip('main')!;
  const other = host.commit({
    repository: 'example/jars',
    branch: 'other',
    from: first,
    message: 'other',
    author: { name: 'Max', email: 'max@example.org' },
    edits: { 'other.md': 'other\n' },
  });
  host.race(other);
  const mine = host.commitTree(`${first}^{tree}`, [first], 'mine', {
    author: { name: 'A', email: 'a@example.org', date: '2026-01-05T09:00:00Z' },
    committer: { name: 'A', email: 'a@example.org', date: '2026-01-05T09:00:00Z' },
  });
  host.fork('ada/jars');
  expect(() => host.git(['push', '-q', host.origin, `${mine}:refs/heads/main`], { repository: 'ada/jars' })).toThrow();
  expect(host.tip('main')).toBe(other);
});

test('payloads have the fields of GitHub’s own examples that the bot could look at', async () => {
  const number = await ada.opens({ title: 'Lids', edits: { 'jars.md': changed(3, 'lid') } });
  await eve.comments(number, 'Fine.');
  await eve.approves(number);
  const examples = (await import('@octokit/webhooks-examples/api.github.com/index.json', { with: { type: 'json' } }))
    .default;
  for (const [name, action] of [
    ['pull_request', 'opened'],
    ['issue_comment', 'created'],
    ['pull_request_review', 'submitted'],
  ] as const) {
    const all: readonly { readonly name: string; readonly examples: readonly unknown[] }[] = examples;
    const example = all
      .find((each) => each.name === name)
      ?.examples.find((each) => isObject(each) && each.action === action);
    const ours = world.events.latest(name, action).payload;
    const missing = missingIn(example, ours).filter(
      (path) => !/_url$|_count$|\b(repo|repository|user|sender|owner)\.|assignee|active_lock/.test(path),
    );
    expect(missing).toEqual([]);
  }
});

/** Paths of fields that an example has and a payload lacks. */
function missingIn(example: unknown, ours: unknown, path = ''): string[] {
  if (!isObject(example) || !isObject(ours)) return [];
  return Object.entries(example).flatMap(([name, value]) =>
    name in ours ? missingIn(value, ours[name], `${path}${name}.`) : [`${path}${name}`],
  );
}

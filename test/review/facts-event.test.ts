import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { readEvent } from '../../tools/review/event.ts';

const NAMES = [
  'pull_request',
  'pull_request_review',
  'issue_comment',
  'issues',
  'workflow_run',
  'push',
  'workflow_dispatch',
];

interface Example {
  readonly action?: string;
  readonly repository?: { readonly full_name: string };
}

const of = (name: string): readonly Example[] => examples.find((each) => each.name === name)?.examples ?? [];
const recorded = NAMES.flatMap((name) => of(name).map((payload, at) => ({ name, at, payload })));

test('there are recorded examples of each event', () => {
  expect(NAMES.filter((name) => of(name).length === 0)).toEqual([]);
});

test.each(recorded)("GitHub's own example of $name, number $at, is read", ({ name, payload }) => {
  const event = readEvent(name, payload);
  const isOld = name === 'issue_comment' && payload.action !== 'created';
  expect(event.kind).toBe(isOld ? 'ignored' : name);
  expect(event.repository).toBe(payload.repository?.full_name);
  expect(event.sender?.id).toBeGreaterThan(0);
});

const [pushed] = of('push');
const [dispatched] = of('workflow_dispatch');

test('a deleted branch leaves no commit', () => {
  expect(readEvent('push', { ...pushed, after: '0'.repeat(40) })).toMatchObject({ kind: 'push', after: undefined });
});

test('inputs of a form are text', () => {
  const event = readEvent('workflow_dispatch', { ...dispatched, inputs: { force: true, pin: '18=REL_18_3' } });
  expect(event).toMatchObject({ inputs: { force: 'true', pin: '18=REL_18_3' } });
  expect(readEvent('workflow_dispatch', { ...dispatched, inputs: null })).toMatchObject({ inputs: {} });
});

test('a scheduled run has nobody behind it', () => {
  const repository = { full_name: 'example/manual' };
  expect(readEvent('schedule', { repository, schedule: '0 3 * * *' })).toEqual({
    kind: 'schedule',
    repository: 'example/manual',
    sender: undefined,
  });
});

test('a review names its pull request, in the words of the API', () => {
  const [payload] = of('pull_request_review');
  const event = readEvent('pull_request_review', payload);
  expect(event).toMatchObject({ kind: 'pull_request_review', pullRequest: 2, review: { state: 'COMMENTED' } });
});

test.each([
  ['an event that is not read', 'fork', {}, /"fork": one of the events pull_request, /],
  ['a name of an object', 'constructor', {}, /"constructor": one of/],
  ['nothing', 'push', null, /Payload of push: /],
  ['no repository', 'push', {}, /Payload of push: repository: /],
  ['another payload', 'pull_request', pushed, /Payload of pull_request: action: /],
  ['a ref that is none', 'push', { ...pushed, ref: 7 }, /Payload of push: ref: text expected/],
  [
    'a hostile name',
    'push',
    { ...pushed, repository: { full_name: 'a/b; rm' } },
    /repository.full_name: a repository as/,
  ],
])('%s is refused, and says what was expected', (_, name, payload, expected) => {
  expect(() => readEvent(name, payload)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(expected) }),
  );
});

import examples from '@octokit/webhooks-examples/api.github.com/index.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { readEvent } from '../../tools/review/event.ts';

const NAMES = ['pull_request', 'issue_comment', 'workflow_run'] as const;

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

const [commented] = of('issue_comment');

test.each([
  ['nothing', null, /Payload of pull_request: /],
  ['no repository', {}, /Payload of pull_request: repository: /],
  ['another payload', commented, /Payload of pull_request: pull_request: /],
  ['a hostile name', { ...commented, repository: { full_name: 'a/b; rm' } }, /repository.full_name: a repository as/],
])('%s is refused, and says what was expected', (_, payload, expected) => {
  expect(() => readEvent('pull_request', payload)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(expected) }),
  );
});

/** People who want what is not theirs. Each guard is tried from outside, as a stranger would. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import { botComments } from './hand.ts';
import { ledgerOf, pullRecord } from './ledger.ts';
import { type Story, startStory } from './story.ts';
import { NUMBERS, numbers, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';
import { BOT } from './world-people.ts';
import { zipOf } from './zip.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

const FORGED = `type: pull-request
number: 1
url: "https://github.com/example/tinyrow-docs/pull/1"
title: "Everything"
merge-commit: "1f0c2a9b7e4d1f0c2a9b7e4d1f0c2a9b7e4d1f0c"
merged-at: "2026-02-01T12:00:00Z"
author: { id: 1006, login: "stranger" }
segments:
  - { page: "locking-rows", key: "2327684d93", target: "11aa22bb33", action: translated, words: 3000 }
`;

test.each([
  ['a ledger record for oneself', { 'translations/ledger/2026/pr-1.yml': FORGED }],
  [
    'oneself among the reviewers',
    { 'translations/zh-CN/reviewers.yml': '- { id: 1006, login: stranger, folders: all }\n' },
  ],
  ['a workflow', { '.github/workflows/check.yml': 'on: push\n' }],
])('a pull request with %s is told apart, and the check fails', async (_, edits) => {
  const { stranger, max } = story;
  const number = await stranger.opens({ title: 'Small fix', edits });
  const [check, comment] = await workflows.settle();
  expect(check).toMatchObject({ workflow: 'check', code: 1 });
  expect(comment).toMatchObject({ workflow: 'comment', code: 0 });
  expect((await botComments(max, number))[0]).toContain(Object.keys(edits)[0]!.split('/').at(-1));
});

test('who is a reviewer only by the pull request itself approves nothing', async () => {
  const { world, ada, max, stranger, text } = story;
  const edits = {
    [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers),
    'translations/zh-CN/reviewers.yml': '- { id: 1006, login: stranger, folders: all }\n',
  };
  const number = await ada.opens({ title: 'N', edits });
  await stranger.approves(number);
  await max.merges(number, 'squash');
  await workflows.settle();
  expect(pullRecord(world, number).approvals).toEqual([]);
});

test('a title, a branch and a text of commands, markup and mentions do nothing', async () => {
  const { world, stranger, max, text } = story;
  const key = Object.keys(rows)[0]!;
  const nasty = '$(touch /tmp/pwned) <script>alert(1)</script> {{ constructor }} @everyone ::set-output name=x::y';
  const number = await stranger.opens({
    title: `::add-mask::x\`rm -rf /\` ${nasty} </details>`,
    body: nasty,
    branch: 'a;$(touch$IFS)',
    edits: { [ROWS]: write(ROWS, text(ROWS), { [key]: nasty }) },
  });
  const [check, comment] = await workflows.settle();
  expect(check!.code).toBeLessThan(2);
  expect(check!.stdout + check!.stderr).not.toMatch(/^::(set-output|add-mask)/m);
  expect(comment).toMatchObject({ code: 0 });
  const [body] = await botComments(max, number);
  // In code nothing of it would do anything; outside of it none of it may stand.
  const outside = body!.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  expect(outside).not.toMatch(/<script|(^|\s)@everyone|\$\(touch/);
  await max.merges(number, 'squash');
  const ran = await workflows.settle();
  expect(ran.map(({ code }) => code)).toEqual([0]);
  expect(pullRecord(world, number).segments).toMatchObject([{ key }]);
});

test('a check cannot write, and its artifact is not believed', async () => {
  const { world, ada, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  const event = world.events.latest('pull_request');
  const { ran, completed } = await workflows.check(event);
  expect(ran.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
  // Another run's artifact, made by a stranger's code, speaks of another pull request.
  const other = await max.opens({ title: 'Other', edits: { 'docs/other.md': 'x\n' } });
  const forged = JSON.stringify(JSON.parse(ran.left['pgdoc-check.json']!)).replaceAll(`:${number},`, `:${other},`);
  for (const [name, content] of [
    ['pgdoc-check.json', forged],
    ['../pgdoc-check.json', '{}'],
    ['pgdoc-check.json', 'x'],
  ] as const) {
    const run = 90_000 + world.artifacts.length;
    world.addArtifact(run, 'pgdoc-check', zipOf({ [name]: content }));
    const workflow = { ...(completed.payload.workflow_run as object), id: run };
    await workflows.comment({ ...completed, payload: { ...completed.payload, workflow_run: workflow } });
  }
  expect(await botComments(max, other)).toEqual([]);
});

test('the author’s own approval, and a trailer that names someone else, give nothing', async () => {
  const { world, ada, eve, max, text } = story;
  const message = `N\n\nCo-authored-by: Stranger <1006+stranger@users.noreply.github.com>\nCo-authored-by: Bot <${BOT.id}+github-actions[bot]@users.noreply.github.com>`;
  const number = await eve.opens({ title: 'N', message, edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await expect(eve.approves(number)).rejects.toThrow('422');
  await ada.approves(number);
  await max.merges(number, 'squash');
  await workflows.settle();
  const record = pullRecord(world, number);
  expect(record.approvals).toEqual([]);
  expect(record.coAuthors.map(({ id }) => id)).not.toContain(BOT.id);
});

test('a comment that was edited into a command is none', async () => {
  const { world, max } = story;
  const issue = await max.opensIssue('Reviews', '');
  const comment = await max.comments(issue, 'Let me see.');
  world.clock.pass();
  await max.edits(comment, '/reviewed locking-rows');
  await workflows.settle();
  expect((await workflows.missed('2026-02-01')).code).toBe(0);
  expect(ledgerOf(world).size).toBe(0);
});

/** A translation from its first commit to the points for it, each step run as the workflows run it. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import { botComments } from './hand.ts';
import { ledgerFiles, pullRecord } from './ledger.ts';
import { pgdocIn } from './runner.ts';
import { type Story, startStory } from './story.ts';
import { NUMBERS, numbers, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

const codes = (ran: readonly { readonly workflow: string; readonly code: number; readonly stderr: string }[]) =>
  ran.map(({ workflow, code, stderr }) => `${workflow} ${code}${code === 0 ? '' : ` ${stderr}`}`);

test('opened, checked, commented, reviewed, pushed to, merged, recorded', async () => {
  const { world, ada, eve, max, text } = story;
  const before = text(NUMBERS);
  const number = await ada.opens({ title: 'Numbers', edits: { [NUMBERS]: write(NUMBERS, before, numbers) } });
  expect(codes(await workflows.settle())).toEqual(['check 0', 'comment 0']);
  const [first, ...more] = await botComments(eve, number);
  expect(more).toEqual([]);
  expect(first).toContain('已翻译 translated | 4 |');

  world.clock.pass(60);
  await eve.approves(number);
  world.clock.pass(60);
  const better = { ...numbers, a2942ed882: '一个数的一半，朝零的方向舍入' };
  await ada.pushes(number, 'A better half', { [NUMBERS]: write(NUMBERS, before, better) });
  expect(codes(await workflows.settle())).toEqual(['check 0', 'comment 0']);
  const comments = await botComments(eve, number);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain(world.pulls.get(number)!.headSha.slice(0, 10));
  const promised = /`ada` \*\*([\d.]+)\*\*/.exec(comments[0]!)?.[1];

  world.clock.pass(60);
  const merged = await max.merges(number, 'squash');
  const mergedAt = world.clock.now;
  world.clock.pass(5);
  expect(codes(await workflows.settle())).toEqual(['record 0']);
  const record = pullRecord(world, number);
  expect(record).toMatchObject({
    number,
    mergeCommit: merged,
    mergedAt,
    author: { id: 1002, login: 'ada' },
    coAuthors: [],
    approvals: [{ id: 1004, login: 'eve', entitledBy: 'sql' }],
  });
  expect(record.segments.map(({ key, action }) => [key, action])).toEqual(
    Object.keys(numbers)
      .sort()
      .map((key) => [key, 'translated']),
  );
  // The text that changed after the approval is not approved; the others stay so.
  expect(record.approvals[0]?.only).toEqual(
    ['0dda633071', '20d83f8fb6', 'b0640f0fc4'].map((key) => `functions-small:${key}`),
  );
  expect(world.dispatches.map(({ file }) => file)).toContain('publish.yml');
  const { stdout } = await pgdocIn(world, ['points', '--json', '--until', '2026-12-31']);
  const { people } = JSON.parse(stdout) as { people: { login: string; points: number }[] };
  expect(people.find(({ login }) => login === 'ada')?.points).toBe(Number(promised));
  const last = (await botComments(eve, number)).at(-1);
  expect(last).toContain('functions-small');
});

test.each(['merge', 'squash', 'rebase'] as const)('merged by %s: two authors, and main had moved', async (how) => {
  const { world, ada, bob, eve, max, text } = story;
  const before = text(ROWS);
  const [one, two] = Object.entries(rows);
  const first = write(ROWS, before, { [one![0]]: one![1] });
  const number = await ada.opens({ title: 'Better words for rows', edits: { [ROWS]: first } });
  world.clock.pass(10);
  await bob.pushes(number, 'Another', { [ROWS]: write(ROWS, first, { [two![0]]: two![1] }) });
  world.clock.pass(10);
  await eve.approves(number);
  world.pushToMain('max', 'Elsewhere', { [NUMBERS]: write(NUMBERS, text(NUMBERS), { b0640f0fc4: '数字' }) });
  world.clock.pass(10);
  await max.merges(number, how);
  const [ran] = (await workflows.settle()).filter(({ workflow }) => workflow === 'record');
  expect(ran).toMatchObject({ code: 0 });
  const record = pullRecord(world, number);
  expect(record.author.id).toBe(1002);
  expect(record.coAuthors.map(({ id }) => id)).toEqual([1003]);
  expect(record.segments.map(({ page, key, action }) => [page, key, action])).toEqual([
    ['locking-rows', one![0], 'corrected'],
    ['locking-rows', two![0], 'corrected'],
  ]);
  expect(record.segments.map(({ by }) => by)).toEqual([[1002], [1003]]);
  expect(record.approvals).toMatchObject([{ id: 1004, entitledBy: 'sql' }]);
  expect(record.approvals[0]).not.toHaveProperty('only');
});

test('delivered twice, late, or not at all: one record, the same bytes', async () => {
  const { world, ada, eve, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await eve.approves(number);
  await max.merges(number);
  const merged = world.events.latest('pull_request', 'closed');
  const opened = world.events.latest('pull_request', 'opened');
  expect(codes(await workflows.started(merged))).toEqual(['record 0']);
  const [files, main] = [ledgerFiles(world), world.host.tip('main')];
  expect(codes(await workflows.started(merged))).toEqual(['record 0']);
  expect(world.host.tip('main')).toBe(main);
  expect(codes([await workflows.missed('2026-02-01')])).toEqual(['missed 0']);
  expect(world.host.tip('main')).toBe(main);
  expect(ledgerFiles(world)).toEqual(files);
  // The check of what is merged already comes too late: it is no error that anybody could mend.
  const late = await workflows.started(opened);
  expect(late.filter(({ code }) => code > 1)).toEqual([]);
  expect(ledgerFiles(world)).toEqual(files);
});

test('what was missed is caught up', async () => {
  const { world, ada, eve, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await max.merges(number, 'squash');
  const issue = await eve.opensIssue('Review of locking-rows', '');
  const comment = await max.comments(issue, '/reviewed locking-rows');
  expect(codes([await workflows.missed('2026-02-01')])).toEqual(['missed 0']);
  expect([...ledgerFiles(world).keys()]).toEqual([
    `translations/ledger/2026/pr-${number}.yml`,
    `translations/ledger/2026/review-${comment}.yml`,
  ]);
});

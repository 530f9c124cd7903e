/** What goes wrong between the bot and GitHub, and does no harm: a record is made once, whole, or later. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import { ledgerFiles, ledgerOf, pullRecord } from './ledger.ts';
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

async function merged(): Promise<number> {
  const { world, ada, eve, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await eve.approves(number);
  world.clock.pass();
  await max.merges(number, 'squash');
  world.events.take();
  return number;
}

const record = () => workflows.merged(story.world.events.latest('pull_request', 'closed'));

test.each([
  ['server errors', { path: /\/pulls\/\d+/, times: 2, answer: 'error' }],
  ['the secondary limit', { path: /\/pulls\/\d+\/reviews/, times: 1, answer: 'secondary-limit' }],
  ['a dropped connection', { path: /\/pulls\/\d+\/commits/, times: 1, answer: 'dropped' }],
  ['an answer that breaks off', { path: /\/pulls\/\d+\/reviews/, times: 1, answer: 'truncated' }],
] as const)('%s on the way: tried again', async (_, fault) => {
  const number = await merged();
  story.world.faults.add(fault);
  expect(await record()).toMatchObject({ code: 0 });
  expect(pullRecord(story.world, number).approvals).toHaveLength(1);
});

test('GitHub is down: exit 3, nothing written, and the next run makes it good', async () => {
  const number = await merged();
  const main = story.world.host.tip('main');
  story.world.faults.add({ path: /\/reviews/, times: 100, answer: 'error' });
  expect(await record()).toMatchObject({ code: 3 });
  expect(story.world.host.tip('main')).toBe(main);
  story.world.faults.clear();
  expect((await workflows.missed('2026-02-01')).code).toBe(0);
  expect(pullRecord(story.world, number).segments).toHaveLength(4);
});

test('a pull request that is not there: told, nothing written', async () => {
  const number = await merged();
  const main = story.world.host.tip('main');
  story.world.faults.add({ path: new RegExp(`/pulls/${number}$`), times: 100, answer: 'gone' });
  const { code, stderr } = await record();
  expect(code).toBeGreaterThan(0);
  expect(stderr).toContain(`${number}`);
  expect(story.world.host.tip('main')).toBe(main);
});

test('main moves while the record is on its way, twice', async () => {
  const { world } = story;
  const number = await merged();
  const { host } = world;
  const elsewhere = (branch: string, from: string) =>
    host.commit({
      repository: world.repository,
      branch,
      from,
      message: branch,
      author: { name: 'Max', email: 'max@example.org' },
      edits: { [`docs/${branch}.md`]: `${branch}\n` },
    });
  const first = elsewhere('first', host.tip('main')!);
  host.race(first, elsewhere('second', first));
  expect(await record()).toMatchObject({ code: 0 });
  expect(pullRecord(world, number).number).toBe(number);
  expect([host.textAt('main', 'docs/first.md'), host.textAt('main', 'docs/second.md')]).toEqual([
    'first\n',
    'second\n',
  ]);
});

test('another run has pushed the same record meanwhile: nothing is written twice', async () => {
  const { world } = story;
  await merged();
  const before = world.host.tip('main')!;
  expect((await record()).code).toBe(0);
  const [files, done] = [ledgerFiles(world), world.host.tip('main')!];
  world.host.setRef('refs/heads/main', before);
  world.host.race(done);
  expect((await record()).code).toBe(0);
  expect(ledgerFiles(world)).toEqual(files);
  expect(world.host.tip('main')).toBe(done);
});

test('other bytes stand where the record belongs: told, and left as they are', async () => {
  const { world } = story;
  const number = await merged();
  const path = `translations/ledger/2026/pr-${number}.yml`;
  world.pushToMain('max', 'By hand', { [path]: 'type: pull-request\n' });
  const { code, stdout, stderr } = await record();
  expect(code).toBe(1);
  expect(stdout + stderr).toContain(path);
  expect(world.host.textAt('main', path)).toBe('type: pull-request\n');
});

test('two records at once: both are there', async () => {
  const { world, bob, max, text } = story;
  const one = await merged();
  const first = world.events.latest('pull_request', 'closed');
  const two = await bob.opens({ title: 'Rows', edits: { [ROWS]: write(ROWS, text(ROWS), rows) } });
  await max.merges(two);
  const second = world.events.latest('pull_request', 'closed');
  const ran = await Promise.all([workflows.merged(first), workflows.merged(second)]);
  expect(ran.map(({ code }) => code)).toEqual([0, 0]);
  expect([...ledgerOf(world).keys()].sort()).toEqual([`pr-${one}`, `pr-${two}`].sort());
});

test('a fork that is gone, its owner renamed, an approver whose account is gone', async () => {
  const { world, ada, bob, eve, max, text } = story;
  const number = await ada.opens({ title: 'N', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  const other = await bob.opens({ title: 'R', edits: { [ROWS]: write(ROWS, text(ROWS), rows) } });
  for (const each of [number, other]) await eve.approves(each);
  world.host.remove(ada.repository);
  world.rename('ada', 'lovelace');
  await max.merges(number, 'rebase');
  expect((await record()).code).toBe(0);
  expect(pullRecord(world, number)).toMatchObject({ author: { id: 1002 }, approvals: [{ id: 1004 }] });
  expect(pullRecord(world, number).segments).toHaveLength(4);
  world.forget('eve');
  await max.merges(other);
  expect((await record()).code).toBe(0);
  expect(pullRecord(world, other)).toMatchObject({ author: { id: 1003 }, approvals: [] });
});

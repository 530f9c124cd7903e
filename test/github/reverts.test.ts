/** Work that is taken back counts no longer, and work that stays does. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { write } from './catalog-edits.ts';
import { pullRecord } from './ledger.ts';
import { pgdocIn } from './runner.ts';
import { type Story, startStory } from './story.ts';
import { NUMBERS, numbers } from './words.ts';
import { Workflows } from './workflows.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

async function recorded(): Promise<void> {
  for (const { workflow, code, stderr } of await workflows.settle())
    if (workflow === 'record' && code !== 0) throw new Error(stderr);
}

async function pointsOf(login: string): Promise<number> {
  const { stdout } = await pgdocIn(story.world, ['points', '--json', '--until', '2026-12-31']);
  const { people } = JSON.parse(stdout) as { people: { login: string; points: number }[] };
  return people.find((person) => person.login === login)?.points ?? 0;
}

test.each(['merge', 'squash'] as const)(
  'taken back whole by %s: the record is reversed, its points are gone',
  async (how) => {
    const { world, ada, max, text } = story;
    const before = text(NUMBERS);
    const work = await ada.opens({ title: 'Numbers', edits: { [NUMBERS]: write(NUMBERS, before, numbers) } });
    await max.merges(work, how);
    await recorded();
    expect(await pointsOf('ada')).toBeGreaterThan(0);
    world.clock.pass(60);
    const body = `Reverts ${world.repository}#${work}`;
    const back = await max.opens({ title: 'Revert "Numbers"', body, edits: { [NUMBERS]: before } });
    await max.merges(back, how);
    await recorded();
    expect(pullRecord(world, back)).toMatchObject({ reverses: [`pr-${work}`] });
    expect(await pointsOf('ada')).toBe(0);
  },
);

test('the event of the revert comes first: both are recorded, as they would be in order', async () => {
  const { world, ada, max, text } = story;
  const before = text(NUMBERS);
  const work = await ada.opens({ title: 'Numbers', edits: { [NUMBERS]: write(NUMBERS, before, numbers) } });
  await max.merges(work, 'squash');
  const first = world.events.latest('pull_request', 'closed');
  world.clock.pass(60);
  const body = `Reverts ${world.repository}#${work}`;
  const back = await max.opens({ title: 'Revert "Numbers"', body, edits: { [NUMBERS]: before } });
  await max.merges(back, 'squash');
  expect((await workflows.merged(world.events.latest('pull_request', 'closed'))).code).toBe(0);
  expect(pullRecord(world, back)).toMatchObject({ reverses: [`pr-${work}`] });
  expect(pullRecord(world, work).segments).toHaveLength(4);
  const main = world.host.tip('main');
  expect((await workflows.merged(first)).code).toBe(0);
  expect(world.host.tip('main')).toBe(main);
});

test('taken back in part: it goes on to count', async () => {
  const { world, ada, max, text } = story;
  const before = text(NUMBERS);
  const work = await ada.opens({ title: 'Numbers', edits: { [NUMBERS]: write(NUMBERS, before, numbers) } });
  await max.merges(work);
  await recorded();
  world.clock.pass(60);
  const [key] = Object.keys(numbers);
  const some = write(NUMBERS, text(NUMBERS), { [key!]: '' });
  const body = `Reverts ${world.repository}#${work}`;
  const back = await max.opens({ title: 'Revert some', body, edits: { [NUMBERS]: some } });
  await max.merges(back);
  await recorded();
  expect(pullRecord(world, back)).not.toHaveProperty('reverses');
  expect(await pointsOf('ada')).toBeGreaterThan(0);
});

test('whoever only says so takes nothing back', async () => {
  const { world, ada, stranger, max, text } = story;
  const work = await ada.opens({ title: 'Numbers', edits: { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) } });
  await max.merges(work);
  await recorded();
  const body = `Reverts ${world.repository}#${work}`;
  const other = await stranger.opens({
    title: 'A note',
    body,
    edits: { 'docs/faq/note.md': '---\ntitle: A note\n---\n\nWords.\n' },
  });
  await max.merges(other);
  await recorded();
  expect(pullRecord(world, other)).not.toHaveProperty('reverses');
});

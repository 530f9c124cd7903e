/** The pull request of a sync: opened, made anew when main changes, recorded without reviewing anything. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { entriesOf, write } from './catalog-edits.ts';
import { pullRecord } from './ledger.ts';
import { filesOfOlderRelease, type Story, startStory } from './story.ts';
import { NAPS, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';

let story: Story;
let workflows: Workflows;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'), await filesOfOlderRelease());
  workflows = new Workflows(story.world);
});
afterEach(() => story.close());

async function synced(): Promise<void> {
  story.world.clock.pass(30);
  const { code, stderr } = await workflows.sync();
  if (code !== 0) throw new Error(stderr);
}

const headText = (number: number, path: string) => story.world.host.textAt(`refs/pull/${number}/head`, path) ?? '';
const isStale = (path: string, text: string) => entriesOf(path, text).some((entry) => entry.stale);

test('one pull request a sync, updated in place, nothing when nothing changed', async () => {
  const { world, ada, eve, max, text } = story;
  await synced();
  expect([...world.pulls.keys()]).toHaveLength(1);
  const [number, pull] = [...world.pulls][0]!;
  const { user, body, labels } = await max.call('GET', `/pulls/${number}`);
  expect(user).toMatchObject({ type: 'Bot' });
  expect(String(body)).toContain('config-naps');
  expect(labels).not.toEqual([]);
  expect(isStale(NAPS, text(NAPS))).toBe(false);
  expect(isStale(NAPS, headText(number, NAPS))).toBe(true);

  const head = pull.headSha;
  await synced();
  await max.call('GET', `/pulls/${number}`);
  expect([...world.pulls.keys()]).toEqual([number]);
  expect(world.host.tip(pull.head.ref)).toBe(head);

  // A translation is merged while it is open: it is made anew on what main is now.
  const work = await ada.opens({ title: 'Rows', edits: { [ROWS]: write(ROWS, text(ROWS), rows) } });
  await max.merges(work, 'squash');
  await synced();
  expect(world.host.tip(pull.head.ref)).not.toBe(head);
  await max.ask('GET', '/pulls?state=open');
  expect(headText(number, ROWS)).toContain('握在手里');
  expect(isStale(NAPS, headText(number, NAPS))).toBe(true);

  await eve.approves(number);
  await max.merges(number, 'squash');
  await workflows.settle();
  expect(pullRecord(world, number)).toMatchObject({ segments: [] });
  expect(pullRecord(world, number).author.login).toBe('github-actions[bot]');
  await synced();
  expect([...world.pulls.values()].filter(({ open }) => open)).toEqual([]);
});

test('a sync that lands while translations are open: others merge, the changed paragraph conflicts', async () => {
  const { world, ada, bob, max, text } = story;
  const before = entriesOf(NAPS, text(NAPS)).filter((entry) => entry.target !== '');
  await synced();
  const sync = [...world.pulls.values()].at(-1)!;
  const stale = entriesOf(NAPS, headText(sync.number, NAPS)).filter((entry) => entry.stale);
  const old = stale[0]!.stale!.was;
  const same = before.find(({ key }) => !stale.some((entry) => entry.stale?.was === key) && key !== before[0]!.key)!;
  const theirs = (key: string, words: string) => ({ [NAPS]: write(NAPS, text(NAPS), { [key]: words }) });
  const clashing = await ada.opens({ title: 'The changed one', edits: theirs(old, '旧英文的新译文。') });
  const calm = await bob.opens({ title: 'Another one', edits: theirs(same.key, `${same.target}（改）`) });
  await max.merges(sync.number, 'squash');
  expect(await max.call('GET', `/pulls/${clashing}`)).toMatchObject({ mergeable: false });
  expect(await max.call('GET', `/pulls/${calm}`)).toMatchObject({ mergeable: true });
  await max.merges(calm, 'squash');

  // Whoever resolves the conflict writes below the new English; that is an update.
  const main = text(NAPS);
  const resolved = write(NAPS, main, { [stale[0]!.key]: '新英文的新译文。' });
  world.host.commit({
    repository: ada.repository,
    branch: world.pulls.get(clashing)!.head.ref,
    from: world.host.tip('main'),
    message: 'On the new English',
    author: { name: 'Ada', email: 'ada@example.org' },
    edits: { [NAPS]: resolved },
  });
  await max.ask('GET', '/pulls?state=open');
  world.clock.pass(10);
  await max.merges(clashing, 'squash');
  await workflows.settle();
  expect(pullRecord(world, calm).segments).toMatchObject([{ key: same.key, action: 'corrected' }]);
  expect(pullRecord(world, clashing).segments).toMatchObject([{ key: stale[0]!.key, action: 'updated' }]);
});

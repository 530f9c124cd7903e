/**
 * 200 merged pull requests of 40 people over three years: the ledger made one by one as things happened, made again from
 * Git and GitHub, and made in another order has the same bytes; and points add up.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerRebuild } from '../../tools/commands/github/ledger-rebuild.ts';
import { commentWork } from '../../tools/commands/github/on-comment.ts';
import { record as recordOf } from '../../tools/commands/github/record.ts';
import { points } from '../../tools/commands/points.ts';
import { temporary } from '../commands/helpers/folder.ts';
import { record } from '../commands/helpers/record.ts';
import { toolRoot } from '../commands/helpers/shared.ts';
import { entriesOf } from './catalog-edits.ts';
import { Hand } from './hand.ts';
import { type Surroundings, surroundings } from './in-process.ts';
import { ledgerFiles, ledgerOf } from './ledger.ts';
import { type Crowd, chance, onePull } from './many.ts';
import { checkout } from './runner.ts';
import { firstFiles, REPOSITORY } from './story.ts';
import { startWorld, type World } from './world.ts';

const PULLS = 200;
const PEOPLE = 40;
const REVIEWERS = 8;
/** Milliseconds; each record is some forty runs of git, and a busy machine takes its time. */
const LONG = 900_000;
/** After so many pull requests a reviewer reviews a page by a comment. */
const COMMENT_EVERY = 10;

let world: World;
/** What the ledger held when everything had been recorded as it happened. */
let asItHappened: ReadonlyMap<string, string>;
const events: ({ readonly pull: number } | { readonly comment: number })[] = [];

beforeAll(async () => {
  const files = await firstFiles();
  const paths = Object.keys(files).filter(
    (path) => /^translations\/zh-CN\/.*\.md$/.test(path) && entriesOf(path, files[path]!).length > 5,
  );
  const people = Array.from({ length: PEOPLE + 1 }, (_, at) => ({
    id: 2000 + at,
    login: at === 0 ? 'keeper' : `person-${at}`,
    name: at === 0 ? 'Keeper' : `Person ${at}`,
    ...(at === 0 ? { maintainer: true as const } : {}),
  }));
  const entitled = people.slice(1, REVIEWERS + 1);
  const reviewers = entitled.map(
    ({ id, login }, at) => `- { id: ${id}, login: ${login}, folders: ${at % 2 === 0 ? 'all' : '[sql, admin]'} }\n`,
  );
  world = await startWorld({
    folder: join(temporary(), 'github'),
    repository: REPOSITORY,
    people,
    files: { ...files, 'translations/zh-CN/reviewers.yml': reviewers.join('') },
    at: '2023-03-01T00:00:00Z',
  });
  world.quiet = true;
  const all = people.map(({ id }) => world.people.byId(id));
  const crowd: Crowd = {
    world,
    maintainer: all[0]!,
    writers: all.slice(1),
    reviewers: all.slice(1, REVIEWERS + 1),
    paths,
    below: chance(20),
  };
  const context = await surroundings(world);
  const talk = await new Hand(world, 'keeper').opensIssue('Reviews', '');
  for (let at = 1; at <= PULLS; at++) {
    const pull = await onePull(crowd, at);
    events.push({ pull });
    await recordOne(context, events.at(-1)!);
    if (at % COMMENT_EVERY !== 0) continue;
    world.clock.pass(600);
    const reviewer = new Hand(world, crowd.reviewers[crowd.below(REVIEWERS)]!.login);
    const page = paths[crowd.below(paths.length)]!.replace(/^.*\/|\.md$/g, '');
    events.push({ comment: await reviewer.comments(talk, `/reviewed ${page}`) });
    await recordOne(context, events.at(-1)!);
  }
  asItHappened = ledgerFiles(world);
}, LONG);
afterAll(() => world.close());

async function recordOne(context: Surroundings, event: (typeof events)[number]): Promise<void> {
  await recordThese(context, 'pull' in event ? [event.pull] : [], 'comment' in event ? [event.comment] : []);
}

async function recordThese(
  context: Surroundings,
  pullRequests: readonly number[],
  comments: readonly number[],
): Promise<void> {
  const options = { pullRequests, comments, commentWork: commentWork(toolRoot), toolRoot };
  if ((await recordOf(context, options)) !== 0) throw new Error(context.told.join('\n'));
}

test('the story is one: three years, many people, everything recorded', () => {
  const records = [...ledgerOf(world).values()];
  const pulls = records.filter(({ type }) => type === 'pull-request');
  expect(pulls).toHaveLength(PULLS);
  expect(records.filter(({ type }) => type === 'review').length).toBeGreaterThan(5);
  const years = new Set([...asItHappened.keys()].map((path) => path.split('/')[2]));
  expect(years.size).toBeGreaterThanOrEqual(3);
  const authors = new Set(pulls.map((pull) => (pull.type === 'pull-request' ? pull.author.id : 0)));
  expect(authors.size).toBeGreaterThan(30);
  expect(pulls.filter((pull) => pull.type === 'pull-request' && pull.reverses).length).toBeGreaterThan(5);
  expect(pulls.filter((pull) => pull.type === 'pull-request' && pull.approvals.length > 0).length).toBeGreaterThan(50);
});

test('rebuilt from Git and GitHub: the same bytes', { timeout: LONG }, async () => {
  const context = await surroundings(world);
  const main = world.host.tip('main');
  expect(await ledgerRebuild(context, { check: true, comments: commentWork(toolRoot) }), context.told.join('\n')).toBe(
    0,
  );
  expect(world.host.tip('main')).toBe(main);
  expect(ledgerFiles(world)).toEqual(asItHappened);
});

test('recorded in another order, each twice: the same bytes', { timeout: LONG }, async () => {
  const below = chance(7);
  const shuffled = [...events, ...events.slice(0, 20)]
    .map((event) => ({ event, place: below(1_000_000) }))
    .sort((a, b) => a.place - b.place);
  world.pushToMain(
    'keeper',
    'The ledger is lost',
    Object.fromEntries([...asItHappened.keys()].map((path) => [path, null])),
  );
  const context = await surroundings(world);
  const pulls = shuffled.flatMap(({ event }) => ('pull' in event ? [event.pull] : []));
  for (let at = 0; at < pulls.length; at += 110) await recordThese(context, pulls.slice(at, at + 110), []);
  for (const { event } of shuffled) if ('comment' in event) await recordOne(context, event);
  expect(ledgerFiles(world)).toEqual(asItHappened);
});

test('points add up, for everybody', async () => {
  const root = join(temporary(), 'clone');
  checkout(world, root);
  const context = record(root, { json: true });
  const until = world.clock.now;
  expect(await points(context, { year: undefined, person: undefined, explain: true, until })).toBe(0);
  const { people } = JSON.parse(context.printed.join('\n')) as {
    readonly people: readonly { readonly points: number; readonly lines: readonly { readonly points: number }[] }[];
  };
  expect(people.length).toBeGreaterThan(30);
  for (const { points: total, lines } of people)
    expect(Math.round(lines.reduce((sum, line) => sum + line.points, 0) * 100)).toBe(Math.round(total * 100));
});

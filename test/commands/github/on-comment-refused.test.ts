/** Commands in comments that are refused, in words, and comments that ask for nothing. */
import { describe, expect, test } from 'vitest';
import { onComment } from '../../../tools/commands/github/on-comment.ts';
import { write } from '../../github/catalog-edits.ts';
import { ledgerOf } from '../../github/ledger.ts';
import { ROWS, rows } from '../../github/words.ts';
import { failureOf } from '../helpers/record.ts';
import { toolRoot } from '../helpers/shared.ts';
import { commenting, work } from './commenting.ts';

const { now, says, writes, carryOut, answers, reactionsTo, factsOf } = commenting();
const [A] = Object.keys(rows) as [string];

describe('refused in words, in both languages, and nothing is recorded', () => {
  test.each<[string, 'eve' | 'max', string, RegExp]>([
    ['a command that is not understood', 'eve', '/reviewed locking-rows looks fine', /expects a page[\s\S]*`looks`/],
    ['a page that there is not', 'eve', '/reviewed locking-row', /no page `locking-row`; did you mean `locking-rows`/],
    ['a key that there is not', 'eve', `/reviewed locking-rows ${A.slice(0, 9)}0`, new RegExp(`did you mean \`${A}\``)],
    ['a page of another folder', 'eve', '/reviewed config-naps', /not on the list of those who review `admin`/],
    ['a good line beside a bad one', 'eve', '/reviewed locking-rows\n/reviewed config-naps', /`admin`/],
    ['a commit that main has not', 'eve', `/reviewed locking-rows at ${'0'.repeat(40)}`, /Main has no commit/],
    ['a review and an award', 'max', '/reviewed locking-rows\n/award wish: x', /comes to one record/],
    ['two awards', 'max', '/award wish: x\n/award wish: y', /comes to one record/],
    ['a translation that is not stale', 'eve', `/accept locking-rows ${A}`, /is not stale/],
    ['a key of nowhere', 'eve', '/accept 0123456789', /No page has a paragraph `0123456789`/],
    ['an award of an unknown kind', 'max', '/award gold @ada: x', /no award called `gold`; there are .*`wish`/],
    ['an award to nobody', 'max', '/award wish @nobody-there: x', /nobody on GitHub/],
    ['an award to oneself', 'max', '/award wish @max: x', /Nobody awards themselves/],
    ['an award by a reviewer without office', 'eve', '/award wish @ada: x', /those who hold an office/],
    ['a suggestion that is none', 'eve', '/apply', /form for suggested wordings/],
    ['words that are Markdown, HTML and names', 'eve', '/reviewed @everyone</details>`', /`@everyone<\/details>`/],
  ])('%s', async (_, who, body, expected) => {
    const main = now.story.world.host.tip('main');
    const comment = await says(now.story[who], body);
    const [answer, ...more] = await answers();
    expect(answer).toMatch(expected);
    expect(answer).toContain('什么也没有做');
    expect(more).toEqual([]);
    expect(reactionsTo(comment)).toEqual(['confused']);
    expect(now.story.world.host.tip('main')).toBe(main);
    expect(now.story.world.dispatches).toEqual([]);
  });

  test('a commit that is here, but only in somebody’s open pull request', async () => {
    const { world, ada, eve, text } = now.story;
    const number = await ada.opens({ title: 'Rows', edits: { [ROWS]: write(ROWS, text(ROWS), rows) } });
    const head = world.host.maybe(['rev-parse', `refs/pull/${number}/head`])!;
    await now.context.repository.fetch(`refs/pull/${number}/head`);
    expect((await now.context.repository.commit(head)).sha).toBe(head);
    await says(eve, `/reviewed locking-rows at ${head}`);
    expect(await answers()).toEqual([expect.stringContaining('Main has no commit')]);
    expect(ledgerOf(world).size).toBe(0);
  });

  test('a second delivery repeats no word', async () => {
    const comment = await says(now.story.eve, '/reviewed config-naps');
    await carryOut(comment);
    expect(await answers()).toHaveLength(1);
  });

  test('a person who imitates the answer does not keep it away', async () => {
    const comment = await writes(now.story.eve, '/reviewed config-naps');
    await now.story.stranger.comments(now.issue, `<!-- pgdoc:answer ${comment} -->`);
    await carryOut(comment);
    expect(await answers()).toHaveLength(1);
  });
});

test('a stranger gets one short answer in a conversation, however often they try', async () => {
  for (const body of ['/reviewed locking-rows', '/award wish: x', '/apply', '/reviewed', `/accept ${A}`])
    await says(now.story.stranger, body);
  expect(await answers()).toEqual([expect.stringContaining('Commands in comments are for the reviewers')]);
  expect(ledgerOf(now.story.world).size).toBe(0);
});

test('what an office gave last year it gives no more', async () => {
  now.story.world.clock.pass(60 * 24 * 200);
  await says(now.story.max, '/award wish @ada: x');
  expect(await answers()).toEqual([expect.stringContaining('those who hold an office')]);
});

test('a comment that was edited asks for nothing, whoever edited it', async () => {
  const comment = await writes(now.story.eve, 'Fine.');
  now.story.world.clock.pass();
  await now.story.max.edits(comment, '/reviewed locking-rows');
  await carryOut(comment);
  expect(work.isCommand(await factsOf(comment))).toBe(false);
  expect([ledgerOf(now.story.world).size, await answers(), reactionsTo(comment)]).toEqual([0, [], []]);
});

test('payloads of other events, and of other repositories, are refused', async () => {
  const run = (payload: unknown) => failureOf(onComment(now.context, { payload, toolRoot }));
  expect((await run({})).exitCode).toBe(2);
  const comment = await now.story.eve.call(
    'GET',
    `/issues/comments/${await now.story.eve.comments(now.issue, '/reviewed locking-rows')}`,
  );
  const payload = { action: 'created', comment, issue: { number: now.issue }, repository: { full_name: 'else/where' } };
  expect((await run(payload)).message).toContain('else/where');
  expect(
    await onComment(now.context, {
      payload: { ...payload, repository: { full_name: now.context.name }, action: 'edited' },
      toolRoot,
    }),
  ).toBe(0);
  expect(ledgerOf(now.story.world).size).toBe(0);
});

/** Suggestions of readers that become pull requests, and those that do not. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serializeCatalog } from '../../../tools/catalog/serialize.ts';
import { commentWork } from '../../../tools/commands/github/on-comment.ts';
import { coAuthorsOf } from '../../../tools/review/attribution-trailers.ts';
import { keyOf } from '../../../tools/segment/key.ts';
import { stale } from '../../catalog/samples.ts';
import { entriesOf, write } from '../../github/catalog-edits.ts';
import { botComments, type Hand } from '../../github/hand.ts';
import { type Surroundings, surroundings } from '../../github/in-process.ts';
import { type Story, startStory } from '../../github/story.ts';
import { NAPS, ROWS, rows } from '../../github/words.ts';
import { temporary } from '../helpers/folder.ts';
import { toolRoot } from '../helpers/shared.ts';
import { lands } from './commenting.ts';

let story: Story;
let context: Surroundings;

beforeEach(async () => {
  story = await startStory(join(temporary(), 'github'));
  context = await surroundings(story.world);
});
afterEach(() => story.close());

const [KEY, WORDING] = Object.entries(rows)[0] as [string, string];

function suggests(wording: string, key = KEY, page = 'locking-rows', who: Hand = story.reader): Promise<number> {
  const form = `### 页面 / Page\n\n${page}\n\n### 段落键 / Key\n\n${key}\n\n### 建议译文 / Suggested wording\n\n${wording}\n\n### 理由 / Reason\n\n_No response_`;
  return who.opensIssue('[建议译文]', form, 'suggestion');
}

async function applies(issue: number, body = '/apply', who: Hand = story.eve): Promise<number> {
  story.world.clock.pass();
  const comment = await who.comments(issue, body);
  await commentWork(toolRoot).carryOut(context, { comment });
  return comment;
}

const pulls = () => [...story.world.pulls.values()];
const headText = (number: number) => story.world.host.textAt(`refs/pull/${number}/head`, ROWS)!;
const targetOf = (number: number, key = KEY) =>
  entriesOf(ROWS, headText(number)).find((each) => each.key === key)?.target;
const message = (branch: string) =>
  story.world.host.git(['log', '-1', '--format=%B', `refs/heads/${branch}`]).toString();
const answers = (issue: number) => botComments(story.reader, issue);

describe('a pull request', () => {
  test('with the wording, the reader as co-author, the issue linked, thanks, and a check', async () => {
    const issue = await suggests(WORDING);
    const comment = await applies(issue);
    const [pull] = pulls();
    expect(targetOf(pull!.number)).toBe(WORDING);
    expect(headText(pull!.number).replace(WORDING, '')).toBe(
      story.text(ROWS).replace(entriesOf(ROWS, story.text(ROWS)).find(({ key }) => key === KEY)!.target, ''),
    );
    expect(pull!.head.ref).toBe(`pgdoc/suggestion-${issue}`);
    expect(coAuthorsOf(message(pull!.head.ref))).toEqual([
      { name: 'reader', email: '1005+reader@users.noreply.github.com' },
    ]);
    const { body, labels } = await story.max.call('GET', `/pulls/${pull!.number}`);
    expect(body).toMatch(new RegExp(`Thank you, @reader![\\s\\S]*Closes #${issue}`));
    expect(labels).toMatchObject([{ name: 'suggestion' }]);
    expect(await answers(issue)).toEqual([expect.stringContaining(`#${pull!.number}`)]);
    expect(story.world.dispatches).toEqual([
      { file: 'check.yml', ref: 'main', inputs: { 'pull-request': `${pull!.number}` } },
    ]);
    expect(story.world.reactions).toMatchObject([{ comment, content: '+1' }]);
  });

  test('is brought up to date in place by a second command; the same delivery twice does nothing', async () => {
    const issue = await suggests(WORDING);
    const first = await applies(issue);
    await commentWork(toolRoot).carryOut(context, { comment: first });
    await applies(issue, '/apply --or 瞧一眼');
    expect(pulls()).toHaveLength(1);
    await story.max.ask('GET', '/pulls?state=open');
    expect(targetOf(pulls()[0]!.number)).toBe('瞧一眼');
    expect(coAuthorsOf(message(pulls()[0]!.head.ref)).map(({ name }) => name)).toEqual(['reader', 'eve']);
    expect(await answers(issue)).toHaveLength(2);
  });

  test('leaves what others have written on main meanwhile', async () => {
    const issue = await suggests(WORDING);
    const other = Object.keys(rows)[1]!;
    const { pushBranch } = context.repository;
    let isLate = false;
    const repository = {
      ...context.repository,
      pushBranch: (...given: Parameters<typeof pushBranch>) => {
        if (!isLate) lands(story, { [ROWS]: write(ROWS, story.text(ROWS), { [other]: '别人写的' }) });
        isLate = true;
        return pushBranch(...given);
      },
    };
    context = { ...context, repository };
    await applies(issue);
    await story.max.ask('GET', '/pulls?state=open');
    expect(targetOf(pulls()[0]!.number)).toBe(WORDING);
    expect(targetOf(pulls()[0]!.number, other)).toBe('别人写的');
  });

  test('has no co-author when the reader’s account is gone', async () => {
    const issue = await suggests(WORDING);
    (story.world.people.byLogin('reader') as { gone: boolean }).gone = true;
    await applies(issue);
    expect(coAuthorsOf(message(pulls()[0]!.head.ref))).toEqual([]);
    expect(await botComments(story.eve, issue)).toEqual([expect.stringContaining('The wording is in #')]);
  });

  test('that people have pushed to is left alone', async () => {
    const issue = await suggests(WORDING);
    await applies(issue);
    const [pull] = pulls();
    await story.max.pushes(pull!.number, 'By hand', { [ROWS]: write(ROWS, headText(pull!.number), { [KEY]: '手改' }) });
    await applies(issue, '/apply --or 瞧一眼');
    await story.max.ask('GET', '/pulls?state=open');
    expect(targetOf(pull!.number)).toBe('手改');
    expect((await answers(issue)).at(-1)).toMatch(/holds commits that are not mine: `[0-9a-f]{10}`/);
  });
});

describe('a wording', () => {
  test('of several lines, with tabs and Windows’ line ends, comes as one line; stray signs are escaped', async () => {
    await applies(await suggests('看\t \r\n\r\n一眼 \r\n'));
    expect(targetOf(pulls()[0]!.number)).toBe('看一眼');
    await applies(await suggests('5 * 3 看一眼'));
    expect(targetOf(pulls()[1]!.number)).toBe('5 \\* 3 看一眼');
  });

  test.each([
    ['that would end the entry', `看一眼\n\n> Another.\n<!-- @${keyOf('Another.')} -->\n另一个`],
    ['that looks like a merge gone wrong', '<<<<<<< main\n看一眼\n=======\n>>>>>>> x'],
    ['with HTML', '看<script>alert(1)</script>一眼'],
  ])('%s harms no other entry', async (_, wording) => {
    await applies(await suggests(wording));
    const others = (text: string) =>
      entriesOf(ROWS, text)
        .filter(({ key }) => key !== KEY)
        .map(({ target }) => target);
    for (const { number } of pulls()) {
      expect(others(headText(number))).toEqual(others(story.text(ROWS)));
      expect(targetOf(number)).not.toMatch(/[^\\]<script/);
    }
  });

  test.each<[string, () => Promise<number>, RegExp]>([
    [
      'that main has already',
      () => suggests(entriesOf(ROWS, story.text(ROWS)).find(({ key }) => key === KEY)!.target),
      /has this wording already/,
    ],
    ['that is empty', () => suggests('_No response_'), /empty, or longer/],
    ['too long', () => suggests('长'.repeat(10_001)), /empty, or longer/],
    ['of a page that there is not', () => suggests('x', KEY, '../../.github/workflows/check'), /no page `\.\.\/\.\./],
    ['of a key that there is not', () => suggests('x', '0123456789'), /no longer has the paragraph `0123456789`/],
  ])('%s is refused in words', async (_, suggest, expected) => {
    const issue = await suggest();
    await applies(issue);
    expect(pulls()).toEqual([]);
    expect(await answers(issue)).toEqual([expect.stringMatching(expected)]);
  });

  test('that leaves out code of the English is refused with what the checks say', async () => {
    const coded = entriesOf(NAPS, story.text(NAPS)).find(({ source }) => source.includes('`'))!;
    const issue = await suggests('新译法', coded.key, 'config-naps');
    await applies(issue, '/apply', story.max);
    expect(pulls()).toEqual([]);
    expect(await answers(issue)).toEqual([expect.stringMatching(/does not pass the checks[\s\S]*code-tokens:/)]);
  });

  test('for a paragraph whose English has changed is told what it is now', async () => {
    const source = 'Look at it once more.';
    const [was] = entriesOf(ROWS, story.text(ROWS)).filter(({ key }) => key === KEY);
    const now = stale(source, was!.source, was!.target);
    const items = entriesOf(ROWS, story.text(ROWS)).map((entry) => (entry.key === KEY ? now : entry));
    lands(story, { [ROWS]: serializeCatalog({ page: 'locking-rows', items }) });
    const issue = await suggests(WORDING);
    await applies(issue);
    const [answer] = await answers(issue);
    expect(answer).toContain(`It has become \`${now.key}\` on \`locking-rows\``);
    expect(answer).toContain(`- \`${source}\`\n- \`${was!.target}\``);
  });
});

test('only those who may review the page can apply', async () => {
  const issue = await suggests('新译法', 'cc2c09de08', 'config-naps');
  await applies(issue);
  await applies(issue, '/apply', story.stranger);
  await applies(issue, '/apply', story.reader);
  expect(pulls()).toEqual([]);
  expect(await answers(issue)).toEqual([
    expect.stringContaining('those who review `admin`'),
    expect.stringContaining('Commands in comments are for'),
    expect.stringContaining('Commands in comments are for'),
  ]);
});

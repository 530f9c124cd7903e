/** The acts of the demonstration, in order; each uses what the earlier ones left on main. */
import { pathOf } from '../../tools/ledger/names.ts';
import { entriesOf, write } from './catalog-edits.ts';
import type { Telling } from './demo-telling.ts';
import { botComments } from './hand.ts';
import { ledgerFiles, pullRecord } from './ledger.ts';
import { pgdocIn } from './runner.ts';
import type { Story } from './story.ts';
import { NAPS, NUMBERS, numbers, ROWS, rows } from './words.ts';
import { Workflows } from './workflows.ts';

type Act = (story: Story, tale: Telling) => Promise<void>;

const showRecord = ({ world }: Story, tale: Telling, number: number): void => {
  const path = pathOf(pullRecord(world, number));
  tale.show(path, ledgerFiles(world).get(path) ?? '');
};

const showComment = async ({ max }: Story, tale: Telling, issue: number): Promise<void> =>
  tale.show(`comment of the bot on #${issue}`, (await botComments(max, issue)).at(-1) ?? 'none');

/** The boxes of the pull request's template, as an honest translator leaves them. */
const READ = `- [ ] 使用了机器翻译 / A machine was used <!-- pgdoc:machine -->
- [x] 每段译文我都读过 / I have read every paragraph <!-- pgdoc:read -->
`;

const translation: Act = async (story, tale) => {
  const { world, ada, eve, max, text } = story;
  const workflows = new Workflows(world);
  tale.step('ada translates four paragraphs on her fork, and opens a pull request');
  const careless = { ...numbers, '20d83f8fb6': '数字有两种：tiny 和 small。' };
  const edits = { [NUMBERS]: write(NUMBERS, text(NUMBERS), careless) };
  const number = await ada.opens({ title: 'Numbers', body: READ, edits });
  tale.say('One paragraph has lost its code and its link: the check says so, at the line.');
  tale.ran(await workflows.settle(), 1);
  await showComment(story, tale, number);

  tale.step('ada mends it; the same comment is edited in place');
  world.clock.pass(45);
  await ada.pushes(number, 'With its code and link', { [NUMBERS]: write(NUMBERS, text(NUMBERS), numbers) });
  tale.ran(await workflows.settle());
  await showComment(story, tale, number);

  tale.step('eve approves; ada then changes one paragraph more; max merges by squash');
  world.clock.pass(60);
  await eve.approves(number);
  world.clock.pass(60);
  const better = { ...numbers, a2942ed882: '一个数的一半，朝零的方向舍入' };
  await ada.pushes(number, 'A better half', { [NUMBERS]: write(NUMBERS, text(NUMBERS), better) });
  world.clock.pass(60);
  await max.merges(number, 'squash');
  tale.ran(await workflows.settle());
  tale.say('The approval covers the three texts that stayed as they were; the fourth changed after it.');
  showRecord(story, tale, number);
  await showComment(story, tale, number);
};

const comments: Act = async (story, tale) => {
  const { world, eve, stranger, max } = story;
  const workflows = new Workflows(world);
  tale.step('Text that no pull request touches: /reviewed by eve, and by a stranger');
  const issue = await max.opensIssue('Review of locking-rows', '');
  const comment = await eve.comments(issue, '/reviewed locking-rows except 2327684d93 8e685d5409');
  tale.ran(await workflows.settle(), 1);
  tale.show(
    `eve's comment is recorded`,
    ledgerFiles(world).get(`translations/ledger/2026/review-${comment}.yml`) ?? '',
  );
  await stranger.comments(issue, '/reviewed locking-rows');
  tale.ran(await workflows.settle(), 1);
  await showComment(story, tale, issue);
};

const suggestion: Act = async (story, tale) => {
  const { world, eve, max, reader } = story;
  const workflows = new Workflows(world);
  tale.step('A reader suggests a wording in the issue form; eve writes /apply; max merges the bot’s pull request');
  const [key, wording] = Object.entries(rows)[0]!;
  const answers = { '页面 / Page': 'locking-rows', '段落键 / Key': key, '建议译文 / Suggested wording': wording };
  const form = Object.entries(answers).map(([label, answer]) => `### ${label}\n\n${answer}`);
  const issue = await reader.opensIssue('[建议译文] locking-rows', form.join('\n\n'), 'suggestion');
  await eve.comments(issue, '/apply');
  tale.ran(await workflows.settle(), 1);
  await showComment(story, tale, issue);
  const number = Math.max(...world.pulls.keys());
  const { title, body } = await max.call('GET', `/pulls/${number}`);
  tale.show(`pull request #${number} of the bot: ${title}`, String(body));
  await eve.approves(number);
  world.clock.pass(60);
  await max.merges(number, 'squash');
  tale.ran(await workflows.settle(), 1);
  showRecord(story, tale, number);
};

const sync: Act = async (story, tale) => {
  const { world, max, bob, text } = story;
  const workflows = new Workflows(world);
  tale.step('Upstream has released 3.1: the scheduled job opens one pull request');
  world.clock.pass(24 * 60);
  tale.ran([await workflows.sync()]);
  const number = Math.max(...world.pulls.keys());
  const { title, body } = await max.call('GET', `/pulls/${number}`);
  tale.show(`pull request #${number} of the bot: ${title}`, String(body));
  tale.say(
    'The bot starts the check of its own pull request: a paragraph that was plain text is code in the new English.',
  );
  tale.ran(await workflows.settle(), 1);
  await showComment(story, tale, number);
  tale.ran([await workflows.sync()]);
  tale.say('Run again, it changes nothing. Max merges it; it is recorded without texts: approving it reviews nothing.');
  await max.merges(number, 'squash');
  tale.ran(await workflows.settle(), 1);

  tale.step('bob mends a paragraph that the new English has made stale');
  world.clock.pass(60);
  const stale = entriesOf(NAPS, text(NAPS)).find((entry) => entry.stale)!;
  tale.say(`> ${stale.source}`);
  const work = await bob.opens({
    title: 'Naps as they are now',
    body: READ,
    edits: { [NAPS]: write(NAPS, text(NAPS), { [stale.key]: `${stale.target}（照新英文改过）` }) },
  });
  tale.ran(await workflows.settle(), 1);
  await showComment(story, tale, work);
  world.clock.pass(60);
  await max.approves(work);
  await max.merges(work, 'rebase');
  tale.ran(await workflows.settle());
  showRecord(story, tale, work);
};

const revert: Act = async (story, tale) => {
  const { world, ada, max, text } = story;
  const workflows = new Workflows(world);
  tale.step('ada’s second pull request is merged, and turns out to be a mistake: max takes it back');
  const before = text(ROWS);
  const edits = { [ROWS]: write(ROWS, before, { '8e685d5409': '抓' }) };
  const work = await ada.opens({ title: 'Hold', body: READ, edits });
  tale.ran(await workflows.settle());
  await showComment(story, tale, work);
  await max.merges(work);
  tale.ran(await workflows.settle());
  world.clock.pass(60);
  const body = `Reverts ${world.repository}#${work}`;
  const back = await max.opens({ title: 'Revert "Hold"', body, branch: 'revert-hold', edits: { [ROWS]: before } });
  tale.ran(await workflows.settle(), 1);
  await max.merges(back, 'squash');
  tale.ran(await workflows.settle());
  showRecord(story, tale, back);
};

const points: Act = async (story, tale) => {
  const { world, max, reader } = story;
  const workflows = new Workflows(world);
  tale.step('max, who holds an office, awards a reader’s wish');
  const issue = await reader.opensIssue('A page about lids', 'Please.', 'wish');
  const comment = await max.comments(issue, '/award wish: the lids will come');
  tale.ran(await workflows.settle());
  tale.show('the ledger', ledgerFiles(world).get(`translations/ledger/2026/adjust-${comment}.yml`) ?? '');

  const today = world.clock.now.slice(0, 10);
  tale.step('Anybody recomputes the points from the ledger, and sees where each comes from');
  tale.show('pgdoc points', (await pgdocIn(world, ['points', '--until', today])).stdout);
  tale.show(
    'pgdoc points --person ada --explain',
    (await pgdocIn(world, ['points', '--until', today, '--person', 'ada', '--explain'])).stdout,
  );

  tale.step('The ledger is verified, and made again from Git and GitHub');
  const verified = await pgdocIn(world, ['ledger', 'verify']);
  tale.show('pgdoc ledger verify', verified.stdout + verified.stderr);
  const rebuilt = await pgdocIn(world, ['ledger', 'rebuild']);
  tale.show('pgdoc ledger rebuild', rebuilt.stdout + rebuilt.stderr);
  if (verified.code + rebuilt.code > 0) throw new Error('the ledger is not what Git and GitHub say');
};

export const demoActs: readonly Act[] = [translation, comments, suggestion, sync, revert, points];

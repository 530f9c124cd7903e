/** What the ledger says shows in the counts, in the queue and on the site; and `ledger verify` finds what is wrong in it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { verifyLedger } from '../../tools/commands/ledger.ts';
import { next } from '../../tools/commands/next.ts';
import { status } from '../../tools/commands/status.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, listOf, temporary } from './helpers/folder.ts';
import { tagsOf } from './helpers/html.ts';
import { putRecord, putReview } from './helpers/ledger.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

const FILE = 'sql/locking-rows.md';
const PAGE = 'locking-rows';

async function workspace(): Promise<string> {
  const root = join(temporary(), 'workspace');
  await copyWorkspace(root);
  return root;
}

async function countsOf(root: string) {
  const context = record(root, { json: true });
  const outcome = await status(context, [PAGE], toolRoot);
  const { versions, pages } = JSON.parse(context.printed.join('\n'));
  return {
    outcome,
    told: context.told,
    segments: pages[0].segments,
    words: pages[0].words,
    whole: versions[0].segments,
  };
}

const isText = ({ index, target, versions }: { index?: true; target: string; versions?: readonly string[] }) =>
  !index && target !== '' && versions === undefined;

test('status counts what was reviewed, until its text changes; taking that back restores it', async () => {
  const root = await workspace();
  const before = await countsOf(root);
  const entries = putReview(root, 1, FILE, isText);
  const after = await countsOf(root);
  expect(before.segments.reviewed).toBe(0);
  expect(after.segments).toEqual({ ...before.segments, translated: 0, reviewed: before.segments.translated });
  expect(after.words.reviewed).toBe(before.words.translated);
  expect(after.whole.reviewed).toBe(entries.length);
  expect(after.outcome).toBe(0);

  const file = join(root, 'translations/zh-CN', FILE);
  const text = readFileSync(file, 'utf8');
  editFile(file, (whole) => whole.replace('碰一行的三种方式', '三种碰法'));
  expect((await countsOf(root)).segments).toMatchObject({ translated: 1, reviewed: entries.length - 1 });
  writeFileSync(file, text);
  expect((await countsOf(root)).segments).toEqual(after.segments);
});

test('a draft that a person approved is reviewed, a stale text is not', async () => {
  const root = await workspace();
  const stale = putReview(root, 1, 'admin/config-naps.md', ({ stale }) => stale !== undefined);
  expect(stale.length).toBeGreaterThan(0);
  const context = record(root, { json: true });
  await status(context, ['config-naps'], toolRoot);
  expect(JSON.parse(context.printed.join('\n')).pages[0].segments).toMatchObject({ stale: stale.length, reviewed: 0 });
});

test('a broken record is told with its line and counts for nothing; the others count', async () => {
  const root = await workspace();
  putReview(root, 1, FILE, isText);
  const sound = await countsOf(root);
  const path = 'translations/ledger/2026/review-2.yml';
  writeFileSync(join(root, path), 'type: review\ncomment: two\n');
  const { outcome, told, segments } = await countsOf(root);
  expect(outcome).toBe(1);
  expect(told).toContainEqual(expect.stringMatching(`^${path}:2: error: comment: .*\\[ledger/format\\]$`));
  expect(segments).toEqual(sound.segments);
});

test('what was reviewed waits for nobody', async () => {
  const root = await workspace();
  const waiting = async () => {
    const context = record(root, { json: true });
    const options = { kinds: [], words: undefined, releaseNotes: false, limit: 1000, now: 0, folder: FILE, toolRoot };
    await next(context, options);
    const { tasks } = JSON.parse(context.printed.join('\n')) as { tasks: { kind: string; keys: string[] }[] };
    return tasks.flatMap(({ kind, keys }) => keys.map((key) => `${kind} ${key}`));
  };
  const before = await waiting();
  const [first] = putReview(root, 1, FILE, isText);
  const after = await waiting();
  expect(before).toContain(`unreviewed ${first?.key}`);
  expect(after).toEqual(before.filter((each) => !each.startsWith('unreviewed')));
});

test('a page shows what was reviewed, in its paragraphs and in its line; only what a review touches is made anew', async () => {
  const root = await workspace();
  const out = join(root, '../site');
  const made = async (full = false) => {
    const context = record(root, { json: true });
    const options = { out, versions: undefined, search: false, toolRoot, full };
    expect(await build(context, options)).toBe(0);
    return JSON.parse(context.printed.join('\n')).made as number;
  };
  const page = () => readFileSync(join(out, `docs/3/${PAGE}.html`), 'utf8');
  const line = () => /<p class="page-status"[^>]*>([^<]*)/.exec(page())?.[1];
  const all = await made();
  expect(line()).not.toContain('已审校');

  const paragraphs = tagsOf(page()).filter(
    ({ name, attributes }) => name === 'p' && attributes['data-status'] === 'translated',
  );
  const key = paragraphs[0]?.attributes['data-key'] ?? '';
  expect(key).toMatch(/^\w{10}$/);
  putReview(root, 1, FILE, (entry) => entry.key === key);
  const few = await made();
  // Those that are no page of a version tell of all of them, and are always made.
  const own = listOf(out).filter((path) => path.endsWith('.html') && !/^docs\/(?:\d|current)/.test(path)).length;
  expect(few).toBeGreaterThan(own);
  expect(few - own).toBeLessThan((all - own) / 4);
  const statuses = tagsOf(page()).filter(({ attributes }) => attributes['data-status'] === 'reviewed');
  expect(new Set(statuses.map(({ attributes }) => attributes['data-key']))).toEqual(new Set([key]));
  expect(line()).toContain('1 段已审校');

  const bytes = digestOf(out);
  expect(await made()).toBe(0);
  await made(true);
  expect(digestOf(out)).toEqual(bytes);

  rmSync(join(root, 'translations/ledger'), { recursive: true });
  await made();
  expect(line()).not.toContain('已审校');
});

test('a text that nobody had read is a draft on its page, by a record alone, and none when that record has gone', async () => {
  const root = await workspace();
  const out = join(root, '../site');
  const made = async () => {
    expect(await build(record(root), { out, versions: undefined, search: false, toolRoot })).toBe(0);
    const page = readFileSync(join(out, `docs/3/${PAGE}.html`), 'utf8');
    return tagsOf(page).flatMap(({ attributes }) => (attributes['data-key'] === key ? attributes['data-status'] : []));
  };
  const [entry] = putReview(root, 1, FILE, (each) => isText(each) && !each.stale && !each.machine).slice(-1);
  rmSync(join(root, 'translations/ledger'), { recursive: true });
  const { key, target } = entry ?? { key: '', target: '' };
  expect(await made()).toContain('translated');
  const path = putRecord(root, {
    type: 'pull-request',
    number: 1,
    url: 'https://github.com/example/manual/pull/1',
    title: 'Jars',
    mergeCommit: 'c0ffee'.padEnd(40, '0'),
    mergedAt: '2026-05-01T12:00:00Z',
    author: { id: 11, login: 'ada' },
    coAuthors: [],
    approvals: [],
    segments: [{ page: PAGE, key, target: targetHash(target), action: 'translated', words: 5, machine: true }],
    content: [],
  });
  expect(await made()).toContain('machine');
  rmSync(join(root, path));
  expect(await made()).not.toContain('machine');
});

test('ledger verify says that all is well, or what is wrong where', async () => {
  const root = await workspace();
  const verify = async (json = false) => {
    const context = record(root, { json });
    const outcome = await verifyLedger(context);
    return { outcome, printed: context.printed.join('\n'), told: context.told.join('\n') };
  };
  expect(await verify()).toMatchObject({
    outcome: 0,
    printed: '',
    told: expect.stringContaining('nobody may review yet'),
  });
  putReview(root, 1, FILE, isText);
  writeFileSync(join(root, 'translations/zh-CN/reviewers.yml'), '- { id: 22, login: bob, folders: [sql] }\n');
  expect(await verify()).toEqual({ outcome: 0, printed: '', told: '1 records, 1 reviewers; nothing is wrong' });

  const reversal = putRecord(root, {
    type: 'adjust',
    number: 1,
    at: '2026-06-01T12:00:00Z',
    by: { id: 11, login: 'ada' },
    reason: 'The wrong jar.',
    reverses: 'pr-9',
  });
  const stray = 'translations/ledger/2026/notes.txt';
  writeFileSync(join(root, stray), 'remember');
  mkdirSync(join(root, 'translations/ledger/2025'));
  const moved = 'translations/ledger/2025/review-1.yml';
  writeFileSync(join(root, moved), readFileSync(join(root, 'translations/ledger/2026/review-1.yml')));
  const before = digestOf(root);
  const { outcome, printed } = await verify(true);
  expect(outcome).toBe(1);
  const { records, reviewers, findings } = JSON.parse(printed);
  expect([records, reviewers]).toEqual([2, 1]);
  expect(findings.map(({ file }: { file: string }) => file)).toEqual([moved, reversal, stray]);
  expect((await verify()).printed).toContain(
    `${reversal}:1: error: it reverses pr-9, which is not in the ledger [ledger/reverses]`,
  );
  expect(digestOf(root)).toEqual(before);
});

test('a list of reviewers that cannot be read is told with its line', async () => {
  const root = await workspace();
  writeFileSync(join(root, 'translations/zh-CN/reviewers.yml'), '- { id: 22, login: bob }\n');
  const failure = await failureOf(verifyLedger(record(root)));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('zh-CN/reviewers.yml:1:')]);
});

test('on the command line', async () => {
  const root = await workspace();
  putReview(root, 1, FILE, isText);
  expect(await pgdoc(['ledger', 'verify', '--root', root])).toMatchObject({ code: 0, stdout: '' });
  expect(await pgdoc(['ledger', 'rebuilt', '--root', root])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('verify'),
  });
  const { stdout } = await pgdoc(['ledger', '--help']);
  expect(stdout).toMatch(/^Examples:\n {2}pgdoc ledger verify/m);
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { history } from '../../tools/commands/history.ts';
import { sync } from '../../tools/commands/sync.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { entry, machine, stale } from '../catalog/samples.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { type Handmade, handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile } from './helpers/shared.ts';

interface Told {
  readonly commit: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly file: string;
  readonly key: string | null;
  readonly source: string | null;
  readonly target: string | null;
  readonly status: string | null;
  readonly difference: string | null;
}

async function told(root: string, page: string, key: string): Promise<readonly Told[]> {
  const context = record(root, { json: true });
  expect(await history(context, page, key)).toBe(0);
  return JSON.parse(context.printed.join('\n')).versions;
}

const other = entry('Stop.', '停');
const FILL = keyOf('Fill the jar.');

function repository(...first: Parameters<typeof handmade>): Handmade {
  const work = handmade(...first);
  work.git('init', '-q', '-b', 'main');
  return work;
}

describe('an entry', () => {
  test('each target with its commit, author and date, the newest first; commits that left it alone are none', async () => {
    const work = repository({ 'sql/jars': [machine('Fill the jar.', '装罐'), other] });
    const first = work.commit('draft', {}, 'Bot');
    work.commit('other', { 'sql/jars': [machine('Fill the jar.', '装罐'), entry('Stop.', '停止')] });
    work.commit('elsewhere', { 'sql/lids': [entry('Lid', '盖')] });
    const second = work.commit('mend', { 'sql/jars': [entry('Fill the jar.', '装罐。'), other] }, 'Béa');
    const found = await told(work.root, 'jars', FILL);
    expect(found.map(({ commit, author, target, status }) => [commit, author, target, status])).toEqual([
      [second, 'Béa', '装罐。', 'translated'],
      [first, 'Bot', '装罐', 'machine'],
    ]);
    expect(found[0]?.date).toMatch(/^2026-01-01T00:04:00/);
    expect(found[0]?.difference).toContain('{+。+}');
    expect(found[1]?.difference).toBeNull();
  });

  test('is followed through stale, re-keyed and moved to another part', async () => {
    const work = repository({ 'admin/jars': [entry('Fill a jar.', '装罐'), other] });
    const first = work.commit('first');
    const second = work.commit('stale', { 'admin/jars': [stale('Fill the jar.', 'Fill a jar.', '装罐'), other] });
    const third = work.commit('mended', { 'admin/jars': [entry('Fill the jar.', '装满罐'), other] });
    work.commit('moved', { 'admin/jars': null, 'sql/jars': [entry('Fill the jar.', '装满罐'), other] });
    const last = work.commit('re-keyed', { 'sql/jars': [entry('Fill the `jar`.', '装满罐', { same: [FILL] }), other] });
    const found = await told(work.root, 'jars', keyOf('Fill the `jar`.'));
    expect(found.map(({ commit, file, source, status }) => [commit, file, source, status])).toEqual([
      [last, 'translations/zh-CN/sql/jars.md', 'Fill the `jar`.', 'translated'],
      [third, 'translations/zh-CN/admin/jars.md', 'Fill the jar.', 'translated'],
      [second, 'translations/zh-CN/admin/jars.md', 'Fill the jar.', 'stale'],
      [first, 'translations/zh-CN/admin/jars.md', 'Fill a jar.', 'translated'],
    ]);
  });

  test('is followed to the name that its page had before; a page that only went at the same time is not its own', async () => {
    const items = (target: string) => [entry('Fill the jar.', target), other, entry('Go.', '走')];
    const work = repository({
      'sql/pots': items('装'),
      'sql/odds': [entry('Fill the jar.', '错'), entry('A'), entry('B')],
    });
    const first = work.commit('first');
    const second = work.commit('mended', { 'sql/pots': items('装罐') });
    work.commit('renamed', { 'sql/pots': null, 'sql/odds': null, 'reference/jars': items('装罐') });
    const found = await told(work.root, 'jars', FILL);
    expect(found.map(({ commit, file, target }) => [commit, file, target])).toEqual([
      [second, 'translations/zh-CN/sql/pots.md', '装罐'],
      [first, 'translations/zh-CN/sql/pots.md', '装'],
    ]);
  });

  test('that was changed on a side branch: the merge itself is none, a merge that chose anew is', async () => {
    const lines = (target: string, last: string) => ({
      'sql/jars': [entry('Fill the jar.', target), other, entry('Go.', last)],
    });
    const work = repository(lines('装罐', '走'));
    const first = work.commit('first');
    work.git('checkout', '-q', '-b', 'side');
    const side = work.commit('side', lines('装满罐', '走'));
    work.git('checkout', '-q', 'main');
    work.commit('main', lines('装罐', '去'));
    work.git('merge', '-q', '--no-edit', 'side');
    expect((await told(work.root, 'jars', FILL)).map(({ commit }) => commit)).toEqual([side, first]);

    work.git('checkout', '-q', '-b', 'more');
    const more = work.commit('more', lines('把罐装满', '去'));
    work.git('checkout', '-q', 'main');
    const rival = work.commit('rival', lines('装满罐子', '去'));
    expect(() => work.git('merge', '-q', 'more')).toThrow();
    const merge = work.commit('merged by hand', lines('把罐子装满', '去'));
    const found = await told(work.root, 'jars', FILL);
    expect(found[0]?.commit).toBe(merge);
    expect(new Set(found.slice(1, 3).map(({ commit }) => commit))).toEqual(new Set([more, rival]));
    expect(found.slice(3).map(({ commit }) => commit)).toEqual([side, first]);
  });

  test('that is not committed yet', async () => {
    const work = repository({ 'sql/jars': [entry('Fill the jar.', '装罐')] });
    expect(await told(work.root, 'jars', FILL)).toMatchObject([{ commit: null, target: '装罐' }]);
    work.commit('first');
    work.write({ 'sql/jars': [entry('Fill the jar.', '装满罐')] });
    expect((await told(work.root, 'jars', FILL)).map(({ commit, target }) => [commit === null, target])).toEqual([
      [true, '装满罐'],
      [false, '装罐'],
    ]);
  });

  test('that was away for a while, and one whose page has gone', async () => {
    const work = repository({ 'sql/jars': [entry('Fill the jar.', '装罐'), other] });
    work.commit('first');
    work.commit('broken', { 'sql/jars': [other] });
    work.commit('mended', { 'sql/jars': [entry('Fill the jar.', '装罐'), other] });
    expect((await told(work.root, 'jars', FILL)).map(({ target }) => target)).toEqual(['装罐', null, '装罐']);
    work.commit('gone', { 'sql/jars': null });
    expect((await told(work.root, 'jars', FILL)).map(({ target }) => target)).toEqual([null, '装罐', null, '装罐']);
  });

  test('in a workspace that is a folder of a repository', async () => {
    const top = temporary();
    const root = join(top, 'a/b');
    const work = repository({ 'sql/jars': [entry('Fill the jar.', '装罐')] }, root, top);
    const first = work.commit('first');
    expect(await told(root, 'jars', FILL)).toMatchObject([{ commit: first, file: 'translations/zh-CN/sql/jars.md' }]);
  });
});

test('on a terminal: commit, day, author, subject, texts, and what differs; control characters do nothing', async () => {
  const work = repository({ 'sql/jars': [entry('Fill the jar.', '装罐')] });
  work.commit('first');
  const last = work.commit('mend \u001b[31mit\u0002', { 'sql/jars': [entry('Fill the jar.', '装罐。')] });
  const before = digestOf(join(work.root, 'translations'));
  const context = record(work.root);
  await history(context, 'jars', FILL);
  const text = context.printed.join('\n');
  expect(text).toMatch(new RegExp(`^${last.slice(0, 10)} {2}2026-01-01 {2}Ada {2}mend .\\[31mit`));
  expect(text).toContain('{+。+}');
  expect(text).not.toContain('\u001b');
  expect(digestOf(join(work.root, 'translations'))).toEqual(before);
});

test('settings of the repository do not change what is read', async () => {
  const work = repository({ 'admin/jars': [entry('Fill the jar.', '装罐')] });
  const first = work.commit('first');
  for (const [name, value] of [
    ['log.showSignature', 'true'],
    ['diff.relative', 'true'],
    ['log.diffMerges', 'off'],
    ['diff.renames', 'copies'],
    ['log.follow', 'true'],
    ['color.ui', 'always'],
  ])
    work.git('config', name as string, value as string);
  expect((await told(work.root, 'jars', FILL)).map(({ commit }) => commit)).toEqual([first]);
});

describe('refused with 2', () => {
  test('outside a repository', async () => {
    const { root } = handmade({ 'sql/jars': [other] });
    const failure = await failureOf(history(record(root), 'jars', FILL));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/not a git repository/)]);
  });

  test.each([
    ['jarz', FILL, /"jarz".*did you mean jars/],
    ['../../sql/jars', FILL, /"\.\.\/\.\.\/sql\/jars"/],
    ['*', FILL, /"\*"/],
    ['--all', FILL, /"--all"/],
    ['jars', `${keyOf('Stop.').slice(0, 9)}x`, new RegExp(`never had an entry.*did you mean ${keyOf('Stop.')}`)],
    ['jars', '__proto__', /never had an entry __proto__/],
  ])('page %s, key %s', async (page, key, message) => {
    const work = repository({ 'sql/jars': [other] });
    work.commit('first');
    const failure = await failureOf(history(record(work.root), page, key));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
  });
});

test('on the sample, through syncs, by the command line', async () => {
  const root = temporary();
  await copyWorkspace(root);
  const work = handmade({}, root);
  work.git('init', '-q');
  const at31 = work.commit('3.1');
  await sync(record(root), { pins: new Map([['3', 'REL_3_0']]) });
  work.commit('3.0');
  await sync(record(root), { pins: new Map() });
  const again = work.commit('3.1 again');
  editFile(join(root, 'translations/zh-CN/admin/config-naps.md'), (text) => text.replace('客人等待一行', '客人等一行'));
  const mended = work.commit('mended');
  const run = await pgdoc(['history', 'config-naps', 'cc2c09de08', '--json', '--root', root]);
  expect(run.code).toBe(0);
  const versions: readonly Told[] = JSON.parse(run.stdout).versions;
  expect(versions.map(({ commit }) => commit)).toEqual([mended, again, expect.any(String), at31]);
  expect(versions.map(({ key, status }) => [key, status])).toEqual([
    ['cc2c09de08', 'translated'],
    ['cc2c09de08', 'stale'],
    ['c28f2edbd9', 'translated'],
    ['cc2c09de08', 'stale'],
  ]);
});

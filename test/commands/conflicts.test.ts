import { describe, expect, test } from 'vitest';
import { conflicts, resolveConflict } from '../../tools/commands/conflicts.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { entry, machine } from '../catalog/samples.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile } from './helpers/shared.ts';

const STOP = keyOf('Stop.');
const pages = () => ({
  'sql/a': [entry('Stop.', '停'), entry('Jar', '罐', { index: true })],
  'sql/b': [machine('Stop.', '停止'), entry('Jar', '坛', { index: true }), entry('Note', '注')],
  'sql/c': [machine('Stop.', '停止')],
  'appendixes/release-3': [entry('Note', '记'), entry('Go.', '走')],
  'appendixes/release-4': [entry('Go.', '去')],
});
const none = { withIndex: false, withReleaseNotes: false };

async function list(root: string, options = none, key?: string) {
  const context = record(root, { json: true });
  expect(await conflicts(context, key, options)).toBe(0);
  return { found: JSON.parse(context.printed.join('\n')).conflicts, told: context.told };
}

describe('listing', () => {
  test('by source, the most frequent target first; what is left out is said', async () => {
    const { found, told } = await list(handmade(pages()).root);
    expect(found.map(({ source }: { source: string }) => source)).toEqual(['Stop.']);
    expect(found[0]).toMatchObject({
      key: STOP,
      targets: [
        { target: '停止', count: 2, statuses: { machine: 2 } },
        { target: '停', count: 1, statuses: { translated: 1 }, places: [{ page: 'a', line: 3 }] },
      ],
    });
    expect(told.join()).toMatch(/1 of index terms.*2 of release notes/);
  });

  test('index terms and release notes on demand', async () => {
    const { found, told } = await list(handmade(pages()).root, { withIndex: true, withReleaseNotes: true });
    expect(found).toHaveLength(4);
    expect(told).toEqual([]);
  });

  test('on a terminal each target has its number, pages and statuses', async () => {
    const context = record(handmade(pages()).root);
    await conflicts(context, STOP, none);
    expect(context.printed.join('\n')).toMatch(
      /Stop\.\n {2}1\. 停止\n +2 machine: b, c\n {2}2\. .*\n +1 translated: a\n/,
    );
  });

  test('a key that is nowhere is refused; one without conflict lists none', async () => {
    const { root } = handmade(pages());
    expect((await failureOf(conflicts(record(root), 'ffffffffff', none))).message).toContain('ffffffffff');
    expect((await list(handmade({ 'sql/a': [entry('Stop.', '停')] }).root, none, STOP)).found).toEqual([]);
  });
});

describe('choosing', () => {
  test('--use: the target of a page goes everywhere, its flag too; a second time changes nothing', async () => {
    const work = handmade(pages());
    expect(await resolveConflict(record(work.root), STOP, { use: 'b' })).toBe(0);
    expect(work.read('sql/a')).toMatch(new RegExp(`@${STOP} machine target=\\w+ -->\n停止\n`));
    expect((await list(work.root, none, STOP)).found).toEqual([]);
    const before = digestOf(work.root);
    await resolveConflict(record(work.root), STOP, { use: 'b' });
    expect(digestOf(work.root)).toEqual(before);
  });

  test('--choose: by number', async () => {
    const work = handmade(pages());
    await resolveConflict(record(work.root), STOP, { choose: 2 });
    for (const page of ['sql/a', 'sql/b', 'sql/c']) expect(work.read(page)).toContain('-->\n停\n');
  });

  test('a dry run names the places and writes nothing', async () => {
    const { root } = handmade(pages());
    const before = digestOf(root);
    const context = record(root, { dryRun: true });
    await resolveConflict(context, STOP, { choose: 2 });
    expect(context.printed.join('\n')).toMatch(/b {2}translations\/zh-CN\/sql\/b\.md:3\n.*c\.md:3\n.*Dry run/s);
    expect(digestOf(root)).toEqual(before);
  });

  test.each([
    [{ choose: 3 }, /targets 1 to 2/],
    [{ use: '../../a' }, /these have: b, c, a/],
    [{ use: 'release-3' }, /these have/],
  ])('%j is refused', async (choice, message) => {
    const { root } = handmade(pages());
    const before = digestOf(root);
    const failure = await failureOf(resolveConflict(record(root), STOP, choice));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
    expect(digestOf(root)).toEqual(before);
  });

  test('a broken catalog stops it', async () => {
    const { root } = handmade(pages());
    editFile(`${root}/translations/zh-CN/sql/c.md`, (text) => text.replace('> Stop', '> Halt'));
    expect((await failureOf(resolveConflict(record(root), STOP, { use: 'a' }))).exitCode).toBe(1);
  });
});

test('the command line on the sample: list, choose, nothing is left', async () => {
  const root = temporary();
  await copyWorkspace(root);
  editFile(`${root}/translations/zh-CN/reference/sql-keep.md`, (text) => text.replace('\n描述\n', '\n说明\n'));
  const key = keyOf('Description');
  const listed = await pgdoc(['conflicts', '--root', root]);
  expect([listed.code, listed.stdout]).toEqual([
    0,
    expect.stringMatching(new RegExp(`${key} {2}Description\n {2}1\\. 描述`)),
  ]);
  expect((await pgdoc(['conflicts', '--use', 'sql-keep', '--root', root])).code).toBe(2);
  expect((await pgdoc(['conflicts', key, '--use', 'sql-keep', '--choose', '1', '--root', root])).code).toBe(2);
  expect((await pgdoc(['conflicts', key, '--choose', '1', '--root', root])).code).toBe(0);
  const again = await pgdoc(['conflicts', key, '--json', '--root', root]);
  expect(JSON.parse(again.stdout)).toEqual({ conflicts: [] });
});

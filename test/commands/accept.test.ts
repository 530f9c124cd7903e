import { describe, expect, test } from 'vitest';
import { accept } from '../../tools/commands/accept.ts';
import { status } from '../../tools/commands/status.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import { entry, machine, stale } from '../catalog/samples.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, toolRoot } from './helpers/shared.ts';

const OPEN = keyOf('Open the jar.');
const SEAL = keyOf('Seal the jar.');
const draft = machine('Fill the jar.', '装满罐子');
const pages = () => ({
  'sql/jars': [
    stale('Open the jar.', 'Open a jar.', '打开罐子'),
    stale('Seal the jar.', 'Seal a jar.', '封罐子', { machine: { target: targetHash('封罐子') }, same: [keyOf('x')] }),
    draft,
    entry('Stop.'),
    entry('Go.', '走'),
  ],
});

test('the stale flag goes and the target stays', async () => {
  const work = handmade(pages());
  expect(await accept(record(work.root), 'jars', [OPEN])).toBe(0);
  expect(work.read('sql/jars')).toContain(`> Open the jar.\n<!-- @${OPEN} -->\n打开罐子\n`);
  expect(work.read('sql/jars')).toContain(`@${SEAL} stale`);
});

test('a draft of an older English stays a draft', async () => {
  const work = handmade(pages());
  const context = record(work.root, { json: true });
  await accept(context, 'jars', [SEAL, OPEN]);
  expect(work.read('sql/jars')).toMatch(new RegExp(`<!-- @${SEAL} machine target=\\w+ same=\\w+ -->\n封罐子\n`));
  expect(JSON.parse(context.printed.join(''))).toMatchObject({
    page: 'jars',
    accepted: [
      { key: OPEN, status: 'translated', oldSource: 'Open a jar.' },
      { key: SEAL, status: 'machine' },
    ],
    written: ['translations/zh-CN/sql/jars.md'],
  });
});

test('a second time changes nothing and says so', async () => {
  const work = handmade(pages());
  await accept(record(work.root), 'jars', [OPEN]);
  const before = digestOf(work.root);
  const context = record(work.root);
  expect(await accept(context, 'jars', [OPEN])).toBe(0);
  expect(context.printed.join('\n')).toContain(`${OPEN}  is not stale`);
  expect(digestOf(work.root)).toEqual(before);
});

test('a dry run shows both English texts and writes nothing', async () => {
  const work = handmade(pages());
  const before = digestOf(work.root);
  const context = record(work.root, { dryRun: true });
  await accept(context, 'jars', [OPEN]);
  expect(context.printed.join('\n')).toMatch(/Open a jar\.[\s\S]*Open the jar\.[\s\S]*打开罐子[\s\S]*Dry run/);
  expect(digestOf(work.root)).toEqual(before);
});

describe('refused, all problems at once, and nothing is written', () => {
  test.each<[string, string, string[], RegExp]>([
    ['an unknown page', 'jarz', [OPEN], /"jarz".*did you mean jars/],
    ['a path', '../../jars', [OPEN], /"\.\.\/\.\.\/jars"/],
    ['a draft', 'jars', [OPEN, draft.key], /draft by a program.*review/],
    ['an empty entry', 'jars', [OPEN, keyOf('Stop.')], /no translation/],
    ['a mistyped key', 'jars', [`${OPEN.slice(0, 9)}z`], new RegExp(`did you mean ${OPEN}`)],
    ['any other key', 'jars', [OPEN, '__proto__'], new RegExp(`Stale on this page: ${OPEN} ${SEAL}`)],
  ])('%s', async (_, page, keys, message) => {
    const { root } = handmade(pages());
    const before = digestOf(root);
    const failure = await failureOf(accept(record(root), page, keys));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
    expect(digestOf(root)).toEqual(before);
  });
});

test('on the sample the page has one stale segment less', async () => {
  const root = temporary();
  await copyWorkspace(root);
  const staleOf = async () => {
    const context = record(root, { json: true });
    await status(context, ['config-naps'], toolRoot);
    return JSON.parse(context.printed.join('')).versions[0].segments.stale;
  };
  expect(await staleOf()).toBe(2);
  await accept(record(root), 'config-naps', ['cc2c09de08']);
  expect(await staleOf()).toBe(1);
});

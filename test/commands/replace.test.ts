import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReplacementSpec } from '../../tools/catalog/replacement.ts';
import { replace } from '../../tools/commands/replace.ts';
import { proveReplace } from '../../tools/commands/replace-prove.ts';
import { entry, machine } from '../catalog/samples.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile } from './helpers/shared.ts';

const JAR: ReplacementSpec = { old: '罐子', new: '坛子' };
const pages = () => ({
  'sql/jars': [machine('Fill the `罐子` jar.', '装满`罐子`罐子'), entry('Seal the lid.', '盖上罐子')],
  'admin/lids': [entry('The lid of a jar.', '罐子的盖子，罐子的')],
});

async function run(root: string, spec = JAR, options: { in?: string[]; report?: string } = {}, flags = {}) {
  const context = record(root, { json: true, ...flags });
  expect(await replace(context, spec, { in: [], ...options })).toBe(0);
  return JSON.parse(context.printed.join('\n'));
}

async function prove(root: string, spec = JAR, revision = 'HEAD') {
  const context = record(root, { json: true });
  const outcome = await proveReplace(context, spec, revision);
  return { outcome, ...JSON.parse(context.printed.join('\n')) };
}

describe('writing', () => {
  test('all targets, with counts; a second time changes nothing', async () => {
    const work = handmade(pages());
    expect(await run(work.root)).toMatchObject({ places: 4, files: 2, kept: 0, refused: [] });
    expect(work.read('sql/jars')).toContain('装满`罐子`坛子');
    expect(work.read('admin/lids')).toContain('坛子的盖子，坛子的');
    const before = digestOf(work.root);
    expect(await run(work.root)).toMatchObject({ places: 0, written: [] });
    expect(digestOf(work.root)).toEqual(before);
  });

  test('--where-source and --in narrow it down', async () => {
    const work = handmade(pages());
    expect(await run(work.root, { ...JAR, whereSource: 'LID' }, { in: ['translations/zh-CN/sql/'] })).toMatchObject({
      places: 1,
      written: ['translations/zh-CN/sql/jars.md'],
    });
    expect(work.read('sql/jars')).toContain('盖上坛子');
    expect(await run(work.root, JAR, { in: ['lids', './translations/zh-CN/sql/jars.md'] })).toMatchObject({
      places: 3,
    });
  });

  test('a dry run shows samples word by word, and writes nothing, not even the report', async () => {
    const { root } = handmade(pages());
    const before = digestOf(root);
    const context = record(root, { dryRun: true });
    await replace(context, JAR, { in: [], report: 'report.md' });
    const text = context.printed.join('\n');
    expect(text).toMatch(/4 places in 3 entries of 2 files/);
    expect(text).toMatch(/lids \w{10}\n +\[-罐子-\]\{\+坛子\+\}的盖子/);
    expect(text).toContain('Dry run');
    expect(digestOf(root)).toEqual(before);
  });

  test('--report has every entry', async () => {
    const { root } = handmade(pages());
    await run(root, JAR, { report: 'report.md' });
    const report = readFileSync(join(root, 'report.md'), 'utf8');
    expect(report.match(/^- `[0-9a-f]{10}` (machine|translated)$/gm)).toHaveLength(3);
    expect(report).toContain('[-罐子-]{+坛子+}');
  });

  test('ten thousand places in one target and on many pages', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`sql/p${at}`, [entry('Fill.', '罐子，物化罐子'.repeat(500))]]),
    );
    const { root } = handmade(many);
    const context = record(root);
    await replace(context, { old: '罐子', new: '物化罐子' }, { in: [] });
    expect(context.printed.join('\n')).toMatch(/10000 places in 20 entries of 20 files\n10000 places left alone/);
    expect(context.printed.join('\n').length).toBeLessThan(300_000);
  });
});

describe('refused with 2, and nothing is written', () => {
  test.each<[string, ReplacementSpec, string[], RegExp]>([
    ['an empty OLD', { old: '', new: 'x' }, [], /OLD is empty/],
    ['OLD as NEW', { old: 'x', new: 'x' }, [], /the same/],
    ['markup', { old: '罐子', new: '`罐子`' }, [], /markup/],
    ['a path out of the workspace', JAR, ['../..'], /--in \.\.\/\.\.: no catalog is there/],
    ['an absolute path', JAR, ['/etc'], /--in \/etc/],
    ['a part of a name', JAR, ['translations/zh-CN/sq'], /no catalog is there/],
    ['text that would open a conflict', { old: '罐子', new: '=' }, ['marks'], /could no longer be read/],
  ])('%s', async (_, spec, paths, message) => {
    const { root } = handmade({ ...pages(), 'sql/marks': [entry('Draw a line.', '======罐子')] });
    const before = digestOf(root);
    const failure = await failureOf(replace(record(root), spec, { in: paths }));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
    expect(digestOf(root)).toEqual(before);
  });

  test.each(['../report.md', 'translations/zh-CN/sql/jars.md'])('a report in %s', async (report) => {
    const { root } = handmade(pages());
    const before = digestOf(root);
    expect((await failureOf(replace(record(root), JAR, { in: [], report }))).exitCode).toBe(2);
    expect(digestOf(root)).toEqual(before);
  });
});

describe('--prove', () => {
  function committed() {
    const work = handmade(pages());
    work.git('init', '-q');
    work.commit('first');
    return work;
  }

  test('holds after the replacement, before and after the commit', async () => {
    const work = committed();
    expect(await prove(work.root)).toMatchObject({ outcome: 0, proved: true, carried: [] });
    await run(work.root);
    expect(await prove(work.root)).toMatchObject({ outcome: 0, proved: true, findings: [] });
    work.commit('second');
    const { carried } = await prove(work.root, JAR, 'HEAD~1');
    expect(carried).toHaveLength(3);
  });

  test('another change is named at its line, with 1', async () => {
    const work = committed();
    await run(work.root);
    editFile(join(work.root, 'translations/zh-CN/admin/lids.md'), (text) => text.replace('盖子', '盖'));
    expect(await prove(work.root)).toMatchObject({
      outcome: 1,
      proved: false,
      findings: [{ file: 'translations/zh-CN/admin/lids.md', line: 3 }],
    });
  });

  test('a catalog that came or went is one', async () => {
    const work = committed();
    work.write({ 'admin/lids': null, 'admin/pots': [entry('Pot', '壶')] });
    const { findings } = await prove(work.root);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual([
      'translations/zh-CN/admin/lids.md',
      'translations/zh-CN/admin/pots.md',
    ]);
  });

  test('a workspace in a folder of its repository is compared too', async () => {
    const repository = temporary();
    const root = join(repository, 'deep/manual');
    const work = handmade(pages(), root, repository);
    work.git('init', '-q');
    work.commit('first');
    await run(root);
    expect(await prove(root)).toMatchObject({ outcome: 0, proved: true });
    expect((await prove(root)).carried).toHaveLength(3);
  });

  test.each(['nowhere', '--output=x', ''])('the revision %j is refused', async (revision) => {
    const failure = await failureOf(proveReplace(record(committed().root), JAR, revision));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('no branch, tag or commit')]);
  });

  test('outside a repository it says so', async () => {
    const failure = await failureOf(proveReplace(record(handmade(pages()).root), JAR, 'HEAD'));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/not a git repository/)]);
  });
});

test('the command line on the sample', async () => {
  const root = temporary();
  await copyWorkspace(root);
  const work = handmade({}, root);
  work.git('init', '-q');
  work.commit('first');
  const dry = await pgdoc(['replace', '客人', '宾客', '--dry-run', '--root', root]);
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('[-客人-]{+宾客+}')]);
  expect((await pgdoc(['replace', '客人', '宾客', '--root', root])).code).toBe(0);
  const proof = await pgdoc(['replace', '客人', '宾客', '--prove', 'HEAD', '--root', root]);
  expect([proof.code, proof.stdout]).toEqual([0, expect.stringMatching(/^Proved/)]);
  const other = await pgdoc(['replace', '客人', '来客', '--prove', 'HEAD', '--root', root]);
  expect([other.code, other.stdout]).toEqual([1, expect.stringMatching(/Not proved/)]);
  expect((await pgdoc(['replace', 'a', 'b', '--prove', 'HEAD', '--dry-run', '--root', root])).code).toBe(2);
});

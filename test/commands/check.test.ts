import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CheckOptions, check } from '../../tools/commands/check.ts';
import { status } from '../../tools/commands/status.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, editFile, toolRoot, translatedWorkspace } from './helpers/shared.ts';

const contract = z.strictObject({
  findings: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      rule: z.string().min(1),
      file: z.string().regex(/^translations\//),
      line: z.number().int().positive(),
      column: z.number().int().positive(),
      key: z.string().regex(/^(?:[0-9a-f]{10})?$/),
      message: z.string().min(1),
    }),
  ),
  errors: z.number().int().nonnegative(),
  warnings: z.number().int().nonnegative(),
});

const LOCKING = 'translations/zh-CN/sql/locking-rows.md';
const NAPS = 'translations/zh-CN/admin/config-naps.md';

let root: string;
beforeAll(async () => {
  root = await translatedWorkspace();
});

const options = (root: string, paths: readonly string[] = [], more: Partial<CheckOptions> = {}): CheckOptions => ({
  paths: paths.map((typed) => ({ typed, absolute: join(root, typed) })),
  rules: undefined,
  severity: undefined,
  fix: false,
  summary: false,
  toolRoot,
  ...more,
});

async function asJson(at: string, paths: readonly string[] = [], more: Partial<CheckOptions> = {}) {
  const context = record(at, { json: true });
  const outcome = await check(context, options(at, paths, more));
  return { outcome, ...contract.parse(JSON.parse(context.printed.join('\n'))) };
}

/** A copy of the sample to work on. */
async function own(): Promise<string> {
  const dir = temporary();
  await copyWorkspace(dir);
  return dir;
}

const breakCode = (dir: string) =>
  editFile(join(dir, LOCKING), (text) => text.replace('碰一行的三种方式', '碰一行的`three`种方式'));

test('--json is the contract; errors decide the outcome, warnings do not', async () => {
  const whole = await asJson(root);
  expect(whole.errors).toBe(whole.findings.filter(({ severity }) => severity === 'error').length);
  expect(whole.warnings).toBe(whole.findings.length - whole.errors);
  expect(whole.outcome).toBe(whole.errors > 0 ? 1 : 0);
  const dir = await own();
  breakCode(dir);
  const broken = await asJson(dir, ['locking-rows'], { severity: 'error' });
  expect(broken).toMatchObject({ outcome: 1, errors: 1, warnings: 0 });
  expect(broken.findings[0]).toMatchObject({ rule: 'code-tokens', file: LOCKING, column: 5 });
  const line = readFileSync(join(dir, LOCKING), 'utf8').split('\n')[(broken.findings[0]?.line ?? 0) - 1];
  expect(line).toBe('碰一行的`three`种方式');
});

test('checking changes nothing', async () => {
  const before = digestOf(root);
  await check(record(root), options(root));
  expect(digestOf(root)).toEqual(before);
});

describe('output', () => {
  test('one line a finding, by file, then the counts', async () => {
    const dir = await own();
    breakCode(dir);
    editFile(join(dir, NAPS), (text) => text.replace('睡眠', '*睡眠'));
    const context = record(dir);
    expect(await check(context, options(dir, ['locking-rows', 'config-naps'], { severity: 'error' }))).toBe(1);
    const printed = context.printed.join('\n');
    expect(printed).toMatch(new RegExp(`^${LOCKING}:\\d+:5: error: .+ \\[code-tokens\\]$`, 'm'));
    expect(printed).toMatch(new RegExp(`^${NAPS}:\\d+:\\d+: error: .+ \\[unbalanced-markdown\\]$`, 'm'));
    expect(printed.indexOf(NAPS)).toBeLessThan(printed.indexOf(LOCKING));
    expect(printed).toMatch(/^code-tokens +error +1$/m);
    expect(printed).toMatch(/^2 errors, 0 warnings in 2 of 2 catalogs\.$/m);
  });

  test('--summary is the counts only', async () => {
    const dir = await own();
    breakCode(dir);
    const context = record(dir);
    await check(context, options(dir, ['locking-rows'], { severity: 'error', summary: true }));
    expect(context.printed.join('\n')).not.toContain(LOCKING);
    expect(context.printed.join('\n')).toMatch(/^code-tokens +error +1$/m);
  });

  test('broken entries are among the findings', async () => {
    const dir = await own();
    editFile(join(dir, LOCKING), (text) => text.replace('> Three Ways', '> Four Ways'));
    const { outcome, findings } = await asJson(dir, [LOCKING], { severity: 'error' });
    expect(outcome).toBe(1);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([['catalog/source-changed', 3, 1]]);
  });

  test('two catalogs of one page are an error', async () => {
    const dir = await own();
    cpSync(join(dir, LOCKING), join(dir, 'translations/zh-CN/admin/locking-rows.md'));
    const { findings } = await asJson(dir, ['locking-rows'], { severity: 'error' });
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['catalog/twin', LOCKING]]);
  });
});

describe('what is checked', () => {
  const files = async (dir: string, path: string) =>
    new Set((await asJson(dir, [path], { severity: 'error' })).findings.map(({ file }) => file));

  test('a page, a catalog, a folder, by several ways to write it', async () => {
    const dir = await own();
    breakCode(dir);
    editFile(join(dir, NAPS), (text) => text.replace('睡眠', '*睡眠'));
    for (const path of [
      'locking-rows',
      LOCKING,
      'translations/zh-CN/sql',
      'translations/zh-CN/sql/',
      'sql',
      `./${LOCKING}`,
    ])
      expect(await files(dir, path), path).toEqual(new Set([LOCKING]));
    const everywhere = await files(dir, '.');
    expect([LOCKING, NAPS].filter((file) => !everywhere.has(file))).toEqual([]);
  });

  test.each([
    ['locking-row', /did you mean locking-rows\?/],
    ['translations/zh-CN/sqll', /did you mean translations\/zh-CN\/sql\?/],
    ['../../etc/passwd', /no catalog, folder/],
    ['__proto__', /no catalog, folder/],
  ])('%s is refused', async (path, message) => {
    const failure = await failureOf(check(record(root), options(root, [path])));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('rules', () => {
  test('only those that were asked for', async () => {
    const dir = await own();
    breakCode(dir);
    expect((await asJson(dir, ['locking-rows'], { rules: ['links'] })).findings).toEqual([]);
    expect((await asJson(dir, ['locking-rows'], { rules: ['code-tokens'] })).findings).toHaveLength(1);
  });

  test('an unknown one is refused, with the nearest', async () => {
    const failure = await failureOf(check(record(root), options(root, [], { rules: ['code-token'] })));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('did you mean code-tokens?')]);
  });

  test('project.yml switches them', async () => {
    const dir = await own();
    breakCode(dir);
    const project = join(dir, 'translations/project.yml');
    const before = readFileSync(project, 'utf8');
    const named = async (checks: string) => {
      writeFileSync(project, `${before}\nchecks:\n  ${checks}\n`);
      const { outcome, findings } = await asJson(dir, ['locking-rows'], { rules: undefined });
      return [outcome, findings.find(({ rule }) => rule === 'code-tokens')?.severity];
    };
    expect(await named('code-tokens: error')).toEqual([1, 'error']);
    expect(await named('code-tokens: warning')).toEqual([0, 'warning']);
    expect(await named('code-tokens: off')).toEqual([0, undefined]);
    writeFileSync(project, `${before}\nchecks:\n  code-tokns: off\n`);
    const failure = await failureOf(check(record(dir), options(dir)));
    expect([failure.exitCode, failure.message]).toEqual([
      2,
      expect.stringMatching(/checks:.*did you mean code-tokens\?/),
    ]);
  });
});

describe('the command line', () => {
  test('help has examples and says what becomes of approvals', async () => {
    const { code, stdout } = await pgdoc(['check', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}pgdoc check/m);
    expect(stdout).toMatch(/approv/);
    for (const option of [
      '--rule <name...>',
      '--severity <level>',
      '--summary',
      '--fix',
      '--dry-run',
      '--json',
      '--root <dir>',
    ])
      expect(stdout).toContain(option);
  });

  test('ends with 1 when there are errors, and takes paths from where the person stands', async () => {
    const dir = await own();
    breakCode(dir);
    const { code, stdout, stderr } = await pgdoc(
      ['check', 'sql/locking-rows.md', '--root', '../..', '--severity', 'error'],
      {
        env: { INIT_CWD: join(dir, 'translations/zh-CN') },
      },
    );
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('[code-tokens]');
  });

  test('bad usage ends with 2', async () => {
    const { code, stderr } = await pgdoc(['check', '--severity', 'fatal', '--root', root]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Allowed choices are error, warning/);
  });
});

test('status and check agree that an unbroken sample is sound', async () => {
  expect((await asJson(root)).findings.filter(({ rule }) => rule.startsWith('catalog/'))).toEqual([]);
  expect(await status(record(root), [], toolRoot)).toBe(0);
});

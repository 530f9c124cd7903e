/** The command line as people and scripts meet it: real processes. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pgdoc, start } from '../commands/helpers/cli.ts';
import { temporary } from '../commands/helpers/folder.ts';
import { builtSite, copyWorkspace, editFile, toolRoot, translatedWorkspace } from '../commands/helpers/shared.ts';

const commands = ['init', 'sync', 'import', 'status', 'build', 'preview'];

describe.concurrent('help', () => {
  test('of pgdoc names every command and the exit codes', async () => {
    const { code, stdout, stderr } = await pgdoc(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(stdout).toContain(
      'Exit codes: 0 fine, 1 problems found, 2 bad usage or configuration, 3 upstream or network.',
    );
  });

  test.each(commands)('of %s tells its options and shows examples', async (command) => {
    const { code, stdout, stderr } = await pgdoc([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Usage: pgdoc ${command}`);
    expect(stdout.includes('--root <dir>')).toBe(!['init', 'assemble', 'sample'].includes(command));
    expect(stdout).toContain('--json');
    expect(stdout).toMatch(new RegExp(`^Examples:\n {2}pgdoc ${command}`, 'm'));
    expect(stdout.includes('--dry-run')).toBe(['init', 'sync', 'import'].includes(command));
  });

  test('the tool says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(toolRoot, 'package.json'), 'utf8'));
    expect(await pgdoc(['--tool-version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe.concurrent('bad usage ends with 2, on stderr', () => {
  test.each<[string[], RegExp]>([
    [[], /Usage: pgdoc/],
    [['sink'], /unknown command 'sink'.*sync/s],
    [['sync', '--dryrun'], /unknown option '--dryrun'.*--dry-run/s],
    [['sync', 'extra'], /too many arguments/],
    [['sync', '--pin', '18'], /expected VERSION=REF, such as 18=REL_18_STABLE/],
    [['build'], /required option '--out <dir>'/],
    [['import', '--from', '.'], /--version is missing: .* such as --version 18/],
    [['import', '--from', '.', '--version', '3', '--as', 'reviewed'], /Allowed choices are machine, translated/],
    [['preview', '--port', '99999'], /expected a port/],
    [['status', '--root', '/no/such/folder'], /no folder \/no\/such\/folder/],
    [['init', 'x', '--upstream', 'u', '--language', 'fr'], /required option '--version <name=ref>'/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await pgdoc(args, { cwd: temporary(), env: {} });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test.each([
  ['true', /^pgdoc: .* x\n: :add-mask::y # #\[error\]z\n$/],
  ['', /\n::add-mask::y ##\[error\]z\n$/],
])('in a workflow, no message that quotes a stranger is a command to the runner (%j)', async (actions, expected) => {
  const root = '/no/x\n::add-mask::y ##[error]z';
  const { stderr } = await pgdoc(['status', '--root', root], { env: { GITHUB_ACTIONS: actions } });
  expect(stderr.replace('/no/x', ' x')).toMatch(expected);
});

describe.concurrent('output', () => {
  test('--json leaves nothing but JSON on stdout; progress goes to stderr', async () => {
    const folder = temporary();
    const root = join(folder, 'workspace');
    await copyWorkspace(root);
    const runs = [['status'], ['sync', '--dry-run'], ['build', '--no-search', '--out', join(folder, 'site')]];
    for (const args of runs) {
      const { code, stdout, stderr } = await pgdoc([...args, '--root', root, '--json']);
      expect([args[0], code]).toEqual([args[0], 0]);
      expect(typeof JSON.parse(stdout)).toBe('object');
      // No terminal: neither colours nor a bar that writes over itself.
      expect(stderr).not.toMatch(/\u001b\[\d*[A-HJKST]|\r(?!\n)/);
    }
  });

  test('a finding ends with 1, its place on stderr, the result on stdout', async () => {
    const root = join(temporary(), 'workspace');
    await copyWorkspace(root);
    editFile(join(root, 'translations/zh-CN/sql/locking-rows.md'), (text) => text.replace('> Three', '> Four'));
    const { code, stdout, stderr } = await pgdoc(['status', 'locking-rows', '--json', '--root', root]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).pages[0].page).toBe('locking-rows');
    expect(stderr).toMatch(/^translations\/zh-CN\/sql\/locking-rows\.md:3: error: /m);
  });

  test('a reader that closes the pipe early is no error', async () => {
    const child = start(['status', '--root', await translatedWorkspace(), '--json']);
    let stderr = '';
    child.stderr?.on('data', (chunk) => (stderr += chunk));
    child.stdout?.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
  });
});

describe.concurrent('paths', () => {
  test('are relative to where npm was called', async () => {
    const here = temporary();
    await copyWorkspace(join(here, 'manual'));
    cpSync(await builtSite(), join(here, 'site'), { recursive: true });
    const { code, stdout } = await pgdoc(['status', '--json', '--root', 'manual'], { env: { INIT_CWD: here } });
    expect([code, JSON.parse(stdout).language]).toEqual([0, 'zh-CN']);
    const args = ['init', 'deep/new', '--upstream', './up', '--version', '3=REL_3_STABLE', '--language', 'fr'];
    expect((await pgdoc(args, { env: { INIT_CWD: here } })).code).toBe(0);
    expect(readFileSync(join(here, 'deep/new/translations/project.yml'), 'utf8')).toMatch(
      /^upstream: "?\.\.\/\.\.\/up"?$/m,
    );
    const refused = await pgdoc(['build', '--root', 'manual', '--out', 'manual'], { env: { INIT_CWD: here } });
    expect(refused.code).toBe(2);
  });

  test('without npm, to the folder that one stands in', async () => {
    const root = join(temporary(), 'manual');
    await copyWorkspace(root);
    const inside = join(root, 'docs');
    mkdirSync(inside, { recursive: true });
    expect((await pgdoc(['status', '--root', '..'], { cwd: inside })).code).toBe(0);
    const outside = await pgdoc(['status'], { cwd: inside });
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining('--root')]);
  });
});

test('preview ends by Ctrl-C with 0 and leaves nothing behind', async () => {
  const child = start(['preview', '--site', await builtSite(), '--port', '0', '--json', '--root', temporary()]);
  const printed = await new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk))));
  const { url } = JSON.parse(printed);
  expect((await fetch(url)).status).toBe(200);
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('close', (code) => resolve(code)))).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test('a dry run of init, as the help has it, writes nothing', async () => {
  const here = temporary();
  const args = ['init', 'new', '--dry-run', '--upstream', 'https://git.example/x.git', '--version', '3=REL_3_STABLE'];
  const { code, stdout } = await pgdoc([...args, '--language', 'ja'], { cwd: here });
  expect([code, existsSync(join(here, 'new'))]).toEqual([0, false]);
  expect(stdout).toContain('would write translations/project.yml');
});

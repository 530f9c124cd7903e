/** The script of check.yml that tells whether a pull request has to be tested, run as it stands there in real clones. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporary } from '../commands/helpers/folder.ts';
import { readWorkflow, workflowFolder } from './workflows.ts';

const [, job] = readWorkflow(join(workflowFolder, 'check.yml')).jobs.find(([id]) => id === 'changes') ?? [];
const script = job?.steps?.find(({ run }) => run !== undefined)?.run ?? '';
const temp = temporary();
const remote = join(temp, 'remote');
const PERSON = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];

const git = (...args: readonly string[]) =>
  execFileSync('git', [...PERSON, ...args], { cwd: remote, stdio: ['ignore', 'pipe', 'pipe'] });

function commit(path: string): void {
  mkdirSync(dirname(join(remote, path)), { recursive: true });
  writeFileSync(join(remote, path), `${path}\n`);
  git('add', '.');
  git('commit', '-qm', path);
}

/** What the script says in a clone that has this ref checked out. */
function changed(ref: string): string {
  const clone = join(temp, ref.replaceAll('/', '-'));
  execFileSync('git', ['clone', '-q', '--no-local', remote, clone], { stdio: 'ignore' });
  execFileSync('git', ['fetch', '-q', 'origin', ref], { cwd: clone, stdio: 'ignore' });
  execFileSync('git', ['checkout', '-q', 'FETCH_HEAD'], { cwd: clone, stdio: 'ignore' });
  const output = join(temp, 'output');
  writeFileSync(output, '');
  execFileSync('bash', ['-e', '-c', script], {
    cwd: clone,
    env: { ...process.env, MAIN: 'main', GITHUB_OUTPUT: output },
  });
  return readFileSync(output, 'utf8');
}

let pullRequests = 0;

/** A commit a file on what main was before its last commit. Its branch, and what GitHub would make of it and main. */
function pullRequest(...paths: readonly string[]): { readonly branch: string; readonly merged: string } {
  const number = ++pullRequests;
  git('checkout', '-q', '-b', `branch-${number}`, 'main~1');
  for (const path of paths) commit(path);
  git('checkout', '-q', '--detach', 'main');
  git('merge', '-q', '--no-ff', '-m', 'merge', `branch-${number}`);
  git('update-ref', `refs/pull/${number}/merge`, 'HEAD');
  git('checkout', '-q', 'main');
  return { branch: `refs/heads/branch-${number}`, merged: `refs/pull/${number}/merge` };
}

beforeAll(() => {
  mkdirSync(remote);
  git('init', '-qb', 'main');
  commit('tools/cli.ts');
  commit('tools/moved-on.ts');
});

test('texts alone are not tested, whatever has changed on main meanwhile', () => {
  const { merged } = pullRequest('translations/zh-CN/sql/jars.md', 'docs/blog/lids.md', 'docs/faq/why.md');
  expect(changed(merged)).toBe('changed=false\n');
});

test.each([
  ['tools', 'tools/render/html.ts'],
  ['the theme', '.vitepress/theme/index.ts'],
  ['packages', 'package-lock.json'],
  ['workflows', '.github/workflows/new.yml'],
  ['guides, which tests read', 'docs/guide/checks.md'],
])('%s are tested, beside texts and in an earlier commit too', (_, path) => {
  const { branch, merged } = pullRequest(path, 'translations/zh-CN/sql/jars.md');
  expect(changed(merged)).toBe('changed=true\n');
  expect(changed(branch)).toBe('changed=true\n');
});

test('when git cannot tell, it is tested', () => {
  execFileSync('git', ['clone', '-q', '--depth=1', `file://${remote}`, join(temp, 'shallow')], { stdio: 'ignore' });
  const output = join(temp, 'output');
  writeFileSync(output, '');
  const env = { ...process.env, MAIN: 'gone', GITHUB_OUTPUT: output };
  execFileSync('bash', ['-e', '-c', script], { cwd: join(temp, 'shallow'), env, stdio: 'ignore' });
  expect(readFileSync(output, 'utf8')).toBe('changed=true\n');
});

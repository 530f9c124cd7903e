/** The scripts of publish.yml, run as they stand there: what they publish is the site that one build makes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { digestOf, temporary } from '../commands/helpers/folder.ts';
import { record } from '../commands/helpers/record.ts';
import { copyWorkspace } from '../commands/helpers/shared.ts';
import { readWorkflow, root, workflowFolder } from './workflows.ts';

const publish = readWorkflow(join(workflowFolder, 'publish.yml'));
const temp = temporary();
const workspace = join(temp, 'checkout');
const outputs = join(temp, 'outputs');

/** Runs a step's script as a runner does: with `bash -e`, in the checkout or the folder of temporary files. */
function runStep(jobId: string, name: string, env: Readonly<Record<string, string>> = {}): void {
  const [, job] = publish.jobs.find(([id]) => id === jobId) ?? [];
  const step = job?.steps?.find((each) => each.name?.startsWith(name));
  if (!step?.run) throw new Error(`publish.yml: ${jobId} has no script "${name}"`);
  const { INIT_CWD: _, VITEST: __, NODE_ENV: ___, ...own } = process.env;
  execFileSync('bash', ['-e', '-c', step.run], {
    cwd: step['working-directory'] ? temp : workspace,
    env: { ...own, RUNNER_TEMP: temp, GITHUB_OUTPUT: outputs, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function versions(): unknown {
  writeFileSync(outputs, '');
  runStep('versions', 'Versions of project.yml');
  const [, names = ''] = /^names=(.*)\n$/.exec(readFileSync(outputs, 'utf8')) ?? [];
  return JSON.parse(names);
}

function unpacked(archive: string): readonly string[] {
  const folder = join(temp, `unpacked-${archive}`);
  mkdirSync(folder);
  execFileSync('tar', ['-C', folder, '-xf', join(temp, archive)]);
  return digestOf(folder);
}

beforeAll(async () => {
  mkdirSync(workspace);
  await copyWorkspace(workspace);
  const script = `node --import ${import.meta.resolve('tsx')} ${join(root, 'tools/cli.ts')}`;
  writeFileSync(join(workspace, 'package.json'), JSON.stringify({ type: 'module', scripts: { pgdoc: script } }));
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'));
});

test('versions come from project.yml; before the first sync there is nothing to build', () => {
  expect(versions()).toEqual(['3', '2']);
  const lock = join(workspace, 'translations/upstream.lock.yml');
  renameSync(lock, `${lock}.away`);
  expect(versions()).toEqual([]);
  renameSync(`${lock}.away`, lock);
});

test('parts, built apart and joined, are the site; Pages and the archive hold all of it', async () => {
  for (const version of versions() as string[]) {
    runStep('build', 'Build', { VERSION: version });
    mkdirSync(join(temp, 'packed'), { recursive: true });
    renameSync(join(temp, `part-${version}.tar`), join(temp, 'packed', `part-${version}.tar`));
    rmSync(join(temp, 'part'), { recursive: true });
  }
  expect(readdirSync(join(temp, 'packed'))).toHaveLength(2);
  runStep('assemble', 'Join the parts');
  runStep('assemble', 'As GitHub Pages');

  const whole = join(temp, 'whole');
  await build(record(workspace), { out: whole, versions: undefined, search: true, zip: true, toolRoot: root });
  const site = digestOf(whole);
  expect(site.filter((line) => line.startsWith('downloads/manual-'))).toHaveLength(2);
  expect(digestOf(join(temp, 'site'))).toEqual(site);
  expect(unpacked('artifact.tar')).toEqual(site);
  expect(unpacked('pgdoc-site.tar.gz')).toEqual(site);
  execFileSync('sha256sum', ['--check', 'pgdoc-site.tar.gz.sha256'], { cwd: temp, stdio: 'ignore' });

  const archive = readFileSync(join(temp, 'pgdoc-site.tar.gz'));
  runStep('assemble', 'As GitHub Pages');
  expect(readFileSync(join(temp, 'pgdoc-site.tar.gz')).equals(archive)).toBe(true);
}, 300_000);

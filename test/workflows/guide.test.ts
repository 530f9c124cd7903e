/** The guides name every workflow, every right, every variable: what is not written down there, nobody watches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayWrite, permissionsOf, readWorkflows, root, workflowFolder } from './workflows.ts';

const guide = (name: string) => readFileSync(join(root, 'docs/guide', name), 'utf8');
const security = guide('security.md');
const maintainers = guide('maintainers.md');
const workflows = readWorkflows(workflowFolder);
const nameOf = (file: string) => file.replace(/\.yml$/, '');

test('each workflow has its line, and each job that may write is named in it', () => {
  const rows = security.split('\n').filter((line) => line.startsWith('| `'));
  for (const workflow of workflows) {
    const own = rows.filter((row) => row.startsWith(`| \`${nameOf(workflow.file)}\``));
    expect(own.length, workflow.file).toBeGreaterThan(0);
    const writing = workflow.jobs.filter(([, job]) => mayWrite(permissionsOf(workflow, job)));
    if (workflow.jobs.length > 1)
      for (const [id] of writing)
        expect(
          own.some((row) => row.includes(`\`${id}\``)),
          `${workflow.file} ${id}`,
        ).toBe(true);
  }
});

test('maintainers are told what each workflow does, and every variable and secret', () => {
  for (const { file, text } of workflows) {
    expect(maintainers).toMatch(new RegExp(`^\\| .*\`${nameOf(file)}\``, 'm'));
    for (const [, name = ''] of text.matchAll(/\b(?:vars|secrets)\.([A-Z_]+)/g))
      expect(maintainers).toContain(`\`${name}\``);
  }
});

test('checks that main is to require are jobs that run at every event of check.yml', () => {
  const check = workflows.find(({ file }) => file === 'check.yml');
  const jobs = new Map(check?.jobs);
  for (const name of ['check', 'test']) {
    expect(security).toContain(`\`${name}\``);
    expect(jobs.has(name)).toBe(true);
    // Only `changes` may say that a job has nothing to do; and what has failed may not.
    const condition = (jobs.get(name) as { if?: string }).if ?? '';
    expect(condition === '' || condition.includes("needs.changes.outputs.code != 'false'")).toBe(true);
  }
});

/** What the workflows call exists: the script, the command, its options. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { callsOf } from './commands.ts';
import { readWorkflows, root, workflowFolder } from './workflows.ts';

const calls = readWorkflows(workflowFolder).flatMap(callsOf);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const run = promisify(execFile);

test('the workflows call what the design says', () => {
  const names = new Set(calls.map(({ entrance, command }) => `${entrance} ${command}`));
  expect([...names].toSorted()).toEqual([
    'bot check',
    'bot comment',
    'bot labels',
    'bot on-comment',
    'bot pulls',
    'bot record',
    'bot sync',
    'pgdoc assemble',
    'pgdoc build',
  ]);
});

test.each(calls.map((call) => [`${call.where}: ${call.entrance} ${call.command}`, call] as const))(
  '%s exists, with its options',
  async (_, { entrance, command, options }) => {
    const [, file = ''] = /(tools\/\w+\.ts)/.exec(scripts[entrance] ?? '') ?? [];
    expect(file).not.toBe('');
    const { stdout } = await run(process.execPath, ['--import', 'tsx', file, command, '--help'], { cwd: root });
    expect(stdout).toMatch(new RegExp(`^Usage: pgdoc ${command}\\b`));
    const known = new Set(stdout.match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm));
    expect(options.filter((option) => !known.has(option))).toEqual([]);
  },
);

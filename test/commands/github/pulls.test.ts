/** Open pull requests, written down for a build that asks no network. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GitHubContext } from '../../../tools/commands/github/context.ts';
import { botPulls } from '../../../tools/commands/github/pulls.ts';
import { LONGEST_TITLE, parsePulls } from '../../../tools/progress/pulls.ts';
import { temporary } from '../helpers/folder.ts';
import { record } from '../helpers/record.ts';

/** As the REST API answers. */
function pull(number: number, title: string) {
  const branch = { ref: 'x', sha: 'a'.repeat(40), repo: { full_name: 'a/b' } };
  const url = `https://github.com/a/b/pull/${number}`;
  return {
    number,
    title,
    html_url: url,
    body: null,
    user: null,
    state: 'open',
    base: branch,
    head: branch,
    labels: [],
  };
}

const file = (filename: string) => ({ filename, status: 'modified' });

function contextOf(pulls: readonly unknown[], files: Readonly<Record<number, readonly unknown[]>>, dryRun = false) {
  const github = { pullRequests: async () => pulls, files: async (number: number) => files[number] ?? [] };
  return { ...record(temporary(), { dryRun }), github } as unknown as GitHubContext;
}

test('each pull request that touches pages is written with them, in a form that a build takes', async () => {
  const context = contextOf(
    [pull(31, 'Locks'), pull(12, `Bidi \u202e and\nlines ${'x'.repeat(500)}`), pull(7, 'Tools')],
    {
      31: [file('translations/zh-CN/sql/locks.md'), file('translations/zh-CN/admin/rows.md'), file('README.md')],
      12: [file('translations/zh-CN/sql/locks.md')],
      7: [file('tools/cli.ts'), file('translations/zh-CN/../../etc/passwd.md')],
    },
  );
  const out = join(context.root, '.cache/pull-requests.json');
  expect(await botPulls(context, out)).toBe(0);
  const pulls = parsePulls(readFileSync(out, 'utf8'));
  expect([...(pulls?.keys() ?? [])].sort()).toEqual(['locks', 'rows']);
  expect(pulls?.get('locks')?.map(({ number }) => number)).toEqual([12, 31]);
  const [hostile] = pulls?.get('locks') ?? [];
  expect(hostile?.title).toMatch(/^Bidi and lines x+$/);
  expect(hostile?.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
});

test('a sync that changes hundreds of pages is nobody’s work on one', async () => {
  const files = Array.from({ length: 300 }, (_, at) => file(`translations/zh-CN/sql/page-${at}.md`));
  const context = contextOf([pull(5, 'Sync')], { 5: files });
  const out = join(context.root, 'pulls.json');
  await botPulls(context, out);
  expect(parsePulls(readFileSync(out, 'utf8'))?.size).toBe(0);
});

test('a dry run writes nothing', async () => {
  const context = contextOf([pull(5, 'Locks')], { 5: [file('translations/zh-CN/sql/locks.md')] }, true);
  const out = join(context.root, 'pulls.json');
  await botPulls(context, out);
  expect(existsSync(out)).toBe(false);
});

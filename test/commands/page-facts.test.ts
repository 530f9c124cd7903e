/** What the ledger says of a page stands on it, and a record makes the pages of its texts anew. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { creditedSite, creditedWorkspace, toolRoot } from './helpers/shared.ts';

let site: string;
const page = (name: string, folder = site) => readFileSync(join(folder, `docs/3/${name}.html`), 'utf8');

beforeAll(async () => {
  site = await creditedSite();
});

test('a page names who translated and reviewed it, with the day of the last change', () => {
  const [, line = ''] = /<div class="page-people"[^>]*>(.*?)<time datetime="2026-05-29">/s.exec(page('history')) ?? [];
  for (const name of ['wen-cup', 'meng-lid', 'su-row']) expect(line).toContain(`href="../../people/${name}.html"`);
  // What qiu-jar was called when the work was done is not what people look for now.
  expect(page('locking')).toContain('>qiu-jar</a>');
  expect(page('locking')).not.toContain('qiu-pot');
  expect(page('app-trsh')).not.toContain('class="page-people"');
});

test('what is told of each paragraph is what the catalog and the ledger have', async () => {
  const root = await creditedWorkspace();
  const lines = readFileSync(join(root, 'translations/zh-CN/admin/config-naps.md'), 'utf8').split('\n');
  const html = page('config-naps');
  const keys = [
    ...new Set([.../<article.*<\/article>/s.exec(html)![0].matchAll(/ data-key="(\w+)"/g)].map(([, key]) => key)),
  ];
  const [, told = ''] = / data-lines="([\d ]*)"/.exec(html) ?? [];
  for (const [at, line] of told.split(' ').map(Number).entries()) {
    expect(lines[line - 1]).toMatch(/^> /);
    expect(lines[line]).toContain(`<!-- @${keys[at]}`);
  }
  expect(keys.length).toBe(told.split(' ').length);
  // Stale: whoever translated the older English, and how it has changed.
  expect(html).toContain('https://github.com/example/tinyrow-docs/pull/15');
  expect(html.match(/<details data-of=/g)).toHaveLength(2);
  expect(html).toContain('<del>befor</del> <ins>before</ins>');
});

test('a record that goes makes the pages anew that told of it, and no other', async () => {
  const root = join(temporary(), 'workspace');
  cpSync(await creditedWorkspace(), root, { recursive: true });
  const out = join(root, 'site');
  const options = { out, versions: ['3'], search: false, toolRoot };
  await build(record(root), options);
  const ledger = join(root, 'translations/ledger');
  rmSync(join(ledger, '2026/pr-27.yml'));
  expect(readdirSync(join(ledger, '2026'))).not.toContain('pr-27.yml');
  const context = record(root, { json: true });
  await build(context, options);
  const fresh = join(root, 'fresh');
  await build(record(root), { ...options, out: fresh });
  expect(page('history', out)).toBe(page('history', fresh));
  expect(page('history', out)).not.toContain('pull/27');
  expect(page('locking', out)).toBe(page('locking', fresh));
});

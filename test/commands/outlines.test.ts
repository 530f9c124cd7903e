/** What a build knows of manuals without reading them. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { Manuals } from '../../tools/commands/manuals.ts';
import { digestOf } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { buildOptions, builtSite, editFile, workspaceToBuild } from './helpers/shared.ts';

const manualsRead = vi.spyOn(Manuals.prototype, 'read');
const versionsRead = () => manualsRead.mock.calls.map(([{ version }]) => version);

test('a manual is read for the pages that have to be made, and for nothing else', async () => {
  const { root, out } = await workspaceToBuild();
  await build(record(root), buildOptions(out));
  manualsRead.mockClear();
  editFile(join(root, 'docs/blog/2026-07-01-meeting.md'), (text) => `${text}\n又及。\n`);
  await build(record(root), buildOptions(out));
  expect(versionsRead()).toEqual([]);
  // Version 2 has no such page.
  editFile(join(root, 'translations/zh-CN/admin/monitoring-naps.md'), (text) => `${text.trimEnd()}。\n`);
  await build(record(root), buildOptions(out));
  expect(new Set(versionsRead())).toEqual(new Set(['3']));
});

test.each([
  ['was cut short', (text: string) => text.slice(0, text.length / 2)],
  ['is of another pin', (text: string) => text.replace(/"key":"\w/, '"key":"x')],
  ['is no outline', () => 'null'],
])('an outline that %s is made again', async (_, damage) => {
  const { root, out } = await workspaceToBuild();
  await build(record(root), buildOptions(out));
  editFile(join(root, '.cache/outlines/3.json'), damage);
  await build(record(root), { ...buildOptions(out), full: true, search: true });
  expect(digestOf(out)).toEqual(digestOf(await builtSite()));
});
